import type { CsKubernetesNodePoolUpgradePolicy } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { NodePoolOptions } from "./node-pool-options";

/**
 * An upgrade of the nodes that a pool has, which begins with the next apply. It is an act and no state: while it stands in
 * the code, a second plan is empty, but every later change of the pool begins it again. So take it out when it is done; the
 * guard warns of one that was left. A pool that is made does not begin it.
 */
export interface PoolUpgrade {
  /**
   * To which version the kubelets go, for example `1.35.2-aliyun.1`: that of the cluster, or an earlier one.
   * @default - they stay as they are
   */
  readonly kubernetesVersion?: string;

  /**
   * Whether nodes go over to the `imageType` of the pool, which is `ImageType.custom(id)`.
   * @default false
   */
  readonly image?: boolean;

  /**
   * Whether nodes go over to the `runtime` of the pool, which has a version.
   * @default false
   */
  readonly runtime?: boolean;

  /**
   * Replaces the system disks, and drains nodes for it, where ACK would upgrade in place. What is on the disks is lost.
   * @default false
   */
  readonly useReplace?: boolean;
}

/** What the provider wants to be the same as the pool has is taken from there. */
export function upgradeArguments({
  upgrade,
  imageType,
  runtime,
}: NodePoolOptions): CsKubernetesNodePoolUpgradePolicy | undefined {
  if (upgrade === undefined || !upgradesSomething(upgrade)) {
    return undefined;
  }
  return {
    kubernetesVersion: upgrade.kubernetesVersion,
    ...(upgrade.image === true && { imageId: imageType?.imageId }),
    ...(upgrade.runtime === true && { runtime: runtime?.name, runtimeVersion: runtime?.version }),
    useReplace: upgrade.useReplace,
  };
}

export function upgradesSomething({ kubernetesVersion, image, runtime }: PoolUpgrade): boolean {
  return kubernetesVersion !== undefined || image === true || runtime === true;
}
