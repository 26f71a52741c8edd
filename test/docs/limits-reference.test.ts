import * as fs from "node:fs";
import * as path from "node:path";
import "cdktf-ack";
import "cdktf-ack/blueprints";
import { coverageOf } from "../../catalogue/coverage";
import { referenceExtras } from "../../catalogue/reference";
import { readRules } from "../../catalogue/rules";
import { allLimits, renderReference } from "../../lib/limits";
import { allFactCases, allLimitCases } from "../support/all-cases";

const reference = fs.readFileSync(path.resolve(__dirname, "../../docs/limits.md"), "utf8");
const coverage = coverageOf(readRules(), {
  limits: allLimits(),
  limitCases: allLimitCases,
  factCases: allFactCases,
});

it("is as the limits and the catalogue say; npm run docs writes it anew", () => {
  expect(reference).toBe(renderReference(allLimits(), referenceExtras(coverage)));
});

const chapters = new Map(
  reference.split(/^### /m).map((chapter) => [chapter.slice(0, chapter.indexOf("\n")), chapter]),
);

it.each(allLimits())(
  "has the anchor #$id that messages link to, and its rules",
  ({ id, text: { rows = [] } }) => {
    const chapter = chapters.get(id);
    expect(chapter).toBeDefined();
    expect(rows.filter((row) => !chapter?.includes(`\`${row}\``))).toEqual([]);
  },
);

it.each(coverage.limits.filter(({ reason }) => reason?.startsWith("duplicate-of:")))(
  "names $id beside the rule that it repeats",
  ({ id, reason }) => {
    const repeated = `\`${reason?.slice("duplicate-of:".length)}\``;
    const chapter = [...chapters.values()].find((text) => text.includes(repeated));
    expect(chapter).toContain(`\`${id}\``);
  },
);

it("counts the rules that no limit enforces", () => {
  expect(reference).toContain(`The manuals hold ${coverage.totals.rules} rules.`);
  for (const [reason, count] of Object.entries(coverage.totals.reasons)) {
    expect(reference).toContain(`| ${reason} | ${count} |`);
  }
});
