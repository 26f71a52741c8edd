import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A documented rule: who it is, and why no limit enforces it. What it says stands in the manuals alone. */
export interface Rule {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: string;
  /** Empty for a rule that is enforced; `duplicate-of` and `unrepresentable` come with a target after a colon. */
  readonly reason: string;
  readonly note: string;
}

const columns = ["id", "kind", "subject", "status", "reason", "note"];

/** The rules of a tab-separated table with a line of headings. */
export function parseRules(table: string): readonly Rule[] {
  const [headings = "", ...lines] = table.trimEnd().split("\n");
  if (headings !== columns.join("\t")) {
    throw new Error(`The columns are ${columns.join(", ")}, not ${headings.split("\t").join(", ")}`);
  }
  return lines.map((line, index) => {
    // Editors take blanks off the end of a line, and with them the empty columns.
    const [id = "", kind = "", subject = "", status = "", reason = "", note = "", ...more] = line.split("\t");
    if (status === "" || more.length > 0) {
      throw new Error(`Line ${index + 2} has not ${columns.length} columns: ${line}`);
    }
    return { id, kind, subject, status, reason, note };
  });
}

/** The catalogue of this repository. */
export function readRules(): readonly Rule[] {
  return parseRules(readFileSync(join(__dirname, "rules.tsv"), "utf8"));
}
