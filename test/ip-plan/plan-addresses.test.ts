import {
  planAddresses,
  podsPerNode,
  ValueError,
  type FlannelPlanProps,
  type TerwayPlanProps,
} from "cdktf-ack";
import { DEFAULT_ROUTE_ENTRIES } from "../../lib/ip-plan";
import { quotas } from "../../lib/limits/quota-names";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"];
const terway = (props: Partial<TerwayPlanProps> = {}) =>
  planAddresses({ zones, nodes: 100, podsPerNode: 30, ...props });
const flannel = (props: Partial<FlannelPlanProps> = {}) =>
  planAddresses({ zones, nodes: 20, podsPerNode: 30, mode: "flannel", ...props });

function refusal(make: () => unknown): Pick<ValueError, "got" | "want" | "fix"> {
  try {
    make();
  } catch (error) {
    if (error instanceof ValueError) return { got: error.got, want: error.want, fix: error.fix };
    throw error;
  }
  throw new Error("it was planned");
}

describe("a plan for Terway", () => {
  test("takes the smallest VPC whose slots hold all nodes and Pods, growth and headroom included", () => {
    const plan = terway();
    expect(plan.terway).toEqual({
      cidr: "10.0.0.0/16",
      zones: { h: { zone: zones[0] }, i: { zone: zones[1] }, k: { zone: zones[2] } },
      serviceCidr: "172.21.0.0/20",
      slots: 8,
    });
    expect(plan.asked).toEqual({ nodes: 200, podsPerNode: 30 });
    expect(plan.zones[0]).toEqual({
      key: "h",
      zone: "cn-hangzhou-h",
      nodeCidr: "10.0.56.0/21",
      podCidr: "10.0.240.0/20",
      nodes: 111,
      pods: 3330,
      bottleneck: "the Pod vSwitch in cn-hangzhou-h (4,092 addresses)",
    });
    expect(plan.holds).toMatchObject({ nodes: 333, pods: 9990 });
  });

  test("counts the addresses that Terway keeps ready on a node, up to those that its type has", () => {
    const pods = podsPerNode("ecs.g7.xlarge")?.pods ?? 0;
    const full = terway({ instanceType: "ecs.g7.xlarge", podsPerNode: undefined, cidr: "10.0.0.0/16" });
    expect(full.asked.podsPerNode).toBe(pods);
    expect(full.zones[0]?.nodes).toBe(Math.floor(4092 / (1.05 * pods)));
    const few = terway({ instanceType: "ecs.g7.xlarge", podsPerNode: 20, cidr: "10.0.0.0/16" });
    expect(few.zones[0]?.nodes).toBe(Math.floor(4092 / (1.05 * 25)));
  });

  test("keeps no address ready where each Pod has an interface", () => {
    const plan = terway({ mode: "exclusive-eni", podsPerNode: 7, cidr: "10.0.0.0/18", nodes: 30 });
    expect(plan.zones[0]?.nodes).toBe(Math.floor(1020 / (1.05 * 7)));
  });

  test("names the vSwitch of the nodes where that is full first", () => {
    expect(terway({ podsPerNode: 1, nodes: 200, cidr: "10.0.0.0/18" }).zones[0]).toMatchObject({
      nodes: 161,
      bottleneck: "the Pod vSwitch in cn-hangzhou-h (1,020 addresses)",
    });
    const plan = terway({ mode: "exclusive-eni", podsPerNode: 1, nodes: 300, cidr: "10.0.0.0/18" });
    expect(plan.holds.bottleneck).toBe("the node vSwitch in cn-hangzhou-h (508 addresses)");
  });

  test("keeps out of ranges that are taken", () => {
    const { cidr, serviceCidr } = terway({ avoid: ["10.0.0.0/15", "172.16.0.0/12"] });
    expect({ cidr, serviceCidr }).toEqual({ cidr: "10.2.0.0/16", serviceCidr: "192.168.240.0/20" });
  });

  test("says of a type that ACK does not take, and of a full security group", () => {
    expect(terway({ instanceType: "ecs.g6.large", podsPerNode: 5 }).notes).toEqual([
      "A node of ecs.g6.large does not join: it has room for 6 Pods, and needs room for 12.",
    ]);
    expect(terway({ nodes: 1000 }).notes).toEqual([
      "Nodes and Pods have 72,000 addresses when all is full; an enterprise security group holds 65,536.",
    ]);
    expect(terway().notes).toEqual([]);
  });
});

