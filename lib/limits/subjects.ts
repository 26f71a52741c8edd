import type { IConstruct } from "constructs";
import { findLimit } from "./catalogue";
import { exceptionsOf, type Exception } from "./evaluate";
import type { Limit } from "./limit";
import type { Origin } from "./origin";
import { elementsOnce, type ElementsIn } from "./elements";
import {
  contextKey,
  contextQuotas,
  given,
  libraryContext,
  rawContext,
  type QuotaLookup,
} from "./quota-lookup";
import type { MemberRecord, Registry } from "./registry";
import { acknowledgementLimits, contextLimits, quotaSettingLimits } from "./settings-limits";

/** One subject of limits: a construct with its own facts, or a group of constructs with common facts. */
export interface Subject {
  readonly path: string;
  /** The stack that the verdict is counted for: of a group, the stack of its first member. */
  readonly stack: string;
  readonly limits: readonly Limit<never>[];
  readonly facts: object;
  /** What the limits without a quota said, but for those that passed. */
  readonly exceptions: readonly Exception[];
  /** Where to look for declared quotas. */
  readonly scopes: readonly IConstruct[];
  readonly group?: string;
  /** The line to name, when it is not that of the construct at the path. */
  readonly origin?: Origin;
}

/** The constructs, each with its own facts. */
export function* ownFacts({ checks }: Registry): Iterable<Subject> {
  for (const { path, stack, limits, facts, exceptions, scope } of checks) {
    yield { path, stack, limits, facts, exceptions, scopes: [scope] };
  }
}

/** What teams told the engine is judged by the same means as what they built. */
export function settings(root: IConstruct, registry: Registry): Subject[] {
  const inContext = { [contextKey]: rawContext(root), quotas: libraryContext(root)["quotas"] };
  return [
    ...Object.entries(inContext)
      .filter(([, value]) => value !== undefined)
      .map(([setting, value]) => settingSubject("cdktf.json", contextLimits, { setting, value })),
    ...Object.entries(contextQuotas(root)).map(([name, value]) =>
      settingSubject("cdktf.json", quotaSettingLimits, { name, value }),
    ),
    ...registry.quotas.flatMap(({ path, values, origin }) =>
      Object.entries(given(values)).map(([name, value]) =>
        settingSubject(path, quotaSettingLimits, { name, value }, origin),
      ),
    ),
    ...registry.acknowledgements.map(({ path, id, effect, reason, until, origin }) =>
      settingSubject(
        path,
        acknowledgementLimits,
        { id, limit: limitCalled(id, registry), effect, reason, until },
        origin,
      ),
    ),
  ];
}

function settingSubject<F extends object>(
  path: string,
  limits: readonly Limit<F>[],
  facts: F,
  origin?: Origin,
): Subject {
  const untyped = limits as readonly Limit<never>[];
  return {
    path,
    limits: untyped,
    facts,
    exceptions: exceptionsOf(untyped, facts),
    scopes: [],
    stack: "",
    origin,
  };
}

/** The constructs of an app may come from two copies of the library, each with limits of its own. */
function limitCalled(id: string, registry: Registry): Limit<never> | undefined {
  const inApp = [...registry.checks, ...registry.members.map(({ relation }) => relation)];
  return (
    findLimit(id) ??
    registry.own.find((limit) => limit.id === id) ??
    inApp.flatMap(({ limits }) => limits as readonly Limit<never>[]).find((limit) => limit.id === id)
  );
}

/**
 * Gathers the members of each relation by key; the facts of a group are made once all members are known. Members come
 * in the order of their paths: which of two constructs is at fault must not depend on which was made first.
 */
export function* groups(registry: Registry, lookup: QuotaLookup): Iterable<Subject> {
  const elementsIn = elementsOnce();
  const byKey = new Map<string, MemberRecord[]>();
  for (const record of [...registry.members].sort(byPath)) {
    const key = `${record.relation.id} ${lookup.groupKey(record.key, record.scope, record.stack)}`;
    const members = byKey.get(key);
    if (members === undefined) {
      byKey.set(key, [record]);
    } else {
      members.push(record);
    }
  }
  for (const [group, members] of byKey) {
    const [first] = members;
    if (first !== undefined) {
      yield groupSubject(group, first, members, elementsIn);
    }
  }
}

function groupSubject(
  group: string,
  first: MemberRecord,
  members: readonly MemberRecord[],
  elementsIn: ElementsIn,
): Subject {
  const { path, stack, relation } = first;
  const limits = relation.limits as readonly Limit<never>[];
  const facts: object = relation.facts(members as never, elementsIn);
  const scopes = members.map(({ scope }) => scope);
  return { path, stack, limits, facts, exceptions: exceptionsOf(limits, facts), scopes, group };
}

function byPath(a: MemberRecord, b: MemberRecord): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
