export { allocatable, type Allocatable, type AllocatableOptions, type NodeCapacity } from "./allocatable";
export {
  INSTANCE_TYPES_AS_OF,
  instanceType,
  instanceTypeNames,
  type InstanceTypeFigures,
} from "./instance-type";
export { podsPerNode, type PodMode, type PodsPerNode, type TerwayMode } from "./pods-per-node";
export {
  reservedCpuMillis,
  reservedMemoryMiB,
  type ReservedResource,
  type ReservedResources,
} from "./reserved";
