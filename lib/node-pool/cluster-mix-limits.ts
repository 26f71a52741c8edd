import { ackGuide, findingsOf, limitsOn, type Fact, type FactList } from "../limits";

export interface SizedPool {
  readonly path: string;
  readonly nodes: number;
}

/** How the pools of a cluster go together, by those that the app knows. */
export interface ClusterMixFacts {
  /** Whether all pools can be in the app, because it makes the cluster. */
  readonly isOwned: boolean;
  /** Nodes that the cluster has to keep in the cloud; 0 unless it is an edge cluster. */
  readonly minCloudNodes: number;
  readonly poolCount: number;
  readonly autoscaledPools: number;
  /** The nodes that each pool begins with. */
  readonly sizes: FactList<SizedPool>;
  /** All of them; unknown when the size of a pool is. */
  readonly minNodes: Fact<number>;
}

const pools = limitsOn<ClusterMixFacts>("Node pools");

export const clusterMixLimits = [
  pools.quota(
    "node-pool-count-20",
    "nodePools",
    ["poolCount"],
    {
      statement: "A cluster has at most 20 node pools by default.",
      source: ackGuide("6.2.1 Node pools", "9159"),
      rows: ["node-pool-count-20"],
    },
    ({ poolCount }, max) =>
      poolCount <= max
        ? []
        : [
            {
              got: `${poolCount} node pools`,
              want: `at most ${max}, the quota of node pools of a cluster (nodePools)`,
              fix:
                "make fewer, larger pools, or raise the quota (Quota Center, product ACK) and declare it: " +
                `Quotas.of(stack).set({ nodePools: ${poolCount} })`,
            },
          ],
  ),
  pools.quota(
    "node-pool-nodes-1000",
    "nodePoolNodes",
    ["sizes"],
    {
      statement: "A node pool has at most 1,000 nodes by default; what it begins with fits into the quota.",
      source: ackGuide("6.2.1 Node pools", "9159"),
      rows: ["node-pool-nodes-1000"],
    },
    ({ sizes }, max) =>
      findingsOf(sizes, ({ path, nodes }) =>
        nodes <= max
          ? undefined
          : {
              at: path,
              got: `${nodes} nodes to begin with`,
              want: `at most ${max}, the quota of nodes of a pool (nodePoolNodes)`,
              fix:
                "make several pools, or raise the quota (Quota Center, product ACK) and declare it: " +
                `Quotas.of(stack).set({ nodePoolNodes: ${nodes} })`,
            },
      ),
  ),
  pools.limit(
    "worker-count-recommended-2",
    ["isOwned", "minCloudNodes", "poolCount", "minNodes"],
    {
      statement: "A cluster had better begin with 2 nodes: its components suffer on fewer.",
      source: ackGuide("4.3.2 Create a managed cluster", "4844-4845"),
      advice: true,
      rows: ["worker-count-recommended-2"],
      fix: "begin with 2: Capacity.fixed(2), or Capacity.autoscale({ min: 2, max: ... })",
    },
    // No node at all is how a cluster is parked; edge clusters have a limit of their own.
    ({ isOwned, minCloudNodes, poolCount, minNodes }) =>
      isOwned && minCloudNodes === 0 && poolCount > 0 && minNodes === 1
        ? [{ got: "pools with 1 node to begin with", want: "at least 2" }]
        : [],
  ),
  pools.limit(
    "node-pool-default-no-autoscale",
    ["isOwned", "poolCount", "autoscaledPools", "minNodes"],
    {
      statement:
        "Where every pool is autoscaled, something had better keep nodes for the components of the cluster.",
      source: ackGuide("6.2.1 Node pools", "9178-9179"),
      advice: true,
      rows: ["node-pool-default-no-autoscale"],
      fix: "add a pool with Capacity.fixed(2), or let one keep some: min: 2",
    },
    ({ isOwned, poolCount, autoscaledPools, minNodes }) =>
      isOwned && poolCount > 0 && autoscaledPools === poolCount && minNodes === 0
        ? [
            {
              got: "autoscaled pools alone, all of which may lose their last node",
              want: "a pool of fixed size, or one that keeps nodes",
            },
          ]
        : [],
  ),
];
