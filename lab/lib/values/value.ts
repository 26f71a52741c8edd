/**
 * Values as Terraform passes them to a provider.
 *
 * Objects always carry all of their attributes, `null` where one is absent. Lists and sets are arrays; which of the two an array is
 * says its type. Numbers that a double cannot hold are `bigint`.
 */
export type Value = string | number | bigint | boolean | null | Unknown | readonly Value[] | ValueObject;

export interface ValueObject {
  readonly [name: string]: Value;
}

/** A value that Terraform learns only when it applies. */
export class Unknown {
  public static readonly value = new Unknown();
  /** Sets the type apart: no other value has it. */
  public readonly unknown = true;
  private constructor() {}
}

export const UNKNOWN: Unknown = Unknown.value;

export function isUnknown(value: Value | undefined): value is Unknown {
  return value === UNKNOWN;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value | undefined): value is ValueObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value !== UNKNOWN;
}

/** Whether nothing inside is unknown. */
export function isWhollyKnown(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (isUnknown(value)) return false;
  if (isList(value)) return value.every(isWhollyKnown);
  return !isObject(value) || Object.values(value).every(isWhollyKnown);
}
