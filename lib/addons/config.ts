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
  return canonical(config).replaceAll(/[<>&\u2028\u2029]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// Written out, because JavaScript puts keys that are numbers first in any object, however it was made.
function canonical(value: JsonValue): string {
  if (isList(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
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
