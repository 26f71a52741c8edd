import type { Block } from "../schema";
import type { CtyType, Value, ValueObject } from "../values";
import { elementType, isList, isObject, isUnknown, isWhollyKnown, memberType, UNKNOWN } from "../values";

/**
 * Puts back what gets lost where the SDK turns values into text: empty strings and lists that were written out, and unknown
 * values that only Terraform knows of.
 */
export function restoreEmpty(type: CtyType, planned: Value, proposed: Value): Value {
  if (isUnknown(proposed)) return planned === null ? proposed : planned;
  if (proposed === null || isUnknown(planned)) return planned;
  if (type === "string") return planned === null && proposed === "" ? proposed : planned;
  if (typeof type === "string") return planned;
  const [kind] = type;
  if (kind === "object") {
    if (!isObject(proposed)) return planned;
    const before = isObject(planned) ? planned : {};
    const names = new Set([...Object.keys(before), ...Object.keys(proposed)]);
    return Object.fromEntries(
      [...names].map((name) => [
        name,
        restoreEmpty(memberType(type, name), before[name] ?? null, proposed[name] ?? null),
      ]),
    );
  }
  if (kind === "map") return restoreMap(type, planned, proposed);
  if (kind === "set" || !isList(proposed)) return planned;
  if (planned === null) return proposed.length === 0 ? proposed : planned;
  if (!isList(planned) || planned.length !== proposed.length) return planned;
  const of = elementType(type);
  return planned.map((item, index) => restoreEmpty(of, item, proposed[index] ?? null));
}

function restoreMap(type: CtyType, planned: Value, proposed: Value): Value {
  if (!isObject(proposed)) return planned;
  if (!isObject(planned)) {
    return planned === null && Object.keys(proposed).length === 0 ? proposed : planned;
  }
  const of = elementType(type);
  return Object.fromEntries(
    Object.entries(planned).map(([key, value]) => {
      const given = proposed[key];
      if (given === undefined) return [key, value];
      return [key, isUnknown(value) && isWhollyKnown(given) ? given : restoreEmpty(of, value, given)];
    }),
  );
}

/** What is computed and still absent in a new resource will be known after the apply. */
export function withUnknowns(block: Block, planned: ValueObject): ValueObject {
  const result: Record<string, Value> = { ...planned };
  for (const [name, attribute] of block.attributes) {
    if (attribute.computed && (planned[name] ?? null) === null) result[name] = UNKNOWN;
  }
  for (const [name, nested] of block.blocks) {
    const value = planned[name];
    if (isList(value)) {
      result[name] = value.map((item) => (isObject(item) ? withUnknowns(nested.block, item) : item));
    }
  }
  return result;
}

/** Whether the SDK takes two values for the same: it does not tell absent from empty. */
export function isEquivalent(type: CtyType, a: Value, b: Value): boolean {
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && isUnknown(b);
  if (a === null || b === null) return isZero(a ?? b);
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false;
    const of = elementType(type);
    const left = [...b];
    const ordered = typeof type !== "object" || type[0] !== "set";
    return a.every((item) => {
      const index = ordered ? 0 : left.findIndex((other) => isEquivalent(of, item, other));
      const [other = null] = index < 0 ? [] : left.splice(index, 1);
      return index >= 0 && isEquivalent(of, item, other);
    });
  }
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => isEquivalent(memberType(type, name), a[name] ?? null, b[name] ?? null));
  }
  return a === b;
}

function isZero(value: Value): boolean {
  if (value === null || value === "" || value === 0 || value === false) return true;
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
