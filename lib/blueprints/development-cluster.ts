import type { Construct } from "constructs";
import { ManagedCluster, type ManagedClusterProps } from "../cluster";
import { TerwayNetwork } from "../network";
import { Capacity, InstanceSelection, type NodePool } from "../node-pool";
import { RemovalPolicy } from "../resource";
import { Blueprint, commonOf, usualCidr, type ClusterChanges, type NodeBlueprintProps } from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface DevelopmentClusterProps extends NodeBlueprintProps {
  /** One zone of the region, for example `cn-hangzhou-h`: a second one costs traffic between them. */
  readonly zone: string;

  /**
   * Number of nodes, 10 at most.
   * @default 2
   */
  readonly nodes?: number;

  /** @default ecs.g7.xlarge, ecs.g6.xlarge */
  readonly nodeTypes?: readonly string[];

  /**
   * Whether the cluster can be deleted.
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /** Other props of the cluster, such as `publicApiServer`. @default - those of `ManagedCluster` */
  readonly cluster?: ClusterChanges<ManagedClusterProps>;
}

/**
 * A small cluster to develop in: basic, so that the control plane costs nothing, one zone, a few nodes of a fixed number. It goes with its
 * stack, and its logs and load balancers with it.
 */
export class DevelopmentCluster extends Blueprint {
  public readonly network: TerwayNetwork;
  public readonly cluster: ManagedCluster;
  public readonly nodes: NodePool;

  constructor(scope: Construct, id: string, props: DevelopmentClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    this.network = TerwayNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: [props.zone],
    });
    this.cluster = new ManagedCluster(this, "cluster", {
      ...common,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.DESTROY,
      onDelete: {
        loadBalancers: "delete",
        applicationLoadBalancers: "delete",
        logs: "delete",
        controlPlaneLogs: "delete",
        privateZones: "delete",
      },
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    this.nodes = this.cluster.addNodePool("nodes", {
      ...common,
      instances: InstanceSelection.types(...(props.nodeTypes ?? ["ecs.g7.xlarge", "ecs.g6.xlarge"])),
      capacity: Capacity.fixed(props.nodes ?? 2),
      login: props.login,
    });
  }

  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.atMostNodes(this, 10),
      ...claims.holdsNodes(this, 10),
      ...claims.canBeDestroyed(this),
      ...claims.noPublicEndpoint(this),
    ];
  }
}
