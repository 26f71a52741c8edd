import type { CsAutoscalingConfigConfig } from "@cdktf/provider-alicloud/lib/cs-autoscaling-config";
import type { NodePool } from "./node-pool";

/** Pools that the autoscaler takes before those of a lower priority. */
export interface PriorityOfPools {
  /** 1 to 100; the highest goes first. */
  readonly priority: number;
  readonly pools: readonly NodePool[];
}

/** Which of several pools grows when Pods find no node. */
export class Expander {
  /** The pool that is left with the least idle CPU, then memory. */
  public static leastWaste(): Expander {
    return new Expander("least-waste", undefined);
  }

  /** Any. */
  public static random(): Expander {
    return new Expander("random", undefined);
  }

  /** The pool of the highest priority that can grow. A pool without a priority never grows. */
  public static priority(...priorities: readonly PriorityOfPools[]): Expander {
    return new Expander("priority", priorities);
  }

  private constructor(
    public readonly name: string,
    public readonly priorities: readonly PriorityOfPools[] | undefined,
  ) {}
}

/** When nodes that are not needed go. */
export interface ScaleDown {
  /**
   * The share of its CPU and memory, 0 to 1, that Pods request of a node: below it the node is not needed.
   * @default 0.5
   */
  readonly utilizationThreshold?: number;

  /**
   * The same of GPUs.
   * @default 0.5
   */
  readonly gpuUtilizationThreshold?: number;

  /**
   * For how many minutes a node has to be not needed before it goes.
   * @default 10
   */
  readonly unneededMinutes?: number;

  /**
   * How many minutes after a growth nothing shrinks.
   * @default 10
   */
  readonly delayAfterScaleUpMinutes?: number;

  /**
   * Keeps nodes on which Pods have data in local storage.
   * @default false
   */
  readonly keepNodesWithLocalStorage?: boolean;

  /**
   * Evicts the Pods of DaemonSets from a node before it goes.
   * @default false
   */
  readonly evictDaemonSets?: boolean;

  /**
   * How many seconds a Pod has to end in.
   * @default 14400
   */
  readonly gracefulTerminationSeconds?: number;

  /**
   * A workload with fewer replicas keeps its node.
   * @default - none
   */
  readonly minReplicas?: number;
}

interface ScalerOptions {
  /**
   * How often, in seconds, it looks for Pods without a node: the console offers 15, 30 and 60.
   * @default 30
   */
  readonly scanIntervalSeconds?: number;
}

export interface ClusterAutoscalerOptions extends ScalerOptions {
  /** @default Expander.leastWaste() */
  readonly expander?: Expander;

  /**
   * When nodes go; `false` keeps every node.
   * @default - after ten minutes below half of their capacity
   */
  readonly scaleDown?: ScaleDown | false;
}

export interface GoatscalerOptions extends ScalerOptions {
  /**
   * When nodes go. It cannot be switched off for the whole cluster.
   * @default - after ten minutes below half of their capacity
   */
  readonly scaleDown?: ScaleDown;
}

/** What adds and removes nodes of autoscaled pools. */
export class Scaler {
  /** The cluster autoscaler of Kubernetes. */
  public static clusterAutoscaler(options: ClusterAutoscalerOptions = {}): Scaler {
    return new Scaler("cluster-autoscaler", options, options.expander ?? Expander.leastWaste());
  }

  /** Instant elasticity (goatscaler) of ACK: faster, and reckons with what is sold out. */
  public static goatscaler(options: GoatscalerOptions = {}): Scaler {
    return new Scaler("goatscaler", options, Expander.leastWaste());
  }

  private constructor(
    public readonly type: "cluster-autoscaler" | "goatscaler",
    public readonly options: ClusterAutoscalerOptions,
    public readonly expander: Expander,
  ) {}

  /**
   * The arguments of `alicloud_cs_autoscaling_config`. The provider never sends `false` or 0, and reads what is not sent: what
   * the service has switched on by itself is written out, and what it has off is left out.
   */
  public get scalerArguments(): CsAutoscalingConfigConfig {
    const { scaleDown = {}, scanIntervalSeconds = 30 } = this.options;
    const settings = scaleDown === false ? {} : scaleDown;
    return {
      scalerType: this.type,
      scanInterval: `${scanIntervalSeconds}s`,
      expander: this.expander.name,
      priorities: priorityArguments(this.expander.priorities),
      scaleDownEnabled: scaleDown !== false,
      utilizationThreshold: String(settings.utilizationThreshold ?? 0.5),
      gpuUtilizationThreshold: String(settings.gpuUtilizationThreshold ?? 0.5),
      // The names of the provider are the other way round than those of the autoscaler.
      coolDownDuration: `${settings.unneededMinutes ?? 10}m`,
      unneededDuration: `${settings.delayAfterScaleUpMinutes ?? 10}m`,
      skipNodesWithSystemPods: true,
      scaleUpFromZero: true,
      maxGracefulTerminationSec: settings.gracefulTerminationSeconds ?? 14_400,
      skipNodesWithLocalStorage: settings.keepNodesWithLocalStorage === true ? true : undefined,
      daemonsetEvictionForNodes: settings.evictDaemonSets === true ? true : undefined,
      minReplicaCount: settings.minReplicas === 0 ? undefined : settings.minReplicas,
    };
  }
}

function priorityArguments(priorities: readonly PriorityOfPools[] | undefined) {
  return priorities === undefined
    ? undefined
    : Object.fromEntries(
        priorities.map(({ priority, pools }) => [
          String(priority),
          pools.map(({ scalingGroupId }) => scalingGroupId).join(","),
        ]),
      );
}
