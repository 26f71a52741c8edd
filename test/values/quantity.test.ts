import * as fc from "fast-check";
import { Quantity, ValueError } from "../../lib/values";

describe("an amount of Kubernetes", () => {
  test.each([
    ["0", 0],
    ["1", 1],
    ["+1", 1],
    ["-2", -2],
    ["1000", 1000],
    ["0.5", 0.5],
    [".5", 0.5],
    [".25", 0.25],
    ["1.", 1],
    ["500m", 0.5],
    ["100u", 0.0001],
    ["1n", 1e-9],
    ["2k", 2_000],
    ["2Ki", 2_048],
    ["1.5Mi", 1_572_864],
    ["1M", 1_000_000],
    ["1.5Gi", 1_610_612_736],
    ["1G", 1e9],
    ["1T", 1e12],
    ["1Ti", 2 ** 40],
    ["1P", 1e15],
    ["1Pi", 2 ** 50],
    ["1E", 1e18],
    ["1Ei", 2 ** 60],
    ["12e6", 12_000_000],
    ["12E-3", 0.012],
    ["1e+3", 1_000],
    ["1e10", 1e10],
  ])("%s is %d", (text, value) => {
    expect(Quantity.parse(text).value).toBe(value);
  });

  test.each([
    "",
    " ",
    "1 Gi",
    "1GiB",
    "1GB",
    "Gi",
    "1K",
    "1e",
    "1e123",
    "--1",
    "1.2.3",
    ".",
    "300Mi ",
    "5%",
    "1i",
  ])("is not %j", (text) => {
    expect(() => Quantity.parse(text)).toThrow(ValueError);
    expect(() => Quantity.parse(text)).toThrow("want an amount of Kubernetes, such as 500m, 1.5Gi or 1000");
    expect(Quantity.tryParse(text)).toBeUndefined();
  });

  test("is read without an error where it may be none", () => {
    expect(Quantity.tryParse("2Ki")?.value).toBe(2048);
  });

  test("is a text", () => {
    expect(() => Quantity.parse(5 as unknown as string)).toThrow("got 5 (a number)");
  });

  test("is shown as it was written", () => {
    const amount = Quantity.parse("1.50Gi");
    expect([String(amount), JSON.stringify({ amount })]).toEqual(["1.50Gi", '{"amount":"1.50Gi"}']);
  });

  test("counts a part of a thousandth of a CPU as a whole one", () => {
    expect(["1", "500m", "0.1", "1.0001", "1n", "-1"].map((text) => Quantity.parse(text).milli)).toEqual([
      1000, 500, 100, 1001, 1, -1000,
    ]);
  });

  test("keeps no less than a billionth, and rounds up to it", () => {
    expect(Quantity.parse("0.0000000001").compare(Quantity.parse("1n"))).toBe(0);
    expect(Quantity.parse("1.5n").compare(Quantity.parse("2n"))).toBe(0);
  });

  test("is positive, negative or nothing", () => {
    const signs = ["1n", "0", "0Gi", "-1"].map((text) => {
      const { isPositive, isNegative } = Quantity.parse(text);
      return [isPositive, isNegative];
    });
    expect(signs).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
  });

  test("compares by what it amounts to, exactly", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        const order = Quantity.parse(`${a}Mi`).compare(Quantity.parse(`${BigInt(b) * 1024n}Ki`));
        expect(order).toBe(a < b ? -1 : Number(a > b));
      }),
    );
  });
});
