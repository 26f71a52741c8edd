import { coverageOf, type Evidence } from "../../catalogue/coverage";
import { proofProblems, reasonProblems, tableProblems } from "../../catalogue/problems";
import { parseRules, type Rule } from "../../catalogue/rules";
import type { LimitCases } from "../support/limit-cases";

const source = { title: "a manual" };
const build = () => undefined;

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  kind: "hard",
  subject: "disk",
  status: "current",
  reason: "",
  note: "",
  ...more,
});

const limit = (id: string, ...rows: string[]) => ({ id, text: { statement: "s", source, rows } });

const casesFor = (violating: readonly string[], legal: readonly string[]): LimitCases => ({
  violating: { much: { build, at: "a", got: "g", want: "w", rows: violating } },
  legal: { little: { build, rows: legal } },
});

/** One limit that stands for one rule, proven. */
const sound: Evidence = {
  limits: [limit("size", "a-size")],
  limitCases: { size: casesFor(["a-size"], ["a-size"]) },
  factCases: {},
};
const reasonsOf = (...rules: Rule[]) => reasonProblems(rules, sound, new Set(["a disk of nothing"]));
const proofsOf = (rules: readonly Rule[], changes: Partial<Evidence>) =>
  proofProblems(rules, { ...sound, ...changes });

test("a sound catalogue has no problems", () => {
  const rules = [
    rule("a-size"),
    rule("b-size", { reason: "duplicate-of:a-size" }),
    rule("c-size", { reason: "unrepresentable:a disk of nothing" }),
    rule("d-size", { reason: "provider-cannot", note: "it has no argument for sizes" }),
    rule("e-size", { reason: "superseded", status: "superseded" }),
  ];
  expect(tableProblems(rules)).toEqual([]);
  expect(reasonsOf(...rules)).toEqual([]);
  expect(proofsOf(rules, {})).toEqual([]);
});

test.each<[string, Rule, string]>([
  ["a rule without a reason", rule("b"), "b is neither enforced nor has it a reason"],
  [
    "an enforced rule with a reason",
    rule("a-size", { reason: "later" }),
    "a-size is enforced by size and has the reason later all the same",
  ],
  ["a reason of one's own", rule("b", { reason: "hard" }), "b has a reason that is not on the list: hard"],
  [
    "a reason without its target",
    rule("b", { reason: "duplicate-of" }),
    "b has a reason that is not on the list: duplicate-of",
  ],
  [
    "a target that the reason has no use for",
    rule("b", { reason: "later:x" }),
    "b has a reason that is not on the list: later:x",
  ],
  [
    "a repetition of what nothing enforces",
    rule("b", { reason: "duplicate-of:c" }),
    "b repeats c, which nothing enforces",
  ],
  [
    "a compile-fail test that does not exist",
    rule("b", { reason: "unrepresentable:a disk" }),
    "b names no compile-fail test: a disk",
  ],
  [
    "a provider that cannot, unexplained",
    rule("b", { reason: "provider-cannot" }),
    "b needs a note: why provider-cannot?",
  ],
  [
    "a rule of today as superseded, unexplained",
    rule("b", { reason: "superseded" }),
    "b needs a note: why superseded?",
  ],
])("%s is a problem", (_name, wrong, problem) => {
  expect(reasonsOf(wrong)).toEqual([problem]);
});

test("a repetition of a repetition is a problem", () => {
  const problems = reasonsOf(
    rule("a-size"),
    rule("b", { reason: "duplicate-of:a-size" }),
    rule("c", { reason: "duplicate-of:b" }),
  );
  expect(problems).toEqual(["c repeats b, which nothing enforces"]);
});

test.each<[string, readonly Rule[], Partial<Evidence>, string]>([
  [
    "a rule that is not in the catalogue",
    [],
    {},
    "the limit size lists a-size, which is not in the catalogue",
  ],
  [
    "no violating case",
    [rule("a-size")],
    { limitCases: { size: casesFor([], ["a-size"]) } },
    "the limit size has no violating case that names the rule a-size",
  ],
  [
    "no legal case",
    [rule("a-size")],
    { limitCases: { size: { ...casesFor(["a-size"], []), legal: { little: build } } } },
    "the limit size has no legal case that names the rule a-size",
  ],
  [
    "a case that names another rule",
    [rule("a-size")],
    { limitCases: { size: casesFor(["a-size", "b"], ["a-size"]) } },
    "a case of the limit size names b, which the limit does not list",
  ],
  [
    "cases without a limit",
    [rule("a-size")],
    { limitCases: { ...sound.limitCases, weight: casesFor([], []) } },
    "there are cases for weight, which is no limit",
  ],
  [
    "a limit with the name of a rule that it does not list",
    [rule("a-size"), rule("size")],
    {},
    "the limit size has the name of a rule, and does not list it",
  ],
  [
    "vectors for what is no fact",
    [rule("a-size")],
    { factCases: { "a-size": { by: { build }, vectors: { one: { is: build, documented: 1 } } } } },
    "there are vectors for a-size, which is no fact of the catalogue",
  ],
  [
    "a fact without vectors",
    [rule("a-size"), rule("f", { kind: "fact" })],
    { factCases: { f: { by: { build }, vectors: {} } } },
    "the fact f has no vector",
  ],
])("%s is a problem", (_name, rules, changes, problem) => {
  expect(proofsOf(rules, changes)).toEqual([problem]);
});

test("a table out of order, or with a rule twice, is a problem", () => {
  expect(tableProblems([rule("b"), rule("a")])).toEqual(["a is not in its place by the order of ids"]);
  expect(tableProblems([rule("a"), rule("a")])).toEqual(["a is not in its place by the order of ids"]);
});

test("an entry says what enforces the rule, how many cases prove it, and otherwise why not", () => {
  const facts = { f: { by: { build }, vectors: { one: { is: build, documented: 1 } } } };
  const rules = [
    rule("a-size"),
    rule("b", { reason: "account", note: "granted there" }),
    rule("f", { kind: "fact" }),
  ];
  expect(coverageOf(rules, { ...sound, factCases: facts })).toEqual({
    totals: { rules: 3, enforced: 2, tests: 3, reasons: { account: 1 } },
    limits: [
      {
        id: "a-size",
        kind: "hard",
        subject: "disk",
        status: "current",
        enforcedBy: ["size"],
        tests: 2,
        reason: null,
      },
      {
        id: "b",
        kind: "hard",
        subject: "disk",
        status: "current",
        enforcedBy: [],
        tests: 0,
        reason: "account",
        note: "granted there",
      },
      {
        id: "f",
        kind: "fact",
        subject: "disk",
        status: "current",
        enforcedBy: ["build"],
        tests: 1,
        reason: null,
      },
    ],
  });
});

test("a table with other columns, or a line with too few, is refused", () => {
  expect(() => parseRules("id\tkind\n")).toThrow("The columns are id, kind, subject, status, reason, note");
  const headings = "id\tkind\tsubject\tstatus\treason\tnote";
  expect(() => parseRules(`${headings}\na\thard\n`)).toThrow("Line 2 has not 6 columns: a\thard");
  expect(parseRules(`${headings}\na\thard\tdisk\tcurrent\n`)).toEqual([rule("a")]);
});
