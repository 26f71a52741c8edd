import { fact, facts, limitsOn, type Fact, type FactList, type Limit } from "../../lib/limits";
import { literal, referencesOf } from "../../lib/limits/expressions";
import { canJudgeLater, preconditionMessage, preconditionOf } from "../../lib/limits/preconditions";
import type { KubernetesVersion } from "../../lib/values";
import { text } from "./support";

interface Facts {
  readonly size?: Fact<number | undefined>;
  readonly name?: Fact<string | undefined>;
  readonly other?: Fact<string | undefined>;
  readonly zones?: FactList<string> | undefined;
  readonly version?: Fact<KubernetesVersion | undefined>;
}

const on = limitsOn<Facts>();

/** The condition of a limit over facts of which the unknown ones are written as references by hand. */
const conditionOf = (limit: Limit<Facts>, given: Facts) =>
  preconditionOf(limit as Limit<never>, given, (source) => String(source).slice(2, -1));

const name = fact("${var.name}");
const shapes = {
  wholeNumber: on.range("later-whole", "size", { min: 1, max: 9, unit: "GiB" }, text),
  fraction: on.range("later-fraction", "size", { min: 0.5, max: 9, integer: false }, text),
  atLeastOne: on.range("later-open", "size", { min: 1, max: Infinity }, text),
  atMostNine: on.range("later-open-below", "size", { min: -Infinity, max: 9, integer: false }, text),
  anyNumber: on.range("later-any", "size", { min: -Infinity, max: Infinity, integer: false }, text),
  oneOf: on.oneOf("later-one-of", "name", ["PL0", 'P"L', 7], text),
  length: on.length("later-length", "name", { min: 1, max: 3, of: "characters" }, text),
  format: on.format("later-format", "name", /^a\.b$/, "a.b", text),
  formatOfAnyCase: on.format("later-format-i", "name", /^[a-z]+$/giu, "letters", text),
  atLeast: on.atLeast("later-at-least", "version", "1.24.6-aliyun.1", text),
  excludes: on.excludes("later-excludes", "name", "other", text),
  requires: on.requires("later-requires", "name", "other", text),
  eachFormat: on.eachFormat("later-each", "zones", /^z$/, { member: "zone", want: "z" }, text),
};

describe("what each shape of limit leaves to Terraform", () => {
  const given = (term: string) => `(${term} == null ? false : try(tostring(${term}) != "false", true))`;
  const numberOf = (term: string) =>
    `sum([for place, part in slice(split(".", format("%s.0", split("-", ${term})[0])), 0, 3) : tonumber(part) * pow(1000, 2 - place)])`;
  const size = fact("${var.size}") as Facts["size"];

  test.each<[keyof typeof shapes, Facts, string, string]>([
    [
      "wholeNumber",
      { size },
      "var.size == null || (var.size >= 1 && var.size <= 9 && var.size % 1 == 0)",
      "size: a whole number from 1 to 9 GiB",
    ],
    [
      "fraction",
      { size },
      "var.size == null || (var.size >= 0.5 && var.size <= 9)",
      "size: a number from 0.5 to 9",
    ],
    [
      "atLeastOne",
      { size },
      "var.size == null || (var.size >= 1 && var.size % 1 == 0)",
      "size: a whole number from 1 to Infinity",
    ],
    ["atMostNine", { size }, "var.size == null || (var.size <= 9)", "size: a number from -Infinity to 9"],
    ["anyNumber", { size }, "var.size == null || (true)", "size: a number from -Infinity to Infinity"],
    [
      "oneOf",
      { name },
      String.raw`var.name == null || contains(["PL0", "P\"L", "7"], tostring(var.name))`,
      'name: one of PL0, P"L, 7',
    ],
    [
      "length",
      { name },
      'var.name == null || (length(try(regexall("(?s).", var.name), var.name)) >= 1 && length(try(regexall("(?s).", var.name), var.name)) <= 3)',
      "name: 1 to 3 characters",
    ],
    [
      "format",
      { name },
      String.raw`var.name == null || length(regexall("^a\\.b$", var.name)) > 0`,
      "name: a.b",
    ],
    [
      "formatOfAnyCase",
      { name },
      'var.name == null || length(regexall("(?i)^[a-z]+$", var.name)) > 0',
      "name: letters",
    ],
    [
      "atLeast",
      { version: fact("${var.version}") as never },
      `var.version == null || ${numberOf("var.version")} >= ${numberOf('"1.24.6-aliyun.1"')}`,
      "version: 1.24.6-aliyun.1 or later",
    ],
    [
      "excludes",
      { name, other: "x" },
      `!(${given("var.name")} && ${given('"x"')})`,
      "name or other, not both",
    ],
    ["requires", { name }, `(!${given("var.name")} || ${given("null")})`, "other beside name"],
    [
      "eachFormat",
      { zones: facts(["z", "${var.zone}"]) },
      '[var.zone] == null || alltrue([for member in [var.zone] : member == null || length(regexall("^z$", member)) > 0])',
      "each zone: z",
    ],
    [
      "eachFormat",
      { zones: facts(["${var.a}", "${var.b}"]) },
      '[var.a, var.b] == null || alltrue([for member in [var.a, var.b] : member == null || length(regexall("^z$", member)) > 0])',
      "each zone: z",
    ],
  ])("%s: %j", (shape, facts_, condition, want) => {
    const made = conditionOf(shapes[shape], facts_);
    expect(made).toMatchObject({ condition: `try(${condition}, true)`, want });
    expect(made?.references).not.toEqual([]);
    expect(canJudgeLater(shapes[shape] as Limit<never>)).toBe(true);
  });

  test("is nothing where a fact was made from the value and is not the value", () => {
    const { source, ...made } = name as { readonly source?: unknown; readonly token: string };
    expect(source).toBe("${var.name}");
    expect(conditionOf(shapes.format, { name: made as never })).toBeUndefined();
  });

  test("is nothing where the expression refers to nothing", () => {
    const of = (expression: string) =>
      preconditionOf(shapes.format as Limit<never>, { name }, () => expression);
    expect(of('"var.name"')).toBeUndefined();
    expect(of("timestamp()")).toBeUndefined();
    expect(of("lower(var.name)")?.references).toEqual(["var.name"]);
  });

  test("is nothing where nothing is unknown", () => {
    expect(conditionOf(shapes.format, { name: "a.b" })).toBeUndefined();
    expect(conditionOf(shapes.eachFormat, { zones: ["z"] })).toBeUndefined();
  });

  test("is nothing for advice, and for limits that have no shape", () => {
    const advice = on.format("later-advice", "name", /^a$/, "a", { ...text, advice: true });
    const rule = on.limit("later-rule", ["name"], text, () => []);
    expect([advice, rule].map((limit) => canJudgeLater(limit as Limit<never>))).toEqual([false, false]);
    expect(conditionOf(rule, { name })).toBeUndefined();
  });
});

