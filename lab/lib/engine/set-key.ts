import type { Value } from "../values";
import { isList, isObject, isUnknown, isWhollyKnown } from "../values";
import type { Argument } from "./argument";
import { argumentsOf, isBlock, zeroOf } from "./argument";

/**
 * What makes an element of a set itself: everything that a user can write, with absent and zero taken for the same.
 *
 * Members that are only computed do not count: their values are not known when a set is planned.
 */
export function elementKey(argument: Argument, item: Value): string {
  return JSON.stringify(canonical(argument, item, "configurable"));
}

/** Whether two lists read the same for the SDK, to which absent and zero are one. */
export function readTheSame(argument: Argument, a: readonly Value[], b: readonly Value[]): boolean {
  const text = (items: readonly Value[]): string =>
    JSON.stringify(items.map((item) => canonical(argument, item, "all")));
  return a.length === b.length && text(a) === text(b);
}

/** Elements by their key; those with something unknown in them never are the same. */
export function keyed(items: readonly Value[], keyOf: (item: Value) => string): Map<string, Value> {
  return new Map(
    items.map((item, index) => [isWhollyKnown(item) ? keyOf(item) : `${keyOf(item)}#${index}`, item]),
  );
}

/** Whether two sets have the same elements. */
export function sameKeys(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

/** Which members of a block count. */
type Members = "configurable" | "all";

function canonical(argument: Argument, item: Value, which: Members): unknown {
  const { elements, names } = argument;
  if (isUnknown(item)) return { unknown: true };
  if (!isBlock(elements)) return String(item);
  if (!isObject(item)) return null;
  const members: [string, unknown][] = [];
  for (const [name, member] of argumentsOf(elements, `${names}.`)) {
    if (which === "configurable" && member.computed && !member.optional) continue;
    members.push([name, memberKey(member, item[name] ?? null, which)]);
  }
  return members.sort(([a], [b]) => (a < b ? -1 : 1));
}

function memberKey(member: Argument, value: Value, which: Members): unknown {
  const used = value ?? member.default ?? zeroOf(member.type);
  if (isUnknown(used)) return { unknown: true };
  if (isList(used)) {
    const keys = used.map((item) => canonical(member, item, which));
    return member.kind === "set" ? keys.map((key) => JSON.stringify(key)).sort() : keys;
  }
  if (isObject(used)) return Object.entries(used).sort(([a], [b]) => (a < b ? -1 : 1));
  return String(used);
}
