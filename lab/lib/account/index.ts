export type { Account, ApplyResult, InspectableAccount } from "./account";
export { createAccount } from "./create-account";
export type { AccountOptions } from "./create-account";
export { QUOTA_NAMES } from "./quotas";
export type { QuotaName } from "./quotas";
export type { StoredObject } from "./store";
