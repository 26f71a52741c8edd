import type { IConstruct } from "constructs";
import { findLimit } from "./catalogue";
import { evaluate } from "./evaluate";
import type { Finding, Limit } from "./limit";
import { violationOf } from "./limit-error";
import { formatOrigin, type Origin } from "./origin";
import { contextKey, contextQuotas, given, libraryContext, QuotaLookup, rawContext } from "./quota-lookup";
import { registryOf, type MemberRecord, type Registry } from "./registry";
import type { LimitReport, LimitTally, QuotaUse, Unjudged } from "./report";
import { acknowledgementLimits, contextLimits, quotaSettingLimits } from "./settings-limits";
import { Verdicts } from "./verdicts";

/** One subject of limits: a construct with its own facts, or a group of constructs with common facts. */
interface Subject {
  readonly path: string;
  /** The stack that the verdict is counted for: of a group, the stack of its first member. */
  readonly stack: string;
  readonly limits: readonly Limit<never>[];
  readonly facts: object;
  /** Where to look for declared quotas. */
  readonly scopes: readonly IConstruct[];
  readonly group?: string;
  /** The line to name, when it is not that of the construct at the path. */
  readonly origin?: Origin;
}

/** The outcome of a run before anybody excused anything. */
interface RawFinding {
  readonly limit: Limit<never>;
  readonly finding: Finding;
  readonly path: string;
  readonly origin?: Origin;
}

/** Judges everything that the constructs of an app have registered. */
export function judge(root: IConstruct): LimitReport {
  const registry = registryOf(root);
  return judgeSubjects(registry, [...settings(root, registry), ...ownFacts(registry), ...groups(registry)]);
}

/** As `judge`, without the relations between constructs, of which some may not have been made yet. */
export function judgeOwnFacts(root: IConstruct): LimitReport {
  const registry = registryOf(root);
  return judgeSubjects(registry, ownFacts(registry));
}

function judgeSubjects(registry: Registry, subjects: readonly Subject[]): LimitReport {
  const lookup = new QuotaLookup(registry);
  const limits: Record<string, LimitTally> = {};
  const stacks: Record<string, LimitTally> = {};
  const silent: Unjudged[] = [];
  const partly: Unjudged[] = [];
  const quotas: QuotaUse[] = [];
  const findings: RawFinding[] = [];

  for (const subject of subjects) {
    const inStack = (stacks[subject.stack] ??= emptyTally());
    for (const limit of subject.limits) {
      const tally = (limits[limit.id] ??= emptyTally());
      const max = limit.quota === undefined ? 0 : lookup.forGroup(limit.quota, subject.scopes);
      if (limit.quota !== undefined) {
        quotas.push({ quota: limit.quota, group: subject.group ?? subject.path, max });
      }
      const verdict = evaluate(limit, subject.facts as never, max);
      if (verdict.silencedBy.length > 0) {
        tally.silent++;
        inStack.silent++;
        silent.push({ id: limit.id, path: subject.path, unknown: verdict.silencedBy });
        continue;
      }
      tally.checked++;
      inStack.checked++;
      if (verdict.partlyBy.length > 0) {
        tally.partly++;
        inStack.partly++;
        partly.push({ id: limit.id, path: subject.path, unknown: verdict.partlyBy });
      }
      if (verdict.findings.length > 0) {
        tally.broken++;
        inStack.broken++;
        findings.push(
          ...verdict.findings.map((finding) => ({
            limit,
            finding,
            path: finding.at ?? subject.path,
            origin: subject.origin,
          })),
        );
      }
    }
  }

  const verdicts = new Verdicts(registry);
  const originAt = originsByPath(registry);
  for (const { limit, finding, path, origin = originAt(path) } of findings) {
    const line = origin === undefined ? undefined : formatOrigin(origin);
    verdicts.add(limit, violationOf(limit, finding, path, line));
  }
  return {
    version: 1,
    limits: sortKeys(limits),
    stacks: sortKeys(stacks),
    ...verdicts.result(),
    silent,
    partly,
    quotas,
  };
}

function emptyTally(): LimitTally {
  return { checked: 0, silent: 0, partly: 0, broken: 0 };
}

function ownFacts(registry: Registry): Subject[] {
  return registry.checks.map(({ path, stack, limits, facts, scope }) => ({
    path,
    stack,
    limits,
    facts,
    scopes: [scope],
  }));
}

/** What teams told the engine is judged by the same means as what they built. */
function settings(root: IConstruct, registry: Registry): Subject[] {
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
  return { path, limits: limits as readonly Limit<never>[], facts, scopes: [], stack: "", origin };
}

/** The constructs of an app may come from two copies of the library, each with limits of its own. */
function limitCalled(id: string, registry: Registry): Limit<never> | undefined {
  const inApp = [...registry.checks, ...registry.members.map(({ relation }) => relation)];
  return (
    findLimit(id) ??
    inApp.flatMap(({ limits }) => limits as readonly Limit<never>[]).find((limit) => limit.id === id)
  );
}

/**
 * Gathers the members of each relation by key; the facts of a group are made once all members are known. Members come
 * in the order of their paths: which of two constructs is at fault must not depend on which was made first.
 */
function groups(registry: Registry): Subject[] {
  const lookup = new QuotaLookup(registry);
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
  return [...byKey].flatMap(([group, members]) => {
    const [first] = members;
    return first === undefined
      ? []
      : [
          {
            path: first.path,
            stack: first.stack,
            limits: first.relation.limits as readonly Limit<never>[],
            facts: first.relation.facts(members as never),
            scopes: members.map(({ scope }) => scope),
            group,
          },
        ];
  });
}

function byPath(a: MemberRecord, b: MemberRecord): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function originsByPath(registry: Registry): (path: string) => Origin | undefined {
  const origins = new Map<string, Origin>();
  for (const { path, origin } of [...registry.checks, ...registry.members]) {
    if (!origins.has(path)) {
      origins.set(path, origin);
    }
  }
  return (path) => origins.get(path);
}

function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
