export { createAccount, QUOTA_NAMES } from "./account";
export type { Account, AccountOptions, InspectableAccount, QuotaName, StoredObject } from "./account";
export { FAULTS } from "./faults";
export type { Fault, FaultName, FaultPlan } from "./faults";
export { labMatchers, type LabMatchers } from "./jest/matchers";
export { Lab } from "./lab";
export type { LabOptions, StackSource } from "./lab";
export type { Transport } from "./server";
export { LabError, Plan, Stack, TerraformError } from "./terraform";
export type {
  Action,
  Applied,
  ApplyOptions,
  Binary,
  Change,
  OutputChange,
  PlanJson,
  PlanOptions,
  Product,
  StackOptions,
  StateResource,
  TerraformDiagnostic,
  Variables,
} from "./terraform";
export { plansNothing, survives, type SurviveOptions, type Verdict } from "./verdicts";
