import * as fc from "fast-check";
import { Cidr, IpPlan, ValueError, type IpPlanProps } from "../../lib/values";
import { cidrIn, shown, thrownBy, zonesOf } from "./support";

const parse = Cidr.parse;

describe("a plan with wishes", () => {
  test("takes the smallest vSwitch that fits, at the start of the same slot", () => {
    const plan = IpPlan.of({
      vpc: parse("10.0.0.0/16"),
      pods: true,
      zones: zonesOf(["h", "i"]),
      nodesPerZone: 60,
      podsPerZone: 61,
    });
    expect(shown(plan)).toEqual({
      h: { nodeCidr: "10.0.56.0/26", podCidr: "10.0.240.0/25" },
      i: { nodeCidr: "10.0.0.0/26", podCidr: "10.0.128.0/25" },
    });
  });

  const wishes = fc.record({
    vpc: cidrIn(parse("10.0.0.0/8"), 28),
    slots: fc.integer({ min: 1, max: 40 }),
    wanted: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 70_000 })),
  });

  /** Brute force: is there any legal vSwitch of which so many fit into so large a range and that holds the wish? */
  const possible = (range: number, slots: number, wanted: number): boolean =>
    Array.from({ length: 14 }, (_, index) => 2 ** (32 - 16 - index)).some(
      (size) => size - 4 >= wanted && size * slots <= range,
    );

  test("for Pods fits exactly when it can", () => {
    fc.assert(
      fc.property(wishes, ({ vpc, slots, wanted }) => {
        const zones = { z: { slot: slots - 1, nodeCidr: vpc.subnet(29, 0) } };
        const plan = (): IpPlan => IpPlan.of({ vpc, pods: true, zones, slots, podsPerZone: wanted });
        if (possible(vpc.size / 2, slots, wanted)) {
          const cidr = plan().zones["z"]?.podCidr;
          expect(cidr?.usableInVSwitch).toBeGreaterThanOrEqual(wanted);
          expect(cidr?.prefix === 29 || (cidr?.size ?? 0) / 2 - 4 < wanted).toBe(true);
        } else {
          expect(thrownBy(plan)).toBeInstanceOf(ValueError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("for nodes fits exactly when it can", () => {
    fc.assert(
      fc.property(wishes, ({ vpc, slots, wanted }) => {
        const plan = (): IpPlan =>
          IpPlan.of({ vpc, pods: false, zones: { z: { slot: 0 } }, slots, nodesPerZone: wanted });
        if (possible(vpc.size / 4, slots, wanted)) {
          expect(plan().zones["z"]?.nodeCidr?.usableInVSwitch).toBeGreaterThanOrEqual(wanted);
        } else {
          expect(thrownBy(plan)).toBeInstanceOf(ValueError);
        }
      }),
      { numRuns: 500 },
    );
  });

  const base: IpPlanProps = { vpc: parse("10.0.0.0/16"), pods: true, zones: zonesOf(["h"]) };

  test("names the constraint with numbers when it does not fit", () => {
    expect(thrownBy(() => IpPlan.of({ ...base, podsPerZone: 9000 }))).toMatchObject({
      got: "8 slots of /18 (9,000 Pods for each zone), which need 131,072 addresses",
      want: "at most 32,768, the addresses of the Pod half of 10.0.0.0/16",
      fix: "ask for at most 4,092 Pods for each zone, or take a VPC of /14 or larger, or set slots to at most 2, or give each zone explicit CIDRs",
    });
  });

  test("proposes only what helps", () => {
    // What each fix promises is true, and one more would be too much.
    expect(IpPlan.of({ ...base, podsPerZone: 4092 }).zones["h"]?.podCidr?.prefix).toBe(20);
    expect(thrownBy(() => IpPlan.of({ ...base, podsPerZone: 4093 }))).toBeInstanceOf(ValueError);
    expect(IpPlan.of({ ...base, podsPerZone: 9000, slots: 2 }).zones["h"]?.podCidr?.prefix).toBe(18);
    expect(thrownBy(() => IpPlan.of({ ...base, podsPerZone: 9000, slots: 3 }))).toBeInstanceOf(ValueError);
    expect(
      IpPlan.of({ ...base, podsPerZone: 9000, vpc: parse("10.0.0.0/14") }).zones["h"]?.podCidr?.prefix,
    ).toBe(18);
    expect(
      thrownBy(() => IpPlan.of({ ...base, podsPerZone: 9000, vpc: parse("10.0.0.0/15") })),
    ).toBeInstanceOf(ValueError);
  });

  test("proposes no VPC larger than a /8 and no slots where one does not fit", () => {
    const nodeCidr = parse("10.0.0.0/29");
    const zones = { h: { nodeCidr } };
    expect(
      thrownBy(() =>
        IpPlan.of({ vpc: parse("10.0.0.0/8"), pods: true, zones, podsPerZone: 60_000, slots: 256 }),
      ),
    ).toMatchObject({
      fix: "ask for at most 32,764 Pods for each zone, or set slots to at most 128, or give each zone explicit CIDRs",
    });
    expect(
      thrownBy(() => IpPlan.of({ vpc: parse("10.0.0.0/26"), pods: true, zones, podsPerZone: 100 })),
    ).toMatchObject({
      fix: "take a VPC of /21 or larger, or give each zone explicit CIDRs",
    });
  });

  test("stops at what the largest vSwitch holds", () => {
    const plan = (podsPerZone: number) => (): IpPlan =>
      IpPlan.of({ ...base, vpc: parse("10.0.0.0/8"), podsPerZone });
    expect(plan(65_532)().zones["h"]?.podCidr?.prefix).toBe(16);
    expect(thrownBy(plan(65_533))).toMatchObject({
      want: "at most 65,532, what the largest vSwitch (/16) holds",
    });
    expect(thrownBy(plan(2 ** 32))).toBeInstanceOf(ValueError);
  });

  test.each([[0], [-1], [1.5], [Number.NaN], [-8.1e298]])("refuses %d nodes", (nodesPerZone) => {
    expect(thrownBy(() => IpPlan.of({ ...base, nodesPerZone }))).toMatchObject({
      want: "a whole number from 1",
    });
  });
});
