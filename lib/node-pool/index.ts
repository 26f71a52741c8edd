export { Autoscaler, type AutoscalerOptions, type AutoscalerProps } from "./autoscaler";
export { Billing, type SpotOptions, type SubscriptionOptions } from "./billing";
export {
  Capacity,
  type AutoscaleBounds,
  type ExistingInstances,
  type ExistingOptions,
  type NodeAddress,
} from "./capacity";
export { clusterPools, type PoolMember } from "./cluster-pools";
export type { DataDisk, DiskMount, MountedDataDisk, SystemDisk, UnmountedDataDisk } from "./disk-use";
export {
  Disk,
  type DiskOptions,
  type EphemeralDiskOptions,
  type EssdAutoPlOptions,
  type EssdOptions,
  type PerformanceLevel,
  type SystemDiskCategory,
} from "./disks";
export { ImageType } from "./image-type";
export type { InstancePattern, PatternRange } from "./instance-pattern";
export { InstanceSelection, type LingjunGroup } from "./instance-selection";
export type {
  EvictionGracePeriods,
  EvictionSignal,
  EvictionThresholds,
  KubeletConfiguration,
  KubeletTracing,
  ReservedNumaMemory,
} from "./kubelet";
export { Login, type LoginOptions } from "./login";
export type { AutoRepair, AutoUpgrade, AutoVulFix, Management, VulnerabilityLevel } from "./management";
export { MultiAzPolicy, type CostOptimizedOptions } from "./multi-az-policy";
export { nodeNameAt, type NodeNames } from "./node-names";
export { NodePool } from "./node-pool";
export type { NodePoolOptions, NodePoolProps } from "./node-pool-options";
export { Placement } from "./placement";
export type { PoolUpgrade } from "./pool-upgrade";
export { PrivatePool } from "./private-pool";
export type { RollingPolicy } from "./rolling-policy";
export { mostPodsOnNode } from "./pod-address-limits";
export { ContainerRuntime, type ContainerdConfiguration, type ContainerdOptions } from "./runtime";
export {
  Expander,
  Scaler,
  type ClusterAutoscalerOptions,
  type GoatscalerOptions,
  type PriorityOfPools,
  type ScaleDown,
} from "./scaler";
export type { Taint, TaintEffect } from "./taint";
export { upgradeWindows } from "./upgrade-windows";
export { ZonalNodePools, type ZonalNodePoolsOptions, type ZonalNodePoolsProps } from "./zonal-node-pools";
