export { defaultsFor, withDefaults, type OrganisationDefaults } from "./defaults";
export type { OwnedClusterFacts, OwnedFacts, OwnedNodePoolFacts } from "./facts";
export { judgeOwn, Organisation } from "./organisation";
export {
  allowedInstanceFamilies,
  allowedRegions,
  limitsOnClusters,
  limitsOnNodePools,
  requiredTags,
  type OwnLimitText,
} from "./own-limits";
