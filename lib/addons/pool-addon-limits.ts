import { ackGuide, alibabaCloud, findingsOf, limitsOn } from "../limits";
import type { ClusterAddonFacts } from "./facts";

const cluster = limitsOn<ClusterAddonFacts>("Add-ons");

const installer = "ack-ai-installer";
const webhook = "ack-pod-identity-webhook";

/** What pools whose nodes are special, and Pods that take on RAM roles, have to do with the add-ons of their cluster. */
export const poolAddonLimits = [
  cluster.limit(
    "gpu-label-needs-ai-installer",
    ["isOwned", "managed", "created", "gpuPools"],
    {
      statement: `Labels that share GPUs, or schedule them by topology, do nothing without ${installer}.`,
      source: ackGuide("18.2.3 Labels of GPU nodes", "54819-54823"),
      // Most install it with Helm, or in the console.
      advice: true,
      rows: ["gpu-label-needs-ai-installer"],
      fix: `cluster.addAddon("ai", { name: "${installer}" }), or acknowledge this where it is installed otherwise`,
    },
    ({ isOwned, managed, created, gpuPools }) =>
      !isOwned || gpuPools.length === 0 || [...managed, ...created].some(({ name }) => name === installer)
        ? []
        : gpuPools.map(({ path, schedule }) => ({
            at: path,
            got: `the label ack.node.gpu.schedule ${schedule} in a cluster without ${installer}`,
            want: `the add-on ${installer}`,
          })),
  ),
  cluster.limit(
    "sandbox-no-datapath",
    ["acceleratesTerway", "sandboxedPools"],
    {
      statement: "Sandboxed containers do not run where Terway forwards with eBPF (IPvlan, DataPath V2).",
      source: alibabaCloud("ACK, Manage node pools for sandboxed containers"),
      rows: ["ipvlan-no-sandbox", "rt-runv-network"],
      fix: "take another runtime, or IPVlan false for terway-eniip",
    },
    ({ acceleratesTerway, sandboxedPools }) =>
      acceleratesTerway
        ? findingsOf(sandboxedPools, (path) => ({
            at: path,
            got: "a sandboxed runtime with IPVlan",
            want: "Flannel, or Terway without eBPF",
          }))
        : [],
  ),
  cluster.limit(
    "rrsa-needs-webhook",
    ["isOwned", "managed", "created", "podIdentities"],
    {
      statement: `Pods get the token of their RAM role from ${webhook}, unless they mount it themselves.`,
      source: alibabaCloud("ACK, Use RRSA to authorize Pods to access cloud services"),
      advice: true,
      fix: `cluster.addAddon("pod-identity", { name: "${webhook}" }), or acknowledge this where Pods mount the token themselves`,
    },
    ({ isOwned, managed, created, podIdentities }) =>
      !isOwned || [...managed, ...created].some(({ name }) => name === webhook)
        ? []
        : podIdentities.map((path) => ({
            at: path,
            got: `a RAM role for a service account of a cluster without ${webhook}`,
            want: `the add-on ${webhook}`,
          })),
  ),
];
