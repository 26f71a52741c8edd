export { formatUpgrade } from "./format-upgrade";
export { isMaintained } from "./maintained";
export { planUpgrade, type UpgradeOptions, type UpgradePlan, type UpgradeStep } from "./plan-upgrade";
export type { RemovedApi } from "./removed-apis";
export { oldestNodeMinor } from "./skew";
