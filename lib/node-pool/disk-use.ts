import { Disk, type SystemDiskCategory } from "./disks";

/** The system disk of nodes, where more is to be said than what disk it is. A change is for new nodes. */
export interface SystemDisk {
  /** The disk that is tried first. */
  readonly disk: Disk;

  /**
   * Categories that are tried in this order where that of `disk` is sold out, for a disk of its size and encryption. What only
   * the category of `disk` has, such as a performance level, is not for them. The provider does not notice that they are gone: to
   * end them, give `[]` first.
   * @default - none: a node is not made then
   */
  readonly fallbacks?: readonly SystemDiskCategory[];

  /**
   * How the disk is encrypted, which it has to be.
   * @default - what ECS decides
   */
  readonly encryptAlgorithm?: "aes-256";

  /** Data disks alone are mounted by ACK. */
  readonly mount?: never;
  readonly name?: never;
  readonly device?: never;
  readonly snapshotId?: never;
}

/** Where the file system of a data disk is. */
export interface DiskMount {
  /** Its directory, from the root on: `/mnt/logs`. Each disk has its own. */
  readonly target: string;

  /** @default "ext4" */
  readonly fileSystem?: "ext4" | "xfs";
}

interface AnyDataDisk {
  readonly disk: Disk;

  /**
   * Id of the snapshot that the disk of each node is made from: `s-...`. The disk has the size of the snapshot then, and the
   * size of `disk` is only what the plan shows.
   * @default - an empty disk
   */
  readonly snapshotId?: string;

  /**
   * Its device, `/dev/xvdb` to `/dev/xvdz`.
   * @default - what ECS decides
   */
  readonly device?: string;

  /** A data disk is of one category. */
  readonly fallbacks?: never;
  /** ECS decides how data disks are encrypted. */
  readonly encryptAlgorithm?: never;
}

/** A data disk with a file system that ACK makes and mounts when the node joins. */
export interface MountedDataDisk extends AnyDataDisk {
  readonly mount: DiskMount;

  /** ACK names the disks that it mounts. */
  readonly name?: never;
}

/** A data disk that ACK does not mount where you say. The last one of a node holds its containers and images. */
export interface UnmountedDataDisk extends AnyDataDisk {
  readonly mount?: never;

  /**
   * Name of the disk in ECS: 2 to 128 letters, digits, `.`, `:`, `_` and `-`, a letter first.
   * @default - what ECS decides
   */
  readonly name?: string;
}

/** A data disk of nodes, where more is to be said than what disk it is. A change is for new nodes. */
export type DataDisk = MountedDataDisk | UnmountedDataDisk;

/** The same form for a disk and a disk with more to it. */
export function asSystemDisk(disk: Disk | SystemDisk): SystemDisk {
  return disk instanceof Disk ? { disk } : disk;
}

export function asDataDisk(disk: Disk | DataDisk): DataDisk {
  return disk instanceof Disk ? { disk } : disk;
}
