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

const passed: Verdict = { findings: [], silencedBy: [], partlyBy: [] };

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
