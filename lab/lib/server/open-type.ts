import type { CtyType, Value } from "../values";
import { elementType, isList, isObject, isUnknown, memberType } from "../values";

/** Where a schema leaves a type open, a value brings its own, and that may be a tuple: no schema has those. */
export type WireType = CtyType | readonly ["tuple", readonly WireType[]] | OpenCollection | OpenObject;
type OpenCollection = readonly ["list" | "set" | "map", WireType];
type OpenObject = readonly ["object", Readonly<Record<string, WireType>>];

export function elementAt(type: WireType, index: number): WireType {
  if (typeof type === "object" && type[0] === "tuple") return type[1][index] ?? "dynamic";
  return elementType(type as CtyType);
}

export function memberOf(type: WireType, name: string): WireType {
  return memberType(type as CtyType, name);
}

/** The types that a type is made of. */
export function partsOf(type: Exclude<WireType, string>): readonly WireType[] {
  if (type[0] === "tuple") return type[1];
  return type[0] === "object" ? Object.values(type[1]) : [type[1]];
}

/** The type that a value brings with it when nobody has named one. */
export function impliedType(value: Value): WireType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (value === null || isUnknown(value)) return "dynamic";
  if (isList(value)) return ["tuple", value.map(impliedType)];
  if (!isObject(value)) return "dynamic";
  return ["object", Object.fromEntries(Object.entries(value).map(([name, of]) => [name, impliedType(of)]))];
}
