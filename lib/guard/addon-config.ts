import { isObject } from "./change";

/** The keys that the settings of an add-on have lost, as `a.b`. Settings that are no JSON object have none. */
export function removedKeys(before: unknown, after: unknown): string[] {
  if (typeof before !== "string" || typeof after === "symbol") return [];
  const was = parse(before);
  const is = after === undefined || after === null || after === "" ? {} : parse(after);
  return was === undefined || is === undefined ? [] : missing("", was, is);
}

function missing(prefix: string, was: object, is: object): string[] {
  const now = new Map<string, unknown>(Object.entries(is));
  return Object.entries(was).flatMap(([key, value]) => {
    const inside = now.get(key);
    if (!now.has(key)) return [`${prefix}${key}`];
    return isObject(value) && isObject(inside) ? missing(`${prefix}${key}.`, value, inside) : [];
  });
}

function parse(text: unknown): object | undefined {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
