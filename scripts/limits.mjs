/**
 * Says what enforces each rule of the catalogue, or why nothing does.
 *
 *   npm run limits                       totals by subject and reason
 *   npm run limits -- kms later          the rules and limits that have all of these words
 *   npm run --silent limits -- --json    an entry for each rule, for programs
 */
import { coverage, limits, reasons, subjectRows } from "./coverage.mjs";

const words = process.argv.slice(2);

if (words.includes("--json")) {
  console.log(JSON.stringify(coverage, null, 2));
} else if (words.length > 0) {
  search(words.map((word) => word.toLowerCase()));
} else {
  totals();
}

function totals() {
  const { rules, enforced, tests, reasons: counts } = coverage.totals;
  const present = reasons.filter((reason) => counts[reason] > 0);
  const total = ["total", rules, enforced, ...present.map((reason) => counts[reason])];
  const table = [
    ["subject", "rules", "enforced", ...present],
    ...subjectRows(coverage.limits, present),
    total,
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => String(row[column]).length)));
  for (const row of table) {
    const cells = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
    );
    console.log(cells.join("  ").trimEnd());
  }
  console.log(`\n${limits.length} limits; ${tests} cases take their values from ${enforced} rules.`);
}

/** @param {string[]} words */
function search(words) {
  const found = (text) => words.every((word) => text.toLowerCase().includes(word));
  for (const { id, kind, text } of limits) {
    const rows = text.rows ?? [];
    if (found([id, kind, text.statement, ...rows].join(" "))) {
      console.log(
        `limit ${id} (${kind}${rows.length > 0 ? `, for ${rows.join(", ")}` : ""}): ${text.statement}`,
      );
    }
  }
  for (const { id, kind, subject, status, enforcedBy, tests, reason, note = "" } of coverage.limits) {
    const answer = reason ?? `enforced by ${enforcedBy.join(", ")}, ${tests} cases`;
    const line = `${id} (${kind}, ${subject}, ${status}): ${answer}${note === "" ? "" : `, ${note}`}`;
    if (found(line)) {
      console.log(line);
    }
  }
}
