import type { Construct } from "constructs";
import { ProCluster } from "../cluster";
import { Limits } from "../limits";
import { Egress, TerwayNetwork } from "../network";
import { Capacity, Disk, InstanceSelection, type NodePool } from "../node-pool";
import { RemovalPolicy } from "../resource";
import { SecretKmsEncryption } from "../security";
import { Blueprint, commonOf, usualCidr, usualTypes, type ProBlueprintProps } from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface PrivateClusterProps extends ProBlueprintProps {
  /**
   * CIDR blocks from which people and pipelines come in, over Express Connect, a VPN or CEN. No cluster of the VPC uses them.
   * @default - none
   */
  readonly onPremisesCidrs?: readonly string[];
}

/**
 * A Pro cluster that the internet does not reach, and that does not reach the internet: a private API server, no NAT gateway, no public
 * address. Images and add-ons come from registries inside of the VPC.
 */
export class PrivateCluster extends Blueprint {
  public readonly network: TerwayNetwork;
  public readonly cluster: ProCluster;
  public readonly nodes: NodePool;

  constructor(scope: Construct, id: string, props: PrivateClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.PROTECT;
    Limits.of(this).acknowledge("internet-needs-snat", {
      reason: "private by design: images and add-ons come from inside of the VPC",
    });
    this.network = TerwayNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: props.zones,
      onPremisesCidrs: props.onPremisesCidrs,
      egress: Egress.none(),
    });
    this.cluster = new ProCluster(this, "cluster", {
      ...common,
      secretEncryption: new SecretKmsEncryption(this, "secrets", { ...common, removalPolicy }),
      controlPlaneLogs: {},
      auditLog: {},
      removalPolicy,
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    this.nodes = this.cluster.addNodePool("nodes", {
      ...common,
      instances: InstanceSelection.types(...(props.nodeTypes ?? usualTypes)),
      capacity: Capacity.fixed(props.nodes ?? 3),
      systemDisk: Disk.essd({ sizeGiB: 120, encrypted: true }),
      login: props.login,
    });
  }

  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.noPublicEndpoint(this),
      ...claims.noWayOut(this),
      ...claims.survivesZoneLoss(this),
      ...claims.encryptsAtRest(this),
      ...claims.keepsLogs(this),
      ...claims.isProtected(this),
    ];
  }
}
