/** Performance level of an ESSD: PL0 to PL3. PL2 takes at least 461 GiB, PL3 at least 1,261 GiB. */
export type PerformanceLevel = "PL0" | "PL1" | "PL2" | "PL3";

export interface DiskOptions {
  /** Size in GiB. */
  readonly sizeGiB: number;

  /**
   * Encrypts the disk.
   * @default false
   */
  readonly encrypted?: boolean;

  /**
   * Id of the KMS key of an encrypted disk.
   * @default - the key of the service
   */
  readonly kmsKeyId?: string;

  /**
   * Id of the automatic snapshot policy of the disk, in its region: `sp-...`. Its snapshots are paid, and outlive the node.
   * @default - no snapshots
   */
  readonly snapshotPolicyId?: string;
}

/** Those of a disk that goes with its instance. */
export interface EphemeralDiskOptions extends Omit<DiskOptions, "snapshotPolicyId"> {
  /** There are no snapshots of these disks. */
  readonly snapshotPolicyId?: never;
}

export interface EssdOptions extends DiskOptions {
  /**
   * Performance level.
   * @default - PL1
   */
  readonly performanceLevel?: PerformanceLevel;
}

export interface EssdAutoPlOptions extends DiskOptions {
  /**
   * IOPS that are bought beyond what comes with the size: at most 50,000, and with those of the size at most 1,000 for
   * each GiB.
   * @default - none
   */
  readonly provisionedIops?: number;

  /**
   * Lets the disk burst; what it uses then is paid by use.
   * @default - what ECS decides
   */
  readonly bursting?: boolean;
}

/** What ESSD AutoPL alone takes. */
export type AutoPlSettings = Pick<EssdAutoPlOptions, "provisionedIops" | "bursting">;

/** The categories of disks that can hold the system of a node. */
export type SystemDiskCategory =
  "cloud_essd" | "cloud_auto" | "cloud_essd_entry" | "cloud_ssd" | "cloud_efficiency";

/** A disk of a node. Each category takes only the settings that it has. A change is for new nodes. */
export class Disk {
  /** Enterprise SSD. */
  public static essd(options: EssdOptions): Disk {
    return new Disk("cloud_essd", options, options.performanceLevel);
  }

  /** Enterprise SSD of which performance and size are bought apart. */
  public static essdAutoPl(options: EssdAutoPlOptions): Disk {
    const { provisionedIops, bursting } = options;
    return new Disk("cloud_auto", options, undefined, { provisionedIops, bursting });
  }

  /** The small enterprise SSD for the economy families. */
  public static essdEntry(options: DiskOptions): Disk {
    return new Disk("cloud_essd_entry", options, undefined);
  }

  /** SSD of the generation before ESSD. */
  public static ssd(options: DiskOptions): Disk {
    return new Disk("cloud_ssd", options, undefined);
  }

  /** Ultra disk of the generation before ESSD. */
  public static efficiency(options: DiskOptions): Disk {
    return new Disk("cloud_efficiency", options, undefined);
  }

  /**
   * A fast disk for what may be lost, such as caches: it goes with the instance, and has no snapshots. A data disk alone.
   */
  public static elasticEphemeral(tier: "standard" | "premium", options: EphemeralDiskOptions): Disk {
    return new Disk(`elastic_ephemeral_disk_${tier}`, options, undefined);
  }

  private constructor(
    public readonly category: string,
    public readonly options: DiskOptions,
    public readonly performanceLevel: PerformanceLevel | undefined,
    public readonly autoPl?: AutoPlSettings,
  ) {}
}

/** How many IOPS can be bought for an ESSD AutoPL disk beyond those that its size brings. */
export function mostProvisionedIops(sizeGiB: number): number {
  const bySize = Math.max(Math.min(1800 + 50 * sizeGiB, 50_000), 3000);
  return Math.max(Math.min(1000 * sizeGiB - bySize, 50_000), 0);
}
