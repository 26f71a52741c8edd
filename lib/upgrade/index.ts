export { formatUpgrade } from "./format-upgrade";
export { planUpgrade, type UpgradeOptions, type UpgradePlan, type UpgradeStep } from "./plan-upgrade";
export type { RemovedApi } from "./removed-apis";
export { oldestNodeMinor } from "./skew";
