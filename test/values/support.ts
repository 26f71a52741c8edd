import * as fc from "fast-check";
import { Cidr, type IpPlan, type ZoneWish } from "../../lib/values";

/** Any range that lies in the parent, itself included, down to a given prefix length. */
export function cidrIn(parent: Cidr, smallest = 32): fc.Arbitrary<Cidr> {
  return fc
    .integer({ min: parent.prefix, max: smallest })
    .chain((prefix) =>
      fc.nat({ max: parent.subnetCount(prefix) - 1 }).map((index) => parent.subnet(prefix, index)),
    );
}

/** Any range at all. */
export const anyCidr = cidrIn(Cidr.parse("0.0.0.0/0"));

/** The oracle: every address of a range, one by one. Only for small ranges. */
export function addressesOf(cidr: Cidr): number[] {
  return Array.from({ length: cidr.last - cidr.first + 1 }, (_, offset) => cidr.first + offset);
}

/** What an action throws, to look into. */
export function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Zones without wishes of their own. */
export function zonesOf(keys: readonly string[]): Record<string, ZoneWish> {
  return Object.fromEntries(keys.map((key) => [key, {}]));
}

/** The ranges of a plan as text. */
export function shown(plan: IpPlan): unknown {
  return JSON.parse(JSON.stringify(plan.zones));
}
