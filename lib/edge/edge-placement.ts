/** The label by which ACK tells nodes of the cloud and of the edge apart; its values are texts. */
const label = "alibabacloud.com/is-edge-worker";

/** A toleration of a Pod, as Kubernetes has it. */
export interface EdgeToleration {
  readonly key: string;
  readonly operator: "Exists";
  readonly effect: "NoSchedule";
}

/** What a Pod of an edge cluster says about where it runs. */
export interface EdgePlacement {
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly EdgeToleration[];
}

/**
 * For Pods that run on the nodes in the cloud, which ACK taints for its own components in older clusters. The names are those
 * of a Pod: `node_selector` and `toleration` of the provider of Kubernetes.
 */
export function onCloudNodes(): EdgePlacement {
  return {
    nodeSelector: { [label]: "false" },
    tolerations: [{ key: "node-role.alibabacloud.com/addon", operator: "Exists", effect: "NoSchedule" }],
  };
}

/** For Pods that run on the machines at the edge. */
export function onEdgeNodes(): EdgePlacement {
  return { nodeSelector: { [label]: "true" }, tolerations: [] };
}
