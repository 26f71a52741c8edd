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
export { judgeRegion, judgeZones, regionOf, type Located } from "./region";
export { RemovalPolicy } from "./removal-policy";
export { blockOf, providerOf, renderedIn, resolved, type Rendered } from "./rendered";
export { clusterTagLimits, judgeTags, tagFacts } from "./tags";
