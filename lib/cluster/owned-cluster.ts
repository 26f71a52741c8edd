import { CsManagedKubernetes } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { clusterAddons } from "../addons";
import { joinRelation, sameAccount, type Fact } from "../limits";
import { vswitchVpcs, type INetwork, type IVpc, type NetworkBinding, type NetworkPlugin } from "../network";
import { clusterPools, NodePool, upgradeWindows, type NodePoolOptions } from "../node-pool";
import { inheritProvider, metaArguments, RemovalPolicy } from "../resource";
import { accountClusters } from "./account-clusters";
import { ownedAddonMember } from "./addon-member";
import { clusterArguments } from "./cluster-arguments";
import { ClusterBase } from "./cluster-base";
import type { ClusterProps } from "./cluster-props";
import { joinSurroundings } from "./join-surroundings";
import { judgeCluster } from "./judge-cluster";
import type { KindOfCluster } from "./kind-of-cluster";
import type { ClusterEdition, INodeCluster, NodeClusterKind } from "./kinds";
import { judgeSharedVpc } from "./network-limits";
import { ClusterSecurityGroup } from "./security-group";

/** A cluster of this app whose control plane ACK runs. */
export abstract class OwnedCluster extends ClusterBase {
  /** The generated resource: every attribute, and `addOverride` for every argument. */
  public readonly resource: CsManagedKubernetes;
  public readonly edition: ClusterEdition;
  public readonly clusterId: string;
  public readonly provider: TerraformProvider | undefined;
  public readonly name: string;
  public readonly nodeVSwitches: ReadonlyMap<string, string>;
  public readonly groupKey: string;
  public readonly kubernetesVersion: string | undefined;
  public readonly networkPlugin: NetworkPlugin;
  public readonly vpc: IVpc;
  public readonly network: INetwork;
  public readonly nodesTakeRoutes: boolean;

  protected constructor(scope: Construct, id: string, props: ClusterProps, kind: KindOfCluster) {
    super(scope, id);
    this.name = props.name;
    this.edition = kind.edition;
    this.provider = inheritProvider(this, props.provider, props.network.provider);
    this.kubernetesVersion = props.version;
    this.network = props.network;
    this.networkPlugin = props.network.plugin;
    this.vpc = props.network.vpc;
    this.nodeVSwitches = props.network.nodeVSwitches;
    this.groupKey = `new:${this.node.path}`;

    this.nodesTakeRoutes = kind.routesInVpc && this.networkPlugin === "flannel";

    const binding = props.network.bind(this);
    const isProtected = (props.removalPolicy ?? RemovalPolicy.PROTECT) === RemovalPolicy.PROTECT;
    this.resource = new CsManagedKubernetes(this, "cluster", {
      ...metaArguments(
        this,
        { ...props, provider: this.provider },
        {
          dependsOn: [...binding.before, ...kind.before],
          lifecycle: isProtected ? { preventDestroy: true } : {},
        },
      ),
      ...clusterArguments(props, binding, kind),
      deletionProtection: isProtected,
      timeouts: props.timeouts,
    });
    this.clusterId = this.resource.id;
    this.declare(props, kind, binding);
  }

  private declare(props: ClusterProps, kind: KindOfCluster, binding: NetworkBinding): void {
    const name: Fact<string> = judgeCluster(this, props, kind, binding);
    judgeSharedVpc(this, props.network, kind.isEdge);
    const securityGroups = props.securityGroup?.madeByAck === false ? 0 : 1;
    joinRelation(this, accountClusters, sameAccount, { name, securityGroups, scope: this });
    joinSurroundings(this, props, kind, binding);
    joinRelation(this, vswitchVpcs, "app", {
      vpc: this.vpc.groupKey,
      vswitchIds: [...binding.vswitchIds, ...(binding.podVSwitchIds ?? [])],
      isCluster: true,
    });
    joinRelation(this, clusterAddons, this.groupKey, ownedAddonMember(props, binding));
    joinRelation(this, upgradeWindows, this.groupKey, {
      hasWindow: props.maintenanceWindow !== undefined,
    });
    joinRelation(this, clusterPools, this.groupKey, {
      kind: "cluster",
      edition: kind.edition,
      minCloudNodes: kind.minCloudNodes,
      podCidr: binding.podCidr,
      nodeCidrMask: binding.nodeCidrMask,
      isIsolated: binding.isIsolated === true,
      zones: binding.vswitchIds.length,
      groupCapacity: (props.securityGroup ?? ClusterSecurityGroup.enterprise()).capacity,
    });
  }
}

/** A cluster of this app that has nodes. `Options` are the props of its node pools. */
export abstract class OwnedNodeCluster<Options extends NodePoolOptions>
  extends OwnedCluster
  implements INodeCluster
{
  public abstract override readonly kind: NodeClusterKind;

  /** Adds a node pool. The id is part of its Terraform address, and its name unless you give one. */
  public addNodePool(id: string, options: Options): NodePool {
    return new NodePool(this, id, { ...options, cluster: this });
  }
}
