import { enforcersByRule, rowsNamed, type Evidence } from "./coverage";
import { parseReason } from "./reasons";
import type { Rule } from "./rules";

const kinds = ["hard", "quota", "advice", "runbook", "fact"];
const statuses = ["current", "gated", "superseded", "unsure"];

/** What is wrong with the catalogue as a table. */
export function tableProblems(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(({ id, kind, status }, index) => [
    ...problem(
      index > 0 && id <= (rules[index - 1]?.id ?? ""),
      `${id} is not in its place by the order of ids`,
    ),
    ...problem(!kinds.includes(kind), `${id} is of no kind: ${kind}`),
    ...problem(!statuses.includes(status), `${id} has no status: ${status}`),
  ]);
}

/**
 * What is wrong with the reasons.
 *
 * @param doesNotCompile names of the compile-fail tests
 */
export function reasonProblems(
  rules: readonly Rule[],
  evidence: Evidence,
  doesNotCompile: ReadonlySet<string>,
): readonly string[] {
  const enforcers = enforcersByRule(evidence);
  return rules.flatMap((rule) => {
    const { id, reason: text, note } = rule;
    const by = enforcers.get(id)?.join(", ");
    if (text === "" || by !== undefined) {
      return [
        ...problem(by === undefined, `${id} is neither enforced nor has it a reason`),
        ...problem(text !== "", `${id} is enforced by ${by} and has the reason ${text} all the same`),
        ...problem(note !== "", `${id} is enforced, and a note says why it is not: ${note}`),
      ];
    }
    const reason = parseReason(text);
    switch (reason?.name) {
      case undefined:
        return [`${id} has a reason that is not on the list: ${text}`];
      case "duplicate-of":
        return problem(
          !enforcers.has(reason.target),
          `${id} repeats ${reason.target}, which nothing enforces`,
        );
      case "unrepresentable":
        return problem(
          !doesNotCompile.has(reason.target),
          `${id} names no compile-fail test: ${reason.target}`,
        );
      default:
        return problem(note === "" && needsNote(rule), `${id} needs a note: why ${text}?`);
    }
  });
}

/** Where neither the reason nor the review of the rule says it all. */
function needsNote({ reason, kind, status }: Rule): boolean {
  switch (reason) {
    case "provider-cannot":
      return true;
    case "superseded":
      return status !== "superseded";
    case "not-configuration":
      return kind === "hard" || kind === "quota" || kind === "advice";
    default:
      return false;
  }
}

/** What is wrong with the proof of what is enforced. */
export function proofProblems(rules: readonly Rule[], evidence: Evidence): readonly string[] {
  const { limits, limitCases, factCases } = evidence;
  const known = new Set(rules.map(({ id }) => id));
  const facts = new Set(rules.flatMap(({ id, kind }) => (kind === "fact" ? [id] : [])));
  return [
    ...limits.flatMap(({ id, text: { rows = [] } }) => [
      ...problem(
        known.has(id) && !rows.includes(id),
        `the limit ${id} has the name of a rule, and does not list it`,
      ),
      ...rows.flatMap((row) => [
        ...problem(!known.has(row), `the limit ${id} lists ${row}, which is not in the catalogue`),
        ...withoutCase(id, row, evidence),
      ]),
      ...strangers(id, rows, evidence),
    ]),
    ...Object.entries(limitCases)
      .filter(([id]) => !limits.some((limit) => limit.id === id))
      .map(([id]) => `there are cases for ${id}, which is no limit`),
    ...Object.entries(factCases).flatMap(([row, { by, vectors }]) => [
      ...problem(!facts.has(row), `there are vectors for ${row}, which is no fact of the catalogue`),
      ...problem(Object.keys(by).length === 0, `no function or table holds the fact ${row}`),
      ...problem(Object.keys(vectors).length === 0, `the fact ${row} has no vector`),
    ]),
  ];
}

function withoutCase(id: string, row: string, { limitCases }: Evidence): readonly string[] {
  const cases = limitCases[id] ?? { violating: {}, legal: {} };
  return (["violating", "legal"] as const).flatMap((side) =>
    problem(
      !rowsNamed(cases, side).includes(row),
      `the limit ${id} has no ${side} case that names the rule ${row}`,
    ),
  );
}

function strangers(id: string, rows: readonly string[], { limitCases }: Evidence): readonly string[] {
  const cases = limitCases[id] ?? { violating: {}, legal: {} };
  return [...rowsNamed(cases, "violating"), ...rowsNamed(cases, "legal")]
    .filter((row) => !rows.includes(row))
    .map((row) => `a case of the limit ${id} names ${row}, which the limit does not list`);
}

function problem(isWrong: boolean, text: string): readonly string[] {
  return isWrong ? [text] : [];
}
