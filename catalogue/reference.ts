import type { ReferenceExtras } from "../lib/limits";
import { totalsOf, reasonName, type Coverage, type RuleCoverage } from "./coverage";
import { parseReason, reasons, type ReasonName } from "./reasons";

const meanings: Readonly<Record<ReasonName, string>> = {
  "duplicate-of": "Another rule says the same, and is enforced.",
  unrepresentable:
    "The types of the library do not let you write it: a test proves that it does not compile.",
  "provider-cannot": "The Terraform provider has no argument for it.",
  account: "Only the account knows: what is switched on, granted or in use there.",
  superseded: "It was true in 2021 and is not any more.",
  "not-configuration": "It is an operation, an explanation or a fact, which no configuration can break.",
  later: "The constructs that it is about come with a later version.",
};

/** What the reference of limits takes from the catalogue. */
export function referenceExtras(coverage: Coverage): ReferenceExtras {
  return {
    repeats: repeatsOf(coverage.limits),
    lastChapter: { title: "Rules that no limit enforces", text: unenforced(coverage) },
  };
}

function repeatsOf(rules: readonly RuleCoverage[]): ReadonlyMap<string, readonly string[]> {
  const repeats = new Map<string, string[]>();
  for (const { id, reason } of rules) {
    const parsed = parseReason(reason ?? "");
    if (parsed?.name === "duplicate-of") {
      repeats.set(parsed.target, [...(repeats.get(parsed.target) ?? []), id]);
    }
  }
  return repeats;
}

function unenforced({ totals, limits }: Coverage): string {
  const present = reasons.filter((reason) => (totals.reasons[reason] ?? 0) > 0);
  return [
    `The manuals hold ${totals.rules} rules. ${totals.enforced} are enforced, by a limit or, where they are facts, by a tested function.`,
    "The others have one reason of a closed list:",
    "",
    ...table(
      ["Reason", "Rules", "Meaning"],
      [...present.map((reason) => [reason, String(totals.reasons[reason]), meanings[reason]])],
    ),
    "",
    "By what they are about:",
    "",
    ...table(["Subject", "rules", "enforced", ...present], subjectRows(limits, present)),
    ...["unrepresentable", "provider-cannot", "account"].flatMap((reason) => withReason(limits, reason)),
  ].join("\n");
}

/** A line for each subject: how many rules, how many enforced, and how many for each reason. */
export function subjectRows(rules: readonly RuleCoverage[], columns: readonly string[]): readonly string[][] {
  const subjects = [...new Set(rules.map(({ subject }) => subject))].sort();
  return subjects.map((subject) => {
    const {
      rules: all,
      enforced,
      reasons: counts,
    } = totalsOf(rules.filter((rule) => rule.subject === subject));
    return [subject, String(all), String(enforced), ...columns.map((column) => String(counts[column] ?? ""))];
  });
}

/** The rules of which more is known than the reason. */
function withReason(rules: readonly RuleCoverage[], name: string): readonly string[] {
  const lines = rules.flatMap(({ id, reason, note }) => {
    const why = note ?? parseReason(reason ?? "")?.target ?? "";
    return why !== "" && reason !== null && reasonName(reason) === name ? [`- \`${id}\`: ${why}`] : [];
  });
  return lines.length === 0 ? [] : ["", `### Reason: ${name}`, "", ...lines];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)];
}
