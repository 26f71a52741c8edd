import { ackGuide, edgeGuide, kubernetes, limitsOn } from "../limits";
import { exclusiveEniLabel } from "./exclusive-eni";
import type { NodePoolFacts } from "./facts";

const pool = limitsOn<NodePoolFacts>("Node pools");

/** OpenYurt sorts nodes into pools by these. */
const poolLabels = new Set([
  "openyurt.io/desired-nodepool",
  "apps.openyurt.io/desired-nodepool",
  "apps.openyurt.io/nodepool",
]);

/** Tells nodes of the cloud and of the edge apart. */
const edgeWorker = "alibabacloud.com/is-edge-worker";

/** What ACK leaves to people in its domain: how Terway gives interfaces to the Pods of a pool. */
const forPools = new Set([exclusiveEniLabel]);

/** The domains of Kubernetes, but for the parts of them that are for people. */
const ofKubernetes =
  /^(?!(node|node-role|node-restriction)\.kubernetes\.io\/)([^/]+\.)?(kubernetes\.io|k8s\.io)\//;

/** The limits on labels beyond their syntax. */
export const labelLimits = [
  pool.length(
    "node-label-count",
    "labels",
    { min: 0, max: 20, of: "labels" },
    {
      statement: "A pool is documented to have at most 20 labels.",
      source: ackGuide("27.6 Scale out a sandboxed cluster", "72361-72363"),
      advice: true,
      rows: ["node-label-rules"],
      fix: "leave out those that nothing selects by",
    },
  ),
  pool.each(
    "node-label-rules",
    "labels",
    {
      statement:
        "The key of a label of a pool is documented to have at most 64 characters, and not to start with aliyun.",
      source: ackGuide("27.6 Scale out a sandboxed cluster", "72352-72353"),
      advice: true,
      rows: ["node-label-rules"],
      fix: "take a shorter key, in a domain of your own",
    },
    (key) =>
      key.length > 64 || /^aliyun/i.test(key)
        ? {
            got: `the label key ${JSON.stringify(key)}`,
            want: "at most 64 characters that do not start with aliyun",
          }
        : undefined,
  ),
  pool.each(
    "node-label-reserved",
    "labels",
    {
      statement: "Labels in the domains of Kubernetes and of ACK are theirs to set.",
      source: kubernetes("Well-Known Labels, Annotations and Taints"),
      advice: true,
      fix: "take a key of your own, without a domain or in yours",
    },
    (key) =>
      // Most keys have no domain.
      key.includes("/") &&
      (ofKubernetes.test(key) || (key.startsWith("k8s.aliyun.com/") && !forPools.has(key)))
        ? {
            got: `the label key ${JSON.stringify(key)}`,
            want: "a key outside of kubernetes.io, k8s.io and k8s.aliyun.com",
          }
        : undefined,
  ),
  pool.monotone(
    "edge-worker-label",
    ["labels", "isEdge"],
    {
      statement: "In an edge cluster, ACK says with a label which nodes are in the cloud, and which are not.",
      source: edgeGuide("3.2 Release notes for Kubernetes 1.16; 4.5 Nodes in the cloud", "188, 649"),
      rows: ["is-edge-worker-reserved"],
      advice: true,
      fix: "leave the label out; ACK sets it",
    },
    ({ labels, isEdge }) =>
      isEdge
        ? labels
            .filter((key) => key === edgeWorker)
            .map((key) => ({ got: `the label ${key}`, want: "labels of your own" }))
        : [],
  ),
  pool.monotone(
    "enhanced-no-label-migration",
    ["labels", "isEdge"],
    {
      statement:
        "In an edge cluster, the labels that say to which pool a node belongs are not for people to set.",
      source: edgeGuide("6.2.4 Create an enhanced edge node pool", "1297"),
      rows: ["enhanced-no-label-migration"],
      fix: "leave the label out; ACK sets it",
    },
    ({ labels, isEdge }) =>
      isEdge
        ? labels
            .filter((key) => poolLabels.has(key))
            .map((key) => ({ got: `the label ${key}`, want: "labels of your own" }))
        : [],
  ),
];
