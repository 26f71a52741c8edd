import type { Block } from "../schema";
import type { Value, ValueObject } from "../values";

/** A block in which nothing is set. */
export function emptyBlock(block: Block): ValueObject {
  const empty: Record<string, Value> = {};
  for (const name of block.attributes.keys()) empty[name] = null;
  for (const [name, { nesting }] of block.blocks) empty[name] = nesting === "single" ? null : [];
  return empty;
}
