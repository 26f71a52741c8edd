import { isUnknown, unknown, type Fact } from "../limits";
import type { Gap } from "./facts";

export type Body = Readonly<Record<string, unknown>>;

/** An argument as Terraform gets it; unknown where it is an expression. */
export function argument(body: Body, name: string): Fact<unknown> {
  const value = body[name];
  return typeof value === "string" && value.includes("${") ? unknown(value) : value;
}

/** The blocks of a name. */
export function blocks(body: Body, name: string): readonly Body[] {
  const value = body[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((one): one is Body => typeof one === "object" && one !== null);
}

/** Given and switched on; the provider takes text for booleans, too. */
export function isOn(value: unknown): boolean {
  return value === true || value === "true";
}

/** A gap where an argument that is known is not as it should be. */
export function gapUnless(
  value: Fact<unknown>,
  isGood: (known: unknown) => boolean,
  gap: Gap,
): readonly Fact<Gap>[] {
  if (isUnknown(value)) {
    return [unknown(value.token)];
  }
  return isGood(value) ? [] : [gap];
}
