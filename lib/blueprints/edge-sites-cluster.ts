import type { Construct } from "constructs";
import { EdgeCluster, type EdgeClusterProps } from "../cluster";
import { FlannelNetwork } from "../network";
import { Capacity, Disk, InstanceSelection, type NodePool } from "../node-pool";
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

export interface EdgeSitesClusterProps extends NodeBlueprintProps {
  /** Two zones of the region or more, for the nodes in the cloud. */
  readonly zones: readonly [string, string, ...string[]];

  /** CIDR blocks of the sites, which a private line (Express Connect, VPN, CEN) leads into the VPC. */
  readonly siteCidrs: readonly [string, ...string[]];

  /**
   * Whether the cluster can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /** Other props of the cluster, such as `publicApiServer`. @default - those of `EdgeCluster` */
  readonly cluster?: ClusterChanges<EdgeClusterProps>;
}

/**
 * An edge cluster of the Pro edition: machines of sites join over a private line, and two nodes in two zones of the cloud run what the cluster needs
 * itself. `cluster.planEdgePool` plans the pools of the sites.
 */
export class EdgeSitesCluster extends Blueprint {
  public readonly network: FlannelNetwork;
  public readonly cluster: EdgeCluster;
  /** The nodes in the cloud. */
  public readonly cloud: NodePool;

  constructor(scope: Construct, id: string, props: EdgeSitesClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    this.network = FlannelNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: props.zones,
      onPremisesCidrs: props.siteCidrs,
    });
    this.cluster = new EdgeCluster(this, "cluster", {
      ...common,
      controlPlaneLogs: {},
      auditLog: {},
      removalPolicy: props.removalPolicy ?? RemovalPolicy.PROTECT,
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    this.cloud = this.cluster.addNodePool("cloud", {
      ...common,
      instances: InstanceSelection.types(...usualTypes),
      capacity: Capacity.fixed(2),
      systemDisk: Disk.essd({ sizeGiB: 120, encrypted: true }),
      login: props.login,
    });
  }

  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.isReachedFromOutside(this),
      ...claims.keepsNodes(this, 2),
      ...claims.survivesZoneLoss(this),
      ...claims.noPublicEndpoint(this),
      ...claims.keepsLogs(this),
      ...claims.isProtected(this),
    ];
  }
}
