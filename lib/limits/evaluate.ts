import { byNeed } from "./by-need";
import type { Finding, Limit } from "./limit";
import { isUnknown } from "./unknown";

/** What came out of one limit on one subject. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Facts that were unknown and silenced the limit. */
  readonly silencedBy: readonly string[];
  /** Lists of which unknown members were left out. */
  readonly partlyBy: readonly string[];
}

/** Whether something was unknown, and so not judged. */
export function isPartial({ silencedBy, partlyBy }: Verdict): boolean {
  return silencedBy.length > 0 || partlyBy.length > 0;
}

/** The verdict when there is nothing to say. */
export const passed: Verdict = { findings: [], silencedBy: [], partlyBy: [] };

/** Whether no fact, and no member of a list of facts, is unknown. */
function isWhollyKnown(facts: object): boolean {
  // No list of the values is made: thousands of constructs come by here.
  for (const key in facts) {
    const value = (facts as Readonly<Record<string, unknown>>)[key];
    if (isUnknown(value) || (Array.isArray(value) && value.some(isUnknown))) {
      return false;
    }
  }
  return true;
}

/** A limit with something to say: it is broken, or could not judge everything. */
export interface Exception {
  readonly limit: Limit<never>;
  readonly verdict: Verdict;
}

const noExceptions: readonly Exception[] = [];

/** Judges facts by all limits that need no quota. */
export function exceptionsOf(limits: readonly Limit<never>[], facts: object): readonly Exception[] {
  let exceptions: Exception[] | undefined;
  // Nearly all facts are known, and then no limit has to look for unknown ones.
  const known = isWhollyKnown(facts);
  for (const limit of byNeed(limits).ofFacts) {
    const verdict = known ? judgeKnown(limit, facts) : evaluate(limit, facts as never, 0);
    if (verdict !== passed) {
      (exceptions ??= []).push({ limit, verdict });
    }
  }
  return exceptions ?? noExceptions;
}

function judgeKnown(limit: Limit<never>, facts: object): Verdict {
  const findings = limit.check(facts as never, 0);
  return findings.length === 0 ? passed : { ...passed, findings };
}

/** Judges one limit: pure, and total in what is unknown. */
export function evaluate<F extends object>(limit: Limit<F>, facts: F, max: number): Verdict {
  let silencedBy: string[] | undefined;
  let partlyBy: string[] | undefined;
  let known: F = facts;

  for (const key of limit.reads) {
    const value: unknown = facts[key];
    if (isUnknown(value)) {
      (silencedBy ??= []).push(key);
    } else if (limit.countsMembers !== true && Array.isArray(value) && value.some(isUnknown)) {
      if (limit.monotone) {
        (partlyBy ??= []).push(key);
        known = { ...known, [key]: value.filter((member) => !isUnknown(member)) };
      } else {
        (silencedBy ??= []).push(key);
      }
    }
  }
  if (silencedBy !== undefined) {
    return { ...passed, silencedBy };
  }
  const findings = limit.check(known, max);
  return findings.length === 0 && partlyBy === undefined
    ? passed
    : { ...passed, findings, partlyBy: partlyBy ?? [] };
}
