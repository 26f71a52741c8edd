import { isList, isObject, type Value, type ValueObject } from "../values";

/** The text of an attribute; nothing where it is unset or empty. */
export function text(values: ValueObject, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function flag(values: ValueObject, name: string): boolean {
  return values[name] === true;
}

/** A number, also one that is kept as text. */
export function number(values: ValueObject, name: string): number {
  const value = Number(values[name] ?? 0);
  return Number.isFinite(value) ? value : 0;
}

/** The texts of a list or set. */
export function texts(values: ValueObject, name: string): string[] {
  const value = values[name];
  return isList(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

export function blocks(values: ValueObject, name: string): ValueObject[] {
  const value = values[name];
  if (isObject(value)) return [value];
  return isList(value) ? value.filter(isObject) : [];
}

/** All texts at a path of names, through lists and blocks. */
export function textsAt(value: Value | undefined, path: readonly string[]): string[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((one) => textsAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === "string" && value !== "" ? [value] : [];
  return isObject(value) ? textsAt(value[name], rest) : [];
}

/** What people call an object. */
export function nameOf(type: string, values: ValueObject): string | undefined {
  const metadata = blocks(values, "metadata")[0];
  if (metadata !== undefined) return text(metadata, "name");
  const own = type.split("_").slice(1);
  const words = own.map((_word, index) => `${own.slice(index).join("_")}_name`);
  const name = [...words, "name", "address_name", "bucket"].find((one) => text(values, one) !== undefined);
  if (name !== undefined) return text(values, name);
  const any = Object.keys(values).find((one) => one.endsWith("_name") && text(values, one) !== undefined);
  return any === undefined ? undefined : text(values, any);
}
