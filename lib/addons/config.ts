import { Fn } from "cdktf";
import { isToken } from "../limits";

/** Settings of an add-on, as the component documents them. Most components store every value as text. */
export type AddonConfig = { readonly [key: string]: JsonValue };

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | AddonConfig;

/**
 * The settings as the provider will read them back: keys sorted at every level, no spaces, and `<`, `>`, `&` escaped.
 * The provider compares text, so any other form of the same JSON would differ in every plan.
 */
export function renderConfig(config: AddonConfig): string {
  // What Terraform has to fill in must be encoded by Terraform; its encoding has the same form.
  return containsToken(config) ? Fn.jsonencode(config) : canonicalJson(config);
}

export function canonicalJson(config: AddonConfig): string {
  return JSON.stringify(sortKeys(config)).replaceAll(/[<>&\u2028\u2029]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function sortKeys(value: JsonValue): JsonValue {
  if (isList(value)) {
    return value.map(sortKeys);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)]));
}

function containsToken(value: JsonValue): boolean {
  if (isToken(value)) {
    return true;
  }
  if (isList(value)) {
    return value.some(containsToken);
  }
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).some(([key, member]) => isToken(key) || containsToken(member))
  );
}

// Array.isArray does not narrow a readonly array away from an object.
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
