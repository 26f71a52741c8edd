import type { INodeCluster } from "../cluster/kinds";
import type { ResourceOptions, Timeouts } from "../resource";
import type { Gpu, GpuDriver } from "../workloads";
import type { Billing } from "./billing";
import type { Capacity, NodeAddress } from "./capacity";
import type { DataDisk, SystemDisk } from "./disk-use";
import type { Disk } from "./disks";
import type { ImageType } from "./image-type";
import type { InstanceSelection } from "./instance-selection";
import type { KubeletConfiguration } from "./kubelet";
import type { Login } from "./login";
import type { Management } from "./management";
import type { MultiAzPolicy } from "./multi-az-policy";
import type { NodeNames } from "./node-names";
import type { Placement } from "./placement";
import type { PoolUpgrade } from "./pool-upgrade";
import type { PrivatePool } from "./private-pool";
import type { RollingPolicy } from "./rolling-policy";
import type { ContainerRuntime } from "./runtime";
import type { Taint } from "./taint";

/** The props of a node pool of any cluster. */
export interface NodePoolOptions extends ResourceOptions {
  /**
   * Name of the pool, 1 to 63 characters, unique in the cluster. Can be changed in place.
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * What comes first where a change replaces the pool: its end, or the next pool with all its nodes. `create-first` lets the
   * name end in a digest of what replaces the pool, so that both can exist at a time; `name` has up to 54 characters then.
   * Can be changed in place, which renames the pool.
   * @default "destroy-first"
   */
  readonly replacement?: "destroy-first" | "create-first";

  /** Which ECS instances the nodes are. A change is for new nodes. */
  readonly instances: InstanceSelection;

  /** How many nodes there are. */
  readonly capacity: Capacity;

  /**
   * Where the nodes are. A change is for new nodes.
   * @default Placement.everywhere()
   */
  readonly placement?: Placement;

  /**
   * How nodes are paid. A change is for new nodes.
   * @default - by use
   */
  readonly billing?: Billing;

  /**
   * How nodes spread over zones and instance types. Can be changed in place.
   * @default - what ACK decides: BALANCE
   */
  readonly multiAzPolicy?: MultiAzPolicy;

  /**
   * How people log in.
   * @default - nobody can, until a login is set
   */
  readonly login?: Login;

  /**
   * Operating system. A change is for new nodes.
   * @default - Alibaba Cloud Linux 3 made for containers; for ARM instances its ARM edition; for sandboxed containers
   * Alibaba Cloud Linux 3; ACK decides when the instance types are unknown
   */
  readonly imageType?: ImageType;

  /**
   * Hardens the operating system, to the baseline of ACK or to that of classified protection (MLPS), which lets root not
   * log in. A change replaces the pool.
   * @default - no hardening
   */
  readonly osHardening?: "ack" | "mlps";

  /**
   * A disk, or a disk with more to it: `{ disk, fallbacks: ["cloud_ssd"] }`. A change is for new nodes.
   * @default Disk.essd({ sizeGiB: 120 })
   */
  readonly systemDisk?: Disk | SystemDisk;

  /**
   * Up to 16 disks, or disks with more to them: `{ disk, mount: { target: "/mnt/logs" } }`. The last one holds the containers
   * and images of the node, unless it is mounted elsewhere. A change is for new nodes.
   * @default - none
   */
  readonly dataDisks?: readonly (Disk | DataDisk)[];

  /**
   * What runs the containers. Another runtime or version is for new nodes; settings of containerd also reach those that there
   * are.
   * @default - containerd in the version that ACK gives new nodes
   */
  readonly runtime?: ContainerRuntime;

  /**
   * Whether Pods of whole CPUs in the class Guaranteed keep theirs (`static`). A change is for new nodes; `cpuManagerPolicy` of
   * `kubelet` is for all.
   * @default - what ACK decides: none
   */
  readonly cpuPolicy?: "none" | "static";

  /**
   * Gives each Pod a network interface of its own, with Terway: the most throughput, and few Pods on a node; without
   * NetworkPolicy and DataPath V2. For new nodes alone: make another pool instead of changing it.
   * @default false - Pods share interfaces
   */
  readonly exclusiveEni?: boolean;

  /**
   * How the GPUs of the nodes are given to Pods: whole, shared, by their topology, or in parts. A change is for new nodes.
   * @default - whole, as ACK decides
   */
  readonly gpu?: Gpu;

  /**
   * The driver of the GPUs. A change is for new nodes.
   * @default - what ACK decides
   */
  readonly gpuDriver?: GpuDriver;

