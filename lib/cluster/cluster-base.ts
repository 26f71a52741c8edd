import { CsManagedKubernetes } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import {
  DefaultTokenResolver,
  dependable,
  StringConcat,
  Tokenization,
  type TerraformProvider,
  type TerraformResource,
} from "cdktf";
import { Construct } from "constructs";
import { Addon, clusterAddons, type AddonOptions } from "../addons";
import { joinRelation, sameAccount, type Fact } from "../limits";
import { vswitchVpcs, type INetwork, type IVpc, type NetworkBinding } from "../network";
import { clusterPools, NodePool, upgradeWindows, type NodePoolOptions } from "../node-pool";
import { inheritProvider, metaArguments, RemovalPolicy } from "../resource";
import { accountClusters } from "./account-clusters";
import { ownedAddonMember } from "./addon-member";
import { clusterArguments } from "./cluster-arguments";
import type { ClusterProps } from "./cluster-props";
import { joinSurroundings } from "./join-surroundings";
import { judgeCluster } from "./judge-cluster";
import type { KindOfCluster } from "./kind-of-cluster";
import type { ClusterEdition, ClusterKind, ICluster } from "./kinds";
import { judgeSharedVpc } from "./network-limits";
import { ClusterSecurityGroup } from "./security-group";

/** What clusters of all kinds can do, owned and existing alike. `Options` are the props of their node pools. */
export abstract class ClusterBase<Options extends NodePoolOptions> extends Construct implements ICluster {
  public abstract readonly kind: ClusterKind;
  public abstract readonly edition: ClusterEdition | undefined;
  public abstract readonly clusterId: string;
  public abstract readonly provider: TerraformProvider | undefined;
  public abstract readonly nodeVSwitches: ReadonlyMap<string, string>;
  public abstract readonly groupKey: string;
  public abstract readonly kubernetesVersion: string | undefined;
  public abstract readonly networkPlugin: "terway" | "flannel" | undefined;
  public abstract readonly vpc: IVpc | undefined;
  public abstract readonly network: INetwork | undefined;
  public abstract readonly nodesTakeRoutes: boolean;
  private readonly pools: TerraformResource[] = [];
  private waiting: TerraformResource[] = [];

  /** Adds a node pool. The id is part of its Terraform address, and its name unless you give one. */
  public addNodePool(id: string, options: Options): NodePool {
    return new NodePool(this, id, { ...options, cluster: this });
  }

  /** Adds an add-on that Terraform manages. The id is part of its Terraform address. */
  public addAddon(id: string, options: AddonOptions): Addon {
    return new Addon(this, id, { ...options, cluster: this });
  }

  public waitForNodes(addon: TerraformResource): void {
    this.waiting.push(addon);
    this.orderAddons();
  }

  public nodesComeFrom(pool: TerraformResource, hasNodes: boolean): void {
    if (hasNodes) {
      this.pools.push(pool);
      this.orderAddons();
    }
  }

  /** An add-on whose Pods find no node times out, so each waits for a pool that has one, in whatever order they were made. */
  private orderAddons(): void {
    this.waiting = this.waiting.filter((addon) => {
      const pool = this.pools.find((candidate) => canWaitFor(addon, candidate));
      if (pool !== undefined) {
        addon.dependsOn = [...(addon.dependsOn ?? []), dependable(pool)];
      }
      return pool === undefined;
    });
  }
}

/** Terraform orders within one stack only, and a pool may itself wait for the add-on. */
function canWaitFor(addon: TerraformResource, pool: TerraformResource): boolean {
  return addon.cdktfStack === pool.cdktfStack && !waitsFor(pool, addon);
}

function waitsFor(pool: TerraformResource, addon: TerraformResource): boolean {
  return (pool.dependsOn ?? []).some(
    (before) => resolved(pool, before) === resolved(pool, dependable(addon)),
  );
}

/** cdktf writes dependencies as tokens, which differ for one and the same address. */
function resolved(scope: TerraformResource, text: string): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(text, { scope, resolver, preparing: false });
}

/** A cluster of this app. */
export abstract class OwnedCluster<Options extends NodePoolOptions> extends ClusterBase<Options> {
  /** The generated resource: every attribute, and `addOverride` for every argument. */
  public readonly resource: CsManagedKubernetes;
  public readonly edition: ClusterEdition;
  public readonly clusterId: string;
  public readonly provider: TerraformProvider | undefined;
  public readonly name: string;
  public readonly nodeVSwitches: ReadonlyMap<string, string>;
  public readonly groupKey: string;
  public readonly kubernetesVersion: string | undefined;
  public readonly networkPlugin: "terway" | "flannel";
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
