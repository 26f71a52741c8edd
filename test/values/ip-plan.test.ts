import * as fc from "fast-check";
import { Cidr, IpPlan, ValueError, type IpPlanProps, type ZonePlan, type ZoneWish } from "../../lib/values";
import { cidrIn, shown, thrownBy, zonesOf } from "./support";

const parse = Cidr.parse;
const blocksOf = (zones: readonly ZonePlan[]): Cidr[] =>
  zones.flatMap(({ nodeCidr, podCidr }) => [nodeCidr ?? [], podCidr ?? []].flat());

/** Keys whose slots differ by construction: one for each letter of the first eight. */
const keySet = fc.uniqueArray(fc.constantFrom("a", "b", "zone-c", "d", "cn-hangzhou-e", "f", "g", "15"), {
  minLength: 1,
});
/** A VPC that holds eight node vSwitches: /24 or larger. */
const roomyVpc = cidrIn(parse("10.0.0.0/8"), 24);

describe("a plan without wishes", () => {
  test("of a /16 gives each zone a node /21 in the first quarter and a Pod /20 in the upper half", () => {
    const plan = IpPlan.of({ vpc: parse("10.0.0.0/16"), pods: true, zones: zonesOf(["h", "i", "k"]) });
    expect(shown(plan)).toEqual({
      h: { nodeCidr: "10.0.56.0/21", podCidr: "10.0.240.0/20" },
      i: { nodeCidr: "10.0.0.0/21", podCidr: "10.0.128.0/20" },
      k: { nodeCidr: "10.0.16.0/21", podCidr: "10.0.160.0/20" },
    });
  });

  test("of a /8 stops at /16, the largest vSwitch, at the start of each slot", () => {
    const plan = IpPlan.of({ vpc: parse("10.0.0.0/8"), pods: true, zones: zonesOf(["b", "h"]) });
    expect(shown(plan)).toEqual({
      b: { nodeCidr: "10.8.0.0/16", podCidr: "10.144.0.0/16" },
      h: { nodeCidr: "10.56.0.0/16", podCidr: "10.240.0.0/16" },
    });
  });

  test("of a Flannel cluster has the same node vSwitches and no Pod vSwitches", () => {
    const plan = IpPlan.of({ vpc: parse("10.0.0.0/16"), pods: false, zones: zonesOf(["h", "i"]) });
    expect(shown(plan)).toEqual({ h: { nodeCidr: "10.0.56.0/21" }, i: { nodeCidr: "10.0.0.0/21" } });
  });

  test("keeps every zone's addresses when other zones come and go", () => {
    fc.assert(
      fc.property(roomyVpc, keySet, fc.boolean(), (vpc, keys, pods) => {
        const together = IpPlan.of({ vpc, pods, zones: zonesOf(keys) }).zones;
        for (const key of keys) {
          const alone = IpPlan.of({ vpc, pods, zones: zonesOf([key]) }).zones;
          expect(JSON.stringify(alone[key])).toBe(JSON.stringify(together[key]));
        }
      }),
    );
  });

  test("makes legal vSwitches that lie in the VPC, apart from each other and from the NAT gateway", () => {
    fc.assert(
      fc.property(roomyVpc, keySet, fc.boolean(), (vpc, keys, pods) => {
        const zones = Object.values(IpPlan.of({ vpc, pods, zones: zonesOf(keys) }).zones);
        const blocks = [...blocksOf(zones), IpPlan.natRange(vpc)];
        expect(blocks).toHaveLength(keys.length * (pods ? 2 : 1) + 1);
        for (const [index, block] of blocks.entries()) {
          expect(vpc.contains(block)).toBe(true);
          expect(block.prefix).toBeGreaterThanOrEqual(16);
          expect(block.prefix).toBeLessThanOrEqual(29);
          expect(blocks.slice(index + 1).some((other) => other.overlaps(block))).toBe(false);
        }
      }),
    );
  });

  test("of a VPC too small for the slots says how many addresses are missing and how to mend it", () => {
    const plan = (): IpPlan => IpPlan.of({ vpc: parse("10.0.0.0/25"), pods: true, zones: zonesOf(["h"]) });
    expect(thrownBy(plan)).toMatchObject({
      name: "ValueError",
      got: "8 slots for the nodes, which need 64 addresses even as /29",
      want: "at most 32, the addresses of the node quarter of 10.0.0.0/25",
      fix: "take a VPC of /24 or larger, or set slots to at most 4, or give each zone explicit CIDRs",
    });
  });

  test.each([["10.0.0.0/28"], ["10.0.0.0/31"], ["10.0.0.0/32"]])("of %s is refused", (vpc) => {
    expect(thrownBy(() => IpPlan.of({ vpc: parse(vpc), pods: true, zones: zonesOf(["h"]) }))).toBeInstanceOf(
      ValueError,
    );
  });
});

