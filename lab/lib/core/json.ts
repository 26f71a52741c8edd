/** JSON as Terraform reads configuration from it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !isJsonList(json);
}

export function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** The members of a body, without the comments that may stand in every one. */
export function membersOf(json: Json | undefined): [string, Json][] {
  return isJsonObject(json) ? Object.entries(json).filter(([name]) => name !== "//") : [];
}
