import { Cidr, FleetAddresses, ValueError, type FleetAddressesProps } from "cdktf-ack";
import * as fc from "fast-check";

const members = { shop: 0, bank: 1, stores: 5 };
const vpcs = { vpcRange: "10.0.0.0/9", members };

/** What is wrong with a plan. */
function problemOf(props: FleetAddressesProps): { got: string; want: string; fix?: string } {
  try {
    FleetAddresses.of(props);
  } catch (error) {
    if (error instanceof ValueError) {
      return { got: error.got, want: error.want, ...(error.fix === undefined ? {} : { fix: error.fix }) };
    }
    throw error;
  }
  throw new Error("nothing is wrong with it");
}

describe("the addresses of a fleet", () => {
  test("give each member a VPC of its own, and name the others for the checks of overlaps", () => {
    expect(FleetAddresses.of(vpcs).of("bank")).toEqual({
      vpcCidr: "10.1.0.0/16",
      podCidr: undefined,
      peerCidrs: ["10.0.0.0/16", "10.5.0.0/16"],
    });
  });

  test("give each member a Pod CIDR as well, where the fleet has a range for them", () => {
    expect(FleetAddresses.of({ ...vpcs, podRange: "10.128.0.0/9", podPrefix: 14 }).of("stores")).toEqual({
      vpcCidr: "10.5.0.0/16",
      podCidr: "10.148.0.0/14",
      peerCidrs: ["10.0.0.0/16", "10.1.0.0/16", "10.128.0.0/14", "10.132.0.0/14"],
    });
  });

  test("stay where they are when another member comes or goes", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(names, fc.nat(), (all, gone) => {
        const places = Object.fromEntries(all.map((name, place) => [name, place]));
        const left = Object.fromEntries(
          Object.entries(places).filter((_, index) => index !== gone % all.length),
        );
        const before = FleetAddresses.of({ vpcRange: "10.0.0.0/8", members: places });
        const after = FleetAddresses.of({ vpcRange: "10.0.0.0/8", members: left });
        for (const name of Object.keys(left)) {
          expect(after.of(name).vpcCidr).toBe(before.of(name).vpcCidr);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("never overlap, whatever the prefix lengths", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 24 }),
        fc.integer({ min: 12, max: 24 }),
        (vpcPrefix, podPrefix) => {
          const plan = FleetAddresses.of({ ...vpcs, vpcPrefix, podRange: "10.128.0.0/9", podPrefix });
          const { vpcCidr, podCidr = "", peerCidrs } = plan.of("shop");
          const all = [vpcCidr, podCidr, ...peerCidrs].map((cidr) => Cidr.parse(cidr));
          all.forEach((one, index) => {
            expect(all.slice(index + 1).some((other) => one.overlaps(other))).toBe(false);
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a plan is refused", () => {
  test.each<[string, FleetAddressesProps, ReturnType<typeof problemOf>]>([
    [
      "when two members have one place",
      { vpcRange: "10.0.0.0/8", members: { shop: 0, bank: 0 } },
      {
        got: "shop and bank in the place 0",
        want: "a place of its own for each member",
        fix: "give bank another one, such as 1",
      },
    ],
    [
      "when a place lies outside of the range",
      { vpcRange: "10.0.0.0/14", members: { shop: 4 } },
      {
        got: "the place 4 of shop in vpcRange 10.0.0.0/14",
        want: "a whole number from 0 to 3: the range has 4 blocks of /16",
        fix: "take a free place, smaller blocks, or a larger range",
      },
    ],
    [
      "when a place is no number that counts",
      { vpcRange: "10.0.0.0/14", members: { shop: 0.5 } },
      {
        got: "the place 0.5 of shop in vpcRange 10.0.0.0/14",
        want: "a whole number from 0 to 3: the range has 4 blocks of /16",
        fix: "take a free place, smaller blocks, or a larger range",
      },
    ],
    [
      "when blocks are larger than the range",
      { vpcRange: "10.0.0.0/16", vpcPrefix: 12, members },
      { got: "blocks of /12 in vpcRange 10.0.0.0/16", want: "a prefix length from 16 to 28" },
    ],
    [
      "when Pods would be where VPCs are",
      { ...vpcs, podRange: "10.64.0.0/10" },
      {
        got: "podRange 10.64.0.0/10, which overlaps vpcRange 10.0.0.0/9",
        want: "two ranges apart from each other",
        fix: "halve the range: 10.0.0.0/9 for VPCs and 10.128.0.0/9 for Pods",
      },
    ],
  ])("%s", (_, props, problem) => {
    expect(problemOf(props)).toEqual(problem);
  });

  test("for a member that it does not have", () => {
    expect(() => FleetAddresses.of(vpcs).of("bakery")).toThrow(
      /the member "bakery"[^]*one of shop, bank, stores/,
    );
  });
});
