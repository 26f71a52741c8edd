import { isToken } from "../limits";
import { ValueError } from "../values";
import { gpuCountLabel, gpuLabels, gpuResources } from "./gpu-labels";
import { wholeNumber, type PodDemand } from "./pod-demand";

/** How far Pods that share a GPU are kept apart: not at all, in its memory, in memory and computing, or by MPS of NVIDIA. */
export type GpuIsolation = "none" | "memory" | "memory-and-compute" | "mps";

export interface GpuSharing<I extends GpuIsolation> {
  /**
   * How far Pods on one GPU are kept apart.
   * @default "none"
   */
  readonly isolation?: I;

  /**
   * Whether Pods fill one GPU of a node after the other, or spread over all.
   * @default - what ACK decides: binpack
   */
  readonly placement?: "binpack" | "spread";
}

/**
 * How the GPUs of a node pool are given to Pods, and what Pods say to get them. The same value makes both, so that they
 * agree: give it to the prop `gpu` of the pool, and ask it for what belongs into the Pod.
 */
export abstract class Gpu {
  /** Whole GPUs, each for one Pod. */
  public static exclusive(): WholeGpu {
    return new WholeGpu("default", gpuResources.whole);
  }

  /** Several Pods on one GPU, by memory. Needs the add-on `ack-ai-installer`, and a Pro edition. */
  public static shared<I extends GpuIsolation = "none">(options: GpuSharing<I> = {}): SharedGpu<I> {
    return new SharedGpu(options);
  }

  /** Whole GPUs, those that are close to each other. Needs the add-on `ack-ai-installer`, and a Pro edition. */
  public static topology(): WholeGpu {
    return new WholeGpu("topology", gpuResources.byTopology);
  }

  /** Each GPU split into equal parts (MIG): `Gpu.partitions("1g.5gb")`. On bare metal, such as `ecs.ebmgn7`. */
  public static partitions<P extends string>(profile: P): PartitionedGpu<P> {
    return new PartitionedGpu({ [gpuLabels.partitionSize]: profile });
  }

  /** Each GPU split into a sequence of parts (MIG): `Gpu.partitionSequence("3g.20gb", "3g.20gb")`. */
  public static partitionSequence<P extends string>(...profiles: readonly [P, P, ...P[]]): PartitionedGpu<P> {
    return new PartitionedGpu({ [gpuLabels.partitionSequence]: profiles.join("-") });
  }

  protected constructor(
    /** The labels of the nodes that say this. */
    public readonly nodeLabels: Readonly<Record<string, string>>,
  ) {}
}

/** GPUs that a Pod has for itself. */
export class WholeGpu extends Gpu {
  /** @internal */
  constructor(
    schedule: string,
    private readonly resource: string,
  ) {
    super({ [gpuLabels.schedule]: schedule });
  }

  /** What a Pod says that wants so many of them. */
  public request({ gpus }: { readonly gpus: number }): PodDemand {
    return {
      limits: { [this.resource]: wholeNumber(gpus, "gpus") },
      podLabels: {},
      nodeSelector: this.nodeLabels,
    };
  }
}

export interface GpuMemory {
  /** GPU memory in GiB, of each GPU that it is from. */
  readonly memoryGiB: number;

  /**
   * From how many GPUs of one node.
   * @default 1
   */
  readonly gpus?: number;
}

/** Where memory alone is kept apart, there is no share of the computing. */
export type GpuShare<I extends GpuIsolation> = GpuMemory &
  (I extends "memory-and-compute"
    ? {
        /** Share of the computing of each GPU in percent, in steps of 5. */
        readonly computePercent: number;
      }
    : { readonly computePercent?: never });

const schedules: Readonly<Record<GpuIsolation, string>> = {
  none: "share",
  memory: "cgpu",
  "memory-and-compute": "core_mem",
  mps: "mps",
};

/** GPUs that several Pods share. */
export class SharedGpu<I extends GpuIsolation> extends Gpu {
  /** @internal */
  constructor({ isolation, placement }: GpuSharing<I>) {
    super({
      [gpuLabels.schedule]: schedules[isolation ?? "none"],
      ...(placement === undefined ? {} : { [gpuLabels.placement]: placement }),
    });
  }

  /**
   * What a Pod says that wants so much memory. ACK divides the total evenly among the GPUs, so it is given for one of them.
   */
  public request({ memoryGiB, gpus, computePercent }: GpuShare<I>): PodDemand {
    const each = wholeNumber(memoryGiB, "memoryGiB");
    const count = gpus === undefined ? undefined : wholeNumber(gpus, "gpus");
    if (count !== undefined && (isToken(memoryGiB) || isToken(gpus))) {
      throw new ValueError({
        got: "memoryGiB or gpus that only Terraform knows",
        want: "numbers, for the library multiplies them",
        fix: "write the numbers out, or leave gpus out for one GPU",
      });
    }
    return {
      limits: {
        [gpuResources.memory]: gpus === undefined ? each : String(memoryGiB * gpus),
        ...(computePercent === undefined ? {} : { [gpuResources.compute]: percent(computePercent) }),
      },
      podLabels: count === undefined ? {} : { [gpuCountLabel]: count },
      nodeSelector: this.nodeLabels,
    };
  }
}

/** GPUs that are split into parts (MIG). */
export class PartitionedGpu<P extends string> extends Gpu {
  /** What a Pod says that wants so many parts of one kind. */
  public request({ profile, parts = 1 }: { readonly profile: P; readonly parts?: number }): PodDemand {
    return {
      limits: { [`${gpuResources.partition}${profile}`]: wholeNumber(parts, "parts") },
      podLabels: {},
      nodeSelector: this.nodeLabels,
    };
  }
}

function percent(value: number): string {
  if (!isToken(value) && !(value >= 5 && value <= 100 && value % 5 === 0)) {
    throw new ValueError({ got: `computePercent ${value}`, want: "5 to 100, in steps of 5" });
  }
  return String(value);
}
