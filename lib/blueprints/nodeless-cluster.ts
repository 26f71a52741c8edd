import type { Construct } from "constructs";
import { AcsCluster, type AcsClusterProps } from "../cluster";
import { ServerlessNetwork } from "../network";
import { RemovalPolicy } from "../resource";
import { Blueprint, commonOf, usualCidr, type BlueprintProps, type ClusterChanges } from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface NodelessClusterProps extends BlueprintProps {
  /** Two zones of the region or more. */
  readonly zones: readonly [string, string, ...string[]];

  /**
   * Whether the cluster can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /** Other props of the cluster. @default - those of `AcsCluster` */
  readonly cluster?: ClusterChanges<AcsClusterProps>;
}

/**
 * A serverless cluster: no nodes to size, patch or pay for, Pods of Container Compute Service in several zones. New accounts get it in the place
 * of ACK Serverless.
 */
export class NodelessCluster extends Blueprint {
  public readonly network: ServerlessNetwork;
  public readonly cluster: AcsCluster;

  constructor(scope: Construct, id: string, props: NodelessClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    const { provider, dependsOn, lifecycle } = props;
    this.network = ServerlessNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: props.zones,
    });
    this.cluster = new AcsCluster(this, "cluster", {
      ...common,
      controlPlaneLogs: {},
      auditLog: {},
      removalPolicy: props.removalPolicy ?? RemovalPolicy.PROTECT,
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    this.cluster.addAddon("metrics", {
      ...{ provider, dependsOn, lifecycle },
      name: "metrics-server",
    });
  }

  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.atMostNodes(this, 0),
      ...claims.survivesZoneLoss(this),
      ...claims.noPublicEndpoint(this),
      ...claims.keepsLogs(this),
      ...claims.isProtected(this),
    ];
  }
}
