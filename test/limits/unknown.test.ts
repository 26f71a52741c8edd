import { Fn, Lazy, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { fact, facts, isToken, isUnknown, mapFact, unknown } from "../../lib/limits";
import type * as unknownModule from "../../lib/limits/unknown";

const stack = new TerraformStack(Testing.app(), "stack");
const variable = (name: string) => new TerraformVariable(stack, name, {});
const number = variable("number").numberValue;
const word = variable("word").stringValue;
const list = variable("list").listValue;
const numbers = Token.asNumberList("${var.numbers}");
const map = Token.asStringMap("${var.map}");

describe("a value that only Terraform knows", () => {
  test.each<[string, unknown]>([
    ["a string token", word],
    ["a string token inside text", `prefix-${word}`],
    ["a reference written by hand", "${var.region}"],
    ["a reference written by hand inside text", "10.${var.octet}.0.0/16"],
    ["a directive of a template", '%{ if var.big }"x"%{ endif }'],
    ["a number token", number],
    ["the sum of a number token and a number", number + 1],
    ["a number token with its sign turned", -number],
    ["a number token times two", number * 2],
    ["half a number token", number / 2],
    ["the rounded half of a number token", Math.round(number / 2)],
    ["a number token inside text", `${number}`],
    ["arithmetic on a number token inside text", `disk of ${number + 20} GiB`],
    ["a list token as a whole", list],
    ["a member of a list token", list[0]],
    ["a member of a token of a list of numbers", numbers[0]],
    ["a member of a token of a list of numbers inside text", `${numbers[0]} GiB`],
    ["a map token", map],
    ["a map token that was spread into a map", { ...map, team: "shop" }],
    ["a resolvable object", Token.asAny("${var.x}")],
    ["a lazy string", Lazy.stringValue({ produce: () => "late" })],
    ["a lazy number", Lazy.numberValue({ produce: () => 3 })],
    ["a lazy list", Lazy.listValue({ produce: () => ["late"] })],
    ["a lazy value of any kind", Lazy.anyValue({ produce: () => ({}) })],
    ["Fn.join", Fn.join("-", ["a", word])],
    ["Fn.concat", Fn.concat([list, ["x"]])],
    ["Fn.merge", Fn.merge([map, { a: "b" }])],
    ["Fn.cidrsubnet", Fn.cidrsubnet("10.0.0.0/8", 8, 1)],
    ["Fn.max", Fn.max([1, number])],
    ["Fn.length", Fn.lengthOf(list)],
    ["Fn.tolist", Fn.tolist(list)],
    ["Fn.element", Fn.element(list, 0)],
  ])("%s is unknown", (_, value) => {
    expect(isToken(value)).toBe(true);
    expect(isUnknown(fact(value))).toBe(true);
  });

  test("shows its token, shortened", () => {
    expect(fact("${var.region}")).toMatchObject({ token: "${var.region}" });
    expect(unknown("x".repeat(60)).token).toBe("x".repeat(60));
    expect(unknown("x".repeat(61)).token).toBe(`${"x".repeat(57)}...`);
  });
});

describe("a value that is known", () => {
  test.each<[string, unknown]>([
    ["zero", 0],
    ["an empty text", ""],
    ["false", false],
    ["null", null],
    ["a negative number", -1],
    ["the largest safe integer", Number.MAX_SAFE_INTEGER],
    ["infinity, which somebody wrote", Infinity],
    ["minus infinity", -Infinity],
    ["no number at all", NaN],
    ["a price", "$5 {each}"],
    ["a number in scientific notation", "1e+29"],
    ["an empty list", []],
    ["a list of text", ["a", "b"]],
    ["an empty map", {}],
    ["a map of text", { team: "shop" }],
  ])("%s is itself", (_, value) => {
    expect(isToken(value)).toBe(false);
    expect(fact(value)).toBe(value);
  });

  test("an absent value is undefined", () => {
    expect(fact(undefined)).toBeUndefined();
    expect(facts(undefined)).toBeUndefined();
  });
});

describe("a list", () => {
  test("is unknown as a whole when it is one token", () => {
    expect(isUnknown(facts(list))).toBe(true);
    expect(isUnknown(facts(Lazy.listValue({ produce: () => ["late"] })))).toBe(true);
    expect(isUnknown(facts(numbers))).toBe(true);
  });

  test("is unknown as a whole when a function of Terraform gives it as text or as an object", () => {
    const given: unknown[] = [Fn.concat([list, ["x"]]), Token.asAny("${var.list}"), "${var.list}"];
    for (const value of given) {
      expect(isUnknown(facts(value as string[]))).toBe(true);
    }
    expect(facts("${var.list}" as never)).toMatchObject({ token: "${var.list}" });
  });

  test("of one number token is a list of one unknown member", () => {
    const members = facts([number]) as unknown[];
    expect(members.map(isUnknown)).toEqual([true]);
  });

  test("has unknown members among known ones", () => {
    const members = facts(["a", word, "", `b-${number}`]) as unknown[];
    expect(members.map(isUnknown)).toEqual([false, true, false, true]);
    expect([members[0], members[2]]).toEqual(["a", ""]);
  });

  test("is itself when all is known, also when it is empty", () => {
    expect(facts([])).toEqual([]);
    expect(facts([0, 1])).toEqual([0, 1]);
  });
});

describe("mapFact", () => {
  const double = (value: number) => value * 2;

  test("applies to what is known, zero included", () => {
    expect(mapFact(3, double)).toBe(6);
    expect(mapFact("", (value: string) => `<${value}>`)).toBe("<>");
  });

  test("keeps an unknown, does not look at it, and forgets the value that Terraform would judge", () => {
    const token = fact(number);
    expect(token).toMatchObject({ source: number });
    expect(mapFact(token, double)).toEqual(unknown(String(number)));
  });

  test("keeps an absent value absent", () => {
    const absent = fact<number | undefined>(undefined);
    expect(mapFact(absent, double)).toBeUndefined();
  });
});

test("two copies of the library recognise each other's unknowns", () => {
  const copies: (typeof unknownModule)[] = [];
  for (let copy = 0; copy < 2; copy++) {
    jest.isolateModules(() => {
      copies.push(jest.requireActual("../../lib/limits/unknown"));
    });
  }
  const [one, other] = copies;
  expect(one).not.toBe(other);
  expect(one?.isUnknown(other?.fact("${var.x}"))).toBe(true);
  expect(other?.isUnknown(one?.unknown("x"))).toBe(true);
  expect(one?.isUnknown({ token: "x" })).toBe(false);
});
