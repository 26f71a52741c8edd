import * as fs from "node:fs";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { comparable, placeOf, type Configuration, type ResourceArguments } from "./compare";
import type { ExpectedDifference, Reason } from "./expected";
import { defaults } from "./published/defaults";
import { deprecations } from "./published/deprecations";

/** A difference, and what its resource has on both sides. */
interface Claimed {
  readonly difference: ExpectedDifference;
  readonly type: string;
  readonly argument: string;
  readonly published: ResourceArguments;
  readonly ours: ResourceArguments;
}

/** What has to hold, beyond the words of its fact, for a reason to be believed. */
const claims: Readonly<Record<Reason, (claimed: Claimed) => boolean>> = {
  "default made explicit": ({ difference, type, argument }) =>
    difference.published === undefined &&
    difference.ours !== undefined &&
    isDeepStrictEqual(defaults[`${type}.${argument}`]?.value, difference.ours),

  "deprecated replaced": (claimed) => isLeftOut(claimed) || isReplacement(claimed),

  // A random resource that only makes a name unique goes with the name.
  "name derived": ({ type, argument }) => /(^|_)name$/.test(argument) || type === "random_uuid",

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
    claims[difference.reason]({
      difference,
      type,
      argument,
      published: comparable(published[resource] ?? {}),
      ours: comparable(ours[resource] ?? {}),
    })
  );
}

/** A deprecated argument that was published, while we have its replacement. */
function isLeftOut({ difference, type, argument, ours }: Claimed): boolean {
  const deprecation = deprecations[`${type}.${argument}`];
  return (
    deprecation !== undefined &&
    difference.ours === undefined &&
    ours[deprecation.replacement] !== undefined &&
    (deprecation.kind === "add-on" || isDeprecatedInSchema(type, argument))
  );
}

/** The replacement, with the value that the deprecated argument had. */
function isReplacement({ difference, type, argument, published }: Claimed): boolean {
  return (
    difference.published === undefined &&
    difference.ours !== undefined &&
    Object.entries(deprecations).some(
      ([key, { replacement }]) =>
        replacement === argument &&
        key.startsWith(`${type}.`) &&
        isDeepStrictEqual(published[key.slice(type.length + 1)], difference.ours),
    )
  );
}

interface ProviderSchema {
  readonly resource_schemas: Readonly<
    Record<
      string,
      { readonly block: { readonly attributes: Readonly<Record<string, { readonly deprecated?: boolean }>> } }
    >
  >;
}

const schemaFile = path.join(__dirname, "../../provider-alicloud/schema/provider.json");
const { provider_schemas: providers } = JSON.parse(fs.readFileSync(schemaFile, "utf8")) as {
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
};

/** The argument of a resource in the schema of the provider, or `undefined` if there is none of that name. */
export function schemaOf(type: string, argument: string): { readonly deprecated?: boolean } | undefined {
  return Object.values(providers)
    .map((schema) => schema.resource_schemas[type]?.block.attributes[argument])
    .find((attribute) => attribute !== undefined);
}

function isDeprecatedInSchema(type: string, argument: string): boolean {
  return schemaOf(type, argument)?.deprecated === true;
}
