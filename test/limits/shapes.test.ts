import {
  fact,
  facts,
  limitsOn,
  unknown,
  type Fact,
  type FactList,
  type Limit,
  type Named,
} from "../../lib/limits";
import { evaluate, type Verdict } from "../../lib/limits/evaluate";
import { KubernetesVersion } from "../../lib/values";
import { text } from "./support";

interface Pool {
  readonly disk?: Fact<number | undefined>;
  readonly ratio?: Fact<number | undefined>;
  readonly name?: Fact<string | undefined>;
  readonly zones?: FactList<string> | undefined;
  readonly version?: Fact<KubernetesVersion | undefined>;
  readonly spot?: Fact<boolean | number | string | undefined>;
  readonly price?: Fact<boolean | number | string | undefined>;
  readonly min?: Fact<number | undefined>;
  readonly max?: Fact<number | undefined>;
}

const pool = limitsOn<Pool>();
const token = unknown("${var.x}");
const findings = (limit: Limit<Pool>, given: Pool, max = 0) => evaluate(limit, given, max).findings;
const passed: Verdict = { findings: [], silencedBy: [], partlyBy: [] };

describe("range", () => {
  const size = pool.range("shape-range", "disk", { min: 20, max: 2048, unit: "GiB" }, text);
  const share = pool.range("shape-range-share", "ratio", { min: 0, max: 1, integer: false }, text);

  test.each([19, 2049, 0, -20, 20.5, NaN, Infinity])("refuses %p", (disk) => {
    expect(findings(size, { disk })).toEqual([
      { got: `disk ${disk} GiB`, want: "a whole number from 20 to 2048 GiB" },
    ]);
  });

  test.each([20, 21, 2047, 2048])("takes %p, bounds included", (disk) => {
    expect(evaluate(size, { disk }, 0)).toEqual(passed);
  });

  test("takes fractions where it says so, and zero is a value", () => {
    expect(findings(share, { ratio: 0.5 })).toEqual([]);
    expect(findings(share, { ratio: 0 })).toEqual([]);
    expect(findings(share, { ratio: 1.01 })).toEqual([{ got: "ratio 1.01", want: "a number from 0 to 1" }]);
  });

  test("says nothing about an absent value and is silent about an unknown one", () => {
    expect(evaluate(size, {}, 0)).toEqual(passed);
    expect(evaluate(size, { disk: token }, 0)).toEqual({ ...passed, silencedBy: ["disk"] });
  });
});

describe("oneOf", () => {
  const level = pool.oneOf("shape-one-of", "name", ["PL0", "PL1", ""], text);
  const count = pool.oneOf("shape-one-of-number", "disk", [0, 12, 24], text);

  test("refuses what is not in the list", () => {
    expect(findings(level, { name: "pl0" })).toEqual([{ got: 'name "pl0"', want: "one of PL0, PL1, " }]);
    expect(findings(count, { disk: 13 })).toEqual([{ got: "disk 13", want: "one of 0, 12, 24" }]);
  });

  test("takes each member, an empty text and zero included", () => {
    expect(["PL0", "PL1", ""].flatMap((name) => findings(level, { name }))).toEqual([]);
    expect([0, 12, 24].flatMap((disk) => findings(count, { disk }))).toEqual([]);
  });

  test("says nothing about an absent value and is silent about an unknown one", () => {
    expect(evaluate(level, {}, 0)).toEqual(passed);
    expect(evaluate(level, { name: token }, 0).silencedBy).toEqual(["name"]);
  });
});

