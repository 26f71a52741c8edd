import type { StringMap, TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { clusterAddons } from "../addons";
import { joinRelation, sameAccount, type Fact } from "../limits";
import { vswitchVpcs, type INetwork, type IVpc, type NetworkBinding, type NetworkPlugin } from "../network";
import { clusterPools, upgradeWindows } from "../node-pool";
import { inheritProvider, metaArguments, RemovalPolicy, type MetaArguments } from "../resource";
import { accountClusters } from "./account-clusters";
import { joinBalancers, reachesInternet } from "./api-server";
import { ownedAddonMember } from "./addon-member";
import { ClusterBase } from "./cluster-base";
import type { ClusterProps } from "./cluster-props";
import { joinSurroundings } from "./join-surroundings";
import { judgeCluster } from "./judge-cluster";
import type { KindOfCluster } from "./kind-of-cluster";
import type { ApiServerAddresses, ClusterEdition } from "./kinds";
import { judgeSharedVpc } from "./network-limits";
import { ClusterSecurityGroup } from "./security-group";

/** What a cluster says about itself beside its own arguments. */
export interface ClusterBasics extends MetaArguments {
  readonly deletionProtection: boolean;
  readonly timeouts: ClusterProps["timeouts"];
}

/** Makes the resource of a cluster, whose construct is the scope. */
export type MakeCluster<Resource> = (
  scope: Construct,
  basics: ClusterBasics,
  binding: NetworkBinding,
) => Resource;

/** What the resources of all kinds of clusters tell. */
interface ClusterAttributes {
  readonly id: string;
  readonly connections: StringMap;
}

/** A cluster of this app. */
export abstract class OwnedCluster<
  Resource extends TerraformResource = TerraformResource,
> extends ClusterBase {
  /** The generated resource: every attribute, and `addOverride` for every argument. */
  public readonly resource: Resource;
  public readonly edition: ClusterEdition | undefined;
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
  public readonly apiServer: ApiServerAddresses;

  protected constructor(
    scope: Construct,
    id: string,
    props: ClusterProps,
    kind: KindOfCluster,
    make: MakeCluster<Resource & ClusterAttributes>,
  ) {
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
    const meta = metaArguments(
      this,
      { ...props, provider: this.provider },
      {
        dependsOn: [...binding.before, ...kind.before, ...(props.securityGroup?.before ?? [])],
        lifecycle: isProtected ? { preventDestroy: true } : {},
      },
    );
    const resource = make(
      this,
      { ...meta, deletionProtection: isProtected, timeouts: props.timeouts },
      binding,
    );
    this.resource = resource;
    this.clusterId = resource.id;
    this.apiServer = addressesOf(resource, reachesInternet(props));
    this.declare(props, kind, binding);
  }

  private declare(props: ClusterProps, kind: KindOfCluster, binding: NetworkBinding): void {
    const name: Fact<string> = judgeCluster(this, props, kind, binding);
    judgeSharedVpc(this, props.network, kind.isEdge);
    const securityGroups = props.securityGroup?.madeByAck === false ? 0 : 1;
    joinRelation(this, accountClusters, sameAccount, { name, securityGroups, scope: this });
    joinSurroundings(this, props, kind, binding);
    joinBalancers(this, props);
    joinRelation(this, vswitchVpcs, "app", {
      vpc: this.vpc.groupKey,
      vswitchIds: [...binding.vswitchIds, ...(binding.podVSwitchIds ?? [])],
      isCluster: true,
    });
    joinRelation(this, clusterAddons, this.groupKey, ownedAddonMember(props, binding, kind.kind));
    if (binding.plugin !== "none") {
      this.expectNodes(props, kind, binding);
    }
  }

  /** What the cluster and its node pools have to agree on. */
  private expectNodes(props: ClusterProps, kind: KindOfCluster, binding: NetworkBinding): void {
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

/** Tokens are made when somebody asks for them: most apps never do. */
function addressesOf({ connections }: ClusterAttributes, isPublic: Fact<boolean>): ApiServerAddresses {
  return {
    isPublic,
    get internet() {
      return connections.lookup("api_server_internet");
    },
    get intranet() {
      return connections.lookup("api_server_intranet");
    },
  };
}
