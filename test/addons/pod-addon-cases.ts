import type { TerraformStack } from "cdktf";
import { ComponentPolicies, ComponentPolicy, PodEip, ProCluster, TerwayHubble } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, proCluster, terway, textToken } from "../support/stacks";

const controller = "ack-extend-network-controller";
const existing = (stack: TerraformStack, plugin: "terway" | "flannel") =>
  ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987", plugin });
const withEip = (stack: TerraformStack, cluster = proCluster(stack)) => {
  PodEip.allocate(stack, "eip", { cluster });
  return cluster;
};
/** Nodes may give Pods public addresses. */
const allowed = (stack: TerraformStack, cluster: ProCluster) => {
  new ComponentPolicies(stack, "policies", { cluster, policies: { eip: ComponentPolicy.podAddresses() } });
  return cluster;
};
const noController = {
  at: "shop/eip",
  got: `public addresses for Pods of a cluster without ${controller}`,
  want: `the add-on ${controller}`,
};

const hubble = (stack: TerraformStack, dataPathV2?: boolean) =>
  new TerwayHubble(stack, "hubble", {
    cluster: proCluster(stack, { network: terway(stack, { dataPathV2 }) }),
  });
const unseen = (what: string) => ({
  at: "shop/hubble",
  got: `Hubble in a cluster with ${what}`,
  want: "Terway with dataPathV2",
});

/** What the networks of Pods have to do with the add-ons of their cluster. */
export const podAddonCases: CasesById = {
  "pod-eip-needs-controller": {
    violating: {
      "public addresses in a cluster without the add-on": {
        build: (stack) => withEip(stack),
        ...noController,
      },
    },
    legal: {
      "public addresses in a cluster with the add-on": (stack) =>
        allowed(stack, withEip(stack)).addAddon("pod-network", { name: controller }),
      "public addresses in a cluster that is created with the add-on": (stack) =>
        allowed(stack, withEip(stack, proCluster(stack, { addons: [{ name: controller }] }))),
      "public addresses in an existing cluster": (stack) =>
        PodEip.allocate(stack, "eip", { cluster: existing(stack, "terway") }),
    },
    unknown: {
      "an add-on of which only Terraform knows the name": {
        build: (stack) => withEip(stack).addAddon("it", { name: textToken(stack) }),
        limit: "silent",
      },
    },
  },
  "hubble-needs-datapath": {
    violating: {
      "Terway that forwards otherwise": {
        build: (stack) => hubble(stack),
        ...unseen("Terway without dataPathV2"),
        rows: ["hubble-ipvlan-only"],
      },
      "Terway with IPvlan switched off": {
        build: (stack) => hubble(stack, false),
        ...unseen("Terway without dataPathV2"),
        rows: ["hubble-ipvlan-only"],
      },
      Flannel: {
        build: (stack) =>
          new TerwayHubble(stack, "hubble", { cluster: proCluster(stack, { network: flannel(stack) }) }),
        ...unseen("flannel"),
        rows: ["hubble-ipvlan-only"],
      },
      "an existing cluster with Flannel": {
        build: (stack) => new TerwayHubble(stack, "hubble", { cluster: existing(stack, "flannel") }),
        ...unseen("flannel"),
      },
    },
    legal: {
      "DataPath V2": { build: (stack) => hubble(stack, true), rows: ["hubble-ipvlan-only"] },
      "IPvlan of an add-on that is listed": {
        build: (stack) =>
          new TerwayHubble(stack, "hubble", {
            cluster: proCluster(stack, { addons: [{ name: "terway-eniip", config: { IPVlan: "true" } }] }),
          }),
        rows: ["hubble-ipvlan-only"],
      },
      "an existing cluster with Terway": (stack) =>
        new TerwayHubble(stack, "hubble", { cluster: existing(stack, "terway") }),
    },
    unknown: {
      "a switch that only Terraform knows": {
        build: (stack) =>
          new TerwayHubble(stack, "hubble", {
            cluster: proCluster(stack, {
              addons: [{ name: "terway-eniip", config: { IPVlan: textToken(stack) } }],
            }),
          }),
        limit: "silent",
      },
    },
  },
};
