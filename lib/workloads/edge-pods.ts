/** The label by which ACK tells nodes of the cloud and of the edge apart; its values are texts. */
export const edgeWorkerLabel = "alibabacloud.com/is-edge-worker";

/** The taint that nodes of the cloud have in older edge clusters, to be kept for the components of ACK. */
export const cloudNodeTaint = "node-role.alibabacloud.com/addon";

/**
 * For Pods that run on the nodes in the cloud of an edge cluster: spread it into `spec` of their template. ACK taints these
 * nodes in older clusters.
 */
export function onCloudNodes(): {
  readonly nodeSelector: Record<string, string>;
  readonly toleration: { key: string; operator: string; effect: string }[];
} {
  return {
    nodeSelector: { [edgeWorkerLabel]: "false" },
    toleration: [{ key: cloudNodeTaint, operator: "Exists", effect: "NoSchedule" }],
  };
}

/** For Pods that run on the machines at the edge: spread it into `spec` of their template. */
export function onEdgeNodes(): { readonly nodeSelector: Record<string, string> } {
  return { nodeSelector: { [edgeWorkerLabel]: "true" } };
}
