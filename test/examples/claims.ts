import { isDeepStrictEqual } from "node:util";
import { comparable, isList, placeOf, TYPE, type ArgumentValue, type Configuration } from "./compare";
import type { ExpectedDifference, Reason } from "./expected";
import { isDeprecated } from "./provider-data";
import { defaultFor } from "./published/defaults";
import { deprecatedTypes, deprecations, typeToday } from "./published/deprecations";

/** A difference, and what is on both sides. */
interface Claimed {
  readonly difference: ExpectedDifference;
  readonly resource: string;
  readonly type: string;
  readonly argument: string;
  readonly published: Configuration;
  readonly ours: Configuration;
}

/** What has to hold, beyond the words of its fact, for a reason to be believed. */
const claims: Readonly<Record<Reason, (claimed: Claimed) => boolean>> = {
  "default made explicit": (claimed) =>
    claimed.difference.published === undefined &&
    claimed.difference.ours !== undefined &&
    (isImpliedOrder(claimed, claimed.ours) ||
      isDeepStrictEqual(defaultFor(claimed.type, claimed.argument)?.value, claimed.difference.ours)),

  "default left out": (claimed) =>
    claimed.difference.ours === undefined &&
    claimed.difference.published !== undefined &&
    (isImpliedOrder(claimed, claimed.published) ||
      isDeepStrictEqual(defaultFor(claimed.type, claimed.argument)?.value, claimed.difference.published)),

  "deprecated replaced": (claimed) =>
    isLeftOut(claimed) || isReplacement(claimed) || isTypeOfToday(claimed) || isPartOfItsOwn(claimed),

  "deprecated without effect": ({ difference, type, argument }) =>
    difference.ours === undefined &&
    deprecations[`${type}.${argument}`]?.replacements.length === 0 &&
    isDeprecated(type, argument),

  // A random resource that only makes a name unique goes with the name. A description says whose the resource is.
  "name derived": ({ type, argument }) =>
    /(^|_)name(_prefix)?$|^description$/.test(argument) || /^random_(uuid|id|integer)$/.test(type),

  // Whether something was a defect cannot be read from data.
  "defect mended": () => true,
};

/** Whether the reason of a difference holds. */
export function supports(
  difference: ExpectedDifference,
  published: Configuration,
  ours: Configuration,
): boolean {
  const { resource, type, argument = "" } = placeOf(difference.where);
  return (
    /^\S.*\.$/.test(difference.fact) &&
    claims[difference.reason]({ difference, resource, type, argument, published, ours })
  );
}

/** What comes first is named by another argument, too. */
function isImpliedOrder({ resource, argument }: Claimed, side: Configuration): boolean {
  const { depends_on: before, ...others } = side[resource] ?? {};
  const text = JSON.stringify(others);
  return (
    argument === "depends_on" &&
    before !== undefined &&
    isList(before) &&
    before.every((one) => text.includes(`${String(one)}.`))
  );
}

/** A deprecated argument that was published, while we have what replaces it. */
function isLeftOut({ difference, resource, type, argument, ours }: Claimed): boolean {
  const replacements = deprecations[`${type}.${argument}`]?.replacements ?? [];
  return (
    difference.ours === undefined &&
    replacements.length > 0 &&
    replacements.every(({ by }) => {
      const [typeOfOurs, argumentOfOurs] = split(by);
      return standsFor(resource, typeOfOurs, ours).some(
        (one) => valueIn(ours, one, argumentOfOurs) !== undefined,
      );
    }) &&
    // The manual alone knows of add-ons.
    (argument.startsWith("addons[") || isDeprecated(type, argument))
  );
}

/** The replacement, with what became of the value that the deprecated argument had. */
function isReplacement({ difference, resource, type, argument, published }: Claimed): boolean {
  return (
    difference.published === undefined &&
    difference.ours !== undefined &&
    Object.entries(deprecations).some(([key, { replacements }]) => {
      const [typeOfTheirs, argumentOfTheirs] = split(key);
      const values = standsFor(resource, typeOfTheirs, published)
        .map(
          (one) =>
            valueIn(published, one, argumentOfTheirs) ?? defaultFor(typeOfTheirs, argumentOfTheirs)?.value,
        )
        .filter((value) => value !== undefined);
      return replacements
        .filter(({ by }) => by === `${typeToday(type)}.${argument}`)
        .some(({ becomes = (value) => value }) =>
          values.some((value) => isDeepStrictEqual(becomes(value), difference.ours)),
        );
    })
  );
}

/** The type that took the place of a deprecated one, and what it has to be told. */
function isTypeOfToday({ difference, type, argument }: Claimed): boolean {
  const { replacement, brings = {} } = deprecatedTypes[type] ?? {};
  return (
    difference.published === undefined &&
    difference.ours !== undefined &&
    isDeepStrictEqual(difference.ours, argument === TYPE ? replacement : brings[argument])
  );
}

/**
 * A resource of ours for arguments of a published one that today have a resource of their own; its reference to that; and what both
 * have in common.
 */
function isPartOfItsOwn({ difference, resource, type, argument, published, ours }: Claimed): boolean {
  const wholes = Object.keys(published).filter((whole) =>
    Object.keys(published[whole] ?? {}).some((one) =>
      deprecations[`${placeOf(whole).type}.${one}`]?.replacements.some(({ by }) => split(by)[0] === type),
    ),
  );
  const references = wholes.map((whole) => `ref:${whole}.id`);
  return (
    published[resource] === undefined &&
    (argument === ""
      ? Object.values(ours[resource] ?? {}).some((value) => isOneOf(references, value))
      : isOneOf(references, difference.ours) ||
        wholes.some(
          (whole) =>
            difference.ours !== undefined && isDeepStrictEqual(published[whole]?.[argument], difference.ours),
        ))
  );
}

function isOneOf(references: readonly string[], value: ArgumentValue | undefined): boolean {
  return references.some((reference) => reference === value);
}

/** The resource itself if it is of that type, or was before it got the type of today; or else all that are. */
function standsFor(resource: string, typeOfOther: string, configuration: Configuration): string[] {
  const isOfType = (address: string) => {
    const { type } = placeOf(address);
    return type === typeOfOther || typeToday(type) === typeOfOther;
  };
  return isOfType(resource) ? [resource] : Object.keys(configuration).filter(isOfType);
}

function valueIn(
  configuration: Configuration,
  resource: string,
  argument: string,
): ArgumentValue | undefined {
  return comparable(configuration[resource] ?? {})[argument];
}

/** Type and argument. */
function split(key: string): [string, string] {
  const end = key.indexOf(".");
  return [key.slice(0, end), key.slice(end + 1)];
}
