import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import { Fn } from "cdktf";
import { isToken } from "../limits";

/** A public address of one's own for each node. */
export interface NodeAddress {
  /** Most that goes out, in Mbit/s. */
  readonly bandwidthMbps: number;

  /** @default "PayByTraffic" */
  readonly internetChargeType?: "PayByTraffic" | "PayByBandwidth";
}

/** How far an autoscaled pool may shrink and grow. */
export interface AutoscaleBounds {
  /** Fewest nodes, from 0. */
  readonly min: number;

  /** Most nodes. Lowering it below the present number removes nodes at once. */
  readonly max: number;

  /**
   * For what the pool scales: ordinary nodes, GPU nodes, nodes with shared GPUs, or spot instances.
   * @default "cpu"
   */
  readonly type?: "cpu" | "gpu" | "gpushare" | "spot";

  /**
   * What becomes of a node that is not needed: it is released, or stopped and started again later (`recycle`), which is
   * faster, and bills its disks meanwhile.
   * @default - what ACK decides: release
   */
  readonly scalingPolicy?: "release" | "recycle";

  /**
   * Gives each node an EIP of up to 500 Mbit/s. Not together with `publicIp`.
   * @default - no EIP
   */
  readonly eip?: NodeAddress;
}

export interface ExistingOptions {
  /**
   * Formats the last data disk of an instance that has one, and keeps containers and images there. What is on the disk is
   * lost. A change is for instances that are added later.
   * @default false
   */
  readonly formatDisks?: boolean;
}

/** Instances that exist, and how they join. */
export interface ExistingInstances extends ExistingOptions {
  readonly instanceIds: readonly string[];
}

/**
 * How many nodes a pool has: a fixed number, what the autoscaler decides, or the instances that it is given. One of these,
 * because they own the same number.
 */
export class Capacity<Existing extends ExistingInstances | undefined = ExistingInstances | undefined> {
  /** A fixed number of nodes. Can be changed in place; lowering it removes nodes. */
  public static fixed(nodes: number): Capacity<undefined> {
    return new Capacity(nodes, nodes, undefined, undefined);
  }

  /** A number between two bounds, kept by the autoscaler. Can be changed in place, also to a fixed number and back. */
  public static autoscale(bounds: AutoscaleBounds): Capacity<undefined> {
    return new Capacity(bounds.min, bounds.max, bounds, undefined);
  }

  /**
   * ECS instances that exist become the nodes, up to 100 of them, in the VPC of the cluster. ACK replaces their system
   * disks, and they keep their names. An id that is left out later takes its node out of the cluster and releases the
   * instance, without draining it: drain it before. For the whole life of a pool: the provider does not tell ACK to go
   * over from a number of nodes, or to one.
   */
  public static existing(
    instanceIds: readonly string[],
    options: ExistingOptions = {},
  ): Capacity<ExistingInstances> {
    const nodes = isToken(instanceIds) ? Fn.lengthOf(instanceIds) : instanceIds.length;
    return new Capacity(nodes, nodes, undefined, { instanceIds, ...options });
  }

  private constructor(
    /** Fewest nodes. */
    public readonly min: number,
    /** Most nodes. */
    public readonly max: number,
    /** What the autoscaler has to keep to; none for a fixed number. */
    public readonly autoscaling: AutoscaleBounds | undefined,
    /** The instances that become the nodes; undefined where ACK buys them. */
    public readonly existing: Existing,
  ) {}

  public get isAutoscaled(): boolean {
    return this.autoscaling !== undefined;
  }

  /** The arguments of the pool that say this. */
  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    if (this.existing !== undefined) {
      // Beside these the provider takes neither a number nor a scaling block. "Keep the names" is the default of ACK,
      // and "do not" would never be sent.
      return { instances: [...this.existing.instanceIds], formatDisk: this.existing.formatDisks };
    }
    if (this.autoscaling === undefined) {
      // The provider reads the number as text, and what is no number as 0. It never sends that the block is gone: without
      // "enable = false", a pool that was autoscaled before would stay so, and the plan would not say it.
      return { desiredSize: String(this.min), scalingConfig: { enable: false } };
    }
    const { type = "cpu", scalingPolicy, eip } = this.autoscaling;
    return {
      scalingConfig: { enable: true, minSize: this.min, maxSize: this.max, type, ...eipArguments(eip) },
      scalingPolicy,
    };
  }
}

function eipArguments(eip: NodeAddress | undefined) {
  return eip === undefined
    ? {}
    : {
        isBondEip: true,
        eipBandwidth: eip.bandwidthMbps,
        eipInternetChargeType: eip.internetChargeType ?? "PayByTraffic",
      };
}
