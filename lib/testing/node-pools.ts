import { isDeepStrictEqual } from "node:util";
import { documentOf, type StackLike } from "./document";
import type { Arguments } from "./synthesize";
import type { Equals, Verdict } from "./verdict";

/** A node pool in the words of its props, as far as the Terraform JSON says them. */
export interface PoolView {
  readonly name: string;
  /** The size of a pool of a fixed size. */
  readonly nodes: number | undefined;
  /** The smallest size; that of a fixed pool is its only one. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly isAutoscaled: boolean;
  readonly isSpot: boolean;
  readonly instanceTypes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** As kubectl writes them, sorted: `gpu=true:NoSchedule`. */
  readonly taints: readonly string[];
  /** All arguments of the provider. */
  readonly arguments: Arguments;
}

/**
 * What is expected of a pool; what is left out does not matter. Labels and arguments are among those of the pool, all else is the
 * whole of it.
 */
export type ExpectedPool = { readonly [Key in keyof PoolView]?: unknown };

const TYPE = "alicloud_cs_kubernetes_node_pool";

/** The node pools of a stack, sorted by their names. */
export function nodePoolsOf(subject: StackLike): readonly PoolView[] {
  const resources = recordAt(documentOf(subject), "resource");
  return Object.values(recordAt(resources, TYPE))
    .filter(isRecord)
    .map(viewOf)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a stack has a pool like that. */
export function hasNodePool(
  subject: StackLike,
  expected: ExpectedPool,
  equals: Equals = isDeepStrictEqual,
): Verdict {
  const pools = nodePoolsOf(subject);
  const compared = pools.map((pool) => ({ pool, problems: problemsOf(pool, expected, equals) }));
  const match = compared.find(({ problems }) => problems.length === 0);
  if (match !== undefined) {
    return {
      pass: true,
      message: `expected no node pool with ${show(expected)}, but "${match.pool.name}" is one`,
    };
  }
  const names = pools.length === 0 ? "none" : pools.map(({ name }) => name).join(", ");
  const message = `expected a node pool with ${show(expected)}; the stack has ${names}`;
  const closest = [...compared].sort((a, b) => a.problems.length - b.problems.length);
  const told = closest.find(({ pool }) => pool.name === expected.name) ?? closest[0];
  if (told === undefined) return { pass: false, message };
  return {
    pass: false,
    message: [`${message}\n`, `closest is "${told.pool.name}":`, ...told.problems].join("\n"),
  };
}

function problemsOf(pool: PoolView, expected: ExpectedPool, equals: Equals): readonly string[] {
  return Object.entries(expected).flatMap(([key, wanted]) => {
    if (!(key in pool))
      throw new Error(`Nothing is known of "${key}" of a node pool. Known are ${keysOf(pool)}.`);
    if (wanted === undefined) return [];
    const found = pool[key as keyof PoolView];
    if ((key === "labels" || key === "arguments") && isRecord(wanted) && isRecord(found)) {
      return Object.entries(wanted).flatMap(([name, value]) => {
        const problem = { path: `${key}.${name}`, found: found[name], wanted: value };
        return equals(found[name], value) ? [] : [problemText(problem)];
      });
    }
    const comparable =
      key === "taints" && Array.isArray(wanted) ? [...(wanted as readonly unknown[])].sort() : wanted;
    return equals(found, comparable) ? [] : [problemText({ path: key, found, wanted: comparable })];
  });
}

function problemText({ path, found, wanted }: { path: string; found: unknown; wanted: unknown }): string {
  return `  ${path}: got ${show(found)}, want ${show(wanted)}`;
}

function keysOf(pool: PoolView): string {
  return Object.keys(pool).join(", ");
}

function viewOf(values: Arguments): PoolView {
  const scaling = blockAt(values, "scaling_config");
  const isAutoscaled = scaling !== undefined && scaling["enable"] !== false;
  const nodes = isAutoscaled ? undefined : numberOf(values["desired_size"] ?? values["node_count"]);
  const strategy = values["spot_strategy"];
  return {
    name: String(values["node_pool_name"] ?? values["name"] ?? ""),
    nodes,
    min: isAutoscaled ? numberOf(scaling["min_size"]) : nodes,
    max: isAutoscaled ? numberOf(scaling["max_size"]) : nodes,
    isAutoscaled,
    isSpot: typeof strategy === "string" && strategy !== "NoSpot",
    instanceTypes: listAt(values, "instance_types").map(String),
    labels: Object.fromEntries(
      listAt(values, "labels")
        .filter(isRecord)
        .map(({ key, value }) => [String(key), String(value ?? "")]),
    ),
    taints: listAt(values, "taints").filter(isRecord).map(taintText).sort(),
    arguments: values,
  };
}

function taintText({ key, value, effect }: Arguments): string {
  const text = value === undefined || value === "" ? "" : `=${String(value)}`;
  return `${String(key)}${text}:${String(effect)}`;
}

function blockAt(values: Arguments, name: string): Arguments | undefined {
  const [block] = [values[name]].flat() as readonly unknown[];
  return isRecord(block) ? block : undefined;
}

function listAt(values: Arguments, name: string): readonly unknown[] {
  const value = values[name];
  return value === undefined ? [] : ([value].flat() as readonly unknown[]);
}

/** Terraform takes numbers as texts, too; a reference stays unknown. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && !Number.isNaN(number) ? number : undefined;
}

function recordAt(values: Arguments, name: string): Arguments {
  const value = values[name];
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Arguments {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** On one line; what a test runner puts in place of a value says itself what it stands for. */
function show(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    const asymmetric = inner as { readonly toAsymmetricMatcher?: () => string } | null;
    return typeof asymmetric?.toAsymmetricMatcher === "function" ? asymmetric.toAsymmetricMatcher() : inner;
  });
  return text ?? "nothing";
}
