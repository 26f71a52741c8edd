import { ackGuide, alibabaCloud, limitsOn } from "../limits";
import type { ClusterAddonFacts } from "./facts";

const cluster = limitsOn<ClusterAddonFacts>("Add-ons");

const controller = "ack-extend-network-controller";

/** What the networks of Pods have to do with the add-ons of their cluster. */
export const podAddonLimits = [
  cluster.limit(
    "pod-eip-needs-controller",
    ["isOwned", "managed", "created", "podEips"],
    {
      statement: `Pods get public addresses from ${controller}; Terway does not give them since its version 1.7.`,
      source: alibabaCloud("ACK, Attach an independent EIP to a Pod"),
      // Most install it in the console, and a Terway of before 1.7 may go on.
      advice: true,
      fix: `cluster.addAddon("pod-network", { name: "${controller}" }), or acknowledge this where it is installed otherwise`,
    },
    ({ isOwned, managed, created, podEips }) =>
      !isOwned || [...managed, ...created].some(({ name }) => name === controller)
        ? []
        : podEips.map((path) => ({
            at: path,
            got: `public addresses for Pods of a cluster without ${controller}`,
            want: `the add-on ${controller}`,
          })),
  ),
  cluster.limit(
    "hubble-needs-datapath",
    ["isOwned", "plugin", "acceleratesTerway", "hubbles"],
    {
      // In 2021 it was IPvlan; DataPath V2 took its place in Terway 1.8.
      statement: "Hubble sees the traffic of Pods where Terway forwards it with eBPF (IPvlan, DataPath V2).",
      source: ackGuide("13.3.8 Watch the network with ACK Terway Hubble", "45630-45631 and 45660-45663"),
      rows: ["hubble-ipvlan-only"],
      fix: "give the TerwayNetwork dataPathV2: true, which is read at creation alone; or leave Hubble out",
    },
    ({ isOwned, plugin, acceleratesTerway, hubbles }) => {
      // Of an existing cluster with Terway nobody knows how it forwards.
      if (plugin === undefined || (plugin === "terway" && (acceleratesTerway || !isOwned))) {
        return [];
      }
      const got = plugin === "terway" ? "Terway without dataPathV2" : plugin;
      return hubbles.map((path) => ({
        at: path,
        got: `Hubble in a cluster with ${got}`,
        want: "Terway with dataPathV2",
      }));
    },
  ),
];