describe("a plan for Flannel", () => {
  test("has a Pod CIDR outside of the VPC, with a block for each node", () => {
    expect(flannel().flannel).toEqual({
      cidr: "10.0.0.0/20",
      zones: { h: { zone: zones[0] }, i: { zone: zones[1] }, k: { zone: zones[2] } },
      podCidr: "172.20.0.0/16",
      serviceCidr: "172.21.0.0/20",
      nodeCidrMask: 26,
      slots: 8,
    });
  });

  test.each([
    [1, 28],
    [13, 28],
    [14, 27],
    [29, 27],
    [61, 26],
    [125, 25],
    [126, 24],
    [256, 24],
  ])("gives a node with %d Pods a /%d", (podsPerNode, mask) => {
    expect(flannel({ podsPerNode }).flannel.nodeCidrMask).toBe(mask);
  });

  test("is bound by the route entries, then by the Pod CIDR, then by the vSwitches", () => {
    expect(flannel().holds).toEqual({
      nodes: 48,
      pods: 1440,
      bottleneck: "the route entries of the VPC (48)",
    });
    expect(flannel({ routeEntries: 1000, podCidr: "172.20.0.0/20" }).holds).toEqual({
      nodes: 64,
      pods: 1920,
      bottleneck: "the Pod CIDR 172.20.0.0/20 (64 blocks of a /26)",
    });
    expect(flannel({ routeEntries: 10_000 }).holds.bottleneck).toBe(
      "the node vSwitch in cn-hangzhou-h (124 addresses)",
    );
  });

  test("takes a larger Pod CIDR for more nodes than a /16 has blocks for", () => {
    const { flannel: network } = flannel({ nodes: 300, podsPerNode: 250, routeEntries: 1000 });
    expect(network).toMatchObject({ podCidr: "172.16.0.0/14", nodeCidrMask: 24 });
  });

  test("takes the quota of the library for route entries", () => {
    expect(DEFAULT_ROUTE_ENTRIES).toBe(quotas.vpcRouteEntries.default);
  });
});

