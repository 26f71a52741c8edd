import { createHash } from "node:crypto";
import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import { synthesize, type Arguments } from "./synthesize";

/**
 * A stack as a value to compare with a stored one, and short: every resource and data source by the path of its construct, sorted,
 * with references by path, too.
 *
 * Left out is what changes without a change of the infrastructure (metadata of cdktf, the backend, provider versions,
 * digests in addresses), timeouts, and the conditions that documented limits leave to Terraform. Text of more than 100
 * characters is cut and has its digest; JSON in text is unfolded.
 */
export function snapshot(stack: TerraformStack): Readonly<Record<string, Arguments>> {
  const paths = pathsIn(stack);
  const named = blocksOf(stack).map(({ address, type, block }): [string, Arguments] => {
    const path = paths.get(address) ?? address;
    return [`${path} (${type})`, normalised(block, paths)];
  });
  return Object.fromEntries(named.sort(byKey));
}

/** Every resource and data source of a stack by its Terraform address, sorted, with all arguments as Terraform gets them. */
export function argumentsByAddress(stack: TerraformStack): Readonly<Record<string, Arguments>> {
  return Object.fromEntries(
    blocksOf(stack)
      .map(({ address, block }): [string, Arguments] => [address, block])
      .sort(byKey),
  );
}

/** The Terraform addresses of a stack, sorted. They are a contract: one that changes replaces what it stands for. */
export function addresses(stack: TerraformStack): string[] {
  return Object.keys(argumentsByAddress(stack));
}

interface Block {
  readonly address: string;
  /** With `data.` where it is a data source. */
  readonly type: string;
  readonly block: Arguments;
}

function blocksOf(stack: TerraformStack): readonly Block[] {
  const { json } = synthesize(stack);
  return (["data", "resource"] as const).flatMap((kind) => {
    const byType = (json[kind] ?? {}) as Record<string, Record<string, Arguments>>;
    const prefix = kind === "data" ? "data." : "";
    return Object.entries(byType).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, block]) => ({
        address: `${prefix}${type}.${name}`,
        type: `${prefix}${type}`,
        block,
      })),
    );
  });
}

/** Where the constructs are that resources come from, by address. */
function pathsIn(stack: TerraformStack): ReadonlyMap<string, string> {
  const prefix = `${stack.node.path}/`;
  return new Map(
    stack.node.findAll().flatMap((node): [string, string][] => {
      const isData = TerraformDataSource.isTerraformDataSource(node);
      if (!isData && !TerraformResource.isTerraformResource(node)) return [];
      const address = `${isData ? "data." : ""}${node.terraformResourceType}.${node.friendlyUniqueId}`;
      return [[address, node.node.path.slice(prefix.length)]];
    }),
  );
}

function normalised(block: Arguments, paths: ReadonlyMap<string, string>): Arguments {
  const { lifecycle, depends_on: dependsOn } = block;
  const kept = withoutConditions(lifecycle);
  const before = Array.isArray(dependsOn) ? [...(dependsOn as readonly string[])].sort() : dependsOn;
  return value(
    {
      ...without(block, ["timeouts", "lifecycle"]),
      ...(before === undefined ? {} : { depends_on: before }),
      ...(kept === undefined ? {} : { lifecycle: kept }),
    },
    paths,
  ) as Arguments;
}

function withoutConditions(lifecycle: unknown): Arguments | undefined {
  if (typeof lifecycle !== "object" || lifecycle === null) return undefined;
  const rest = without(lifecycle as Arguments, ["precondition", "postcondition"]);
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function without(values: Arguments, names: readonly string[]): Arguments {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** The same value with sorted keys, paths in place of addresses, and short text. */
function value(given: unknown, paths: ReadonlyMap<string, string>): unknown {
  if (typeof given === "string") return text(given, paths);
  if (Array.isArray(given)) return given.map((member: unknown) => value(member, paths));
  if (typeof given !== "object" || given === null) return given;
  const entries = Object.entries(given).map(([key, inner]): [string, unknown] => [key, value(inner, paths)]);
  return Object.fromEntries(entries.sort(byKey));
}

const LONGEST = 100;
const SHOWN = 40;

function text(given: string, paths: ReadonlyMap<string, string>): unknown {
  const unfolded = jsonIn(given);
  if (unfolded !== undefined) return value(unfolded, paths);
  const readable = given.replaceAll(
    /(?:data\.)?[a-z]\w*\.[\w-]+/g,
    (address) => paths.get(address) ?? address,
  );
  if (readable.length <= LONGEST) return readable;
  const digest = createHash("sha256").update(readable).digest("hex").slice(0, 12);
  return `${readable.slice(0, SHOWN)}... (${readable.length} characters, sha256 ${digest})`;
}

function jsonIn(given: string): object | undefined {
  if (!/^[{[]/.test(given)) return undefined;
  try {
    const parsed: unknown = JSON.parse(given);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
