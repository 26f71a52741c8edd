export { Capacity, type AutoscaleBounds } from "./capacity";
export { clusterPools } from "./cluster-pools";
export {
  Disk,
  type DiskOptions,
  type EssdAutoPlOptions,
  type EssdOptions,
  type PerformanceLevel,
} from "./disks";
export { ImageType } from "./image-type";
export { InstanceSelection } from "./instance-selection";
export { Login } from "./login";
export { NodePool, type NodePoolOptions, type NodePoolProps } from "./node-pool";
export { Placement } from "./placement";
export type { Taint, TaintEffect } from "./taint";