describe("length", () => {
  const name = pool.length("shape-length", "name", { min: 1, max: 3, of: "characters" }, text);
  const zones = pool.length("shape-length-list", "zones", { min: 1, max: 2, of: "zones" }, text);

  test("counts characters, as a reader does", () => {
    expect(findings(name, { name: "abcd" })).toEqual([
      { got: "name with 4 characters", want: "1 to 3 characters" },
    ]);
    expect(findings(name, { name: "" })).toHaveLength(1);
    expect(findings(name, { name: "a" })).toEqual([]);
    expect(findings(name, { name: "集群😀" })).toEqual([]);
  });

  test("counts the members of a list", () => {
    expect(findings(zones, { zones: ["a", "b", "c"] })).toEqual([
      { got: "zones with 3 zones", want: "1 to 2 zones" },
    ]);
    expect(findings(zones, { zones: [] })).toHaveLength(1);
    expect(evaluate(zones, { zones: ["a", "b"] }, 0)).toEqual(passed);
  });

  test("counts members that are unknown: each is one", () => {
    expect(findings(zones, { zones: [token, "b", token] })).toHaveLength(1);
    expect(evaluate(zones, { zones: [token, token] }, 0)).toEqual(passed);
  });

  test("says nothing about an absent value and is silent about one that is unknown as a whole", () => {
    expect(evaluate(zones, {}, 0)).toEqual(passed);
    expect(evaluate(zones, { zones: token }, 0).silencedBy).toEqual(["zones"]);
    expect(evaluate(name, { name: token }, 0).silencedBy).toEqual(["name"]);
  });
});

describe("format", () => {
  const lower = pool.format("shape-format", "name", /^[a-z]+$/, "lower case letters", text);

  test("refuses what the pattern does not describe, line breaks shown as such", () => {
    expect(findings(lower, { name: "A" })).toEqual([{ got: 'name "A"', want: "lower case letters" }]);
    expect(findings(lower, { name: "a\nb" })).toEqual([{ got: 'name "a\\nb"', want: "lower case letters" }]);
    expect(findings(lower, { name: "" })).toHaveLength(1);
  });

  test("says the same each time, also of a global pattern", () => {
    const global = pool.format("shape-format-global", "name", /[a-z]+/g, "letters", text);
    const sticky = pool.format("shape-format-sticky", "name", /[a-z]+/y, "letters first", text);
    for (let time = 0; time < 3; time++) {
      expect(findings(global, { name: "abc" })).toEqual([]);
      expect(findings(sticky, { name: "abc" })).toEqual([]);
    }
  });

  test("takes what it describes, says nothing about an absent value, is silent about an unknown one", () => {
    expect(evaluate(lower, { name: "abc" }, 0)).toEqual(passed);
    expect(evaluate(lower, {}, 0)).toEqual(passed);
    expect(evaluate(lower, { name: token }, 0).silencedBy).toEqual(["name"]);
  });
});

describe("atLeast", () => {
  const since = pool.atLeast("shape-at-least", "version", "1.24", text);
  const on = (version: string) => findings(since, { version: KubernetesVersion.parse(version) });

  test("refuses an earlier version", () => {
    expect(on("1.22.15-aliyun.1")).toEqual([{ got: "version 1.22.15-aliyun.1", want: "1.24 or later" }]);
  });

  test("takes the first version and later ones, 1.30 being later than 1.4", () => {
    expect([...on("1.24.6-aliyun.1"), ...on("1.30.1-aliyun.1")]).toEqual([]);
  });

  test("says nothing about an absent value and is silent about an unknown one", () => {
    expect(evaluate(since, {}, 0)).toEqual(passed);
    expect(evaluate(since, { version: token }, 0).silencedBy).toEqual(["version"]);
  });
});

describe("excludes and requires", () => {
  const either = pool.excludes("shape-excludes", "spot", "price", text);
  const both = pool.requires("shape-requires", "spot", "price", text);

  test("two that exclude each other are not both given; zero and an empty text are given", () => {
    for (const given of [true, 0, ""]) {
      expect(findings(either, { spot: given, price: 0.3 })).toEqual([
        { got: "spot and price", want: "spot or price, not both" },
      ]);
    }
  });

  test("one of two is enough, and so is none; false says no", () => {
    const legal: Pool[] = [
      {},
      { spot: 0 },
      { price: 0 },
      { spot: false, price: 1 },
      { spot: 1, price: false },
    ];
    expect(legal.flatMap((given) => findings(either, given))).toEqual([]);
  });

  test("what requires another is not given without it", () => {
    for (const given of [true, 0, ""]) {
      expect(findings(both, { spot: given })).toEqual([
        { got: "spot without price", want: "price beside spot" },
      ]);
      expect(findings(both, { spot: given, price: false })).toHaveLength(1);
    }
  });

  test("both together, the other alone and none are legal", () => {
    const legal: Pool[] = [
      {},
      { spot: true, price: 0 },
      { spot: 0, price: "" },
      { price: 1 },
      { spot: false },
    ];
    expect(legal.flatMap((given) => findings(both, given))).toEqual([]);
  });

  test("an unknown one of the two silences", () => {
    for (const limit of [either, both]) {
      expect(evaluate(limit, { spot: token, price: 1 }, 0).silencedBy).toEqual(["spot"]);
      expect(evaluate(limit, { spot: true, price: token }, 0).silencedBy).toEqual(["price"]);
      expect(evaluate(limit, { spot: token, price: token }, 0).silencedBy).toEqual(["spot", "price"]);
    }
  });
});

