import type { Limit } from "./limit";

/**
 * Every limit that this process has defined, by id. Limits are constants made while modules load, so this is a
 * table and not state: it answers whether an id exists, and feeds the reference of limits.
 */
const defined = new Map<string, Limit<never>>();

/** Called by the vocabulary of `limitsOn` for each limit; an id stands for one limit only. */
export function registerLimit<F>(limit: Limit<F>): Limit<F> {
  if (defined.has(limit.id)) {
    throw new Error(`Two limits have the id "${limit.id}"`);
  }
  defined.set(limit.id, limit as Limit<never>);
  return limit;
}

const loaders: (() => unknown)[] = [];

/**
 * Called by each index of the built package: they load their modules when something of them is first read
 * (scripts/load-late.mjs).
 *
 * @param loadRest loads all modules of the index
 */
export function completeBy(loadRest: () => unknown): void {
  loaders.push(loadRest);
}

function complete(): void {
  // What is loaded may bring further loaders.
  for (let loadRest = loaders.pop(); loadRest !== undefined; loadRest = loaders.pop()) {
    loadRest();
  }
}

/** All limits, sorted by id. */
export function allLimits(): readonly Limit<never>[] {
  complete();
  return [...defined.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function findLimit(id: string): Limit<never> | undefined {
  if (!defined.has(id)) {
    complete();
  }
  return defined.get(id);
}

/** Whether a team may turn the limit into a warning: only what rests on a manual or a service page alone. */
export function canBecomeWarning(limit: Limit<never>): boolean {
  const authority = limit.text.authority ?? "manual";
  return limit.kind === "hard" && (authority === "manual" || authority === "service");
}