  /**
   * How the kubelets work: what they keep for themselves, when they evict Pods, how they pull images. A change is made on
   * all nodes, in batches, and restarts their kubelets.
   * @default - what ACK sets
   */
  readonly kubelet?: KubeletConfiguration;

  /**
   * In which batches nodes change with `kubelet` and `upgrade`. By itself a change of it does nothing.
   * @default - ten nodes at a time
   */
  readonly rollingPolicy?: RollingPolicy;

  /**
   * Upgrades the nodes that the pool has, for one apply: take it out when it is done, for every later change of the pool
   * begins it again.
   * @default - none
   */
  readonly upgrade?: PoolUpgrade;

  /**
   * Whether a change of `labels` and `taints` is made on the nodes that the pool has as well. By itself a change of it
   * does nothing.
   * @default false
   */
  readonly updateNodes?: boolean;

  /**
   * Names of the nodes. A change replaces the pool.
   * @default - the region and the address of the node
   */
  readonly nodeNames?: NodeNames;

  /**
   * A script that runs on a node when it has joined the cluster, as it is written, up to 32 KiB. A change is for new nodes.
   * @default - none
   */
  readonly userData?: string;

  /**
   * A script that runs on a node before ACK sets it up, as it is written, up to 32 KiB. A change is for new nodes.
   * @default - none
   */
  readonly preUserData?: string;

  /**
   * RDS instances in the VPC of the cluster, by their ids, whose lists of who may connect get the addresses of the nodes: `rm-...`.
   * A change is for new nodes.
   * @default - none
   */
  readonly rdsInstanceIds?: readonly string[];

  /**
   * Gives each node a public address of up to 100 Mbit/s. A change is for new nodes.
   * @default - none: nodes go out through the network
   */
  readonly publicIp?: NodeAddress;

  /**
   * Security groups of the nodes, by their ids: one to five, all basic or all enterprise. ACK writes no rules into them. A
   * change replaces the pool.
   * @default - the security group of the cluster
   */
  readonly securityGroupIds?: readonly string[];

  /**
   * What ACK does on the nodes by itself. Can be changed in place.
   * @default - nothing
   */
  readonly management?: Management;

  /**
   * Makes nodes for confidential computing (SGX, TDX): for accounts that ACK has let in, on security-enhanced instance
   * families, with containerd. A change replaces the pool.
   * @default false
   */
  readonly confidentialComputing?: boolean;

  /**
   * Whether the metadata of an instance are read with a token alone (`required`, IMDSv2), which keeps a Pod that is made to
   * fetch an address from reading the credentials of its node, or also without one. Kubernetes 1.28 or later. A change
   * replaces the pool.
   * @default "optional"
   */
  readonly instanceMetadata?: "optional" | "required";

  /**
   * RAM role of the instances, by its name: what Pods may do in the account where they have no role of their own. Managed
   * clusters with Kubernetes 1.22 or later. A change replaces the pool.
   * @default - the role that ACK makes for the workers of the cluster
   */
  readonly ramRoleName?: string;

  /**
   * Deployment set of ECS, by its id: spreads the instances over hardware, and lets no more of them be made than it has
   * room for. A change replaces the pool.
   * @default - none
   */
  readonly deploymentSetId?: string;

  /**
   * From which reserved capacity instances are made. A change is for new nodes.
   * @default - what ECS decides
   */
  readonly privatePool?: PrivatePool;

  /**
   * Lets no Pods onto new nodes until somebody uncordons them. A change is for new nodes.
   * @default false
   */
  readonly unschedulable?: boolean;

  /**
   * Installs the agent of CloudMonitor on new nodes, for the figures of their instances.
   * @default true
   */
  readonly cloudMonitor?: boolean;

  /**
   * Labels of the nodes. A change is for new nodes, and with `updateNodes` for all. In an edge cluster ACK adds labels of its
   * own, so that Terraform does not follow later changes there.
   * @default - those of ACK alone
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Taints of the nodes. A change is for new nodes, and with `updateNodes` for all.
   * @default - none
   */
  readonly taints?: readonly Taint[];

  /** @default - the default resource group of the account */
  readonly resourceGroupId?: string;

  /**
   * Tags of the instances.
   * @default - those of ACK alone
   */
  readonly tags?: Record<string, string>;

  /** @default - create 90m, update 60m, delete 60m */
  readonly timeouts?: Timeouts;
}

export interface NodePoolProps extends NodePoolOptions {
  readonly cluster: INodeCluster;
}