describe("unique", () => {
  const differ = pool.unique("shape-unique", "zones", text);

  test("refuses a member that comes twice, an empty text included", () => {
    expect(findings(differ, { zones: ["a", "b", "a", "b"] })).toEqual([
      { got: 'zones with "a" more than once', want: "members that differ" },
    ]);
    expect(findings(differ, { zones: ["", ""] })).toHaveLength(1);
  });

  test("takes members that differ, an empty list and no list", () => {
    expect([["a", "b"], []].flatMap((zones) => findings(differ, { zones }))).toEqual([]);
    expect(evaluate(differ, {}, 0)).toEqual(passed);
  });

  test("leaves out what is unknown and judges the rest", () => {
    expect(evaluate(differ, { zones: ["a", token, "a"] }, 0)).toMatchObject({
      findings: [{ want: "members that differ" }],
      partlyBy: ["zones"],
    });
    expect(evaluate(differ, { zones: [token, token] }, 0)).toEqual({ ...passed, partlyBy: ["zones"] });
    expect(evaluate(differ, { zones: token }, 0)).toEqual({ ...passed, silencedBy: ["zones"] });
  });
});

describe("each, eachFormat and namesDiffer", () => {
  const short = pool.each("shape-each", "zones", text, (zone) =>
    zone.length > 1 ? { got: zone, want: "one letter" } : undefined,
  );
  const lower = pool.eachFormat(
    "shape-each-format",
    "zones",
    /^[a-z]$/,
    { member: "zone", want: "a letter" },
    text,
  );

  test("find what is wrong with each member, in the order of the list", () => {
    expect(findings(short, { zones: ["aa", "b", "cc"] })).toEqual([
      { got: "aa", want: "one letter" },
      { got: "cc", want: "one letter" },
    ]);
    expect(findings(lower, { zones: ["A", "b", "\n"] })).toEqual([
      { got: 'the zone "A"', want: "a letter" },
      { got: 'the zone "\\n"', want: "a letter" },
    ]);
  });

  test("take members that are right, an empty list and no list", () => {
    for (const limit of [short, lower]) {
      expect(evaluate(limit, { zones: ["a", "b"] }, 0)).toEqual(passed);
      expect(evaluate(limit, { zones: [] }, 0)).toEqual(passed);
      expect(evaluate(limit, {}, 0)).toEqual(passed);
    }
  });

  test("leave out what is unknown and judge the rest", () => {
    for (const limit of [short, lower]) {
      expect(evaluate(limit, { zones: [token, "AA"] }, 0)).toMatchObject({
        findings: [{ want: expect.stringContaining("letter") }],
        partlyBy: ["zones"],
      });
    }
  });

  test("find the later of two constructs with one name, beside the first that has it", () => {
    const names = limitsOn<{ readonly named: FactList<Named> | undefined }>().namesDiffer(
      "shape-names",
      "named",
      { got: (name, earlier) => `${name}, as ${earlier}`, want: "a name of its own" },
      text,
    );
    const called = (...all: string[]) => all.map((name, index) => ({ path: `stack/${index}`, name }));
    expect(evaluate(names, { named: called("a", "b", "a", "a") }, 0).findings).toEqual([
      { at: "stack/2", got: "a, as stack/0", want: "a name of its own" },
      { at: "stack/3", got: "a, as stack/0", want: "a name of its own" },
    ]);
    expect(evaluate(names, { named: called("a", "b") }, 0)).toEqual(passed);
    expect(evaluate(names, { named: undefined }, 0)).toEqual(passed);
    expect(evaluate(names, { named: [...called("a", "a"), token] }, 0)).toMatchObject({
      findings: [{ at: "stack/1" }],
      partlyBy: ["named"],
    });
  });
});

