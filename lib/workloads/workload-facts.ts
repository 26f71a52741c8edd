import type { FactList, Named } from "../limits";
import type { ConfigMap } from "./config-maps";
import type { EdgePod } from "./edge-pod-facts";
import type { PodFacts } from "./pod-facts";

/** What the limits of the Pods of one cluster need to know. */
export interface WorkloadFacts extends PodFacts {
  /** Whether the app makes the cluster, and so knows its pools. */
  readonly isOwned: boolean;
  readonly isDedicated: boolean;
  /** The Pods of an edge cluster; none of others. */
  readonly edgePods: FactList<EdgePod>;
  /** The ConfigMaps of an edge cluster; none of others. */
  readonly edgeConfigMaps: FactList<ConfigMap>;
  /** In how many different ways pools of the app share GPUs. */
  readonly waysToShare: number;
  readonly hasSandboxes: boolean;
  /** Into which parts pools of the app split GPUs; undefined where none does, or Terraform alone knows. */
  readonly partitions: ReadonlySet<string> | undefined;
  readonly runtimeClasses: FactList<Named>;
}
