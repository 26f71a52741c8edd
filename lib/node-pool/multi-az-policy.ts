import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/** Only what is bought by price can be mixed from spot and pay-as-you-go. */
export interface CostOptimizedOptions {
  /**
   * Nodes that are pay-as-you-go before any spot instance is bought, 0 to 1,000.
   * @default 0
   */
  readonly onDemandBase?: number;

  /**
   * Percentage of pay-as-you-go among the nodes above the base, 0 to 100.
   * @default 20
   */
  readonly onDemandPercentage?: number;

  /**
   * Buys pay-as-you-go when there are no spot instances.
   * @default true
   */
  readonly compensateWithOnDemand?: boolean;

  /**
   * From how many of the cheapest spot instance types nodes are bought, 0 to 10.
   * @default - what ACK decides
   */
  readonly spotPools?: number;
}

/** How a pool spreads over zones and instance types. */
export class MultiAzPolicy {
  /** The first vSwitch and the first instance type that have stock. */
  public static readonly PRIORITY = new MultiAzPolicy("PRIORITY");
  /** Evenly over the zones. */
  public static readonly BALANCE = new MultiAzPolicy("BALANCE");

  /** The cheapest instance types first; the policy for mixing spot and pay-as-you-go instances. */
  public static costOptimized(options: CostOptimizedOptions = {}): MultiAzPolicy {
    return new MultiAzPolicy("COST_OPTIMIZED", options);
  }

  private constructor(
    public readonly name: string,
    /** What the limits judge. */
    public readonly mix: CostOptimizedOptions = {},
  ) {}

  /** Whether anything is said about the mix of spot and pay-as-you-go. */
  public get isMixed(): boolean {
    return Object.values(this.mix).some((value) => value !== undefined);
  }

  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    if (!this.isMixed) {
      return { multiAzPolicy: this.name };
    }
    // The provider reads all of these back, and text that is no number as 0.
    const { onDemandBase = 0, onDemandPercentage = 20, compensateWithOnDemand = true, spotPools } = this.mix;
    return {
      multiAzPolicy: this.name,
      onDemandBaseCapacity: String(onDemandBase),
      onDemandPercentageAboveBaseCapacity: String(onDemandPercentage),
      compensateWithOnDemand,
      spotInstancePools: spotPools,
    };
  }
}
