import type { Construct } from "constructs";
import { ProCluster, type ProClusterProps } from "../cluster";
import { TerwayNetwork } from "../network";
import { Billing, Capacity, InstanceSelection, MultiAzPolicy, Scaler, type NodePool } from "../node-pool";
import { RemovalPolicy } from "../resource";
import {
  Blueprint,
  commonOf,
  usualCidr,
  usualTypes,
  type ClusterChanges,
  type NodeBlueprintProps,
} from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface CostSaverClusterProps extends NodeBlueprintProps {
  /** Two zones of the region or more: the more, the more spot instances there are. */
  readonly zones: readonly [string, string, ...string[]];

  /**
   * Nodes that are no spot instances, and always there.
   * @default 2
   */
  readonly baseNodes?: number;

  /**
   * Spot instances that come when Pods wait, and go when they are idle.
   * @default 20
   */
  readonly maxSpotNodes?: number;

  /**
   * Instance types of one size; the more, the more spot instances there are.
   * @default ecs.g7.xlarge, ecs.g6.xlarge, ecs.g8i.xlarge
   */
  readonly nodeTypes?: readonly string[];

  /**
   * Whether the cluster can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /** Other props of the cluster. @default - those of `ProCluster` */
  readonly cluster?: ClusterChanges<ProClusterProps>;
}

/**
 * A Pro cluster that costs little: a few nodes that stay, and spot instances beside them that come and go with the load. They are of the
 * cheapest type in any of its zones, are replaced before they are taken back, and give way to others paid by use where there are none.
 */
export class CostSaverCluster extends Blueprint {
  public readonly network: TerwayNetwork;
  public readonly cluster: ProCluster;
  /** The nodes that stay. */
  public readonly base: NodePool;
  /** Those that come and go. */
  public readonly spot: NodePool;
  private readonly bounds: { readonly base: number; readonly spot: number };

  constructor(scope: Construct, id: string, props: CostSaverClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    this.bounds = { base: props.baseNodes ?? 2, spot: props.maxSpotNodes ?? 20 };
    this.network = TerwayNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: props.zones,
    });
    this.cluster = new ProCluster(this, "cluster", {
      ...common,
      // It hears of the end of spot instances, so that others come in time.
      addons: [{ name: "ack-node-problem-detector" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
      removalPolicy: props.removalPolicy ?? RemovalPolicy.PROTECT,
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    const alike = {
      ...common,
      instances: InstanceSelection.types(...(props.nodeTypes ?? usualTypes)),
      login: props.login,
    };
    this.base = this.cluster.addNodePool("base", { ...alike, capacity: Capacity.fixed(this.bounds.base) });
    this.spot = this.cluster.addNodePool("spot", {
      ...alike,
      capacity: Capacity.autoscale({ min: 0, max: this.bounds.spot, type: "spot" }),
      billing: Billing.spot({ replaceReclaimed: true }),
      multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 0, compensateWithOnDemand: true }),
    });
    this.cluster.addAutoscaler("autoscaler", {
      ...{ provider: props.provider, dependsOn: props.dependsOn, lifecycle: props.lifecycle },
      scaler: Scaler.clusterAutoscaler({ scaleDown: { unneededMinutes: 5 } }),
    });
  }

  public checkClaims(): readonly ClaimFinding[] {
    const { base, spot } = this.bounds;
    return [
      ...claims.keepsNodes(this, base),
      ...claims.atMostNodes(this, base + spot),
      ...claims.holdsNodes(this, base + spot),
      ...claims.shrinksToNothing(this.spot),
      ...claims.survivesZoneLoss(this),
      ...claims.noPublicEndpoint(this),
    ];
  }
}
