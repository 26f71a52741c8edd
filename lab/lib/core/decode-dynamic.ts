import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import type { Block } from "../schema";
import type { Path, Value } from "../values";
import { UNKNOWN, isList, isObject, isUnknown } from "../values";
import type { WrittenBlock } from "./decode";
import { convert } from "./decode-convert";
import type { Scope } from "./decode-scope";
import { evaluate, withName } from "./decode-scope";
import type { Json, JsonObject } from "./json";
import { isJsonList, isJsonObject, membersOf } from "./json";

/** The blocks that `dynamic` stands for, by the name of what they repeat. */
export function dynamicBlocks(
  json: Json,
  block: Block,
  scope: Scope,
  path: Path,
  diagnostics: Diagnostic[],
): WrittenBlock[] {
  const say = (summary: string, detail: string): void => {
    diagnostics.push(error(summary, detail, path));
  };
  return listed(json)
    .flatMap(membersOf)
    .flatMap(([name, generators]) => {
      if (!block.blocks.has(name)) {
        say("Unsupported block type", `Blocks of type "${name}" are not expected here.`);
        return [];
      }
      return listed(generators).flatMap((generator) => {
        if (isJsonObject(generator)) return generated(name, generator, scope, say);
        say("Incorrect JSON value type", "Either a JSON object or JSON array of objects is required here.");
        return [];
      });
    });
}

function generated(
  name: string,
  generator: JsonObject,
  scope: Scope,
  say: (summary: string, detail: string) => void,
): WrittenBlock[] {
  if (!("for_each" in generator)) {
    say("Missing required argument", 'The argument "for_each" is required, but no definition was found.');
    return [];
  }
  if (!("content" in generator)) {
    say(
      "Missing dynamic content block",
      'A dynamic block must have a nested block of type "content" to describe the body of each generated block.',
    );
    return [];
  }
  const { for_each: forEach = null, content = null, iterator } = generator;
  const each = typeof iterator === "string" ? iterator : name;
  const body = isJsonList(content) && content.length === 1 ? (content[0] ?? null) : content;
  const over = convert(forEach, "dynamic", (text) => evaluate(text, scope));
  const entries = entriesOf(over);
  if (entries === undefined) {
    const detail =
      over === null
        ? "Cannot use a null value in for_each."
        : `Cannot use a ${typeof over} value in for_each. An iterable collection is required.`;
    say("Invalid dynamic for_each value", detail);
    return [];
  }
  return entries.map(([key, value]) => ({
    name,
    body,
    scope: withName(scope, each, { key, value }),
    ...(isUnknown(over) && { unknown: true }),
  }));
}

/** What is unknown is read once with nothing known, so that its shape is checked. */
function entriesOf(over: Value): [Value, Value][] | undefined {
  if (isUnknown(over)) return [[UNKNOWN, UNKNOWN]];
  if (isList(over)) return over.map((value, index) => [index, value]);
  return isObject(over) ? Object.entries(over) : undefined;
}

function listed(json: Json): readonly Json[] {
  return isJsonList(json) ? json : [json];
}
