import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

export interface SubscriptionOptions {
  /** Term in months: 1, 2, 3, 6 or 12. */
  readonly months: number;

  /**
   * Renews each instance at the end of its term, for so many months: 1, 2, 3, 6 or 12.
   * @default - no renewal: instances stop when the term ends
   */
  readonly renewMonths?: number;
}

export interface SpotOptions {
  /**
   * Most that an hour of an instance may cost, by instance type.
   * @default - the market price, at most that of pay-as-you-go
   */
  readonly maxPrices?: Readonly<Record<string, number>>;

  /**
   * Replaces an instance when its end is announced, before it is taken back.
   * @default false
   */
  readonly replaceReclaimed?: boolean;
}

/** How the nodes of a pool are paid. A change is for new nodes. */
export class Billing {
  /** By use. */
  public static payAsYouGo(): Billing {
    return new Billing({ instanceChargeType: "PostPaid", spotStrategy: "NoSpot" });
  }

  /** In advance, for a term. Nodes that are removed are not refunded. */
  public static subscription(options: SubscriptionOptions): Billing {
    const { months, renewMonths } = options;
    const renewal = renewMonths === undefined ? {} : { autoRenewPeriod: renewMonths };
    return new Billing(
      {
        instanceChargeType: "PrePaid",
        period: months,
        periodUnit: "Month",
        autoRenew: renewMonths !== undefined,
        ...renewal,
      },
      { subscription: options },
    );
  }

  /** Spot instances: cheap, and taken back at short notice. */
  public static spot(options: SpotOptions = {}): Billing {
    const { maxPrices, replaceReclaimed = false } = options;
    return new Billing(
      {
        instanceChargeType: "PostPaid",
        spotStrategy: maxPrices === undefined ? "SpotAsPriceGo" : "SpotWithPriceLimit",
        spotPriceLimit: maxPrices === undefined ? undefined : priceLimits(maxPrices),
        spotInstanceRemedy: replaceReclaimed,
      },
      { spot: options },
    );
  }

  private constructor(
    public readonly poolArguments: Partial<CsKubernetesNodePoolConfig>,
    /** What the limits judge. */
    public readonly terms: { readonly subscription?: SubscriptionOptions; readonly spot?: SpotOptions } = {},
  ) {}

  public get isSpot(): boolean {
    return this.terms.spot !== undefined;
  }
}

/** The provider compares the list by position, so it is sorted. */
function priceLimits(maxPrices: Readonly<Record<string, number>>) {
  return Object.entries(maxPrices)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([instanceType, price]) => ({ instanceType, priceLimit: String(price) }));
}
