import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import type { ResourceModel } from "../schema";
import type { Path, Value, ValueObject } from "../values";
import { UNKNOWN } from "../values";
import { Differ } from "./diff";
import { hooksOf } from "./hooks";
import { planningOf } from "./planning";
import { isEquivalent, restoreEmpty, withUnknowns } from "./normalise";
import { timeoutProblems } from "./timeouts";
import { zeroFilled } from "./zero-fill";

export interface PlanRequest {
  /** What the state holds; null where the resource is to be made. */
  readonly prior: ValueObject | null;
  /** The configuration, with what Terraform keeps of the state in it; null where the resource is to go. */
  readonly proposed: ValueObject | null;
  readonly config: ValueObject | null;
}

export interface PlanResult {
  readonly planned: ValueObject | null;
  /** Arguments whose change needs a new resource. Terraform heeds those that changed. */
  readonly requiresReplace: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans one resource as the providers do, which are built on helper/schema of the Terraform plugin SDK. */
export function planResource(model: ResourceModel, request: PlanRequest): PlanResult {
  const { prior, proposed } = request;
  if (proposed === null) return { planned: null, requiresReplace: [], diagnostics: [] };
  const problems = timeoutProblems(proposed);
  if (problems.length > 0) return refused(prior, problems);
  const { block } = model;
  const state = prior === null ? null : zeroFilled(block, prior);
  const hooks = hooksOf(model.type);
  const differ = new Differ(block, hooks, state, proposed);
  const compared: Record<string, Value> = differ.resource();
  if (prior !== null && differ.changes.length === 0) {
    return { planned: prior, requiresReplace: [], diagnostics: [] };
  }
  const planning = planningOf(block, state, proposed);
  const judgement = hooks.judge?.(planning);
  const refusals = differ.refusals.map(({ message }) => message);
  if (judgement !== undefined) refusals.push(judgement);
  if (refusals.length > 0) return refused(prior, refusals);
  const changed = (name: string): boolean =>
    planning.given(name) !== null && differ.changes.some(({ path }) => path[0] === name);
  for (const name of hooks.follow?.({ ...planning, changed }) ?? []) compared[name] = UNKNOWN;
  compared["id"] = state?.["id"] ?? UNKNOWN;
  const restored = restoreEmpty(block.type, compared, withoutTimeouts(proposed)) as ValueObject;
  const timed = "timeouts" in proposed ? { ...restored, timeouts: proposed["timeouts"] ?? null } : restored;
  const planned = prior === null ? withUnknowns(block, timed) : timed;
  return {
    planned: prior !== null && isEquivalent(block.type, prior, planned) ? prior : planned,
    requiresReplace: replacing(differ),
    diagnostics: [],
  };
}

function refused(prior: ValueObject | null, problems: readonly string[]): PlanResult {
  return { planned: prior, requiresReplace: [], diagnostics: problems.map((problem) => error(problem)) };
}

function withoutTimeouts(values: ValueObject): ValueObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== "timeouts"));
}

function replacing({ changes }: Differ): Path[] {
  const paths = new Map(
    changes.filter(({ requiresNew }) => requiresNew).map(({ path }) => [JSON.stringify(path), path]),
  );
  // Whoever is replaced gets a new id.
  return paths.size === 0 ? [] : [...paths.values(), ["id"]];
}
