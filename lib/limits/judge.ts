import type { IConstruct } from "constructs";
import { evaluate } from "./evaluate";
import type { Finding, Limit } from "./limit";
import { violationOf } from "./limit-error";
import { formatOrigin, type Origin } from "./origin";
import { QuotaLookup } from "./quota-lookup";
import { registryOf, type Registry } from "./registry";
import type { LimitReport, LimitTally, QuotaUse, Unjudged } from "./report";
import { groups, ownFacts, settings, type Subject } from "./subjects";
import { Verdicts } from "./verdicts";

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
