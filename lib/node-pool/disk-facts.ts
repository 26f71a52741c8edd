import { fact, isToken, isUnknown, mapFact, type Fact } from "../limits";
import { asDataDisk, asSystemDisk } from "./disk-use";
import type { Disk } from "./disks";
import type { KeyedDisk, LevelledDisk, NodePoolFacts, ProvisionedDisk, SizedDisk } from "./facts";
import type { ResolvedPoolProps } from "./pool-arguments";

type DiskFacts = Pick<NodePoolFacts, "dataDisks" | "levelledDisks" | "provisionedDisks" | "disksWithKey">;

/** What limits have to know of the disks that every pool has. */
export function diskFacts({ systemDisk, dataDisks = [] }: ResolvedPoolProps): DiskFacts {
  const levelledDisks: Fact<LevelledDisk>[] = [];
  const provisionedDisks: Fact<ProvisionedDisk>[] = [];
  const disksWithKey: KeyedDisk[] = [];
  const add = (disk: Disk, name: string): void => {
    const { options, performanceLevel, autoPl } = disk;
    if (performanceLevel !== undefined) {
      levelledDisks.push(mapFact(sized(disk, name), (known) => ({ ...known, performanceLevel })));
    }
    if (autoPl?.provisionedIops !== undefined) {
      provisionedDisks.push(provisioned(sized(disk, name), fact(autoPl.provisionedIops)));
    }
    if (options.kmsKeyId !== undefined) {
      disksWithKey.push({ label: name, isEncrypted: mayBeEncrypted(disk) });
    }
  };
  add(asSystemDisk(systemDisk).disk, "the system disk");
  const disks = dataDisks.map((each) => asDataDisk(each).disk);
  disks.forEach((disk, index) => add(disk, label(index)));
  return {
    dataDisks: disks.map((disk, index) => sized(disk, label(index))),
    levelledDisks,
    provisionedDisks,
    disksWithKey,
  };
}

/** Whether the disk is encrypted, or Terraform alone knows. */
export function mayBeEncrypted({ options }: Disk): boolean {
  return options.encrypted === true || isToken(options.encrypted);
}

function provisioned(disk: Fact<SizedDisk>, iops: Fact<number>): Fact<ProvisionedDisk> {
  return isUnknown(iops) ? iops : mapFact(disk, (known) => ({ ...known, provisionedIops: iops }));
}

/** What a message calls a data disk. */
export function label(index: number): string {
  return `data disk ${index + 1}`;
}

function sized({ options }: Disk, name: string): Fact<SizedDisk> {
  const sizeGiB = fact(options.sizeGiB);
  return isUnknown(sizeGiB) ? sizeGiB : { label: name, sizeGiB };
}
