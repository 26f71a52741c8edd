export { Cidr, FORBIDDEN_FOR_VPC, PRIVATE_RANGES, RESERVED_IN_VSWITCH } from "./cidr";
export {
  findOverlaps,
  freeBlocks,
  freeRange,
  freeSpace,
  type Overlap,
  type OverlapOptions,
} from "./cidr-set";
export { checkDay } from "./day";
export { defaultPodCidr, defaultServiceCidr } from "./default-cidrs";
export { durationMilliseconds } from "./duration";
export { flannelMaxNodes, podsPerFlannelNode } from "./flannel";
export { IpPlan } from "./ip-plan";
export { DEFAULT_SLOTS, type IpPlanProps, type ZonePlan, type ZoneWish } from "./ip-plan-props";
export { isOfferedMinor, nextMinor } from "./minor-steps";
export { KubernetesVersion, type KubernetesBuild } from "./kubernetes-version";
export {
  clusterNameProblem,
  labelKeyProblem,
  labelValueProblem,
  nodePoolNameProblem,
  TAINT_EFFECTS,
  taintEffectProblem,
  taintKeyProblem,
  taintValueProblem,
  type NameProblem,
  type TaintEffect,
} from "./names";
export { Quantity } from "./quantity";
export { textTable } from "./text-table";
export { ValueError, type ValueProblem } from "./value-error";
export { nodePart, podPart } from "./vpc-parts";
export { describe, thousands } from "./wording";
export { zoneKey, zonesByLetter, zoneSlot } from "./zone-slot";
