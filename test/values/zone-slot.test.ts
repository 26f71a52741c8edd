import * as fc from "fast-check";
import { Cidr, IpPlan, zoneKey, zoneSlot, type ZoneWish } from "../../lib/values";
import { thrownBy } from "./support";

const planned = (zones: Record<string, ZoneWish>, slots?: number): IpPlan =>
  IpPlan.of({ vpc: Cidr.parse("10.0.0.0/16"), pods: false, zones, slots });

describe("the key of a zone", () => {
  test.each([
    ["cn-hangzhou-h", "h"],
    ["ap-southeast-1a", "a"],
    ["cn-shanghai-finance-1B", "b"],
  ])("%s is %s", (zoneId, key) => expect(zoneKey(zoneId)).toBe(key));

  test.each([["ap-southeast-1"], [""], ["cn-hangzhou-h "]])("does not follow from %j", (zoneId) => {
    expect(thrownBy(() => zoneKey(zoneId))).toMatchObject({
      name: "ValueError",
      got: `zone ${JSON.stringify(zoneId)}`,
    });
  });
});

describe("the slot of a zone", () => {
  // Released values: a change would move the vSwitches of existing networks.
  test.each([
    ["a", 8, 0],
    ["h", 8, 7],
    ["i", 8, 0],
    ["k", 8, 2],
    ["K", 8, 2],
    ["z", 8, 1],
    ["cn-hangzhou-k", 8, 2],
    ["k", 16, 10],
    ["0", 8, 0],
    ["zone-12", 8, 4],
    ["12", 5, 2],
    ["90071992547409930000000000000000003", 10, 3],
    ["x", 1, 0],
  ])("of key %j with %d slots is %d", (key, slots, slot) => expect(zoneSlot(key, slots)).toBe(slot));

  test("is one of the slots, for any key that has one", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z0-9-]*[a-zA-Z0-9]$/),
        fc.integer({ min: 1, max: 256 }),
        (key, slots) => {
          const slot = zoneSlot(key, slots);
          expect(Number.isInteger(slot) && slot >= 0 && slot < slots).toBe(true);
        },
      ),
    );
  });

  test.each([[""], ["-"], ["a-"], ["é"], ["可用区"]])("does not follow from key %j", (key) => {
    expect(thrownBy(() => zoneSlot(key, 8))).toMatchObject({
      name: "ValueError",
      got: `zone key ${JSON.stringify(key)}`,
    });
  });

  test.each([[0], [-1], [257], [1.5], [Number.NaN]])("needs a legal number of slots, not %d", (slots) => {
    expect(thrownBy(() => zoneSlot("a", slots))).toMatchObject({ want: "an integer from 1 to 256" });
    expect(thrownBy(() => planned({}, slots))).toMatchObject({ want: "an integer from 1 to 256" });
  });
});

describe("zones that share a slot", () => {
  test("are both named, with a free slot for the later one", () => {
    expect(thrownBy(() => planned({ a: {}, b: {}, i: {} }))).toMatchObject({
      got: 'zones "a" and "i" in one address slot of 8',
      fix: 'give zone "i" a free one, such as slot: 2',
    });
  });

  test("are told apart by the proposed slot", () => {
    expect(String(planned({ a: {}, b: {}, i: { slot: 2 } }).zones["i"]?.nodeCidr)).toBe("10.0.16.0/21");
  });

  test("leave an explicit slot where it is", () => {
    expect(thrownBy(() => planned({ a: {}, b: { slot: 0 } }))).toMatchObject({
      got: 'zones "a" and "b" in one address slot of 8',
      fix: 'give zone "a" a free one, such as slot: 1',
    });
  });

  test("need explicit CIDRs when no slot is free", () => {
    expect(thrownBy(() => planned({ a: {}, b: {}, c: {} }, 2))).toMatchObject({
      fix: 'no slot is free: give zone "c" explicit CIDRs',
    });
  });

  test.each([[8], [-1], [0.5]])("cannot be given slot %d of 8", (slot) => {
    expect(thrownBy(() => planned({ a: { slot } }))).toMatchObject({
      want: "an integer from 0 to 7, one of the 8 slots",
    });
  });
});
