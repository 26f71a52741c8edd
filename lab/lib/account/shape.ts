import type { Block } from "../schema";
import { isList, isObject, type Value, type ValueObject } from "../values";

/** A block in which nothing is set. */
export function emptyBlock(block: Block): ValueObject {
  const empty: Record<string, Value> = {};
  for (const name of block.attributes.keys()) empty[name] = null;
  for (const [name, { nesting }] of block.blocks) empty[name] = nesting === "single" ? null : [];
  return empty;
}

/** Blocks of which services name only what they set, with all else unset. */
export function complete(block: Block, value: Value): Value {
  if (isList(value)) return value.map((one) => complete(block, one));
  if (!isObject(value)) return value;
  const whole: Record<string, Value> = { ...emptyBlock(block), ...value };
  for (const [name, nested] of block.blocks) whole[name] = complete(nested.block, whole[name] ?? null);
  return whole;
}
