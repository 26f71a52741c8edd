import { gpuLabels } from "./gpu-labels";

export interface OwnGpuDriver {
  /** Endpoint of the OSS bucket, without `http://`; everybody in the VPC may read the file. */
  readonly endpoint: string;

  /** Name of the file in the root of the bucket: `NVIDIA-Linux-x86_64-550.144.03.run`. */
  readonly runfile: string;
}

/** Which driver of NVIDIA ACK installs on new nodes. */
export class GpuDriver {
  /** One of the versions that ACK has: `GpuDriver.version("550.144.03")`. What it does not have becomes its default. */
  public static version(version: string): GpuDriver {
    return new GpuDriver({ [gpuLabels.driverVersion]: version });
  }

  /** A file of one's own, in a bucket of OSS. */
  public static fromBucket({ endpoint, runfile }: OwnGpuDriver): GpuDriver {
    return new GpuDriver({ [gpuLabels.driverEndpoint]: endpoint, [gpuLabels.driverRunfile]: runfile });
  }

  private constructor(
    /** The labels of the nodes that say this. */
    public readonly nodeLabels: Readonly<Record<string, string>>,
  ) {}
}