describe("a plan with explicit ranges", () => {
  const vpc = parse("10.0.0.0/16");

  test("takes them for that zone only", () => {
    const h: ZoneWish = { nodeCidr: parse("10.0.64.0/24"), podCidr: parse("10.0.80.0/20") };
    const plan = IpPlan.of({ vpc, pods: true, zones: { h, i: {} } });
    expect(shown(plan)).toEqual({
      h: { nodeCidr: "10.0.64.0/24", podCidr: "10.0.80.0/20" },
      i: { nodeCidr: "10.0.0.0/21", podCidr: "10.0.128.0/20" },
    });
  });

  test("needs no slot for a zone that has all of them", () => {
    const a: ZoneWish = { nodeCidr: parse("10.0.64.0/24"), podCidr: parse("10.0.80.0/20") };
    expect(Object.keys(IpPlan.of({ vpc, pods: true, zones: { a, i: {} } }).zones)).toEqual(["a", "i"]);
  });

  test("may take them from a secondary range of the VPC", () => {
    const zones = { h: { podCidr: parse("192.168.0.0/18") } };
    const plan = IpPlan.of({ vpc, secondary: [parse("192.168.0.0/16")], pods: true, zones });
    expect(shown(plan)).toEqual({ h: { nodeCidr: "10.0.56.0/21", podCidr: "192.168.0.0/18" } });
    expect(thrownBy(() => IpPlan.of({ vpc, pods: true, zones }))).toMatchObject({
      got: 'podCidr of zone "h" 192.168.0.0/18',
      want: "a range inside of the VPC, 10.0.0.0/16",
    });
  });

  test.each([
    ["10.0.0.0/15", "10.0.0.0/8"],
    ["10.0.0.0/30", "10.0.0.0/8"],
  ])("refuses %s, which is no vSwitch", (text, inVpc) => {
    const plan = (): IpPlan =>
      IpPlan.of({ vpc: parse(inVpc), pods: false, zones: { h: { nodeCidr: parse(text) } } });
    expect(thrownBy(plan)).toMatchObject({ want: "a vSwitch from /16 to /29" });
  });

  test("names both sides of an overlap and a free range", () => {
    const zones = { a: {}, k: { nodeCidr: parse("10.0.1.0/24") } };
    expect(thrownBy(() => IpPlan.of({ vpc, pods: true, zones }))).toMatchObject({
      got: 'nodeCidr of zone "a" 10.0.0.0/21 and nodeCidr of zone "k" 10.0.1.0/24',
      want: "vSwitches that do not overlap",
      fix: 'give nodeCidr of zone "k" a range of its own, such as 10.0.64.0/24',
    });
  });

  test("needs a slot of its own for a zone that has only one of them", () => {
    const a: ZoneWish = { nodeCidr: parse("10.0.64.0/24") };
    expect(thrownBy(() => IpPlan.of({ vpc, pods: true, zones: { a, i: {} } }))).toMatchObject({
      got: 'zones "a" and "i" in one address slot of 8',
    });
  });

  test("names an overlap even in a VPC too small for parts", () => {
    const zones = { a: { nodeCidr: parse("10.0.0.0/29") }, b: { nodeCidr: parse("10.0.0.0/29") } };
    expect(thrownBy(() => IpPlan.of({ vpc: parse("10.0.0.0/28"), pods: false, zones }))).toMatchObject({
      got: 'nodeCidr of zone "a" 10.0.0.0/29 and nodeCidr of zone "b" 10.0.0.0/29',
      fix: 'give nodeCidr of zone "a" a range of its own, such as 10.0.0.8/29',
    });
  });

  test("sees an overlap within one zone", () => {
    const cidr = parse("10.0.64.0/24");
    expect(
      thrownBy(() => IpPlan.of({ vpc, pods: true, zones: { k: { nodeCidr: cidr, podCidr: cidr } } })),
    ).toMatchObject({
      got: 'nodeCidr of zone "k" 10.0.64.0/24 and podCidr of zone "k" 10.0.64.0/24',
    });
  });

  test("either is refused or has no overlap, for any explicit ranges", () => {
    const explicit = fc.record({ nodeCidr: cidrIn(vpc, 29), podCidr: cidrIn(vpc, 29) }, { requiredKeys: [] });
    fc.assert(
      fc.property(explicit, explicit, (a, b) => {
        const wishes: [ZoneWish, ZoneWish, ZoneWish] = [a, b, {}];
        const expected = wishes.map((wish, slot) => ({
          nodeCidr: wish.nodeCidr ?? vpc.subnet(21, slot),
          podCidr: wish.podCidr ?? vpc.subnet(20, 8 + slot),
        }));
        const blocks = blocksOf(expected);
        const overlapping = blocks.some((one, index) =>
          blocks.slice(index + 1).some((other) => one.overlaps(other)),
        );
        const plan = (): IpPlan => IpPlan.of({ vpc, pods: true, zones: { a, b, c: {} } });
        if (overlapping) expect(thrownBy(plan)).toBeInstanceOf(ValueError);
        else
          expect(shown(plan())).toEqual(
            JSON.parse(JSON.stringify({ a: expected[0], b: expected[1], c: expected[2] })),
          );
      }),
    );
  });
});

