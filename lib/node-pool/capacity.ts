import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/** How far an autoscaled pool may shrink and grow. */
export interface AutoscaleBounds {
  /** Fewest nodes, from 0. */
  readonly min: number;
  /** Most nodes. Lowering it below the present number removes nodes at once. */
  readonly max: number;
}

/** How many nodes a pool has: a fixed number, or what the autoscaler decides. Never both, because they own the same number. */
export class Capacity {
  /** A fixed number of nodes. Can be changed in place; lowering it removes nodes. */
  public static fixed(nodes: number): Capacity {
    return new Capacity(nodes, nodes, false);
  }

  /** A number between two bounds, kept by the autoscaler. Can be changed in place, also to a fixed number and back. */
  public static autoscale({ min, max }: AutoscaleBounds): Capacity {
    return new Capacity(min, max, true);
  }

  private constructor(
    /** Fewest nodes. */
    public readonly min: number,
    /** Most nodes. */
    public readonly max: number,
    public readonly isAutoscaled: boolean,
  ) {}

  /** The arguments of the pool that say this. */
  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    // The provider reads the number as text, and what is no number as 0. It never sends that the block is gone: without
    // "enable = false", a pool that was autoscaled before would stay so, and the plan would not say it.
    return this.isAutoscaled
      ? { scalingConfig: { enable: true, minSize: this.min, maxSize: this.max, type: "cpu" } }
      : { desiredSize: String(this.min), scalingConfig: { enable: false } };
  }
}
