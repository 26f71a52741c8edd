import type { UpgradePlan, UpgradeStep } from "./plan-upgrade";
import type { RemovedApi } from "./removed-apis";

const usual = [
  "the checks that ACK runs before an upgrade pass, and the data of workloads is backed up",
  "set version of the cluster and apply: the control plane is upgraded, and there is no way back",
  "upgrade the pools: without upgradeControlPlaneOnly ACK has done so already",
];

/** A plan of upgrades as text. */
export function formatUpgrade({ from, to, steps, remarks, asOf }: UpgradePlan): string {
  const notes = remarks.map((remark) => `note: ${remark}`);
  if (steps.length === 0) {
    return [`${from} is ${to}: nothing to do.`, ...notes].join("\n\n");
  }
  const count = steps.length === 1 ? "1 upgrade" : `${steps.length} upgrades, one after the other`;
  return [
    `${from} to ${to}: ${count}`,
    ...notes,
    ...steps.map((step, index) => formatStep(step, index + 1)),
    `Each time:\n${usual.map((line) => `  - ${line}`).join("\n")}`,
    `As of ${asOf}. What the region offers says alicloud_cs_kubernetes_version; account checks hold a plan to it.`,
  ].join("\n\n");
}

function formatStep(step: UpgradeStep, number: number): string {
  const { from, to, before, after, oldestNodes, maintainedUntil, remarks } = step;
  return [
    `${number}. ${from} to ${to}`,
    ...remarks.map((line) => `   note    ${line}`),
    ...before.map((line) => `   before  ${line}`),
    ...step.removedApis.map((removed) => `   gone    ${formatRemoval(removed)}`),
    ...after.map((line) => `   after   ${line}`),
    `   nodes   ${oldestNodes} or later, and never newer than the control plane`,
    ...(maintainedUntil === undefined ? [] : [`   ACK maintains it until ${maintainedUntil}`]),
  ].join("\n");
}

function formatRemoval({ api, kinds, instead }: RemovedApi): string {
  const way = instead === undefined ? "nothing takes its place" : `write ${instead}`;
  return `${api} ${kinds.join(", ")}: ${way}`;
}
