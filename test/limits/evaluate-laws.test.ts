import * as fc from "fast-check";
import { isUnknown, limitsOn, unknown, type Fact, type FactList, type Limit } from "../../lib/limits";
import { evaluate, exceptionsOf } from "../../lib/limits/evaluate";
import { text } from "./support";

interface Facts {
  readonly size: Fact<number | undefined>;
  readonly name: Fact<string | undefined>;
  readonly spot: Fact<boolean | undefined>;
  readonly zones: FactList<string> | undefined;
}

const on = limitsOn<Facts>();
const scalars: Limit<Facts>[] = [
  on.range("laws-range", "size", { min: 1, max: 5 }, text),
  on.oneOf("laws-one-of", "size", [0, 2, 4], text),
  on.length("laws-length", "name", { min: 1, max: 3, of: "characters" }, text),
  on.format("laws-format", "name", /^[a-z]+$/, "lower case", text),
  on.excludes("laws-excludes", "spot", "size", text),
  on.requires("laws-requires", "spot", "name", text),
];
const strict = on.limit("laws-strict", ["zones", "size"], text, ({ zones, size }) =>
  (zones ?? []).length === size ? [] : [{ got: "g", want: "w" }],
);
const counted = on.length("laws-counted", "zones", { min: 1, max: 2, of: "zones" }, text);
const monotone: Limit<Facts>[] = [
  on.unique("laws-unique", "zones", text),
  on.monotone("laws-at-most", ["zones"], text, ({ zones }) =>
    (zones ?? []).length > 2 ? [{ got: "g", want: "w" }] : [],
  ),
];
const all = [...scalars, strict, counted, ...monotone];

const token = fc.constantFrom("a", "b").map((name) => unknown(`\${var.${name}}`));
const absent = fc.constant(undefined);
const zone = fc.constantFrom("a", "b", "c", "");
const facts: fc.Arbitrary<Facts> = fc.record({
  size: fc.oneof(fc.double(), fc.integer({ min: -1, max: 6 }), token, absent),
  name: fc.oneof(fc.string({ maxLength: 5 }), token, absent),
  spot: fc.oneof(fc.boolean(), token, absent),
  zones: fc.oneof(fc.array(fc.oneof(zone, token), { maxLength: 5 }), token, absent),
});

const breaks = (limit: Limit<Facts>, given: Facts) => evaluate(limit, given, 0).findings.length > 0;

/** Whether a fact that the limit reads is unknown as a whole. */
const readsUnknown = (limit: Limit<Facts>, given: Facts) => limit.reads.some((key) => isUnknown(given[key]));

/** Whether a list that the limit reads has unknown members. */
function readsUnknownMembers(limit: Limit<Facts>, { zones }: Facts): boolean {
  return limit.reads.includes("zones") && Array.isArray(zones) && zones.some(isUnknown);
}

describe("judging facts that may be known, unknown or absent", () => {
  test("by many limits at once says what each says alone, and leaves out those that passed", () => {
    const untyped = all as readonly Limit<never>[];
    fc.assert(
      fc.property(facts, (given) => {
        const alone = all.map((limit) => ({ limit, verdict: evaluate(limit, given, 0) }));
        const said = alone.filter(({ verdict }) =>
          Object.values(verdict).some((part: readonly unknown[]) => part.length > 0),
        );
        expect(exceptionsOf(untyped, given)).toEqual(said);
      }),
    );
  });

  test("never throws, and says the same twice", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...all), (given, limit) => {
        expect(evaluate(limit, given, 0)).toEqual(evaluate(limit, given, 0));
      }),
    );
  });

  test("is silent when and only when a fact that the limit reads is unknown, and then finds nothing", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...scalars, ...monotone, counted), (given, limit) => {
        const { silencedBy, findings } = evaluate(limit, given, 0);
        expect(silencedBy).toEqual(limit.reads.filter((key) => isUnknown(given[key])));
        expect(silencedBy.length === 0 || findings.length === 0).toBe(true);
      }),
    );
  });

  test("is silenced by an unknown member where the limit is not monotone", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const isSilent = evaluate(strict, given, 0).silencedBy.length > 0;
        expect(isSilent).toBe(readsUnknown(strict, given) || readsUnknownMembers(strict, given));
      }),
    );
  });

  test("is partial when and only when a monotone limit left out unknown members", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...all), (given, limit) => {
        const isPartial = limit.monotone && !readsUnknown(limit, given) && readsUnknownMembers(limit, given);
        expect(evaluate(limit, given, 0).partlyBy).toEqual(isPartial ? ["zones"] : []);
      }),
    );
  });

  test("does not depend on facts that the limit does not read", () => {
    fc.assert(
      fc.property(facts, facts, fc.constantFrom(...all), (given, others, limit) => {
        const read = Object.fromEntries(limit.reads.map((key) => [key, given[key]]));
        expect(evaluate(limit, { ...others, ...read }, 0)).toEqual(evaluate(limit, given, 0));
      }),
    );
  });

  test("leaves the facts as they were", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...all), (given, limit) => {
        const before = structuredClone({ ...given, zones: undefined });
        const zones = Array.isArray(given.zones) ? [...(given.zones as unknown[])] : given.zones;
        evaluate(limit, given, 0);
        expect({ ...given, zones: undefined }).toMatchObject(before);
        expect(given.zones).toEqual(zones);
      }),
    );
  });
});

describe("a monotone limit", () => {
  const withUnknowns = fc.record({
    members: fc.array(zone, { maxLength: 6 }),
    hidden: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  });
  const rest = { size: undefined, name: undefined, spot: undefined };

  test("never breaks on a part of a list that is legal as a whole: what is unknown can only make it worse", () => {
    fc.assert(
      fc.property(withUnknowns, fc.constantFrom(...monotone), ({ members, hidden }, limit) => {
        const partly = members.map((member, index) => (hidden[index] === true ? unknown(member) : member));
        const breaksPartly = breaks(limit, { ...rest, zones: partly });
        expect(breaksPartly && !breaks(limit, { ...rest, zones: members })).toBe(false);
      }),
    );
  });

  test("finds with unknown members what it finds without them", () => {
    fc.assert(
      fc.property(withUnknowns, fc.constantFrom(...monotone), ({ members, hidden }, limit) => {
        const partly = members.map((member, index) => (hidden[index] === true ? unknown(member) : member));
        const known = members.filter((_, index) => hidden[index] !== true);
        expect(evaluate(limit, { ...rest, zones: partly }, 0).findings).toEqual(
          evaluate(limit, { ...rest, zones: known }, 0).findings,
        );
      }),
    );
  });
});
