import {
  choice,
  isKnownInPlan,
  numberTerm,
  refersToResource,
  sumOf,
  termOf,
} from "../../lib/account-checks/terms";

describe("a value of Terraform JSON as an expression", () => {
  test.each([
    ["plain", '"plain"'],
    ['with "quotes"', '"with \\"quotes\\""'],
    [3, "3"],
    [true, "true"],
    [undefined, "null"],
    ["${var.a}", "var.a"],
    ["a-${var.a}-b", 'join("", ["a-", var.a, "-b"])'],
    ["${var.a}${var.b}", 'join("", [var.a, var.b])'],
    ['${lookup(var.map, "a}")}', 'lookup(var.map, "a}")'],
    ["${{for key in var.map : key => 1}[0]}", "{for key in var.map : key => 1}[0]"],
    [["a", "${var.b}"], '["a", var.b]'],
  ])("%p is %s", (value, term) => {
    expect(termOf(value)).toBe(term);
  });

  test.each([
    'x${lookup(var.map, "a")}',
    '${var.a}-${lookup(var.map, "a")}',
    '${"${var.a}"}',
    "%{if true}a%{endif}",
    {},
  ])("%p is more than can be taken apart", (value) => {
    expect(termOf(value)).toBeUndefined();
  });
});

describe("terms", () => {
  test("of numbers take text, and count what is none as 0", () => {
    expect([3, "3", undefined, "", "${var.a}"].map(numberTerm)).toEqual([
      "3",
      "3",
      "0",
      'try(tonumber(""), 0)',
      "try(tonumber(var.a), 0)",
    ]);
  });

  test("are added, numbers at once", () => {
    expect([sumOf([]), sumOf(["1", "2"]), sumOf(["0", "var.a"]), sumOf(["1", "var.a", "2"])]).toEqual([
      "0",
      "3",
      "var.a",
      "3 + var.a",
    ]);
  });

  test("of a switch are one of two, unless Terraform alone knows", () => {
    expect([true, false, undefined, "${var.on}"].map((isOn) => choice(isOn, "1", "0"))).toEqual([
      "1",
      "0",
      "0",
      "(var.on ? 1 : 0)",
    ]);
  });

  test("tell whether they wait for a resource, and whether every plan knows them", () => {
    const judged = (term: string) => [refersToResource(term), isKnownInPlan(term)];
    expect(judged('"text with alicloud_vpc.a"')).toEqual([false, true]);
    expect(judged("var.a.b")).toEqual([false, true]);
    expect(judged("data.terraform_remote_state.a.outputs.b")).toEqual([false, false]);
    expect(judged('join("", ["a", alicloud_vswitch.a.id])')).toEqual([true, false]);
  });
});
