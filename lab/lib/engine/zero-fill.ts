import type { Block } from "../schema";
import type { CtyType, Value, ValueObject } from "../values";
import { isList, isObject, memberType } from "../values";
import { zeroOf } from "./argument";

/**
 * The prior state as the SDK reads it: inside of blocks, an absent argument and its zero value are one.
 *
 * At the top of a resource the SDK tells them apart. That is why an update of one argument also shows others, inside of blocks,
 * that go from null to zero: the noise is the provider's.
 */
export function zeroFilled(block: Block, state: ValueObject): ValueObject {
  const result: Record<string, Value> = { ...state };
  for (const [name, { type }] of block.attributes) {
    const value = state[name];
    if (typeof type === "object" && type[0] !== "map" && isList(value)) result[name] = filled(type, value);
  }
  for (const [name, nested] of block.blocks) {
    const value = state[name];
    if (nested.nesting !== "single" && isList(value)) {
      result[name] = filled([nested.nesting, nested.block.type], value);
    }
  }
  return result;
}

function filled(type: CtyType, value: Value): Value {
  if (typeof type === "string") return value;
  if (value === null) return zeroOf(type);
  const [kind, inner] = type;
  if (kind === "object") {
    // A block in which nothing at all is set does not exist for the SDK, which then leaves it as it is.
    if (!isObject(value) || Object.values(value).every((member) => member === null)) return value;
    return Object.fromEntries(
      Object.keys(inner).map((name) => {
        const of = memberType(type, name);
        const member = value[name] ?? null;
        return [name, member === null ? zeroOf(of) : filled(of, member)];
      }),
    );
  }
  if (kind === "map") return value;
  return isList(value) ? value.map((item) => filled(inner, item)) : value;
}
