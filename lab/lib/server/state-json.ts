import type { Block, NestedBlock } from "../schema";
import type { CtyType, Value, ValueObject } from "../values";
import { elementType } from "../values";

/** A state file, or the provider's own past, holds something that the schema has no room for. */
export class UnreadableState extends Error {}

/**
 * Reads a resource of a state file, written by this version of the provider or by an older one: attributes that are gone are
 * dropped, new ones are null, and blocks that are not there are none.
 */
export function blockFromStateJson(block: Block, json: unknown, at = "state"): ValueObject {
  if (!isRecord(json)) throw new UnreadableState(`${at} is no object`);
  const values: Record<string, Value> = {};
  for (const [name, { type }] of block.attributes) {
    values[name] = fromStateJson(type, json[name], `${at}.${name}`);
  }
  for (const [name, nested] of block.blocks) {
    values[name] = nestedFromStateJson(nested, json[name], `${at}.${name}`);
  }
  return values;
}

function nestedFromStateJson({ nesting, block }: NestedBlock, json: unknown, at = "state"): Value {
  const isAbsent = json === null || json === undefined;
  if (nesting === "single") return isAbsent ? null : blockFromStateJson(block, json, at);
  if (isAbsent) return [];
  if (!Array.isArray(json)) throw new UnreadableState(`${at} is no ${nesting}`);
  return json.map((item, index) => blockFromStateJson(block, item, `${at}[${index}]`));
}

/** Reads one value of a state file. */
export function fromStateJson(type: CtyType, json: unknown, at = "state"): Value {
  if (json === null || json === undefined) return null;
  if (typeof type === "string") return primitive(type, json, at);
  if (type[0] === "object") {
    if (!isRecord(json)) throw new UnreadableState(`${at} is no object`);
    const members = Object.entries(type[1]);
    return Object.fromEntries(
      members.map(([name, of]) => [name, fromStateJson(of, json[name], `${at}.${name}`)]),
    );
  }
  const of = elementType(type);
  if (type[0] === "map") {
    if (!isRecord(json)) throw new UnreadableState(`${at} is no map`);
    const members = Object.entries(json);
    return Object.fromEntries(
      members.map(([name, item]) => [name, fromStateJson(of, item, `${at}.${name}`)]),
    );
  }
  if (!Array.isArray(json)) throw new UnreadableState(`${at} is no ${type[0]}`);
  return json.map((item, index) => fromStateJson(of, item, `${at}[${index}]`));
}

function primitive(type: "string" | "number" | "bool" | "dynamic", json: unknown, at = "state"): Value {
  if (type === "dynamic")
    return isRecord(json) && "value" in json ? (json["value"] as Value) : (json as Value);
  const kind = type === "bool" ? "boolean" : type;
  if (typeof json === kind) return json as Value;
  // Older versions of a provider may have written the same value as text, or the other way round.
  if (type === "string" && typeof json !== "object") return String(json);
  if (type === "bool" && (json === "true" || json === "false")) return json === "true";
  if (type === "number" && typeof json === "string" && json.trim() !== "" && !Number.isNaN(Number(json))) {
    return Number(json);
  }
  throw new UnreadableState(`${at} is no ${type}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
