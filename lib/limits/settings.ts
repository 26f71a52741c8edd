import type { IConstruct } from "constructs";
import type { QuotaValues } from "./quota-names";
import { placeOfSetting, registryOf } from "./tree";

/** Why a limit does not stop this scope. */
export interface Reason {
  /** Lands in the report of the run. */
  readonly reason: string;
  /**
   * Day (YYYY-MM-DD) until which this holds. Synthesis reads no clock: whoever reads the report compares.
   * @default - no end
   */
  readonly until?: string;
}

/**
 * How the documented limits treat a scope (an app, a stack or one construct) and all below it.
 */
export class Limits {
  public static of(scope: IConstruct): Limits {
    return new Limits(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Says that an advice is known and accepted here; it is reported as acknowledged and no longer warns.
   * An id that does not exist, or that is no advice, breaks the synthesis; one that nothing needed is reported as unused.
   */
  public acknowledge(id: string, reason: Reason): this {
    return this.add(id, reason, "acknowledge");
  }

  /**
   * Turns a hard limit that only a manual knows into a warning here: the manual may be out of date.
   * What the provider, Kubernetes or the arithmetic of addresses refuses cannot be turned off.
   */
  public warnOnly(id: string, reason: Reason): this {
    return this.add(id, reason, "warn");
  }

  private add(id: string, reason: Reason, effect: "acknowledge" | "warn"): this {
    registryOf(this.scope).acknowledgements.push({ ...placeOfSetting(this.scope), id, effect, ...reason });
    return this;
  }
}

/**
 * The real quotas of the account behind a scope, where they differ from the documented defaults.
 * They can also come from the `context` of cdktf.json: `{ "cdktf-ack": { "quotas": { "vpcRouteEntries": 200 } } }`.
 */
export class Quotas {
  public static of(scope: IConstruct): Quotas {
    return new Quotas(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /** Declares quotas that the account really has. */
  public set(values: QuotaValues): this {
    registryOf(this.scope).quotas.push({ ...placeOfSetting(this.scope), values });
    return this;
  }

  /**
   * Names the account that a stack deploys to. Account-wide quotas are counted for each stack on its own, and
   * together over all stacks that name the same account.
   */
  public inAccount(account: string): this {
    registryOf(this.scope).quotas.push({ ...placeOfSetting(this.scope), values: {}, account });
    return this;
  }
}
