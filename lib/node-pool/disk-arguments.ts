import type {
  CsKubernetesNodePoolConfig,
  CsKubernetesNodePoolDataDisks,
} from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import { asDataDisk, asSystemDisk, type DataDisk, type DiskMount, type SystemDisk } from "./disk-use";
import type { Disk } from "./disks";

export function systemDiskArguments(systemDisk: Disk | SystemDisk): Partial<CsKubernetesNodePoolConfig> {
  const { disk, fallbacks, encryptAlgorithm } = asSystemDisk(systemDisk);
  const { category, performanceLevel, autoPl, options } = disk;
  return {
    systemDiskCategory: category,
    systemDiskCategories: fallbacks === undefined ? undefined : [category, ...fallbacks],
    systemDiskSize: options.sizeGiB,
    systemDiskPerformanceLevel: performanceLevel,
    systemDiskEncrypted: options.encrypted,
    systemDiskEncryptAlgorithm: encryptAlgorithm,
    systemDiskKmsKey: options.kmsKeyId,
    systemDiskProvisionedIops: autoPl?.provisionedIops,
    systemDiskBurstingEnabled: autoPl?.bursting,
    systemDiskSnapshotPolicyId: options.snapshotPolicyId,
  };
}

export function dataDiskArguments(dataDisk: Disk | DataDisk): CsKubernetesNodePoolDataDisks {
  const { disk, mount, name, device, snapshotId } = asDataDisk(dataDisk);
  const { category, performanceLevel, autoPl, options } = disk;
  return {
    category,
    size: options.sizeGiB,
    performanceLevel,
    // Text in the provider, where `true` would be refused.
    encrypted: options.encrypted === undefined ? undefined : String(options.encrypted),
    kmsKeyId: options.kmsKeyId,
    provisionedIops: autoPl?.provisionedIops,
    burstingEnabled: autoPl?.bursting,
    autoSnapshotPolicyId: options.snapshotPolicyId,
    snapshotId,
    device,
    name,
    ...(mount === undefined ? {} : mountArguments(mount)),
  };
}

function mountArguments({ target, fileSystem = "ext4" }: DiskMount) {
  return { autoFormat: "true", fileSystem, mountTarget: target };
}
