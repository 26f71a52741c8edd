import type { TerraformStack } from "cdktf";
import type { ProCluster } from "cdktf-ack";
import {
  Capacity,
  EdgeCluster,
  Limits,
  ManagedCluster,
  Quotas,
  RegisteredCluster,
  type EdgeClusterProps,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, numberToken, poolOptions, proCluster, terway, podAddressAdvice } from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];

type AnyCluster = ProCluster | ManagedCluster | EdgeCluster;

/** A pool for each of these capacities. */
function addPools(cluster: AnyCluster, ...capacities: readonly Capacity[]): void {
  capacities.forEach((capacity, index) => cluster.addNodePool(`pool-${index}`, poolOptions({ capacity })));
}

const pro =
  (...nodes: readonly number[]) =>
  (stack: TerraformStack) =>
    addPools(
      proCluster(stack, { network: terway(stack, { zones }) }),
      ...nodes.map((count) => Capacity.fixed(count)),
    );
const basic = (nodes: number) => (stack: TerraformStack) =>
  addPools(
    new ManagedCluster(stack, "cluster", { name: "shop", network: terway(stack) }),
    Capacity.fixed(nodes),
  );
const edge = (nodes: number, edition: EdgeClusterProps["edition"]) => (stack: TerraformStack) => {
  // One node of an edge cluster has to hold what the Pod CIDR has blocks for.
  const network = flannel(stack, { podCidr: "172.16.0.0/14", serviceCidr: "192.168.0.0/20" });
  addPools(
    new EdgeCluster(stack, "cluster", { name: "shop", network, edition, publicApiServer: true }),
    Capacity.fixed(nodes),
  );
};
const granted = (clusterNodes: number, build: (stack: TerraformStack) => void) => (stack: TerraformStack) => {
  Quotas.of(stack).set({ clusterNodes, nodePoolNodes: 2000 });
  for (const id of ["node-pool-scale-step-500", "zone-count-by-need", ...podAddressAdvice]) {
    Limits.of(stack).acknowledge(id, { reason: "the pools of tests grow in one step, in one zone" });
  }
  build(stack);
};

/** A registered cluster with a pool of so many nodes. */
const registered = (nodes: number) => (stack: TerraformStack) =>
  RegisteredCluster.fromAttributes(stack, "cluster", {
    clusterId: "c123",
    nodeVSwitches: { h: "vsw-1", i: "vsw-2" },
  }).addNodePool("pool", poolOptions({ capacity: Capacity.fixed(nodes) }));
const tooMany = (nodes: number, pools: string, max = 100) => ({
  at: "shop/cluster",
  got: `${nodes} nodes to begin with, over ${pools}`,
  want: `at most ${max}, the quota of nodes of a cluster (clusterNodes)`,
  fix:
    "begin with fewer, or raise the quota (Quota Center, product ACK) and declare it: " +
    `Quotas.of(stack).set({ clusterNodes: ${nodes} })`,
});
const notBasic = (nodes: number) => ({
  at: "shop/cluster",
  got: `${nodes} nodes to begin with in a basic cluster`,
  want: "at most 10 (100 in clusters of 2021)",
  fix: "take a Pro edition; a basic cluster becomes one in place",
});

/** How many nodes all pools of a cluster begin with. */
export const clusterSizeCases: CasesById = {
  "cluster-node-quota": {
    violating: {
      "101 nodes in two pools": {
        build: pro(60, 41),
        ...tooMany(101, "2 pools"),
        rows: ["mixed-nodes-100", "quota-clusters-nodes-new"],
      },
      "101 cloud nodes of a registered cluster": {
        build: registered(101),
        ...tooMany(101, "1 pool"),
        at: "shop/cluster/pool",
        rows: ["reg-nodes-per-cluster-100"],
      },
      "1,001 nodes of an edge Pro cluster to which 1,000 are granted": {
        build: granted(1000, edge(1001, "pro")),
        ...tooMany(1001, "1 pool", 1000),
        rows: ["edge-max-nodes-pro"],
      },
      "101 nodes, in pools of which only Terraform knows the size of one": {
        build: (stack) =>
          addPools(
            proCluster(stack, { network: terway(stack, { zones }) }),
            Capacity.fixed(101),
            Capacity.fixed(numberToken(stack)),
          ),
        ...tooMany(101, "1 pool"),
      },
    },
    legal: {
      "100 nodes in two pools": {
        build: pro(60, 40),
        rows: ["mixed-nodes-100", "quota-clusters-nodes-new"],
      },
      "100 cloud nodes of a registered cluster": {
        build: registered(100),
        rows: ["reg-nodes-per-cluster-100"],
      },
      "1,000 nodes of an edge Pro cluster to which 1,000 are granted": {
        build: granted(1000, edge(1000, "pro")),
        rows: ["edge-max-nodes-pro"],
      },
      "a pool that may grow to 2,000 nodes": granted(100, (stack) =>
        addPools(proCluster(stack), Capacity.autoscale({ min: 2, max: 2000 })),
      ),
      "60 nodes in each of two clusters": (stack) => {
        addPools(proCluster(stack, { id: "one" }), Capacity.fixed(60));
        addPools(proCluster(stack, { id: "two" }), Capacity.fixed(60));
      },
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => addPools(proCluster(stack), Capacity.fixed(numberToken(stack))),
        limit: "partly",
      },
    },
  },
  "basic-cluster-nodes": {
    violating: {
      "11 nodes of a basic cluster": {
        build: basic(11),
        ...notBasic(11),
        rows: ["standard-node-limit"],
      },
      "11 nodes of an edge cluster of the standard edition": {
        build: edge(11, "standard"),
        ...notBasic(11),
        rows: ["edge-max-nodes-std"],
      },
      "101 nodes of a basic cluster, which were too many in 2021": {
        build: granted(101, basic(101)),
        ...notBasic(101),
        rows: ["standard-node-limit"],
      },
    },
    legal: {
      "10 nodes of a basic cluster": { build: basic(10), rows: ["standard-node-limit"] },
      "10 nodes of an edge cluster of the standard edition": {
        build: edge(10, "standard"),
        rows: ["edge-max-nodes-std"],
      },
      "11 nodes of a Pro cluster": pro(11),
      "11 nodes of an edge Pro cluster": edge(11, "pro"),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => addPools(proCluster(stack), Capacity.fixed(numberToken(stack))),
        limit: "partly",
      },
    },
  },
};
