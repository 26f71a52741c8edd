import type { IConstruct } from "constructs";
import { evaluate, isWhollyKnown, judgeKnown, passed } from "./evaluate";
import type { Finding, Limit } from "./limit";
import { violationOf } from "./limit-error";
import { formatOrigin, type Origin } from "./origin";
import { QuotaLookup } from "./quota-lookup";
import { registryOf, type Registry } from "./registry";
import type { LimitReport, QuotaUse, Unjudged } from "./report";
import { groups, ownFacts, settings, type Subject } from "./subjects";
import { Tallies } from "./tallies";
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
  const tallies = new Tallies();
  const silent: Unjudged[] = [];
  const partly: Unjudged[] = [];
  const quotas: QuotaUse[] = [];
  const findings: RawFinding[] = [];

  for (const subject of subjects) {
    const { path, limits, facts, scopes, group = path, origin } = subject;
    tallies.add(subject);
    // Nearly all facts are known, and then no limit has to look for unknown ones.
    const known = isWhollyKnown(facts);
    for (const limit of limits) {
      const max = limit.quota === undefined ? 0 : lookup.forGroup(limit.quota, scopes);
      if (limit.quota !== undefined) {
        quotas.push({ quota: limit.quota, group, max });
      }
      const verdict = known ? judgeKnown(limit, facts, max) : evaluate(limit, facts as never, max);
      if (verdict === passed) {
        continue;
      }
      tallies.count(subject, limit, verdict);
      if (verdict.silencedBy.length > 0) {
        silent.push({ id: limit.id, path, unknown: verdict.silencedBy });
      }
      if (verdict.partlyBy.length > 0) {
        partly.push({ id: limit.id, path, unknown: verdict.partlyBy });
      }
      for (const finding of verdict.findings) {
        findings.push({ limit, finding, path: finding.at ?? path, origin });
      }
    }
  }

  const verdicts = new Verdicts(registry);
  // Nearly every run has nothing to say, and then nobody needs the lines.
  const originAt = findings.length === 0 ? () => undefined : originsByPath(registry);
  for (const { limit, finding, path, origin = originAt(path) } of findings) {
    const line = origin === undefined ? undefined : formatOrigin(origin);
    verdicts.add(limit, violationOf(limit, finding, path, line));
  }
  return { version: 1, ...tallies.result(), ...verdicts.result(), silent, partly, quotas };
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
