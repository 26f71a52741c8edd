import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { clusterAddons } from "../addons";
import { isToken, joinRelation, orRefuse } from "../limits";
import type { INetwork, IVpc, NetworkPlugin } from "../network";
import {
  NodePool,
  type NodePoolOptions,
  Autoscaler,
  type AutoscalerOptions,
  ZonalNodePools,
  type ZonalNodePoolsOptions,
} from "../node-pool";
import { ValueError } from "../values";
import { importedAddonMember } from "./addon-member";
import { ClusterBase } from "./cluster-base";
import type { ApiServerAddresses, ClusterEdition, ClusterKind, INodeCluster, NodeClusterKind } from "./kinds";
import { importedAttributeLimit } from "./limits";

/** What the app is told about a cluster that it does not own. */
export interface ClusterAttributes {
  readonly clusterId: string;

  /**
   * The provider configuration of what is made for the cluster.
   * @default - the configuration without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * vSwitches for node pools, by the key of their zone.
   * @default - node pools have to name theirs
   */
  readonly nodeVSwitches?: Readonly<Record<string, string>>;

  /**
   * The VPC of the cluster. Pools of a Flannel cluster count against its route entries.
   * @default - unknown
   */
  readonly vpc?: IVpc;

  /**
   * The network plug-in of the cluster.
   * @default - unknown
   */
  readonly plugin?: "terway" | "flannel";

  /**
   * Addresses of the API server, `https://10.0.0.1:6443`. A way in over the VPC needs `intranet`: the kubeconfig that Terraform
   * reads has the public address.
   * @default - the address that stands in the kubeconfig
   */
  readonly apiServer?: { readonly internet?: string; readonly intranet?: string };
}

/** Flannel is an overlay at the edge, and what it is in a registered cluster nobody knows here. */
const takesRoutes: ReadonlySet<ClusterKind> = new Set(["managed", "pro", "dedicated"]);

/** A cluster that exists outside of this app, or in another stack. */
export class ImportedCluster<Kind extends ClusterKind> extends ClusterBase {
  public readonly kind: Kind;
  public readonly edition: ClusterEdition | undefined;
  public readonly clusterId: string;
  public readonly provider: TerraformProvider | undefined;
  public readonly groupKey: string;
  public readonly kubernetesVersion = undefined;
  public readonly networkPlugin: NetworkPlugin | undefined;
  public readonly vpc: IVpc | undefined;
  public readonly network: INetwork | undefined = undefined;
  public readonly nodesTakeRoutes: boolean;
  public readonly apiServer: ApiServerAddresses;

  constructor(
    scope: Construct,
    id: string,
    kind: Kind,
    private readonly attributes: ClusterAttributes,
  ) {
    super(scope, id);
    this.kind = kind;
    this.edition = kind === "pro" ? "pro" : kind === "managed" ? "basic" : undefined;
    this.clusterId = attributes.clusterId;
    this.provider = attributes.provider;
    this.groupKey = isToken(attributes.clusterId) ? `object:${this.node.path}` : `id:${attributes.clusterId}`;
    this.networkPlugin = attributes.plugin;
    this.vpc = attributes.vpc;
    const { internet, intranet } = attributes.apiServer ?? {};
    this.apiServer = { internet, intranet, isPublic: internet === undefined ? undefined : true };
    this.nodesTakeRoutes = attributes.plugin === "flannel" && takesRoutes.has(kind);
    if (attributes.plugin !== undefined) {
      joinRelation(this, clusterAddons, this.groupKey, importedAddonMember(attributes.plugin));
    }
  }

  public get nodeVSwitches(): ReadonlyMap<string, string> {
    return orRefuse(this, importedAttributeLimit, () => {
      const { nodeVSwitches } = this.attributes;
      if (nodeVSwitches === undefined) {
        throw new ValueError({
          got: "nodeVSwitches of an imported cluster, which was not given",
          want: "the vSwitches that its node pools use",
          fix: `give nodeVSwitches to fromAttributes of ${this.node.path}, or Placement.vswitches to the pool`,
        });
      }
      return new Map(Object.entries(nodeVSwitches));
    });
  }
}

/** One that has nodes: pools can be added to it. */
export class ImportedNodeCluster<Kind extends NodeClusterKind>
  extends ImportedCluster<Kind>
  implements INodeCluster
{
  /** Adds the autoscaler, which keeps the autoscaled pools of the cluster within their bounds. A cluster has one. */
  public addAutoscaler(id: string, options: AutoscalerOptions = {}): Autoscaler {
    return new Autoscaler(this, id, { ...options, cluster: this });
  }

  /** Adds a node pool. The id is part of its Terraform address, and its name unless you give one. */
  public addNodePool(id: string, options: NodePoolOptions): NodePool {
    return new NodePool(this, id, { ...options, cluster: this });
  }

  /** Adds a node pool for each zone, with a share of the nodes. The id and the key of the zone are in its Terraform address. */
  public addNodePoolPerZone(id: string, options: ZonalNodePoolsOptions): ZonalNodePools {
    return new ZonalNodePools(this, id, { ...options, cluster: this });
  }
}
