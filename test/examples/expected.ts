import { isDeepStrictEqual } from "node:util";
import {
  differences,
  placeOf,
  TYPE,
  type ArgumentValue,
  type Configuration,
  type Difference,
  type ResourceArguments,
} from "./compare";
import { supports } from "./claims";
import { defaultFor } from "./published/defaults";
import { deprecatedTypes, deprecations, typeToday } from "./published/deprecations";

/** Why our stack may differ from what was published. The list is closed. */
export type Reason =
  | "defect mended"
  | "deprecated replaced"
  | "deprecated without effect"
  | "default made explicit"
  | "default left out"
  | "name derived";

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
  const { value, fact } = knownDefault(resource, argument);
  return { where: `${resource}.${argument}`, ours: value, reason: "default made explicit", fact };
}

/** We do not write an argument that has the value which it would have anyway. */
export function defaultLeftOut(resource: string, argument: string): ExpectedDifference {
  const { value, fact } = knownDefault(resource, argument);
  return { where: `${resource}.${argument}`, published: value, reason: "default left out", fact };
}

/** We name what comes before a resource that refers to it anyway. */
export function impliedOrder(resource: string, before: readonly string[]): ExpectedDifference {
  return { ...order(resource), ours: references(before), reason: "default made explicit" };
}

/** We do not name what comes before a resource that refers to it anyway. */
export function impliedOrderLeftOut(resource: string, before: readonly string[]): ExpectedDifference {
  return { ...order(resource), published: references(before), reason: "default left out" };
}

const order = (resource: string) => ({
  where: `${resource}.depends_on`,
  fact: "A reference orders resources as well as depends_on does.",
});

const references = (addresses: readonly string[]) => addresses.map((one) => `ref:${one}`);

/** We have the resource in the type of today, with what that has to be told. */
export function typeReplaced(resource: string): ExpectedDifference[] {
  const { replacement, brings = {}, fact } = known(deprecatedTypes, placeOf(resource).type);
  return Object.entries({ [TYPE]: replacement, ...brings }).map(([argument, ours]) => ({
    where: `${resource}.${argument}`,
    ours,
    reason: "deprecated replaced",
    fact,
  }));
}

/** We do not write a deprecated argument. If something replaces it, a difference of its own says with what value. */
export function deprecatedLeftOut(
  resource: string,
  argument: string,
  published: ArgumentValue,
): ExpectedDifference {
  const { replacements, fact } = known(deprecations, `${placeOf(resource).type}.${argument}`);
  const reason = replacements.length === 0 ? "deprecated without effect" : "deprecated replaced";
  return { where: `${resource}.${argument}`, published, reason, fact };
}

/** We write what takes the place of a deprecated argument, with the value of that: in the same resource, or in one of ours. */
export function deprecatedReplaced(
  resource: string,
  argument: string,
  value: ArgumentValue,
  ours?: string,
): ExpectedDifference[] {
  const left = deprecatedLeftOut(resource, argument, value);
  return [left, ...replacementsOf(resource, argument, value, ours)];
}

/** We write what takes the place of a deprecated argument that was not given, with its default. */
export function defaultReplaced(resource: string, argument: string, ours: string): ExpectedDifference[] {
  const { value } = knownDefault(resource, argument);
  return replacementsOf(resource, argument, value, ours);
}

function replacementsOf(
  resource: string,
  argument: string,
  value: ArgumentValue,
  ours: string | undefined,
): ExpectedDifference[] {
  const { replacements, fact } = known(deprecations, `${placeOf(resource).type}.${argument}`);
  return [resource, ...(ours === undefined ? [] : [ours])].flatMap((one) =>
    replacements
      .filter(({ by }) => by.startsWith(`${typeToday(placeOf(one).type)}.`))
      .flatMap(({ by, becomes = (same: ArgumentValue) => same }): ExpectedDifference[] => {
        const become = becomes(value);
        const where = `${one}${by.slice(by.indexOf("."))}`;
        return become === undefined ? [] : [{ where, ours: become, reason: "deprecated replaced", fact }];
      }),
  );
}

/** A resource that we have and nobody published, with each of its arguments. */
export function ownResource(
  resource: string,
  block: ResourceArguments,
  why: Pick<ExpectedDifference, "reason" | "fact">,
): ExpectedDifference[] {
  return [
    { where: resource, ours: {}, ...why },
    ...Object.entries(block).map(([argument, ours]) => ({ where: `${resource}.${argument}`, ours, ...why })),
  ];
}

function knownDefault(resource: string, argument: string) {
  const { type } = placeOf(resource);
  return required(`${type}.${argument}`, defaultFor(type, argument));
}

function known<T>(table: Readonly<Record<string, T>>, key: string): T {
  return required(key, table[key]);
}

function required<T>(key: string, entry: T | undefined): T {
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
