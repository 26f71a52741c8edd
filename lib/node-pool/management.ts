import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/**
 * What ACK does on the nodes of a pool by itself, in the maintenance window of the cluster. The provider does not notice
 * that it is gone: to end it, give `{}` first.
 */
export interface Management {
  /**
   * Repairs nodes that are not ready. Needs the add-on `ack-node-problem-detector`.
   * @default false
   */
  readonly autoRepair?: boolean;

  /**
   * Upgrades the kubelet with the cluster.
   * @default false
   */
  readonly autoUpgrade?: boolean;

  /**
   * Fixes vulnerabilities of the system.
   * @default false
   */
  readonly autoVulFix?: boolean;

  /**
   * Lets a repair or a fix restart nodes.
   * @default false
   */
  readonly restartNodes?: boolean;

  /**
   * Nodes that may be out of service at a time, 1 to 1,000.
   * @default 1
   */
  readonly maxUnavailable?: number;
}

/** Whether ACK does anything by itself. */
export function manages({ autoRepair, autoUpgrade, autoVulFix }: Management): boolean {
  return autoRepair === true || autoUpgrade === true || autoVulFix === true;
}

/** The provider switches the block on where it only exists, and never sends that it is gone. */
export function managementArguments(
  management: Management | undefined,
): CsKubernetesNodePoolConfig["management"] {
  if (management === undefined) {
    return undefined;
  }
  const { autoRepair = false, autoUpgrade = false, autoVulFix = false, restartNodes = false } = management;
  if (!manages(management)) {
    return { enable: false };
  }
  return {
    enable: true,
    autoRepair,
    autoUpgrade,
    autoVulFix,
    // Read back, so that every plan would take it away.
    maxUnavailable: management.maxUnavailable ?? 1,
    ...(autoRepair ? { autoRepairPolicy: { restartNode: restartNodes } } : {}),
    ...(autoUpgrade ? { autoUpgradePolicy: { autoUpgradeKubelet: true } } : {}),
    ...(autoVulFix ? { autoVulFixPolicy: { restartNode: restartNodes } } : {}),
  };
}
