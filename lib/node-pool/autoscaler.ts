import { CsAutoscalingConfig } from "@cdktf/provider-alicloud/lib/cs-autoscaling-config";
import { Construct } from "constructs";
import { clusterAddons } from "../addons";
import type { INodeCluster } from "../cluster/kinds";
import { declareFacts, fact, joinRelation } from "../limits";
import { inheritProvider, metaArguments, type ResourceOptions, type Timeouts } from "../resource";
import { autoscalerLimits } from "./autoscaler-limits";
import { clusterPools } from "./cluster-pools";
import { Scaler } from "./scaler";

/** What an autoscaler takes, whatever its cluster. */
export interface AutoscalerOptions extends ResourceOptions {
  /**
   * What adds and removes nodes. Can be changed in place.
   * @default Scaler.clusterAutoscaler()
   */
  readonly scaler?: Scaler;

  /** @default - create 90m, update 60m, delete 60m */
  readonly timeouts?: Timeouts;
}

export interface AutoscalerProps extends AutoscalerOptions {
  readonly cluster: INodeCluster;
}

/**
 * The autoscaler of a cluster: it keeps autoscaled pools within their bounds. A cluster has one. It takes the RAM role
 * AliyunCSManagedAutoScalerRole of the account. Removing it leaves the autoscaler running: the provider only forgets it.
 */
export class Autoscaler extends Construct {
  /** The generated resource: every attribute, and `addOverride` for every argument. */
  public readonly resource: CsAutoscalingConfig;

  constructor(scope: Construct, id: string, props: AutoscalerProps) {
    super(scope, id);
    const { cluster, scaler = Scaler.clusterAutoscaler() } = props;
    const provider = inheritProvider(this, props.provider, cluster.provider);
    this.resource = new CsAutoscalingConfig(this, "config", {
      ...metaArguments(this, { ...props, provider }),
      clusterId: cluster.clusterId,
      ...scaler.scalerArguments,
      timeouts: props.timeouts,
    });

    const { scaleDown, scanIntervalSeconds } = scaler.options;
    const settings = scaleDown === false || scaleDown === undefined ? {} : scaleDown;
    const priorities = scaler.expander.priorities;
    const listed = (priorities ?? []).flatMap(({ pools }) => pools.map(({ node }) => node.path));
    declareFacts(this, autoscalerLimits, {
      scanIntervalSeconds: fact(scanIntervalSeconds),
      utilizationThreshold: fact(settings.utilizationThreshold),
      gpuUtilizationThreshold: fact(settings.gpuUtilizationThreshold),
      unneededMinutes: fact(settings.unneededMinutes),
      delayAfterScaleUpMinutes: fact(settings.delayAfterScaleUpMinutes),
      gracefulTerminationSeconds: fact(settings.gracefulTerminationSeconds),
      minReplicas: fact(settings.minReplicas),
      priorities: priorities?.map(({ priority }) => priority),
      prioritisedPools: priorities === undefined ? undefined : listed,
    });
    joinRelation(this, clusterPools, cluster.groupKey, {
      kind: "autoscaler",
      prioritised: priorities === undefined ? undefined : new Set(listed),
      isOutside: cluster.kind === "registered",
    });
    if (cluster.kind === "registered") {
      // It runs there, and calls Alibaba Cloud.
      joinRelation(this, clusterAddons, cluster.groupKey, { kind: "outside-component", name: scaler.type });
    }
  }
}
