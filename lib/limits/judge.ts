import type { IConstruct } from "constructs";
import { byNeed } from "./by-need";
import { evaluate, passed, type Verdict } from "./evaluate";
import type { Finding, Limit } from "./limit";
import { violationOf } from "./limit-error";
import { formatOrigin, type Origin } from "./origin";
import { quotaOf, QuotaLookup } from "./quota-lookup";
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
  const lookup = new QuotaLookup(registry);
  return judgeSubjects(registry, lookup, subjectsOf(root, registry, lookup));
}

/** As `judge`, without the relations between constructs, of which some may not have been made yet. */
export function judgeOwnFacts(root: IConstruct): LimitReport {
  const registry = registryOf(root);
  return judgeSubjects(registry, new QuotaLookup(registry), ownFacts(registry));
}

/** One after the other, so that those of large apps do not stand in memory all at once. */
function* subjectsOf(root: IConstruct, registry: Registry, lookup: QuotaLookup): Iterable<Subject> {
  yield* settings(root, registry);
  yield* ownFacts(registry);
  yield* groups(registry, lookup);
}

function judgeSubjects(registry: Registry, lookup: QuotaLookup, subjects: Iterable<Subject>): LimitReport {
  const tallies = new Tallies();
  const silent: Unjudged[] = [];
  const partly: Unjudged[] = [];
  const quotas: QuotaUse[] = [];
  const findings: RawFinding[] = [];

  const note = (subject: Subject, limit: Limit<never>, verdict: Verdict): void => {
    const { path, origin } = subject;
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
  };

  for (const subject of subjects) {
    tallies.add(subject);
    for (const { limit, verdict } of subject.exceptions) {
      note(subject, limit, verdict);
    }
    const { ofQuotas } = byNeed(subject.limits);
    const told = ofQuotas.length === 0 ? [] : lookup.toldTo(subject.scopes);
    for (const limit of ofQuotas) {
      const max = quotaOf(limit.quota, told);
      quotas.push({ quota: limit.quota, group: subject.group ?? subject.path, max });
      const verdict = evaluate(limit, subject.facts as never, max);
      if (verdict !== passed) {
        note(subject, limit, verdict);
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

/** The line of a construct, or, where none was kept, that of the nearest construct above. */
function originsByPath(registry: Registry): (path: string) => Origin | undefined {
  const origins = new Map<string, Origin>();
  for (const { path, origin } of [...registry.checks, ...registry.members]) {
    if (origin !== undefined && !origins.has(path)) {
      origins.set(path, origin);
    }
  }
  const find = (path: string): Origin | undefined =>
    origins.get(path) ?? (path.includes("/") ? find(path.slice(0, path.lastIndexOf("/"))) : undefined);
  return find;
}
