import {
  Egress,
  planAddresses,
  ProCluster,
  TerwayNetwork,
  ValueError,
  type TerwayPlanProps,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { Cidr, type ValueProblem } from "../../lib/values";
import { testStack } from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];
const usual = { zones, podsPerNode: 30, cidr: "10.0.0.0/16" };
const first = planAddresses({ ...usual, nodes: 100 });

function refusal(make: () => unknown): ValueProblem {
  try {
    make();
  } catch (error) {
    if (error instanceof ValueError) return error;
    throw error;
  }
  throw new Error("it was planned");
}

describe("a plan beside other networks of its VPC", () => {
  test("lies in what they and the NAT gateway leave free", () => {
    expect(first.ranges).toEqual(["10.0.0.0/18", "10.0.128.0/17"]);
    const second = planAddresses({ ...usual, nodes: 10, beside: first.ranges });
    expect(second.terway).toMatchObject({ nodeRange: "10.0.96.0/25", podRange: "10.0.64.0/19" });
    expect(second.ranges).toEqual(["10.0.96.0/25", "10.0.64.0/19"]);
    expect(second.zones.map(({ nodeCidr, podCidr }) => [nodeCidr, podCidr])).toEqual([
      ["10.0.96.112/28", "10.0.92.0/22"],
      ["10.0.96.0/28", "10.0.64.0/22"],
    ]);
  });

  test("takes less than is welcome where there is no more", () => {
    const beside = [...first.ranges, "10.0.64.0/19"];
    const { terway } = planAddresses({ ...usual, nodes: 2, beside });
    expect(terway).toMatchObject({ podRange: "10.0.96.0/22" });
  });

  test("stays where it was written down, and says when it does not do any more", () => {
    const written = { nodeRange: "10.0.96.0/25", podRange: "10.0.64.0/19", beside: first.ranges };
    const { terway, ranges } = planAddresses({ ...usual, ...written, nodes: 4 });
    expect(terway).toMatchObject({ nodeRange: "10.0.96.0/25", podRange: "10.0.64.0/19" });
    expect(ranges).toEqual(["10.0.96.0/25", "10.0.64.0/19"]);
    expect(refusal(() => planAddresses({ ...usual, ...written, nodes: 50 })).got).toMatch(
      /^8 slots of \/26 \(53 nodes for each zone\), which need 512 addresses, for 50 of 100 nodes/,
    );
  });

  test("with Flannel has a range of nodes alone", () => {
    const plan = planAddresses({ ...usual, nodes: 10, mode: "flannel", beside: ["10.0.0.0/18"] });
    expect(plan.flannel.nodeRange).toBe("10.0.64.0/22");
    expect(plan.ranges).toEqual(["10.0.64.0/22"]);
  });

  test.each<[string, () => unknown, Partial<ValueProblem>]>([
    [
      "parts of a VPC that nobody names",
      () => planAddresses({ zones, nodes: 4, podsPerNode: 30, beside: ["10.0.0.0/18"] }),
      {
        got: "beside without cidr",
        want: "the VPC that it is a part of",
        fix: 'give cidr: "10.0.0.0/16", the block of the VPC that exists',
      },
    ],
    [
      "what lies in another VPC",
      () => planAddresses({ ...usual, nodes: 4, beside: ["10.1.0.0/18"] }),
      {
        got: "beside 10.1.0.0/18, outside of the VPC 10.0.0.0/16",
        want: "parts of the VPC",
        fix: "say in avoid what other networks have",
      },
    ],
    [
      "a VPC that is full",
      () => planAddresses({ ...usual, nodes: 4, beside: ["10.0.0.0/17", "10.0.128.0/18", "10.0.192.0/18"] }),
      {
        got: "10.0.0.0/16, of which 10.0.127.240/28, 10.0.0.0/17, 10.0.128.0/18, 10.0.192.0/18 are taken",
        want: "room for a /25 of nodes and a /21 of Pods",
        fix: "ask for less, set fewer slots, or take a VPC of its own",
      },
    ],
    [
      "a range that another network has",
      () => planAddresses({ ...usual, nodes: 4, beside: first.ranges, nodeRange: "10.0.32.0/20" }),
      {
        got: "nodeRange 10.0.32.0/20, which overlaps 10.0.0.0/18",
        want: "blocks that do not overlap",
        fix: "take a free block, for example 10.0.64.0/20",
      },
    ],
  ])("%s is refused with a way out", (_, make, parts) => {
    expect(refusal(make)).toMatchObject(parts);
  });
});

test("networks that are planned one beside the other synthesize into one VPC without a broken limit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (sizes, isDense) => {
        const stack = testStack();
        const network = TerwayNetwork.inNewVpc(stack, "first", {
          ...first.terway,
          egress: Egress.existing(),
        });
        new ProCluster(stack, "cluster", { name: "shop", network });
        const taken = [...first.ranges];
        for (const [index, nodes] of sizes.entries()) {
          const plan = besideOrNone({ ...usual, nodes, beside: taken, ...(isDense ? { slots: 2 } : {}) });
          if (plan === undefined) break;
          expect(plan.ranges.some((one) => taken.some((other) => overlap(one, other)))).toBe(false);
          taken.push(...plan.ranges);
          const next = new TerwayNetwork(stack, `next-${index}`, {
            ...plan.terway,
            vpc: network.vpc,
            egress: Egress.existing(),
          });
          new ProCluster(stack, `cluster-${index}`, { name: `shop-${index}`, network: next });
        }
        expect(synthesize(stack).limits.broken).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});

function besideOrNone(props: TerwayPlanProps) {
  try {
    return planAddresses(props);
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

function overlap(one: string, other: string): boolean {
  return Cidr.parse(one).overlaps(Cidr.parse(other));
}
