import { CsKubernetes } from "@cdktf/provider-alicloud/lib/cs-kubernetes";
import type { Construct } from "constructs";
import { declareFacts, fact } from "../limits";
import type { FlannelNetwork, TerwayNetwork } from "../network";
import {
  Disk,
  NodePool,
  type NodePoolOptions,
  Autoscaler,
  type AutoscalerOptions,
  ZonalNodePools,
  type ZonalNodePoolsOptions,
} from "../node-pool";
import { addonArguments, sharedArguments } from "./cluster-arguments";
import type { ClusterProps } from "./cluster-props";
import { ImportedNodeCluster, type ClusterAttributes } from "./imported-cluster";
import type { IDedicatedCluster } from "./kinds";
import { mastersLimits } from "./masters-limits";
import { masterArguments, type Masters } from "./masters";
import { OwnedCluster } from "./owned-cluster";
import { withOrganisation } from "./with-organisation";

/** What ACK does for clusters whose control plane it runs, and for those alone. */
export interface WithoutHosting {
  readonly upgradeControlPlaneOnly?: never;
  readonly maintenanceWindow?: never;
  readonly controlPlaneLogs?: never;
  readonly auditLog?: never;
  readonly apiServer?: never;
  readonly secretEncryption?: never;
  readonly rrsa?: never;
}

export interface DedicatedClusterProps
  extends Omit<ClusterProps, keyof WithoutHosting | "network">, WithoutHosting {
  readonly network: TerwayNetwork | FlannelNetwork;

  /** The instances of the control plane. */
  readonly masters: Masters;
}

/**
 * A dedicated cluster: its control plane runs on three or five instances of the account. ACK has made no new ones since 21
 * August 2024, so this is for clusters that exist and are adopted into Terraform; new ones are a `ProCluster`.
 */
export class DedicatedCluster extends OwnedCluster<CsKubernetes> implements IDedicatedCluster {
  /** Refers to a cluster that this app does not own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IDedicatedCluster & ImportedNodeCluster<"dedicated"> {
    return new ImportedNodeCluster(scope, id, "dedicated", attributes);
  }

  public readonly kind = "dedicated";

  constructor(scope: Construct, id: string, props: DedicatedClusterProps) {
    const { masters, ...own } = props;
    const given = withOrganisation(scope, id, own);
    const systemDisk = masters.systemDisk ?? Disk.essd({ sizeGiB: 120 });
    super(
      scope,
      id,
      given,
      {
        kind: "dedicated",
        edition: undefined,
        isEdge: false,
        minCloudNodes: 0,
        routesInVpc: true,
        before: [],
      },
      (cluster, basics, binding) =>
        new CsKubernetes(cluster, "cluster", {
          ...basics,
          ...sharedArguments(given, binding),
          ...masterArguments(masters, systemDisk, binding.vswitchIds),
          addons: addonArguments(given.addons ?? [], binding, ["csi-plugin", "csi-provisioner"]),
        }),
    );
    declareFacts(this, mastersLimits, {
      count: masters.instanceTypes.length,
      diskCategory: systemDisk.category,
      diskSize: fact(systemDisk.options.sizeGiB),
      loginIsRoot: masters.login.isRoot,
      sshFromInternet: masters.sshFromInternet ?? false,
      publicApiServer: fact(given.publicApiServer ?? false),
      months: fact(masters.subscription?.months),
      renewMonths: fact(masters.subscription?.renewMonths),
    });
  }

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
