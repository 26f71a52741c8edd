import type { CsKubernetesConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes";
import type { Disk, Login } from "../node-pool";

/** One for each master: three or five, so that a majority is left when one is lost. */
export type ForEachMaster<T> = readonly [T, T, T] | readonly [T, T, T, T, T];

/** How the instances of masters are paid in advance. */
export interface MasterSubscription {
  /** Term in months: 1 to 9, 12, 24, 36, 48 or 60. */
  readonly months: number;
  /** Renews each instance for so many months: 1, 2, 3, 6 or 12. @default - no renewal */
  readonly renewMonths?: number;
}

/** The instances that the control plane of a dedicated cluster runs on. A change of any of it replaces the cluster. */
export interface Masters {
  /** Their instance types. Masters are spread over the zones of the network in turn. */
  readonly instanceTypes: ForEachMaster<string>;

  /** How people log in to them. */
  readonly login: Login;

  /**
   * Their operating system, by the name that the provider has for it, such as `AliyunLinux3`.
   * @default - what ACK decides
   */
  readonly platform?: string;

  /**
   * Their system disk: ESSD, SSD or ultra disk of 40 to 500 GiB.
   * @default Disk.essd({ sizeGiB: 120 })
   */
  readonly systemDisk?: Disk;

  /** @default - by use */
  readonly subscription?: MasterSubscription;

  /**
   * Lets people log in from the internet, over the public address of the API server. Read at creation alone.
   * @default false
   */
  readonly sshFromInternet?: boolean;
}

export function masterArguments(
  masters: Masters,
  systemDisk: Disk,
  vswitchIds: readonly string[],
): Pick<CsKubernetesConfig, "masterInstanceTypes" | "masterVswitchIds"> & Partial<CsKubernetesConfig> {
  const { instanceTypes, login, platform, subscription, sshFromInternet } = masters;
  const { keyName, password } = login.poolArguments;
  return {
    masterInstanceTypes: [...instanceTypes],
    masterVswitchIds: instanceTypes.flatMap((_, index) => vswitchIds[index % vswitchIds.length] ?? []),
    platform,
    masterDiskCategory: systemDisk.category,
    masterDiskSize: systemDisk.options.sizeGiB,
    masterDiskPerformanceLevel: systemDisk.performanceLevel,
    masterDiskSnapshotPolicyId: systemDisk.options.snapshotPolicyId,
    keyName,
    password,
    enableSsh: sshFromInternet ?? false,
    ...(subscription === undefined
      ? { masterInstanceChargeType: "PostPaid" }
      : {
          masterInstanceChargeType: "PrePaid",
          masterPeriodUnit: "Month",
          masterPeriod: subscription.months,
          masterAutoRenew: subscription.renewMonths !== undefined,
          masterAutoRenewPeriod: subscription.renewMonths,
        }),
  };
}
