export { givenProps } from "./given";
export { nameFromPath } from "./names";
export {
  inheritProvider,
  metaArguments,
  type Dependency,
  type MetaArguments,
  type ResourceOptions,
  type Timeouts,
} from "./options";
export { judgeRegion, judgeZones } from "./region";
export { RemovalPolicy } from "./removal-policy";
export { clusterTagLimits, judgeTags } from "./tags";
