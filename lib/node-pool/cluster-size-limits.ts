import { ackGuide, dedicatedGpuGuide, limitsOn, type FactList } from "../limits";

/** How large a cluster is, by the pools that the app knows. */
export interface ClusterSizeFacts {
  /** Undefined for a cluster that the app does not own. */
  readonly edition: "basic" | "pro" | undefined;
  /** The nodes that each pool begins with. */
  readonly firstNodes: FactList<number>;
}

const size = limitsOn<ClusterSizeFacts>("Clusters");

/**
 * What a pool may grow to is not counted: the service takes any bound, and stops where the quota ends. What a cluster
 * begins with, it refuses.
 */
export const clusterSizeLimits = [
  size.quota(
    "cluster-node-quota",
    "clusterNodes",
    ["firstNodes"],
    {
      statement: "A cluster has at most 100 nodes by default; what its pools begin with fits into the quota.",
      source: dedicatedGpuGuide("Restrictions", "24"),
      rows: [
        "edge-max-nodes-pro",
        "mixed-nodes-100",
        "quota-clusters-nodes-new",
        "reg-nodes-per-cluster-100",
      ],
    },
    ({ firstNodes }, max) => {
      const nodes = total(firstNodes);
      return nodes > max
        ? [
            {
              got: `${nodes} nodes to begin with, over ${firstNodes.length === 1 ? "1 pool" : `${firstNodes.length} pools`}`,
              want: `at most ${max}, the quota of nodes of a cluster (clusterNodes)`,
              fix:
                "begin with fewer, or raise the quota (Quota Center, product ACK) and declare it: " +
                `Quotas.of(stack).set({ clusterNodes: ${nodes} })`,
            },
          ]
        : [];
    },
  ),
  size.monotone(
    "basic-cluster-nodes",
    ["edition", "firstNodes"],
    {
      // The manual of 2021 says 100, which clusters of that time still have; those made today have 10.
      statement:
        "A basic cluster, or an edge cluster of the standard edition, has at most 10 nodes when it is made today.",
      source: ackGuide("5.1 Overview of ACK Pro clusters", "6994-6996"),
      rows: ["edge-max-nodes-std", "standard-node-limit"],
      advice: true,
      fix: "take a Pro edition; a basic cluster becomes one in place",
    },
    ({ edition, firstNodes }) => {
      const nodes = edition === "basic" ? total(firstNodes) : 0;
      return nodes > 10
        ? [
            {
              got: `${nodes} nodes to begin with in a basic cluster`,
              want: "at most 10 (100 in clusters of 2021)",
            },
          ]
        : [];
    },
  ),
];

function total(nodes: readonly number[]): number {
  return nodes.reduce((sum, count) => sum + count, 0);
}
