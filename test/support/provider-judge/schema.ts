import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Terraform's name of a type: `"string"`, `["list", "string"]`, `["list", ["object", {...}]]`. */
export type TypeName =
  "string" | "number" | "bool" | readonly ["list" | "set" | "map", TypeName] | readonly ["object", object];

export interface Attribute {
  readonly type: TypeName;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

export interface BlockType {
  readonly block: Block;
  readonly nesting_mode: "list" | "set" | "single";
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, BlockType>>;
}

export interface Validator {
  readonly oneOf?: readonly (string | number)[];
  readonly range?: readonly [number, number];
  readonly length?: readonly [number, number];
  readonly min?: number;
  readonly max?: number;
  readonly json?: boolean;
  /** A pattern is checked: see `formats` in validators.ts for those that we know. */
  readonly format?: boolean;
}

/** What the provider checks of one argument beyond the schema. */
export interface Behaviour {
  readonly conflictsWith?: readonly string[];
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
  readonly validate?: Validator;
  readonly elementValidate?: Validator;
  readonly removed?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
}

interface ProviderSchema {
  readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: Block }>>;
}

const PROVIDER = "registry.terraform.io/aliyun/alicloud";
const repository = join(__dirname, "..", "..", "..");

function readProvider(): ProviderSchema {
  const text = readFileSync(join(repository, "provider-alicloud", "schema", "provider.json"), "utf8");
  const all = JSON.parse(text) as { provider_schemas: Record<string, ProviderSchema> };
  const provider = all.provider_schemas[PROVIDER];
  if (provider === undefined) throw new Error(`the committed schema does not describe ${PROVIDER}`);
  return provider;
}

/** The objects of a file in `data/` that has one on each line. */
export function readLines<T>(file: string): T[] {
  const text = readFileSync(join(__dirname, "data", file), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

const provider = readProvider();
const behaviours = new Map(
  readLines<{ type: string; arguments: Record<string, Behaviour> }>("behaviour.jsonl").map((line) => [
    line.type,
    line.arguments,
  ]),
);

export type Mode = "resource" | "data";

export function schemaOf(mode: Mode, type: string): Block | undefined {
  return (mode === "data" ? provider.data_source_schemas : provider.resource_schemas)[type]?.block;
}

/** @param path names only, without indexes: `data_disks.size` */
export function behaviourOf(mode: Mode, type: string, path: string): Behaviour {
  return (mode === "resource" ? behaviours.get(type)?.[path] : undefined) ?? {};
}
