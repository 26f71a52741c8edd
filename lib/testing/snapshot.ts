import type { TerraformStack } from "cdktf";
import { synthesize, type Arguments } from "./synthesize";

/**
 * A stack as a value to compare with a stored one: every resource and data source by its Terraform address, sorted.
 * Left out is what changes without a change of the infrastructure: metadata of cdktf, the backend, provider versions.
 */
export function snapshot(stack: TerraformStack): Readonly<Record<string, Arguments>> {
  const { json } = synthesize(stack);
  return Object.fromEntries([...blocks(json, "data"), ...blocks(json, "resource")].sort(byAddress));
}

/** The Terraform addresses of a stack, sorted. They are a contract: one that changes replaces what it stands for. */
export function addresses(stack: TerraformStack): string[] {
  return Object.keys(snapshot(stack));
}

function blocks(json: Readonly<Record<string, unknown>>, kind: "data" | "resource"): [string, Arguments][] {
  const byType = (json[kind] ?? {}) as Record<string, Record<string, Arguments>>;
  const prefix = kind === "data" ? "data." : "";
  return Object.entries(byType).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, block]): [string, Arguments] => [`${prefix}${type}.${name}`, block]),
  );
}

function byAddress([a]: [string, Arguments], [b]: [string, Arguments]): number {
  return a < b ? -1 : 1;
}
