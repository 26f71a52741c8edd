import type { TerraformStack } from "cdktf";
import { Capacity, EdgeCluster } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, numberToken, poolOptions, proCluster, textToken } from "../support/stacks";

/** Limits over all pools of a cluster. */
export const poolRelationCases: CasesById = {
  "node-pool-name-unique": {
    violating: {
      "two pools of one cluster": {
        build: (stack) => {
          const cluster = proCluster(stack);
          cluster.addNodePool("one", poolOptions({ name: "workers" }));
          cluster.addNodePool("two", poolOptions({ name: "workers" }));
        },
        at: "shop/cluster/two",
        got: 'the name "workers", which shop/cluster/one has as well',
        want: "a name of its own for each pool of a cluster",
      },
    },
    legal: {
      "the same name in two clusters": (stack) => {
        proCluster(stack, { id: "one" }).addNodePool("workers", poolOptions());
        proCluster(stack, { id: "two" }).addNodePool("workers", poolOptions());
      },
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => proCluster(stack).addNodePool("workers", poolOptions({ name: textToken(stack) })),
        limit: "partly",
      },
    },
  },
  "edge-min-cloud-worker": {
    violating: {
      "an edge cluster with a pool that may lose its last node": {
        build: (stack) => edge(stack, Capacity.autoscale({ min: 0, max: 3 })),
        at: "shop/cluster",
        got: "pools with 0 nodes in the cloud at least",
        want: "at least 1",
        fix: "add a node pool that keeps one: cluster.addNodePool(...)",
        rows: ["edge-min-cloud-worker"],
      },
      "an edge cluster with a pool of no node": {
        build: (stack) => edge(stack, Capacity.fixed(0)),
        at: "shop/cluster",
        got: "pools with 0 nodes in the cloud at least",
        want: "at least 1",
        fix: "add a node pool that keeps one: cluster.addNodePool(...)",
      },
    },
    legal: {
      "an edge cluster with a pool that keeps one node": (stack) =>
        edge(stack, Capacity.autoscale({ min: 1, max: 3 })),
      "an edge cluster with one node": {
        build: (stack) => edge(stack, Capacity.fixed(1)),
        rows: ["edge-min-cloud-worker"],
      },
      "a Pro cluster without a node": (stack) => proCluster(stack),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => edge(stack, Capacity.fixed(numberToken(stack))),
        limit: "silent",
      },
    },
  },
  "edge-without-cloud-pool": {
    violating: {
      "an edge cluster without a pool": {
        build: (stack) => edgeCluster(stack),
        at: "shop/cluster",
        got: "no pool in the cloud",
        want: "at least 1 node in the cloud",
        fix: "add a node pool that keeps a node: cluster.addNodePool(...)",
        rows: ["edge-min-cloud-worker"],
      },
    },
    legal: {
      "an edge cluster with a pool": {
        build: (stack) => edge(stack, Capacity.fixed(1)),
        rows: ["edge-min-cloud-worker"],
      },
      "a Pro cluster without a pool": (stack) => proCluster(stack),
    },
  },
  "flannel-pod-cidr-min-nodes": {
    violating: {
      "17 nodes and a Pod CIDR for 16": {
        build: (stack) => inFlannel(stack, "172.20.0.0/20", Capacity.fixed(17)),
        at: "shop/cluster",
        got: "17 nodes to begin with, and a Pod CIDR with blocks for 16",
        want: "a block for each node",
        fix: "take a larger podCidr or a larger nodeCidrMask; neither can be changed later",
      },
    },
    legal: {
      "16 nodes and a Pod CIDR for 16": (stack) => inFlannel(stack, "172.20.0.0/20", Capacity.fixed(16)),
    },
    unknown: {
      "a Pod CIDR that only Terraform knows": {
        build: (stack) => inFlannel(stack, textToken(stack), Capacity.fixed(17)),
        limit: "silent",
      },
    },
  },
  "flannel-pod-cidr-max-nodes": {
    violating: {
      "a pool that may outgrow the Pod CIDR": {
        build: (stack) => inFlannel(stack, "172.20.0.0/20", Capacity.autoscale({ min: 2, max: 17 })),
        at: "shop/cluster",
        got: "17 nodes at most, and a Pod CIDR with blocks for 16",
        want: "a block for each node",
        fix: "take a larger podCidr or a larger nodeCidrMask; neither can be changed later",
      },
    },
    legal: {
      "a pool that may fill the Pod CIDR": (stack) =>
        inFlannel(stack, "172.20.0.0/20", Capacity.autoscale({ min: 2, max: 16 })),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) =>
          inFlannel(stack, "172.20.0.0/20", Capacity.autoscale({ min: 2, max: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
};

/** An edge cluster whose edge can reach it. */
function edgeCluster(stack: TerraformStack): EdgeCluster {
  return new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack),
    publicApiServer: true,
  });
}

function edge(stack: TerraformStack, capacity: Capacity): void {
  const cluster = edgeCluster(stack);
  cluster.addNodePool("cloud", poolOptions({ capacity }));
}

function inFlannel(stack: TerraformStack, podCidr: string, capacity: Capacity): void {
  const cluster = proCluster(stack, { network: flannel(stack, { podCidr }) });
  cluster.addNodePool("workers", poolOptions({ capacity }));
}
