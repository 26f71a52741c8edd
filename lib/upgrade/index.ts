export { formatUpgrade } from "./format-upgrade";
export { planUpgrade, type UpgradePlan, type UpgradeStep } from "./plan-upgrade";
