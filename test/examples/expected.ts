import { isDeepStrictEqual } from "node:util";
import { differences, type ArgumentValue, type Configuration, type Difference } from "./compare";
import { supports } from "./claims";
import { defaults } from "./published/defaults";
import { deprecations } from "./published/deprecations";

/** Why our stack may differ from what was published. The list is closed. */
export type Reason = "defect mended" | "deprecated replaced" | "default made explicit" | "name derived";

/** A difference that is wanted. */
export interface ExpectedDifference extends Difference {
  readonly reason: Reason;
  /** What supports the reason, in a sentence. */
  readonly fact: string;
}

/** What is wrong with a comparison, a line each: nothing when exactly the expected differences are there. */
export function problems(
  published: Configuration,
  ours: Configuration,
  expected: readonly ExpectedDifference[],
): string[] {
  const found = differences(published, ours);
  return [
    ...found.filter((one) => !expected.some(same(one))).map((one) => `not listed: ${describe(one)}`),
    ...expected.filter((one) => !found.some(same(one))).map((one) => `no longer there: ${describe(one)}`),
    ...expected
      .filter((one) => !supports(one, published, ours))
      .map((one) => `no ${one.reason}: ${describe(one)}`),
  ];
}

/** We write out an argument with the value that it would have anyway. */
export function defaultMadeExplicit(resource: string, argument: string): ExpectedDifference {
  const { value, fact } = known(defaults, resource, argument);
  return { where: `${resource}.${argument}`, ours: value, reason: "default made explicit", fact };
}

/** We do not write a deprecated argument. Its value is in the replacement, unless a difference of its own says why not. */
export function deprecatedLeftOut(
  resource: string,
  argument: string,
  published: ArgumentValue,
): ExpectedDifference {
  const { fact } = known(deprecations, resource, argument);
  return { where: `${resource}.${argument}`, published, reason: "deprecated replaced", fact };
}

/** We write what takes the place of a deprecated argument, with the value of that. */
export function deprecatedReplaced(
  resource: string,
  argument: string,
  value: ArgumentValue,
): ExpectedDifference[] {
  const { replacement, fact } = known(deprecations, resource, argument);
  return [
    deprecatedLeftOut(resource, argument, value),
    { where: `${resource}.${replacement}`, ours: value, reason: "deprecated replaced", fact },
  ];
}

function known<T>(table: Readonly<Record<string, T>>, resource: string, argument: string): T {
  const key = `${resource.split(".")[0]}.${argument}`;
  const entry = table[key];
  if (entry === undefined) {
    throw new Error(`Nothing is known of ${key}`);
  }
  return entry;
}

function same(one: Difference): (other: Difference) => boolean {
  return (other) =>
    one.where === other.where &&
    isDeepStrictEqual(one.published, other.published) &&
    isDeepStrictEqual(one.ours, other.ours);
}

function describe({ where, published, ours }: Difference): string {
  const text = (value: ArgumentValue | undefined) =>
    value === undefined ? "nothing" : JSON.stringify(value);
  return `${where}: published ${text(published)}, ours ${text(ours)}`;
}