describe("a pattern is left to Terraform", () => {
  test.each([
    [/^(?:a|b)$/, true],
    [/^[^a]{1001}\d\w\.\t\n$/, false],
    [/^[^a]{2,999}\d\w\.\t\n$/, true],
    [/^a(?=b)/, false],
    [/^a(?!b)/, false],
    [/(?<=a)b/, false],
    [/(?<name>a)/, false],
    [/(a)\1/, false],
    [/\ba/, false],
    [/\Ba/, false],
    [/\p{Script=Han}/u, false],
    [/\P{Script=Han}/u, false],
    [/a\s/, false],
    [/a\S/, false],
    [/\u0041/, false],
    [/\x41/, false],
    [/\cA/, false],
    [/[]/, false],
    [/[^]/, false],
    [/^a$/m, false],
    [/^a.$/s, false],
    [/^a$/y, false],
    [/^a$/gi, true],
    [/^a$/im, false],
  ])("%s: %p", (pattern, isLeft) => {
    const id = `later-pattern-${pattern.source}-${pattern.flags}`;
    const limits = [
      on.format(id, "name", pattern, "a", text),
      on.eachFormat(`${id}-each`, "zones", pattern, { member: "zone", want: "a" }, text),
    ];
    expect(limits.map((limit) => canJudgeLater(limit as Limit<never>))).toEqual([isLeft, isLeft]);
  });
});

describe("a value in an expression", () => {
  test.each<[unknown, string]>([
    [undefined, "null"],
    [null, "null"],
    [() => 1, "null"],
    [7, "7"],
    [false, "false"],
    [["a", 1], '["a",1]'],
    ['say "a"', String.raw`"say \"a\""`],
    ["\b and \f", String.raw`"\u0008 and \u000c"`],
    ["\\b and \\f", String.raw`"\\b and \\f"`],
    ["line\n", String.raw`"line\n"`],
    ["${a} %{b} $c", '"$${a} %%{b} $c"'],
  ])("%j is written as %s", (value, written) => {
    expect(literal(value)).toBe(written);
  });

  test.each<[string, readonly string[]]>([
    ["var.size", ["var.size"]],
    ["alicloud_vpc.main-1.id", ["alicloud_vpc.main-1.id"]],
    ['join("var.text", [var.a, data.x.y.z])', ["var.a", "data.x.y.z"]],
    [String.raw`"escaped \" var.text" == var.a`, ["var.a"]],
    ['"$${var.text}" == var.a', ["var.text", "var.a"]],
    ['"$ % var.text" == var.a', ["var.a"]],
    ['"${var.inside}"', ["var.inside"]],
    ["1.5", []],
    ["timestamp()", []],
  ])("%s refers to %j", (expression, references) => {
    expect(referencesOf(expression)).toEqual(references);
  });
});

test("what Terraform prints names the limit, the construct, what is wanted, the fix and the source", () => {
  const words = (fix?: string) => {
    const limit = on.limit(
      `later-words-${fix}`,
      [],
      { ...text, ...(fix === undefined ? {} : { fix }) },
      () => [],
    );
    return preconditionMessage(
      limit as Limit<never>,
      { condition: "true", want: "size: 1 to 9" },
      "shop/pool",
    );
  };
  const see = "  see    Manual of the tests, 4.2 Limits, lines 7-9, docs/limits.md#later-words-";
  const head = (id: string) => [
    text.statement,
    `  limit  later-words-${id}   shop/pool`,
    "  want   size: 1 to 9",
  ];
  expect(words("take 9")).toBe([...head("take 9"), "  fix    take 9", `${see}take 9.`].join("\n"));
  expect(words()).toBe([...head("undefined"), `${see}undefined.`].join("\n"));
});
