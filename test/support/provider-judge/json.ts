/** JSON values as Terraform reads them. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an object, without the comments that Terraform allows in every body. */
export function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value).filter(([key]) => key !== "//") : [];
}

export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The bodies of a nested block: Terraform takes a lone object for a list of one. */
export function bodiesOf(value: Json | undefined): JsonObject[] {
  return (isObject(value) ? [value] : itemsOf(value)).filter(isObject);
}
