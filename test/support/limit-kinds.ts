import { canBecomeWarning, findLimit, type Limit } from "../../lib/limits";
import type { CasesById } from "./limit-cases";

/** The limits of a domain that are more than hard, by their ids. All others stop the synthesis, and no team can turn them off. */
export interface LimitKinds {
  /** They warn, and stop nobody. */
  readonly advice: readonly string[];
  /** They hold until the team declares what its account really has. */
  readonly quotas: readonly string[];
  /** They rest on documentation alone, so that a team that knows better can turn them into warnings. */
  readonly canYield: readonly string[];
}

/** A domain's limits stop, warn and yield as it is written down here, beside the cases, once more. */
export function testKinds(casesById: CasesById, { advice, quotas, canYield }: LimitKinds): void {
  const idsOf = (is: (limit: Limit<never>) => boolean): string[] =>
    Object.keys(casesById)
      .filter((id) => {
        const limit = findLimit(id);
        return limit !== undefined && is(limit);
      })
      .sort();

  describe("the limits of this domain", () => {
    test("that warn and stop nobody are these", () => {
      expect(idsOf(({ kind }) => kind === "advice")).toEqual(advice);
    });

    test("that hold until a team declares its quota are these", () => {
      expect(idsOf(({ kind }) => kind === "quota")).toEqual(quotas);
    });

    test("that a team can turn into warnings are these", () => {
      expect(idsOf(canBecomeWarning)).toEqual(canYield);
    });
  });
}
