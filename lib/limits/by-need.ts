import type { Limit } from "./limit";
import type { QuotaName } from "./quota-names";

export type QuotaLimit = Limit<never> & { readonly quota: QuotaName };

interface ByNeed {
  /** Those that facts alone decide: they are judged when a construct is made. */
  readonly ofFacts: readonly Limit<never>[];
  /** Those that wait for the quotas of the account. */
  readonly ofQuotas: readonly QuotaLimit[];
  /** The facts that these read. */
  readonly readByQuotas: readonly string[];
}

/** Thousands of subjects of one kind share one list of limits, which is sorted once. */
const sorted = new WeakMap<readonly Limit<never>[], ByNeed>();

/** The limits of a list by what they need to be judged. */
export function byNeed(limits: readonly Limit<never>[]): ByNeed {
  let found = sorted.get(limits);
  if (found === undefined) {
    const ofQuotas = limits.filter((limit): limit is QuotaLimit => limit.quota !== undefined);
    found = {
      ofFacts: limits.filter(({ quota }) => quota === undefined),
      ofQuotas,
      readByQuotas: [...new Set(ofQuotas.flatMap(({ reads }): readonly string[] => reads))],
    };
    sorted.set(limits, found);
  }
  return found;
}
