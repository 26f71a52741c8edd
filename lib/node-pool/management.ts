import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/**
 * What ACK does on the nodes of a pool by itself, in the maintenance window of the cluster. The provider does not notice
 * that it is gone, nor that `maxUnavailable` is: to end it, switch off what is on, and keep `maxUnavailable` as it was, for
 * example `{ autoRepair: false, maxUnavailable: 1 }`.
 */
export interface Management {
  /**
   * Repairs nodes that are not ready. Needs the add-on `ack-node-problem-detector`.
   * @default false
   */
  readonly autoRepair?: boolean | AutoRepair;

  /**
   * Upgrades the nodes with the cluster.
   * @default false
   */
  readonly autoUpgrade?: boolean | AutoUpgrade;

  /**
   * Fixes vulnerabilities of the system.
   * @default false
   */
  readonly autoVulFix?: boolean | AutoVulFix;

  /**
   * Nodes that may be out of service at a time, 1 to 1,000.
   * @default 1
   */
  readonly maxUnavailable?: number;
}

/** How ACK repairs nodes. */
export interface AutoRepair {
  /**
   * Lets a repair restart nodes, which ends the Pods on them.
   * @default false
   */
  readonly restartNodes?: boolean;
}

/** How ACK upgrades nodes. */
export interface AutoUpgrade {
  /**
   * Whether the kubelet is upgraded to the version of the cluster.
   * @default true
   */
  readonly kubelet?: boolean;
}

/** How ACK fixes vulnerabilities. */
export interface AutoVulFix {
  /**
   * Which are fixed: high (`asap`), medium (`later`), low (`nntf`).
   * @default - what ACK decides: asap
   */
  readonly levels?: readonly [VulnerabilityLevel, ...VulnerabilityLevel[]];

  /**
   * Lets a fix restart nodes, which some vulnerabilities need.
   * @default false
   */
  readonly restartNodes?: boolean;
}

/** How urgent the fix of a vulnerability is: high, medium, low. */
export type VulnerabilityLevel = "asap" | "later" | "nntf";

const LEVELS: readonly VulnerabilityLevel[] = ["asap", "later", "nntf"];

/** Whether ACK does anything by itself. */
export function manages({ autoRepair, autoUpgrade, autoVulFix }: Management): boolean {
  return [autoRepair, autoUpgrade, autoVulFix].some(isOn);
}

/** Whether it is said of anything that ACK does it, or does not. */
export function saysWhat({ autoRepair, autoUpgrade, autoVulFix }: Management): boolean {
  return [autoRepair, autoUpgrade, autoVulFix].some((setting) => setting !== undefined);
}

export function repairsNodes(management: Management | undefined): boolean {
  return isOn(management?.autoRepair);
}

export function upgradesNodes(management: Management | undefined): boolean {
  return isOn(management?.autoUpgrade);
}

/** The provider switches the block on where it only exists, and never sends that it is gone. */
export function managementArguments(
  management: Management | undefined,
): CsKubernetesNodePoolConfig["management"] {
  if (management === undefined) {
    return undefined;
  }
  if (!manages(management)) {
    return { enable: false, maxUnavailable: management.maxUnavailable };
  }
  const { autoRepair, autoUpgrade, autoVulFix, maxUnavailable = 1 } = management;
  return {
    enable: true,
    autoRepair: isOn(autoRepair),
    autoUpgrade: isOn(autoUpgrade),
    autoVulFix: isOn(autoVulFix),
    // Read back, so that every plan would take it away.
    maxUnavailable,
    ...(isOn(autoRepair) && { autoRepairPolicy: repairPolicy(settingsOf(autoRepair)) }),
    ...(isOn(autoUpgrade) && { autoUpgradePolicy: upgradePolicy(settingsOf(autoUpgrade)) }),
    ...(isOn(autoVulFix) && { autoVulFixPolicy: vulFixPolicy(settingsOf(autoVulFix)) }),
  };
}

function repairPolicy({ restartNodes = false }: AutoRepair) {
  return { restartNode: restartNodes };
}

function upgradePolicy({ kubelet = true }: AutoUpgrade) {
  return { autoUpgradeKubelet: kubelet };
}

function vulFixPolicy({ levels, restartNodes = false }: AutoVulFix) {
  return {
    restartNode: restartNodes,
    ...(levels && { vulLevel: LEVELS.filter((level) => levels.includes(level)).join(",") }),
  };
}

function isOn(setting: boolean | object | undefined): boolean {
  return setting !== undefined && setting !== false;
}

function settingsOf<T extends object>(setting: boolean | T | undefined): T | Record<string, never> {
  return typeof setting === "object" ? setting : {};
}