describe("a second network in one VPC", () => {
  const vpc = parse("10.0.0.0/16");

  test("cuts its vSwitches from the parts it is given", () => {
    const plan = IpPlan.of({
      vpc,
      pods: true,
      zones: zonesOf(["h"]),
      nodeRange: parse("10.0.64.0/20"),
      podRange: parse("10.0.96.0/20"),
    });
    expect(shown(plan)).toEqual({ h: { nodeCidr: "10.0.78.0/23", podCidr: "10.0.110.0/23" } });
  });

  test.each<[string, Record<string, ZoneWish>]>([
    ["for every zone", { h: {} }],
    ["for some zones", { a: { nodeCidr: parse("10.0.0.0/24") }, h: { podCidr: parse("10.0.1.0/24") } }],
  ])("may not cut both from the same part %s, even where today's zones would not collide", (_, zones) => {
    const range = parse("10.0.64.0/19");
    expect(
      thrownBy(() => IpPlan.of({ vpc, pods: true, zones, nodeRange: range, podRange: range })),
    ).toMatchObject({
      got: "node vSwitches from 10.0.64.0/19 and Pod vSwitches from 10.0.64.0/19",
    });
  });

  test("may not take a part that is outside of the VPC", () => {
    const plan = (): IpPlan =>
      IpPlan.of({ vpc, pods: false, zones: zonesOf(["h"]), nodeRange: parse("10.1.0.0/20") });
    expect(thrownBy(plan)).toMatchObject({ got: "nodeRange 10.1.0.0/20" });
  });

  test("is told to enlarge the part it was given, not the VPC", () => {
    const plan = (): IpPlan =>
      IpPlan.of({ vpc, pods: false, zones: zonesOf(["h"]), nodeRange: parse("10.0.64.0/28") });
    expect(thrownBy(plan)).toMatchObject({
      fix: expect.stringMatching(/^take a nodeRange of \/26 or larger, /) as unknown,
    });
  });
});

describe("a plan for Flannel", () => {
  const base: IpPlanProps = { vpc: parse("10.0.0.0/16"), pods: false, zones: zonesOf(["h"]) };

  test.each<[string, Partial<IpPlanProps>]>([
    ["podsPerZone", { podsPerZone: 100 }],
    ["podRange", { podRange: parse("10.0.128.0/17") }],
    ['podCidr of zone "h"', { zones: { h: { podCidr: parse("10.0.128.0/20") } } }],
  ])("refuses %s", (got, props) => {
    expect(thrownBy(() => IpPlan.of({ ...base, ...props }))).toMatchObject({ got });
  });
});

describe("the range of the NAT gateway", () => {
  test.each([
    ["10.0.0.0/8", "10.127.255.240/28"],
    ["10.0.0.0/16", "10.0.127.240/28"],
    ["192.168.1.0/24", "192.168.1.112/28"],
    ["192.168.1.0/26", "192.168.1.16/28"],
    ["192.168.1.0/27", "192.168.1.8/29"],
  ])("of %s is %s", (vpc, nat) => expect(String(IpPlan.natRange(parse(vpc)))).toBe(nat));

  test("does not exist in a VPC smaller than a /27", () => {
    expect(thrownBy(() => IpPlan.natRange(parse("10.0.0.0/28")))).toMatchObject({
      got: "VPC 10.0.0.0/28",
      want: "a VPC of /27 or larger: the smallest vSwitch is a /29",
    });
  });
});
