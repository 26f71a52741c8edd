export { Guard, type AllowedChange } from "./allow";
export { checkDay } from "../values";
export { checkAllowance, type Allowance } from "./allowance";
export { ALLOWANCES_FILE, readAllowances, type AllowancesFile } from "./allowances-file";
export { effectOf, type Action, type Effect, type Path, type ResourceChange, type Values } from "./change";
export { checkChange } from "./check-change";
export { checkPlan, type AllowedFinding, type GuardOptions, type GuardReport } from "./check-plan";
export { checkSynthesis } from "./check-synthesis";
export { diffSyntheses, type ResourceDiff, type SynthesisDiff } from "./diff/diff-syntheses";
export { formatDiff } from "./diff/format-diff";
export { type Subject } from "./diff/subject";
export { type SurroundingDiff } from "./diff/surroundings";
export { type How, type ValueDiff } from "./diff/value-diff";
export {
  guardedChanges,
  guardRules,
  type GuardedChange,
  type GuardFinding,
  type GuardRule,
  type Severity,
} from "./finding";
export { countFindings, formatFinding, formatGuardReport } from "./format";
export type { ChangeContext } from "./losses";
export { parsePlanJson, readPlan, type Plan } from "./plan-json";
export { toGuardSarif, type NamedReport } from "./sarif";
export { versionStepProblem, type StepProblem } from "./version-step";
