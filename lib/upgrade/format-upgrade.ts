import type { UpgradePlan, UpgradeStep } from "./plan-upgrade";

const usual = [
  "the checks that ACK runs before an upgrade pass, and the data of workloads is backed up",
  "set version of the cluster and apply: the control plane is upgraded, and there is no way back",
  "upgrade the pools: without upgradeControlPlaneOnly ACK has done so already",
];

/** A plan of upgrades as text. */
export function formatUpgrade({ from, to, steps, asOf }: UpgradePlan): string {
  if (steps.length === 0) {
    return `${from} is ${to}: nothing to do.`;
  }
  const count = steps.length === 1 ? "1 upgrade" : `${steps.length} upgrades`;
  return [
    `${from} to ${to}: ${count}, one after the other`,
    ...steps.map((step, index) => formatStep(step, index + 1)),
    `Each time:\n${usual.map((line) => `  - ${line}`).join("\n")}`,
    `As of ${asOf}. What the region offers says alicloud_cs_kubernetes_version; account checks hold a plan to it.`,
  ].join("\n\n");
}

function formatStep(
  { from, to, before, after, maintainedUntil, isKnown }: UpgradeStep,
  number: number,
): string {
  return [
    `${number}. ${from} to ${to}`,
    ...(isKnown ? [] : ["   not in the table: read the release notes of ACK"]),
    ...before.map((line) => `   before  ${line}`),
    ...after.map((line) => `   after   ${line}`),
    ...(maintainedUntil === undefined ? [] : [`   ACK maintains it until ${maintainedUntil}`]),
  ].join("\n");
}
