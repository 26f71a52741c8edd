import type { AddonConfig } from "../addons";
import type { INetwork } from "../network";
import type { RemovalPolicy, ResourceOptions, Timeouts } from "../resource";
import type { ApiServerEndpoints } from "./api-server";
import type { OnDelete } from "./deletion";
import type { AuditLog, ControlPlaneLogs } from "./logs";
import type { MaintenanceWindow } from "./maintenance";
import type { ClusterSecurityGroup } from "./security-group";

/** An add-on that is installed together with the cluster. */
export interface CreationAddon {
  /** Name of the component, for example `csi-plugin`. */
  readonly name: string;
  /** @default - the defaults of the component */
  readonly config?: AddonConfig;
  /** @default - the newest that ACK offers for the cluster */
  readonly version?: string;
  /**
   * Keeps ACK from installing a component that it would install by itself.
   * @default false
   */
  readonly disabled?: boolean;
}

/** What signs the tokens of service accounts, for workloads that outside parties must recognise. */
export interface ServiceAccountTokens {
  /** Issuer (`iss`) of the tokens. */
  readonly issuer: string;
  /** Audiences that the API server accepts. */
  readonly audiences: readonly string[];
}

/** The props that clusters of every kind have. */
export interface ClusterProps extends ResourceOptions {
  /**
   * Name of the cluster, 1 to 63 digits, letters, Chinese characters (each counts as three) and hyphens, not starting
   * with a hyphen; unique in the account. Can be changed in place.
   */
  readonly name: string;

  /** Where the cluster lives. A network belongs to one cluster. Its addresses cannot be changed later. */
  readonly network: INetwork;

  /**
   * Version of Kubernetes, for example `1.34.1-aliyun.1`. Raising it upgrades the cluster in place, one minor version
   * at a time; it cannot be lowered. Not given together with automatic upgrades.
   * @default - the newest that ACK offers at creation, and no upgrade by Terraform
   */
  readonly version?: string;

  /**
   * Upgrades the control plane alone when `version` is raised; each pool is upgraded on its own afterwards.
   * @default - ACK upgrades control plane and nodes
   */
  readonly upgradeControlPlaneOnly?: boolean;

  /**
   * Gives the API server a public address. Only read at creation.
   * @default false
   */
  readonly publicApiServer?: boolean;

  /**
   * Load balancers of your own for the API server, and its internal name.
   * @default - ACK makes a load balancer in the VPC, and nodes take its address
   */
  readonly apiServer?: ApiServerEndpoints;

  /**
   * Further names and addresses in the certificate of the API server. A change restarts the API server.
   * @default - none
   */
  readonly apiServerSans?: readonly string[];

  /**
   * How Services are reached on the nodes. A change replaces the cluster. `nftables` needs Kubernetes 1.35.
   * @default "ipvs"
   */
  readonly proxyMode?: "ipvs" | "iptables" | "nftables";

  /**
   * Domain of Services. A change replaces the cluster.
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;

  /**
   * Security group of nodes. A change restarts the control plane.
   * @default ClusterSecurityGroup.enterprise()
   */
  readonly securityGroup?: ClusterSecurityGroup;

  /**
   * Issuer and audiences of service account tokens. A change replaces the cluster.
   * @default - the defaults of ACK
   */
  readonly serviceAccountTokens?: ServiceAccountTokens;

  /**
   * Time zone of the nodes, for example `Asia/Shanghai`. Can be changed in place.
   * @default - the time zone of the region
   */
  readonly timezone?: string;

  /**
   * When ACK may work on the cluster.
   * @default - no window, and no upgrades by ACK
   */
  readonly maintenanceWindow?: MaintenanceWindow;

  /** @default - no logs */
  readonly controlPlaneLogs?: ControlPlaneLogs;

  /** @default - what ACK decides */
  readonly auditLog?: AuditLog;

  /**
   * Add-ons that are installed with the cluster, beside the network add-on. Read at creation alone: manage an add-on
   * that you want to upgrade or reconfigure with `addAddon`.
   * @default - csi-plugin and csi-provisioner (unless managed-csiprovisioner is listed) on managed and Pro clusters
   */
  readonly addons?: readonly CreationAddon[];

  /**
   * Whether the cluster can be deleted. Can be changed in place.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * What survives the deletion of the cluster.
   * @default - what ACK decides: load balancers go; application load balancers, logs and private zones stay
   */
  readonly onDelete?: OnDelete;

  /** @default - the default resource group of the account */
  readonly resourceGroupId?: string;

  /**
   * Tags of the cluster, at most 20. Can be changed in place.
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /** @default - create 90m, update 60m, delete 60m */
  readonly timeouts?: Timeouts;
}
