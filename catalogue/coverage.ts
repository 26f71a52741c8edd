import type { Limit } from "../lib/limits";
import type { FactCases } from "../test/support/fact-cases";
import type { CasesById, LimitCases } from "../test/support/limit-cases";
import { parseReason } from "./reasons";
import type { Rule } from "./rules";

/** Everything that proves something about a rule. */
export interface Evidence {
  readonly limits: readonly Pick<Limit<never>, "id" | "text">[];
  readonly limitCases: CasesById;
  readonly factCases: FactCases;
}

/** What enforces a rule, or why nothing does. */
export interface RuleCoverage {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: string;
  /** Ids of limits, and names of functions and tables for facts. */
  readonly enforcedBy: readonly string[];
  /** Cases that take their values from the rule. */
  readonly tests: number;
  /** Null for a rule that is enforced. */
  readonly reason: string | null;
  readonly note?: string;
}

export interface Totals {
  readonly rules: number;
  readonly enforced: number;
  readonly tests: number;
  /** How many rules each reason excuses, without its target. */
  readonly reasons: Readonly<Record<string, number>>;
}

export interface Coverage {
  readonly totals: Totals;
  readonly limits: readonly RuleCoverage[];
}

/** One entry for each rule of the catalogue. */
export function coverageOf(rules: readonly Rule[], evidence: Evidence): Coverage {
  const enforcers = enforcersByRule(evidence);
  const tests = testsByRule(evidence);
  const limits = rules.map(({ id, kind, subject, status, reason, note }) => ({
    id,
    kind,
    subject,
    status,
    enforcedBy: enforcers.get(id) ?? [],
    tests: tests.get(id) ?? (parseReason(reason)?.name === "unrepresentable" ? 1 : 0),
    reason: reason === "" ? null : reason,
    ...(note === "" ? {} : { note }),
  }));
  return { totals: totalsOf(limits), limits };
}

export function totalsOf(limits: readonly RuleCoverage[]): Totals {
  return {
    rules: limits.length,
    enforced: limits.filter(({ enforcedBy }) => enforcedBy.length > 0).length,
    tests: limits.reduce((sum, rule) => sum + rule.tests, 0),
    reasons: count(limits.flatMap(({ reason }) => (reason === null ? [] : [reasonName(reason)]))),
  };
}

export function reasonName(reason: string): string {
  return parseReason(reason)?.name ?? reason;
}

/** The rows that the violating, or the legal, cases of a limit name. */
export function rowsNamed(cases: LimitCases, side: "violating" | "legal"): readonly string[] {
  return Object.values(cases[side]).flatMap((one) => (typeof one === "function" ? [] : (one.rows ?? [])));
}

/** What enforces each rule, by the id of the rule. */
export function enforcersByRule({ limits, factCases }: Evidence): ReadonlyMap<string, readonly string[]> {
  const pairs = [
    ...limits.flatMap(({ id, text }) => (text.rows ?? []).map((row) => [row, id] as const)),
    ...Object.entries(factCases).flatMap(([row, { by }]) =>
      Object.keys(by).map((name) => [row, name] as const),
    ),
  ];
  const enforcers = new Map<string, string[]>();
  for (const [row, name] of pairs) {
    enforcers.set(row, [...(enforcers.get(row) ?? []), name]);
  }
  return enforcers;
}

function testsByRule({ limitCases, factCases }: Evidence): ReadonlyMap<string, number> {
  const named = Object.values(limitCases).flatMap((cases) => [
    ...rowsNamed(cases, "violating"),
    ...rowsNamed(cases, "legal"),
  ]);
  const vectors = Object.entries(factCases).flatMap(([row, { vectors: all }]) =>
    Object.keys(all).map(() => row),
  );
  return new Map(Object.entries(count([...named, ...vectors])));
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) {
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}
