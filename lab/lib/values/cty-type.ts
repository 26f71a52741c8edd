import type { Value } from "./value";
import { isList, isObject, isUnknown } from "./value";

/** A type as Terraform writes it in JSON: `"string"`, `["list", "string"]`, `["object", { "id": "string" }]`. */
export type CtyType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", CtyType]
  | readonly ["object", Readonly<Record<string, CtyType>>];

/** Whether two values of a type are the same; sets have no order, and what is unknown is equal to nothing. */
export function equal(type: CtyType, a: Value, b: Value): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false;
    const of = elementType(type);
    if (typeof type === "object" && type[0] === "set") return sameElements(of, a, b);
    return a.every((item, index) => equal(of, item, b[index] ?? null));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => {
    if (!(name in a) || !(name in b))
      return isMemberless(type) ? false : (a[name] ?? b[name] ?? null) === null;
    return equal(memberType(type, name), a[name] ?? null, b[name] ?? null);
  });
}

/** Absent and null differ in a map, not in an object. */
function isMemberless(type: CtyType): boolean {
  return typeof type === "object" && type[0] === "map";
}

function sameElements(type: CtyType, a: readonly Value[], b: readonly Value[]): boolean {
  const left = [...b];
  return a.every((item) => {
    const index = left.findIndex((other) => equal(type, item, other));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

export function elementType(type: CtyType): CtyType {
  return typeof type === "object" && type[0] !== "object" ? type[1] : "dynamic";
}

export function memberType(type: CtyType, name: string): CtyType {
  if (typeof type !== "object") return "dynamic";
  return type[0] === "object" ? (type[1][name] ?? "dynamic") : type[1];
}
