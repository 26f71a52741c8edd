import { isObject } from "../change";
import { showAt } from "../show-value";

/** What is no resource and differs: `provider alicloud`, `output endpoint`. */
export interface SurroundingDiff {
  readonly what: string;
  readonly effect: "create" | "update" | "destroy";
  /** The arguments that differ, and short values of theirs. */
  readonly change?: string;
}

/** What stands in a document beside resources, without versions of providers and notes of cdktf. */
export function surroundings(before: unknown, after: unknown): readonly SurroundingDiff[] {
  const [was, is] = [blocksOf(before), blocksOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.flatMap((what): SurroundingDiff[] => {
    const [earlier, later] = [was.get(what), is.get(what)];
    if (later === undefined) return [{ what, effect: "destroy" }];
    if (earlier === undefined) return [{ what, effect: "create" }];
    const change = changeOf(earlier, later);
    return change === "" ? [] : [{ what, effect: "update", change }];
  });
}

function blocksOf(document: unknown): ReadonlyMap<string, unknown> {
  const all = isObject(document) ? document : {};
  const terraform = isObject(all["terraform"]) ? all["terraform"] : {};
  return new Map([
    ...named("provider", all["provider"], (block, index) => {
      const alias = isObject(block) ? block["alias"] : undefined;
      return typeof alias === "string" ? `.${alias}` : index === 0 ? "" : `[${index}]`;
    }),
    ...named("backend", terraform["backend"]),
    ...named("variable", all["variable"]),
    ...named("output", all["output"]),
    ...Object.entries(isObject(all["data"]) ? all["data"] : {}).flatMap(([type, byName]) =>
      named(`data.${type}`, byName),
    ),
  ]);
}

function named(
  kind: string,
  byName: unknown,
  suffix: (block: unknown, index: number) => string = (_, index) => (index === 0 ? "" : `[${index}]`),
): [string, unknown][] {
  return Object.entries(isObject(byName) ? byName : {}).flatMap(([name, block]) => {
    const blocks: readonly unknown[] = Array.isArray(block) ? block : [block];
    return blocks.map((one, index): [string, unknown] => [`${kind} ${name}${suffix(one, index)}`, one]);
  });
}

function changeOf(before: unknown, after: unknown): string {
  if (!isObject(before) || !isObject(after)) return same(before, after) ? "" : "changed";
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => name !== "//")
    .sort();
  return names
    .filter((name) => !same(before[name], after[name]))
    .map((name) => {
      const [was, is] = [before[name], after[name]].map((value) => showAt([name], value));
      const isShort = typeof before[name] !== "object" && typeof after[name] !== "object";
      return isShort && was !== is ? `${name} ${was} to ${is}` : `${name} changed`;
    })
    .join(", ");
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
