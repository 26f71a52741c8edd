import type { Construct } from "constructs";
import { ProCluster } from "../cluster";
import { TerwayNetwork } from "../network";
import { Capacity, Disk, InstanceSelection, type Login, type NodePool } from "../node-pool";
import { RemovalPolicy, type ResourceOptions } from "../resource";
import { SecretKmsEncryption } from "../security";
import { Blueprint } from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface ProductionClusterProps extends ResourceOptions {
  /** Name of the cluster, unique in the account. */
  readonly name: string;

  /** Three zones of the region, for example `["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"]`. */
  readonly zones: readonly [string, string, string];

  /**
   * CIDR block of the VPC; a /16 holds about 6,000 nodes and 12,000 Pods in three zones.
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /**
   * Instance types of the workers in order of preference; several, because one alone is sold out some day.
   * @default ecs.g7.xlarge, ecs.g6.xlarge, ecs.c7.xlarge
   */
  readonly workerTypes?: readonly string[];

  /** @default 3 */
  readonly minWorkers?: number;

  /** @default 30 */
  readonly maxWorkers?: number;

  /** How people log in to the nodes. @default - nobody can */
  readonly login?: Login;

  /** @default - none */
  readonly tags?: Record<string, string>;

  /**
   * Whether the cluster and the key of its Secrets can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A Pro cluster for production in three zones: private API server, Terway with vSwitches for nodes and Pods in each
 * zone, a NAT gateway, Secrets encrypted with KMS, logs of the control plane and an audit log, a fixed pool for the
 * system and an autoscaled pool for workloads.
 */
export class ProductionCluster extends Blueprint {
  public readonly network: TerwayNetwork;
  public readonly cluster: ProCluster;
  /** Three nodes for the components of the cluster, one for each zone. */
  public readonly system: NodePool;
  /** The nodes for workloads. */
  public readonly workers: NodePool;

  constructor(scope: Construct, id: string, props: ProductionClusterProps) {
    super(scope, id);
    const { provider, dependsOn, lifecycle, tags, login } = props;
    const common = { provider, dependsOn, lifecycle, tags };
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.PROTECT;
    const types = props.workerTypes ?? ["ecs.g7.xlarge", "ecs.g6.xlarge", "ecs.c7.xlarge"];

    this.network = TerwayNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? "10.0.0.0/16",
      zones: props.zones,
    });
    this.cluster = new ProCluster(this, "cluster", {
      ...common,
      name: props.name,
      network: this.network,
      secretEncryption: new SecretKmsEncryption(this, "secrets", { ...common, removalPolicy }),
      controlPlaneLogs: {},
      auditLog: {},
      removalPolicy,
    });
    this.system = this.cluster.addNodePool("system", {
      ...common,
      instances: InstanceSelection.types(...types),
      capacity: Capacity.fixed(3),
      systemDisk: Disk.essd({ sizeGiB: 120, encrypted: true }),
      login,
    });
    this.workers = this.cluster.addNodePool("workers", {
      ...common,
      instances: InstanceSelection.types(...types),
      capacity: Capacity.autoscale({ min: props.minWorkers ?? 3, max: props.maxWorkers ?? 30 }),
      systemDisk: Disk.essd({ sizeGiB: 120, encrypted: true }),
      login,
    });
  }
  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.survivesZoneLoss(this),
      ...claims.noPublicEndpoint(this),
      ...claims.encryptsAtRest(this),
      ...claims.keepsLogs(this),
      ...claims.isProtected(this),
      ...claims.holdsNodes(this, this.system.capacity.max + this.workers.capacity.max),
    ];
  }
}
