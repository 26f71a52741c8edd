import { createHash } from "node:crypto";
import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import { Fn, Lazy, type IResolveContext } from "cdktf";
import { isToken } from "../limits";

/**
 * The arguments that the provider can change only by replacing the pool; a test compares them with the table of the guard.
 * The cluster is none of them: names differ within one cluster, and a pool that goes to another takes its name with it.
 */
export const replacingArguments = [
  "autoMode",
  "cisEnabled",
  "deploymentSetId",
  "instanceMetadataOptions",
  "loginAsNonRoot",
  "nodeNameMode",
  "ramRoleName",
  "securityGroupId",
  "securityGroupIds",
  "securityHardeningOs",
  "socEnabled",
  "teeConfig",
  "type",
] as const satisfies readonly (keyof CsKubernetesNodePoolConfig)[];

type ReplacingArguments = Pick<CsKubernetesNodePoolConfig, (typeof replacingArguments)[number]>;

const digits = 8;

/** Characters that follow the name of a pool which is created before its predecessor goes. */
export const digestLength = 1 + digits;

/**
 * The name of a pool, and a digest of what replaces it: the next pool has another name, so that both can exist for a
 * while. Terraform makes the digest of what it alone knows. The text of a reference would not do: when a security group
 * is replaced, its address stays, and the pool is replaced all the same.
 */
export function nameWithDigest(name: string, given: ReplacingArguments): string {
  const values = replacingArguments
    .map((key): Given => [key, given[key]])
    .filter(([, value]) => value !== undefined && value !== false);
  return values.some(([, value]) => hasToken(value)) ? lateName(name, values) : named(name, digestOf(values));
}

type Given = readonly [key: string, value: unknown];

/** When tokens are resolved, it turns out which of them Terraform has to know, and which cdktf only computes late. */
function lateName(name: string, values: readonly Given[]): string {
  return Lazy.stringValue({
    produce: (context) => {
      const digest = digestOf(values.map(([key, value]) => [key, settled(value, context)]));
      return named(String(settled(name, context)), digest);
    },
  });
}

/** One expression, and not text around one: checks of the account look for the pool of this name. */
function named(name: string, digest: string): string {
  return isToken(digest) ? Fn.join("", [...partsOf(`${name}-`), digest]) : `${name}-${digest}`;
}

function digestOf(values: readonly Given[]): string {
  const text = values.map(([key, value]) => `${key}=${textOf(value)}`).join(";");
  if (isToken(text)) return Fn.substr(Fn.sha256(joined(text)), 0, digits);
  // The same as Terraform makes of the same text.
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, digits);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return setText(value as string[]);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Lists of what replaces a pool are sets: neither order nor repetition is a change. */
function setText(members: string[]): string {
  return hasToken(members)
    ? Fn.join(",", Fn.sort(Fn.distinct(members)))
    : [...new Set(members)].sort().join(",");
}

function hasToken(value: unknown): boolean {
  return isToken(value) || (Array.isArray(value) && value.some(isToken));
}

/** A value with what cdktf can compute, and tokens for what it cannot. */
function settled(value: unknown, context: IResolveContext): unknown {
  if (typeof value === "string") {
    return partsOf(value)
      .map((part) => (isToken(part) ? known(part, context) : part))
      .join("");
  }
  if (!Array.isArray(value)) return value;
  return isToken(value) ? known(value, context) : value.map((member) => settled(member, context));
}

function known(token: unknown, context: IResolveContext): unknown {
  const resolved: unknown = context.resolve(token);
  return hasToken(resolved) ? token : resolved;
}

/** In a text that is handed to a function, cdktf mistakes some references for text, and in a list it does not. */
function joined(text: string): string {
  return Fn.join("", partsOf(text));
}

/** The tokens of a text, and what is between them. */
function partsOf(text: string): string[] {
  return text.split(/(\$\{TfToken\[[^\]]+\]\})/).filter((part) => part !== "");
}
