import { edgeGuide, isToken, limitsOn } from "../limits";
import { cloudNodeTaint, edgeWorkerLabel } from "./edge-pods";
import type { WorkloadFacts } from "./workload-facts";

const pods = limitsOn<WorkloadFacts>("Pods");

/** What the components of ACK listen at on a machine at the edge. */
const portsOfNode = new Map([
  [10250, "the kubelet"],
  [10255, "the kubelet"],
  [10261, "the edge hub"],
  [10264, "the tunnel below 1.26"],
  [10265, "the tunnel below 1.26"],
  [10266, "the tunnel below 1.26"],
  [10267, "the edge hub"],
  [10268, "the edge hub"],
]);

/** The settings of the edge hub, in Kubernetes of before and after it was named after OpenYurt. */
const hubs = new Set(["edge-hub-cfg", "yurt-hub-cfg"]);
const CACHE_AGENTS = "cache_agents";

const givenByAck = new Set(["KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"]);

/** The limits on Pods of edge clusters, and on what their edge is told of them. */
export const edgePodLimits = [
  pods.each(
    "edge-worker-selector",
    "edgePods",
    {
      statement:
        "ACK tells nodes of the edge and of the cloud apart by a label that is true or false, as text.",
      source: edgeGuide("4.5 ECS nodes of edge clusters in the cloud", "649"),
      rows: ["edge-cloud-selector-quoted"],
      fix: "spec: { ...onCloudNodes(), container: [...] }, or onEdgeNodes()",
    },
    ({ at, isEdgeWorker }) =>
      isEdgeWorker === undefined || isEdgeWorker === "true" || isEdgeWorker === "false"
        ? undefined
        : {
            at,
            got: `${edgeWorkerLabel} ${JSON.stringify(isEdgeWorker)} in nodeSelector`,
            want: '"true" or "false"',
          },
  ),
  pods.each(
    "edge-cloud-taint",
    "edgePods",
    {
      statement:
        "In older edge clusters the nodes of the cloud are tainted, so that Pods of yours have to tolerate that.",
      source: edgeGuide("4.5 ECS nodes of edge clusters in the cloud", "635-656"),
      advice: true,
      rows: ["edge-cloud-taint"],
      fix: "spec: { ...onCloudNodes(), container: [...] }",
    },
    ({ at, isEdgeWorker, toleratesCloudTaint }) =>
      isEdgeWorker === "false" && !toleratesCloudTaint
        ? {
            at,
            got: "Pods for nodes of the cloud without a toleration",
            want: `a toleration of ${cloudNodeTaint}`,
          }
        : undefined,
  ),
  pods.each(
    "edge-hub-ports",
    "edgePods",
    {
      statement: "On machines at the edge, components of ACK listen at ports that Pods cannot have.",
      source: edgeGuide("8.2 Operations over the channel of the edge", "1664-1688"),
      advice: true,
      rows: ["edge-hub-ports"],
      fix: "take another port, or leave hostPort and hostNetwork out",
    },
    ({ at, isEdgeWorker, nodePorts }) => {
      const taken = isEdgeWorker === "false" ? undefined : nodePorts.find((port) => portsOfNode.has(port));
      return taken === undefined
        ? undefined
        : {
            at,
            got: `port ${taken} of the node, which is that of ${portsOfNode.get(taken)}`,
            want: "a free port",
          };
    },
  ),
  pods.each(
    "incluster-endpoint",
    "edgePods",
    {
      statement:
        "Pods at the edge reach the API server through their machine: ACK gives them its address and port.",
      source: edgeGuide("8.4 Run Pods with InClusterConfig at the edge", "1800-1804"),
      rows: ["incluster-endpoint"],
      fix: "leave the variable out",
    },
    ({ at, isEdgeWorker, variables }) => {
      const own = isEdgeWorker === "true" ? variables.find((name) => givenByAck.has(name)) : undefined;
      return own === undefined
        ? undefined
        : { at, got: `${own} of your own`, want: "the value that ACK gives" };
    },
  ),
  pods.each(
    "edge-hub-cache-agents",
    "edgeConfigMaps",
    {
      statement: "The programs for which the edge keeps answers are named in one text, parted by commas.",
      source: edgeGuide("8.4 Run Pods with InClusterConfig at the edge", "1826-1841"),
      rows: ["cache-agents-format"],
      fix: 'data: edgeHubCache("edge-app", "collector")',
    },
    ({ at, namespace, name, data: { [CACHE_AGENTS]: agents } }) =>
      namespace !== "kube-system" ||
      !hubs.has(name) ||
      agents === undefined ||
      isToken(agents) ||
      /^[^\s,，]+(, *[^\s,，]+)*$/.test(agents)
        ? undefined
        : { at, got: `${CACHE_AGENTS} ${JSON.stringify(agents)}`, want: "names parted by commas" },
  ),
];
