import type { Diagnostic } from "../diagnostic";
import { planResource } from "../engine/plan";
import type { ResourceModel } from "../schema";
import type { CtyType, Path, Value, ValueObject } from "../values";
import { elementType, equal, isList, isObject, memberType } from "../values";
import { proposedNew } from "./proposed";

export type Action = "no-op" | "create" | "update" | "delete";

export interface ResourceChange {
  /** A replacement is two actions, in the order in which Terraform takes them. */
  readonly actions: readonly Action[];
  readonly after: ValueObject | null;
  /** The arguments that force a replacement. */
  readonly replacePaths: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Lifecycle {
  readonly createBeforeDestroy?: boolean;
  /** Names of arguments at the top, or all of them. */
  readonly ignoreChanges?: readonly string[] | "all";
}

/** Plans one resource as Terraform does: it asks the provider once, and again without a state if the resource is to be replaced. */
export function planChange(
  model: ResourceModel,
  prior: ValueObject | null,
  config: ValueObject | null,
  lifecycle: Lifecycle = {},
): ResourceChange {
  if (config === null) {
    return {
      actions: prior === null ? ["no-op"] : ["delete"],
      after: null,
      replacePaths: [],
      diagnostics: [],
    };
  }
  const { block } = model;
  const heeded = prior === null ? config : ignoring(lifecycle.ignoreChanges ?? [], prior, config);
  const ask = (before: ValueObject | null): ReturnType<typeof planResource> =>
    planResource(model, {
      prior: before,
      proposed: proposedNew(block, before, heeded),
      config: heeded,
    });

  const first = ask(prior);
  const { planned, diagnostics } = first;
  if (diagnostics.some(({ severity }) => severity === "error") || prior === null) {
    return { actions: ["create"], after: planned, replacePaths: [], diagnostics };
  }
  const replacePaths = first.requiresReplace.filter((path) => differs(block.type, prior, planned, path));
  if (replacePaths.length > 0) {
    const second = ask(null);
    const actions: Action[] = lifecycle.createBeforeDestroy ? ["create", "delete"] : ["delete", "create"];
    return { actions, after: second.planned, replacePaths, diagnostics: second.diagnostics };
  }
  const same = equal(block.type, prior, planned);
  return { actions: [same ? "no-op" : "update"], after: planned, replacePaths, diagnostics };
}

function ignoring(names: readonly string[] | "all", prior: ValueObject, config: ValueObject): ValueObject {
  if (names === "all") return prior;
  const kept = names.map((name) => [name, prior[name] ?? null] as const);
  return { ...config, ...Object.fromEntries(kept) };
}

/** Whether a value changed on the way; what is unknown may have. */
function differs(type: CtyType, prior: Value, planned: Value, path: Path): boolean {
  const before = valueAt(type, prior, path);
  const after = valueAt(type, planned, path);
  return !equal(before.type, before.value, after.value);
}

function valueAt(type: CtyType, value: Value, path: Path): { type: CtyType; value: Value } {
  let at = { type, value };
  for (const step of path) {
    if (typeof step === "number") {
      at = { type: elementType(at.type), value: isList(at.value) ? (at.value[step] ?? null) : null };
    } else {
      at = { type: memberType(at.type, step), value: isObject(at.value) ? (at.value[step] ?? null) : null };
    }
  }
  return at;
}
