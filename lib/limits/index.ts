export { allLimits, canBecomeWarning, findLimit } from "./catalogue";
export type { Authority, Finding, Known, Limit, LimitKind, LimitText } from "./limit";
export { literal, referencesOf } from "./expressions";
export { formatViolation, LimitError, type Violation } from "./limit-error";
export type { ElementsIn, TypedElement } from "./elements";
export { findingsOf } from "./findings";
export { limitsOn, type Named } from "./limits-on";
export { ownPrefix } from "./own";
export { problems } from "./problems";
export { quotas, type QuotaName, type QuotaValues } from "./quota-names";
export { renderReference, type ReferenceExtras } from "./reference";
export { sameAccount, type Joined, type Relation } from "./registry";
export { type Excused, type LimitReport, type LimitTally, type Unjudged, type Unused } from "./report";
export { toSarif } from "./sarif";
export { Limits, Quotas, type Reason } from "./settings";
export {
  ackGuide,
  alibabaCloud,
  dedicatedGpuGuide,
  edgeGuide,
  formatSource,
  kubernetes,
  provider,
  type Source,
} from "./source";
export { declareFacts, joinRelation, orRefuse, registryOf, reportOf } from "./tree";
export {
  fact,
  facts,
  isToken,
  isUnknown,
  mapFact,
  unknown,
  type Fact,
  type FactList,
  type Unknown,
} from "./unknown";