describe("a limit", () => {
  test("is hard, advice or a quota, and has no more than its shape needs", () => {
    const hard = pool.limit("shape-kind-hard", ["min"], text, () => []);
    const advice = pool.limit("shape-kind-advice", ["min"], { ...text, advice: true }, () => []);
    const quota = pool.quota("shape-kind-quota", "eips", ["min"], text, () => []);
    expect([hard.kind, advice.kind, quota.kind]).toEqual(["hard", "advice", "quota"]);
    expect(Object.keys(hard)).toEqual(["id", "subject", "kind", "text", "reads", "monotone", "check"]);
    expect(hard).toMatchObject({ subject: "Limits of your own", reads: ["min"], monotone: false });
    expect(limitsOn<Pool>("Pools").limit("shape-subject", [], text, () => []).subject).toBe("Pools");
  });

  test("on a value says nothing about null, which programs without types give for absent", () => {
    const size = pool.range("shape-null", "disk", { min: 1, max: 2 }, text);
    expect(evaluate(size, { disk: null as never }, 0)).toEqual(passed);
  });
});

describe("limit, monotone and quota", () => {
  const order = pool.limit("shape-limit", ["min", "max"], text, ({ min = 0, max = 0 }) =>
    min > max ? [{ got: `min ${min}, max ${max}`, want: "min <= max" }] : [],
  );
  const few = pool.monotone("shape-monotone", ["zones"], text, ({ zones }) =>
    (zones ?? []).length > 1 ? [{ got: (zones ?? []).join(), want: "one zone" }] : [],
  );
  const quota = pool.quota("shape-quota", "vpcRouteEntries", ["max"], text, ({ max = 0 }, allowed) =>
    max > allowed ? [{ got: String(max), want: String(allowed) }] : [],
  );
  const strict = pool.limit("shape-strict", ["zones"], text, ({ zones }) =>
    (zones ?? []).map((got) => ({ got, want: "nothing" })),
  );

  test("a limit judges all that it reads, zero included", () => {
    expect(findings(order, { min: 1, max: 0 })).toEqual([{ got: "min 1, max 0", want: "min <= max" }]);
    expect(evaluate(order, { min: 0, max: 0 }, 0)).toEqual(passed);
    expect(evaluate(order, { min: 9, max: token }, 0)).toEqual({ ...passed, silencedBy: ["max"] });
  });

  test("one unknown member silences a limit that is not monotone", () => {
    expect(evaluate(strict, { zones: ["a", token] }, 0)).toEqual({ ...passed, silencedBy: ["zones"] });
    expect(findings(strict, { zones: ["a"] })).toHaveLength(1);
  });

  test("a monotone limit still breaks on what is known", () => {
    expect(evaluate(few, { zones: ["a", token, "b"] }, 0)).toEqual({
      findings: [{ got: "a,b", want: "one zone" }],
      silencedBy: [],
      partlyBy: ["zones"],
    });
    expect(evaluate(few, { zones: ["a", token] }, 0)).toEqual({ ...passed, partlyBy: ["zones"] });
  });

  test("a quota is held against the maximum that applies", () => {
    expect(findings(quota, { max: 49 }, 48)).toEqual([{ got: "49", want: "48" }]);
    expect(findings(quota, { max: 48 }, 48)).toEqual([]);
    expect(quota).toMatchObject({ kind: "quota", quota: "vpcRouteEntries", monotone: true });
  });

  test("a token becomes unknown on its way through fact and facts", () => {
    expect(evaluate(order, { min: fact(3), max: fact(-8.1e298) }, 0).silencedBy).toEqual(["max"]);
    expect(evaluate(few, { zones: facts(["a", "${var.b}", "c"]) }, 0).partlyBy).toEqual(["zones"]);
  });
});

test("an id stands for one limit only", () => {
  pool.limit("shape-twice", [], text, () => []);
  expect(() => pool.limit("shape-twice", [], text, () => [])).toThrow('Two limits have the id "shape-twice"');
});
