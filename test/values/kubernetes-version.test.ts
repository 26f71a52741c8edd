import * as fc from "fast-check";
import { KubernetesVersion, ValueError } from "../../lib/values";
import { thrownBy } from "./support";

const parse = KubernetesVersion.parse;
const number = fc.nat({ max: 60 });
const minorText = fc.tuple(fc.constant(1), number).map((parts) => parts.join("."));
const patchText = fc.tuple(minorText, number).map((parts) => parts.join("."));
const buildText = fc
  .tuple(patchText, fc.constantFrom("aliyun", "aliyunacs", "aliyunedge"), number)
  .map(([patch, build, n]) => `${patch}-${build}.${n}`);
const version = fc.oneof(minorText, patchText, buildText);

describe("parsing a version", () => {
  test("reads all parts of an ACK version", () => {
    expect(parse("1.34.1-aliyun.1")).toMatchObject({
      major: 1,
      minor: 34,
      patch: 1,
      build: "aliyun",
      aliyun: 1,
    });
    expect(parse("1.24.6-aliyunedge.12")).toMatchObject({
      minor: 24,
      patch: 6,
      build: "aliyunedge",
      aliyun: 12,
    });
    expect(parse("1.30.1-aliyunacs.1")).toMatchObject({ minor: 30, build: "aliyunacs" });
  });

  test("leaves out what the text leaves out", () => {
    expect(parse("1.34")).toMatchObject({ major: 1, minor: 34 });
    expect([parse("1.34").patch, parse("1.34").build, parse("1.34").aliyun]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([parse("1.34.0").patch, parse("1.34.0").aliyun]).toEqual([0, undefined]);
  });

  test("gives back exactly its input", () => {
    fc.assert(
      fc.property(version, (text) => {
        expect(parse(text).toString()).toBe(text);
        expect(JSON.stringify(parse(text))).toBe(JSON.stringify(text));
      }),
    );
  });

  test.each([
    ["v1.30", "write 1.30"],
    ["V1.31.9-aliyun.1", "write 1.31.9-aliyun.1"],
    ["1.99x", "write 1.99"],
    [" 1.30", "write 1.30"],
    ["1.30\n", "write 1.30"],
    ["1.34.1-aliyun", "write 1.34.1"],
    ["1.34.1-rc.1", "write 1.34.1"],
    ["1.34-aliyun.1", "write 1.34"],
    ["1.34.1.2", "write 1.34.1"],
    ["latest", "name the version, such as 1.34.1-aliyun.1"],
    ["1", "name the version, such as 1.34.1-aliyun.1"],
    ["", "name the version, such as 1.34.1-aliyun.1"],
    ["1.030", "name the version, such as 1.34.1-aliyun.1"],
  ])("refuses %j", (text, fix) => {
    const error = thrownBy(() => parse(text));
    expect(error).toBeInstanceOf(ValueError);
    expect(error).toMatchObject({ got: JSON.stringify(text), fix });
    expect(KubernetesVersion.tryParse(text)).toBeUndefined();
  });

  test("tells what went wrong with a number", () => {
    expect(thrownBy(() => parse(1.3 as unknown as string))).toMatchObject({
      got: "1.3 (a number)",
      fix: "write it as a text in quotes: as a number, 1.30 is 1.3",
    });
  });
});

describe("comparing versions", () => {
  test("goes by number, from minor to Alibaba build", () => {
    const sorted = [
      "1.9",
      "1.28.15-aliyun.1",
      "1.30",
      "1.30.1",
      "1.30.1-aliyun.1",
      "1.30.1-aliyun.2",
      "1.30.1-aliyun.10",
      "1.30.7-aliyun.1",
      "1.31.1-aliyun.1",
    ];
    const shuffled = [...sorted].reverse().map(parse);
    expect(shuffled.sort((a, b) => a.compare(b)).map(String)).toEqual(sorted);
  });

  test("is an order", () => {
    fc.assert(
      fc.property(version.map(parse), version.map(parse), version.map(parse), (a, b, c) => {
        expect(Math.sign(a.compare(b))).toBe(0 - Math.sign(b.compare(a)));
        expect(a.compare(a)).toBe(0);
        if (a.compare(b) <= 0 && b.compare(c) <= 0) expect(a.compare(c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each([
    ["1.34.1-aliyun.1", "1.28", true],
    ["1.34.1-aliyun.1", "1.34", true],
    ["1.34.1-aliyun.1", "1.34.1", true],
    ["1.34.1-aliyun.1", "1.34.1-aliyun.2", false],
    ["1.34.1-aliyun.1", "1.34.2", false],
    ["1.34", "1.34", true],
    ["1.34", "1.34.1", false],
    ["1.9.1", "1.28", false],
  ])("%s is at least %s: %s", (text, least, expected) => {
    expect(parse(text).isAtLeast(least)).toBe(expected);
    expect(parse(text).isAtLeast(parse(least))).toBe(expected);
  });

  test("refuses to compare with what is no version", () => {
    expect(thrownBy(() => parse("1.34").isAtLeast("v1.28"))).toBeInstanceOf(ValueError);
  });
});

describe("minors between versions", () => {
  test.each([
    ["1.30.1-aliyun.1", "1.32", 2],
    ["1.32", "1.30", -2],
    ["1.32.1", "1.32.7", 0],
  ])("from %s to %s are %d", (from, to, count) => {
    expect(parse(from).minorsBetween(to)).toBe(count);
    expect(parse(from).minorsBetween(parse(to))).toBe(count);
  });

  test("need one major", () => {
    expect(thrownBy(() => parse("1.32").minorsBetween("2.0"))).toBeInstanceOf(ValueError);
  });
});
