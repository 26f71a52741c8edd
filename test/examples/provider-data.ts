import * as fs from "node:fs";
import * as path from "node:path";
import type { ArgumentValue } from "./compare";
import { typeToday } from "./published/deprecations";

interface Attribute {
  readonly deprecated?: boolean;
  readonly optional?: boolean;
  readonly required?: boolean;
}

interface Block {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly deprecated?: boolean;
}

interface Behaviour {
  readonly default?: ArgumentValue;
  readonly removed?: object;
}

const root = path.join(__dirname, "../..");

function read(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(root, file), "utf8"));
}

const { provider_schemas: providers } = read("provider-alicloud/schema/provider.json") as {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>
  >;
};

/** What the code of the provider does with arguments, beyond what its schema tells. */
const behaviours = read("lab/providers/alicloud/behaviour.json") as Readonly<
  Record<string, { readonly attributes?: Readonly<Record<string, Behaviour>> }>
>;

/** The schema of a type of resource, or `undefined` if there is none. */
export function schemaOfType(type: string): Block | undefined {
  return Object.values(providers)
    .map((schema) => schema.resource_schemas[type]?.block)
    .find((block) => block !== undefined);
}

/** The argument of a resource in the schema of the provider, or `undefined` if there is none of that name. */
export function schemaOf(type: string, argument: string): Attribute | undefined {
  return schemaOfType(type)?.attributes[argument];
}

/** The default that the provider has in its code. */
export function defaultOf(type: string, argument: string): ArgumentValue | undefined {
  return behaviours[type]?.attributes?.[argument]?.default;
}

/**
 * Whether the provider marks an argument as deprecated or removed. Of a deprecated type it is also one that the type which takes
 * its place cannot be given.
 */
export function isDeprecated(type: string, argument: string): boolean {
  const today = typeToday(type);
  return (
    schemaOf(type, argument)?.deprecated === true ||
    schemaOf(today, argument)?.deprecated === true ||
    !canBeGiven(today, argument)
  );
}

function canBeGiven(type: string, argument: string): boolean {
  const { optional = false, required = false } = schemaOf(type, argument) ?? {};
  return (optional || required) && behaviours[type]?.attributes?.[argument]?.removed === undefined;
}
