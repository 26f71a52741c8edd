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
}

export interface EssdOptions extends DiskOptions {
  /**
   * Performance level.
   * @default - PL1
   */
  readonly performanceLevel?: PerformanceLevel;
}

/** A disk of a node. Each category takes only the settings that it has. A change is for new nodes. */
export class Disk {
  /** Enterprise SSD. */
  public static essd(options: EssdOptions): Disk {
    return new Disk("cloud_essd", options, options.performanceLevel);
  }

  /** Enterprise SSD of which performance and size are bought apart. */
  public static essdAutoPl(options: DiskOptions): Disk {
    return new Disk("cloud_auto", options, undefined);
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

  private constructor(
    public readonly category: string,
    public readonly options: DiskOptions,
    public readonly performanceLevel: PerformanceLevel | undefined,
  ) {}
}
