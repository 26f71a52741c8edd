export {
  INSTANCE_TYPES_AS_OF,
  instanceType,
  instanceTypeNames,
  type InstanceTypeFigures,
} from "./instance-type";
export { podsPerNode, type PodMode, type PodsPerNode, type TerwayMode } from "./pods-per-node";
