import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import type { Attribute, Block, NestedBlock } from "../schema";
import type { CtyType, Path, Value, ValueObject } from "../values";
import { UNKNOWN } from "../values";
import { dynamicBlocks } from "./decode-dynamic";
import { ConversionError, convert, withoutDuplicates } from "./decode-convert";
import type { Scope } from "./decode-scope";
import { evaluate, withName } from "./decode-scope";
import type { Json, JsonObject } from "./json";
import { isJsonList, isJsonObject, membersOf } from "./json";

export interface DecodeOptions {
  /** What `var.name` stands for; a variable without a value is unknown. */
  readonly variables?: Readonly<Record<string, Value>>;
  /** What any other expression stands for; unknown where this is not given. */
  readonly resolve?: (expression: string) => Value;
  /** The type of an unknown, so that a list in the place of a string is found. */
  readonly typeOf?: (expression: string) => CtyType | undefined;
}

export interface Decoded {
  /** Complete: every argument of the schema is there. Undefined where the configuration has an error. */
  readonly value: ValueObject | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Arguments that Terraform keeps to itself. */
const META: ReadonlySet<string> = new Set([
  "depends_on",
  "provider",
  "lifecycle",
  "count",
  "for_each",
  "provisioner",
  "connection",
]);

/** The arguments of one resource in Terraform JSON, as Terraform gives them to the provider. */
export function decodeConfig(block: Block, json: unknown, options: DecodeOptions = {}): Decoded {
  const { variables = {}, resolve = () => UNKNOWN, typeOf } = options;
  const scope = withName({ resolve, ...(typeOf && { typeOf }) }, "var", variables);
  const diagnostics: Diagnostic[] = [];
  const members = bodyMembers(json as Json, [], diagnostics).filter(([name]) => !META.has(name));
  const value = decodeBody(block, members, { scope, diagnostics, path: [] });
  return { value: diagnostics.some(({ severity }) => severity === "error") ? undefined : value, diagnostics };
}

type Members = readonly [string, Json][];

interface Context {
  readonly scope: Scope;
  readonly diagnostics: Diagnostic[];
  readonly path: Path;
}

/** A block as it is written: its content, and what its expressions may name. */
export interface WrittenBlock {
  readonly name: string;
  readonly body: Json;
  readonly scope: Scope;
  /** It stands for any number of blocks, none of them known. */
  readonly unknown?: boolean;
}

/** A body is an object, or a list of objects that are read as one. */
function bodyMembers(json: Json, path: Path, diagnostics: Diagnostic[]): Members {
  if (json === null) return [];
  const bodies = isJsonList(json) ? json : [json];
  return bodies.flatMap((body) => {
    if (isJsonObject(body)) return membersOf(body);
    diagnostics.push(
      error(
        "Incorrect JSON value type",
        "Either a JSON object or JSON array of objects is required here, to define arguments and child blocks.",
        path,
      ),
    );
    return [];
  });
}

function decodeBody(block: Block, members: Members, context: Context): ValueObject {
  const { scope, diagnostics, path } = context;
  const attributes = new Map<string, Json>();
  const blocks: WrittenBlock[] = [];
  for (const [name, json] of members) {
    if (block.attributes.has(name)) {
      attributes.set(name, json);
    } else if (block.blocks.has(name)) {
      const bodies = blockBodies(name, json, { ...context, path: [...path, name] });
      blocks.push(...bodies.map((body) => ({ name, body, scope })));
    } else if (name === "dynamic") {
      blocks.push(...dynamicBlocks(json, block, scope, [...path, name], diagnostics));
    } else {
      diagnostics.push(
        error(
          "Extraneous JSON object property",
          `No argument or block type is named ${JSON.stringify(name)}.`,
          [...path, name],
        ),
      );
    }
  }
  const value: Record<string, Value> = {};
  for (const attribute of block.attributes.values()) {
    value[attribute.name] = decodeAttribute(attribute, attributes.get(attribute.name), context);
  }
  for (const nested of block.blocks.values()) {
    value[nested.name] = decodeBlocks(
      nested,
      blocks.filter(({ name }) => name === nested.name),
      context,
    );
  }
  return value;
}

function decodeAttribute(
  { name, type, required }: Attribute,
  json: Json | undefined,
  context: Context,
): Value {
  const { scope, diagnostics, path } = context;
  if (json === undefined) {
    if (required) {
      diagnostics.push(
        error(
          "Missing required argument",
          `The argument "${name}" is required, but no definition was found.`,
          path,
        ),
      );
    }
    return null;
  }
  try {
    return convert(json, type, (text) => evaluate(text, scope));
  } catch (problem) {
    if (!(problem instanceof ConversionError)) throw problem;
    const inside = problem.path.map((step) =>
      typeof step === "number" ? `element ${step}: ` : `element ${JSON.stringify(step)}: `,
    );
    diagnostics.push(
      error(
        "Incorrect attribute value type",
        `Inappropriate value for attribute "${name}": ${inside.join("")}${problem.message}.`,
        [...path, name],
      ),
    );
    return UNKNOWN;
  }
}

function blockBodies(name: string, json: Json, { diagnostics, path }: Context): readonly Json[] {
  if (json === null) return [];
  if (isJsonObject(json)) return [json satisfies JsonObject];
  if (isJsonList(json)) return json;
  diagnostics.push(
    error(
      "Incorrect JSON value type",
      `Either a JSON object or a JSON array is required, representing the contents of one or more "${name}" blocks.`,
      path,
    ),
  );
  return [];
}

function decodeBlocks(nested: NestedBlock, written: readonly WrittenBlock[], context: Context): Value {
  const { diagnostics, path } = context;
  const { name, nesting, block } = nested;
  const unknown = written.some((one) => one.unknown);
  if (!unknown) countBlocks(nested, written.length, context);
  const values = written.map(({ body, scope }, index) => {
    const here = nesting === "single" ? [...path, name] : [...path, name, index];
    return decodeBody(block, bodyMembers(body, here, diagnostics), { scope, diagnostics, path: here });
  });
  if (unknown) return UNKNOWN;
  if (nesting === "single") return values[0] ?? null;
  return nesting === "set" ? withoutDuplicates(block.type, values) : values;
}

function countBlocks(nested: NestedBlock, count: number, context: Context): void {
  const { diagnostics, path } = context;
  const { name, nesting, minBlocks, maxBlocks } = nested;
  if (nesting === "single" && count > 1) {
    diagnostics.push(
      error(`Duplicate ${name} block`, `Only one block of type "${name}" is allowed.`, [...path, name, 1]),
    );
  } else if (count > maxBlocks) {
    const detail = `No more than ${maxBlocks} "${name}" blocks are allowed`;
    diagnostics.push(error(`Too many ${name} blocks`, detail, [...path, name, maxBlocks]));
  } else if (count < minBlocks) {
    const detail = `At least ${minBlocks} "${name}" blocks are required.`;
    diagnostics.push(error(`Insufficient ${name} blocks`, detail, path));
  }
}
