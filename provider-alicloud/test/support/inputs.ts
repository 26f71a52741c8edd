import { createRequire } from "node:module";
import { Lazy, TerraformIterator } from "cdktf";
import type { Block, BlockType } from "./scripts";

type Config = Record<string, unknown>;
type Naming = (terraformName: string) => string;

/** The generator names arguments with its own copy of this function. */
const generatorRequire = createRequire(
  createRequire(__filename).resolve("@cdktf/provider-generator/package.json"),
);
const { toCamelCase } = generatorRequire("codemaker") as { toCamelCase: (name: string) => string };
const { escapeAttributeName } = generatorRequire("./lib/get/generator/models/attribute-model") as {
  escapeAttributeName: (name: string) => string;
};

/** A way of filling in a resource. */
export interface Style {
  readonly name: string;
  /** Whether an optional argument or block is given. */
  readonly optional: boolean;
  readonly scalar: (type: string, path: string) => unknown;
  readonly list: (element: (index: number) => unknown) => unknown;
  /** A block that may be given once. */
  readonly single: (content: () => Config) => unknown;
  /** A block that may be given many times. */
  readonly many: (content: (index: number) => Config) => unknown;
}

const filled = (elements: number): Style => ({
  name: `every argument, ${elements} of each block`,
  optional: true,
  scalar: literal,
  list: (element) => repeat(elements, element),
  single: (content) => content(),
  many: (content) => repeat(elements, content),
});

export const oneOfEach = filled(1);
export const twoOfEach = filled(2);
export const minimal: Style = { ...oneOfEach, name: "only what is required", optional: false };

export const empty: Style = {
  ...oneOfEach,
  name: "empty lists and blocks",
  list: () => [],
  single: () => ({}),
  many: () => [],
};

/** Falsy values that are given all the same. */
export const falsy: Style = {
  ...oneOfEach,
  name: "zero, false and the empty string",
  scalar: (type) => (type === "bool" ? false : type === "number" ? 0 : ""),
};

/** Values that are known only later, dynamic blocks among them. */
export const unknown: Style = {
  ...oneOfEach,
  name: "tokens and dynamic blocks",
  scalar: token,
  many: (content) => TerraformIterator.fromList(["a", "b"]).dynamic(content(0)),
};

export const unknownBlocks: Style = {
  ...oneOfEach,
  name: "whole blocks as tokens",
  single: (content) => later(content),
  many: (content) => later(() => [content(0)]),
};

export const styles: readonly Style[] = [oneOfEach, twoOfEach, minimal, empty, falsy, unknown, unknownBlocks];

/**
 * What to write for a block, filled in by a style. Named in another way it is also what should come out as JSON.
 */
export function inputs(block: Block, style: Style, nameOf = argumentName, path = ""): Config {
  const config: Config = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    if (attribute.required || (attribute.optional && style.optional)) {
      config[nameOf(name)] = attributeValue(attribute.type, style, nameOf, `${path}${name}`);
    }
  }
  for (const [name, type] of Object.entries(block.block_types ?? {})) {
    const required = (type.min_items ?? 0) > 0;
    if (required || style.optional) config[nameOf(name)] = blockValue(type, style, nameOf, `${path}${name}`);
  }
  return config;
}

function argumentName(terraformName: string): string {
  return escapeAttributeName(toCamelCase(terraformName));
}

function blockValue(type: BlockType, style: Style, nameOf: Naming, path: string): unknown {
  if (type.nesting_mode === "single" || type.max_items === 1) {
    return style.single(() => inputs(type.block, style, nameOf, `${path}.`));
  }
  return style.many((index) => inputs(type.block, style, nameOf, `${path}.${index}.`));
}

function attributeValue(type: unknown, style: Style, nameOf: Naming, path: string): unknown {
  if (typeof type === "string") return style.scalar(type, path);
  const [collection, of] = type as [string, unknown];
  if (collection === "map") return { key: attributeValue(of, style, nameOf, `${path}.key`) };
  if (collection === "object") {
    const fields = Object.entries(of as Config);
    return Object.fromEntries(
      fields.map(([name, field]) => [nameOf(name), attributeValue(field, style, nameOf, `${path}.${name}`)]),
    );
  }
  return style.list((index) => attributeValue(of, style, nameOf, `${path}.${index}`));
}

function literal(type: string, path: string): unknown {
  if (type === "bool") return path.length % 2 === 0;
  return type === "number" ? path.length : `value of ${path}`;
}

function token(type: string, path: string): unknown {
  if (type === "bool") return later(() => literal(type, path));
  if (type === "number") return Lazy.numberValue({ produce: () => path.length });
  return Lazy.stringValue({ produce: () => `value of ${path}` });
}

function later(produce: () => unknown): unknown {
  return Lazy.anyValue({ produce });
}

function repeat<T>(count: number, element: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => element(index));
}
