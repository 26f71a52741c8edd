import { createHash } from "node:crypto";
import { isList, isObject, isUnknown, type Value } from "../values";

/** Sixty-four hexadecimal digits: what ids and other invented values are cut from, instead of chance. */
export function digest(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex");
}

/** Lower-case letters and digits, as ids of Alibaba Cloud have them. */
export function letters(hex: string, count: number): string {
  return BigInt(`0x${hex}`).toString(36).padStart(49, "0").slice(-count);
}

export function uuid(hex: string): string {
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** A number below a bound. */
export function below(bound: number, hex: string): number {
  return parseInt(hex.slice(0, 8), 16) % bound;
}

/** One text for one value, whatever the order of its members. */
export function canonical(value: Value): string {
  if (isUnknown(value)) return "?";
  if (typeof value === "bigint") return value.toString();
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${name}:${canonical(value[name] ?? null)}`).join(",")}}`;
}
