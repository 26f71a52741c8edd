import type { Construct } from "constructs";
import { ProCluster, type ProClusterProps } from "../cluster";
import { Limits } from "../limits";
import { TerwayNetwork } from "../network";
import { Capacity, Disk, InstanceSelection, Scaler, type NodePool } from "../node-pool";
import { RemovalPolicy } from "../resource";
import type { Gpu } from "../workloads";
import {
  Blueprint,
  commonOf,
  usualCidr,
  usualTypes,
  type ClusterChanges,
  type NodeBlueprintProps,
} from "./blueprint";
import type { ClaimFinding } from "./claim";
import { claims } from "./claims";

export interface GpuClusterProps extends NodeBlueprintProps {
  /** Two zones of the region or more that have the GPU type. */
  readonly zones: readonly [string, string, ...string[]];

  /**
   * The instance type with GPUs. One alone, so that Pods know what they get.
   * @default "ecs.gn7i-c8g1.2xlarge"
   */
  readonly gpuType?: string;

  /**
   * Most nodes with GPUs.
   * @default 4
   */
  readonly maxGpuNodes?: number;

  /**
   * How GPUs are given to Pods, for example `Gpu.shared()`.
   * @default - whole
   */
  readonly gpu?: Gpu;

  /**
   * Whether the cluster can be deleted.
   * @default RemovalPolicy.PROTECT
   */
  readonly removalPolicy?: RemovalPolicy;

  /** Other props of the cluster. @default - those of `ProCluster` */
  readonly cluster?: ClusterChanges<ProClusterProps>;
}

/**
 * A Pro cluster for jobs with GPUs: nodes with GPUs come when Pods ask for them, go when they are idle, and take no other Pods; two plain nodes
 * are for the components of the cluster.
 */
export class GpuCluster extends Blueprint {
  public readonly network: TerwayNetwork;
  public readonly cluster: ProCluster;
  public readonly system: NodePool;
  public readonly gpus: NodePool;
  private readonly maxNodes: number;

  constructor(scope: Construct, id: string, props: GpuClusterProps) {
    super(scope, id);
    const common = commonOf(props);
    const max = props.maxGpuNodes ?? 4;
    this.maxNodes = 2 + max;
    this.network = TerwayNetwork.inNewVpc(this, "network", {
      ...common,
      cidr: props.cidr ?? usualCidr,
      zones: props.zones,
    });
    this.cluster = new ProCluster(this, "cluster", {
      ...common,
      // It gives shared GPUs to Pods, and has to be there before the nodes.
      addons: [{ name: "ack-ai-installer" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
      removalPolicy: props.removalPolicy ?? RemovalPolicy.PROTECT,
      ...props.cluster,
      name: props.name,
      network: this.network,
    });
    this.system = this.cluster.addNodePool("system", {
      ...common,
      instances: InstanceSelection.types(...usualTypes),
      capacity: Capacity.fixed(2),
      login: props.login,
    });
    this.gpus = this.cluster.addNodePool("gpus", {
      ...common,
      instances: InstanceSelection.types(props.gpuType ?? "ecs.gn7i-c8g1.2xlarge"),
      capacity: Capacity.autoscale({ min: 0, max, type: props.gpu === undefined ? "gpu" : "gpushare" }),
      systemDisk: Disk.essd({ sizeGiB: 200 }), // images with CUDA are large
      gpu: props.gpu,
      taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
      login: props.login,
    });
    Limits.of(this.gpus).acknowledge("elasticity-weak-advice", {
      reason: "one type of GPU, so that Pods know what they get; it comes from several zones",
    });
    const { provider, dependsOn, lifecycle } = props;
    const scaler = Scaler.clusterAutoscaler({ scaleDown: { gpuUtilizationThreshold: 0.5 } });
    this.cluster.addAutoscaler("autoscaler", { ...{ provider, dependsOn, lifecycle }, scaler });
  }

  public checkClaims(): readonly ClaimFinding[] {
    return [
      ...claims.shrinksToNothing(this.gpus),
      ...claims.keepsOtherPodsOff(this.gpus),
      ...claims.atMostNodes(this, this.maxNodes),
      ...claims.holdsNodes(this, this.maxNodes),
      ...claims.survivesZoneLoss(this),
      ...claims.noPublicEndpoint(this),
    ];
  }
}
