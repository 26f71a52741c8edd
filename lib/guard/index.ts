export { Guard, type AllowedChange } from "./allow";
export { checkDay } from "../values";
export { checkAllowance, type Allowance } from "./allowance";
export { ALLOWANCES_FILE, readAllowances, type AllowancesFile } from "./allowances-file";
export { effectOf, type Action, type Effect, type Path, type ResourceChange, type Values } from "./change";
export { checkChange } from "./check-change";
export { checkPlan, type AllowedFinding, type GuardOptions, type GuardReport } from "./check-plan";
export { checkSynthesis } from "./check-synthesis";
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