describe("what cannot be planned is refused with a way out", () => {
  test("more Pods than a vSwitch can hold", () => {
    expect(refusal(() => terway({ nodes: 1000, podsPerNode: 200 }))).toEqual({
      got: "143,572 Pods for each zone, for 667 of 2,000 nodes with 200 Pods each in a zone, growth and 5 % headroom included",
      want: "at most 65,532, what the largest vSwitch (/16) holds",
      fix: "ask for fewer Pods for each zone, or take more zones",
    });
  });

  test("a VPC that is too small", () => {
    expect(refusal(() => terway({ cidr: "10.0.0.0/18" }))).toEqual({
      got: "8 slots of /20 (2,463 Pods for each zone), which need 32,768 addresses, for 67 of 200 nodes with 30 Pods each in a zone, growth and 5 % headroom included",
      want: "at most 8,192, the addresses of the Pod half of 10.0.0.0/18",
      fix: "ask for at most 1,020 Pods for each zone, or take a VPC of /16 or larger, or set slots to at most 2, or give each zone explicit CIDRs",
    });
  });

  test.each<[string, () => unknown, Partial<ValueError>]>([
    [
      "more Pods than the type of the nodes has addresses for",
      () => terway({ podsPerNode: 50, instanceType: "ecs.g7.xlarge" }),
      {
        got: '50 Pods on each "ecs.g7.xlarge"',
        want: "at most 45: the 3 network interfaces that ecs.g7.xlarge has for Pods, with 15 addresses each",
        fix: "take a larger instance type, or more nodes with fewer Pods",
      },
    ],
    [
      "a type that nobody knows",
      () => terway({ podsPerNode: undefined, instanceType: "ecs.g99.xlarge" }),
      {
        got: '"ecs.g99.xlarge", a type that is not in the table',
        want: "how many Pods a node has",
        fix: "give podsPerNode as well",
      },
    ],
    [
      "a type of which the addresses are not documented",
      () => terway({ podsPerNode: undefined, instanceType: "ecs.c4.xlarge" }),
      {
        got: '"ecs.c4.xlarge", of which the network interfaces are not documented',
        want: "how many Pods a node has",
        fix: "give podsPerNode as well",
      },
    ],
    [
      "no zone",
      () => terway({ zones: [] }),
      { got: "0 zones", want: "1 to 5 zones, as many as a control plane is attached to" },
    ],
    [
      "two zones with one letter",
      () => terway({ zones: ["cn-hangzhou-h", "cn-shanghai-h"] }),
      {
        got: "the zones cn-hangzhou-h and cn-shanghai-h",
        want: "one key for each zone",
        fix: "give a map: { a: { zone: ... } }",
      },
    ],
    [
      "a VPC in a range that VPCs may not use",
      () => terway({ cidr: "100.64.0.0/16" }),
      {
        got: "the VPC 100.64.0.0/16, in 100.64.0.0/10",
        want: "a block that VPCs may use",
        fix: "take a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
      },
    ],
    [
      "a VPC larger than there is",
      () => terway({ cidr: "10.0.0.0/7" }),
      { got: "the VPC 10.0.0.0/7", want: "a prefix length from /8 to /28" },
    ],
    [
      "a VPC in a range that is taken",
      () => terway({ cidr: "10.0.0.0/16", avoid: ["10.0.8.0/24"] }),
      {
        got: "cidr 10.0.0.0/16, which overlaps 10.0.8.0/24",
        want: "blocks that do not overlap",
        fix: "take a free block, for example 172.16.0.0/16",
      },
    ],
    [
      "Services in the VPC",
      () => terway({ serviceCidr: "10.0.0.0/20" }),
      {
        got: "serviceCidr 10.0.0.0/20, which overlaps 10.0.0.0/16",
        want: "blocks that do not overlap",
        fix: "take a free block, for example 172.16.0.0/20",
      },
    ],
    [
      "a private range that is taken whole",
      () => terway({ avoid: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] }),
      {
        got: "a VPC of /16, for which no private range is free beside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16",
        want: "a free range for the VPC",
        fix: "ask for less, avoid less, or give a block of your own in cidr",
      },
    ],
    [
      "half a node",
      () => terway({ nodes: 1.5 }),
      { got: "nodes: 1.5 (a number)", want: "a whole number from 1" },
    ],
    [
      "less than today",
      () => terway({ growth: 0.5 }),
      { got: "growth: 0.5 (a number)", want: "a number from 1" },
    ],
    [
      "more Pods than a Flannel node has addresses for",
      () => flannel({ podsPerNode: 257 }),
      { got: "podsPerNode: 257 (a number)", want: "a whole number from 1 to 256" },
    ],
    [
      "a mask that is too long",
      () => flannel({ podsPerNode: 60, nodeCidrMask: 27 }),
      {
        got: "60 Pods on each node, and a nodeCidrMask of 27",
        want: "at most 32 Pods, the addresses of a /27",
        fix: "take a nodeCidrMask of 26",
      },
    ],
    [
      "a Pod CIDR without enough blocks",
      () => flannel({ podCidr: "172.20.0.0/22" }),
      {
        got: "podCidr 172.20.0.0/22, with blocks for 16 nodes of a /26",
        want: "a block for each of 40 nodes",
        fix: "take a podCidr of /20 or larger, or fewer Pods on each node",
      },
    ],
    [
      "a Pod CIDR without any block",
      () => flannel({ podCidr: "172.20.0.0/27" }),
      {
        got: "podCidr 172.20.0.0/27, with no block of a /26",
        want: "a block for each of 40 nodes",
        fix: "take a podCidr of /20 or larger, or fewer Pods on each node",
      },
    ],
  ])("%s", (_, make, parts) => {
    expect(refusal(make)).toEqual({ fix: undefined, ...parts });
  });
});

test("a plan is JSON for other tools, and the same each time", () => {
  const json = JSON.stringify(terway());
  expect(JSON.parse(json)).toMatchObject({ version: 1, mode: "shared-eni", holds: { nodes: 333 } });
  expect(JSON.stringify(terway())).toBe(json);
});
