import "cdktf-ack";
import "cdktf-ack/blueprints";
import { coverageOf, type Evidence } from "../../catalogue/coverage";
import { proofProblems, reasonProblems, tableProblems } from "../../catalogue/problems";
import { readRules } from "../../catalogue/rules";
import { allLimits } from "../../lib/limits";
import { allFactCases, allImpossible, allLimitCases } from "../support/all-cases";

/** Rules about constructs that do not exist yet. Who adds the constructs lowers the number; it never grows. */
const LATER_AT_MOST = 838;

const rules = readRules();
const evidence: Evidence = { limits: allLimits(), limitCases: allLimitCases, factCases: allFactCases };
const coverage = coverageOf(rules, evidence);

test("the catalogue has every documented rule once, by the order of ids", () => {
  expect(rules).toHaveLength(2042);
  expect(tableProblems(rules)).toEqual([]);
});

test("every rule is enforced, or has one reason of the closed list that holds", () => {
  const doesNotCompile = new Set(allImpossible.map(({ name }) => name));
  expect(reasonProblems(rules, evidence, doesNotCompile)).toEqual([]);
});

test("every rule that is enforced is proven by a violating and a legal case, or by vectors", () => {
  expect(proofProblems(rules, evidence)).toEqual([]);
});

test("rules that wait for their constructs become fewer", () => {
  expect(coverage.totals.reasons["later"] ?? 0).toBeLessThanOrEqual(LATER_AT_MOST);
});

test("names of compile-fail tests are unique, for the catalogue refers to them", () => {
  const names = allImpossible.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test("the report has an entry for each rule, and its totals add up", () => {
  const { totals, limits } = coverage;
  expect(limits.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  const excused = Object.values(totals.reasons).reduce((sum, count) => sum + count, 0);
  expect(totals.enforced + excused).toBe(totals.rules);
  expect(limits.filter(({ enforcedBy, tests }) => enforcedBy.length > 0 && tests === 0)).toEqual([]);
});
