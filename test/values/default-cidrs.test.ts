import * as fc from "fast-check";
import {
  Cidr,
  defaultPodCidr,
  defaultServiceCidr,
  flannelMaxNodes,
  PRIVATE_RANGES,
  podsPerFlannelNode,
  ValueError,
} from "../../lib/values";
import { cidrIn, thrownBy } from "./support";

const parse = (...texts: string[]): Cidr[] => texts.map((text) => Cidr.parse(text));

/** Any legal VPC: /8 to /28, private or public. */
const legalVpc = fc.oneof(
  cidrIn(Cidr.parse("10.0.0.0/8"), 28),
  cidrIn(Cidr.parse("172.16.0.0/12"), 28),
  cidrIn(Cidr.parse("192.168.0.0/16"), 28),
  cidrIn(Cidr.parse("0.0.0.0/0"), 28).filter(({ prefix }) => prefix >= 8),
);

describe("the default Service and Pod CIDRs", () => {
  // Released values: a change would replace the clusters that rely on them.
  test.each([
    [["192.168.0.0/16"], "172.21.0.0/20", "172.20.0.0/16"],
    [["10.0.0.0/16"], "172.21.0.0/20", "172.20.0.0/16"],
    [["10.0.0.0/8"], "172.21.0.0/20", "172.20.0.0/16"],
    [["30.0.0.0/8"], "172.21.0.0/20", "172.20.0.0/16"],
    [["172.16.0.0/12"], "192.168.240.0/20", "10.244.0.0/16"],
    [["172.21.0.0/16"], "192.168.240.0/20", "172.20.0.0/16"],
    [["172.21.15.0/28"], "192.168.240.0/20", "172.20.0.0/16"],
    [["172.20.0.0/16"], "172.21.0.0/20", "10.244.0.0/16"],
    [["172.0.0.0/8"], "192.168.240.0/20", "10.244.0.0/16"],
    [["172.16.0.0/12", "192.168.0.0/16"], "10.96.0.0/20", "10.244.0.0/16"],
    [
      ["172.20.0.0/15", "192.168.240.0/24", "10.96.0.0/16", "10.244.0.0/16"],
      "172.16.0.0/20",
      "172.17.0.0/16",
    ],
    [["172.16.0.0/12", "192.168.240.0/20", "10.0.0.0/9", "10.244.0.0/16"], "10.128.0.0/20", "10.129.0.0/16"],
  ])("of the VPC %j are %s and %s", (vpc, service, pod) => {
    const serviceCidr = defaultServiceCidr(parse(...vpc));
    expect(String(serviceCidr)).toBe(service);
    expect(String(defaultPodCidr(parse(...vpc), serviceCidr))).toBe(pod);
  });

  test("overlap neither the VPC nor each other, for any legal VPC", () => {
    fc.assert(
      fc.property(legalVpc, fc.integer({ min: 16, max: 24 }), (vpc, prefix) => {
        const service = defaultServiceCidr([vpc]);
        const pod = defaultPodCidr([vpc], service, prefix);
        expect([service.prefix, pod.prefix]).toEqual([20, prefix]);
        expect([vpc.overlaps(service), vpc.overlaps(pod), pod.overlaps(service)]).toEqual([
          false,
          false,
          false,
        ]);
        for (const cidr of [service, pod])
          expect(PRIVATE_RANGES.some((range) => range.contains(cidr))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("of other sizes start at the same address where they can", () => {
    const service = Cidr.parse("172.21.0.0/20");
    expect(String(defaultPodCidr(parse("10.0.0.0/8"), service, 20))).toBe("172.20.0.0/20");
    expect(String(defaultPodCidr(parse("192.168.0.0/16"), service, 14))).toBe("172.16.0.0/14");
    expect(String(defaultPodCidr(parse("192.168.0.0/16"), service, 12))).toBe("10.0.0.0/12");
  });

  test("do not exist where all private ranges are taken", () => {
    const all = parse("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
    expect(thrownBy(() => defaultServiceCidr(all))).toMatchObject({
      name: "ValueError",
      got: "no private /20 free for the Service CIDR beside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16",
      fix: "give serviceCidr, or take a smaller VPC",
    });
    expect(thrownBy(() => defaultPodCidr(all, Cidr.parse("100.64.0.0/20")))).toMatchObject({
      got: expect.stringContaining("no private /16 free for the Pod CIDR") as unknown,
      fix: "give podCidr, or take a smaller VPC",
    });
  });
});

describe("the capacity of Flannel", () => {
  test.each([
    ["172.20.0.0/16", 24, 256],
    ["172.20.0.0/16", 28, 4096],
    ["172.20.0.0/20", 25, 32],
    ["172.20.0.0/24", 24, 1],
  ])("%s in blocks of /%d is for %d nodes", (podCidr, mask, nodes) => {
    expect(flannelMaxNodes(Cidr.parse(podCidr), mask)).toBe(nodes);
  });

  test.each([
    [24, 256],
    [25, 128],
    [26, 64],
    [27, 32],
    [28, 16],
  ])("a block of /%d is %d addresses", (mask, pods) => expect(podsPerFlannelNode(mask)).toBe(pods));

  test("all nodes together use the Pod CIDR up", () => {
    fc.assert(
      fc.property(cidrIn(Cidr.parse("10.0.0.0/8"), 24), fc.integer({ min: 24, max: 28 }), (podCidr, mask) => {
        expect(flannelMaxNodes(podCidr, mask) * podsPerFlannelNode(mask)).toBe(podCidr.size);
      }),
    );
  });

  test.each([[23], [29], [24.5], [Number.NaN]])("does not exist for a mask of %d", (mask) => {
    expect(thrownBy(() => podsPerFlannelNode(mask))).toMatchObject({ want: "an integer from 24 to 28" });
    expect(thrownBy(() => flannelMaxNodes(Cidr.parse("172.20.0.0/16"), mask))).toBeInstanceOf(ValueError);
  });

  test("is refused where not even one node has room", () => {
    expect(thrownBy(() => flannelMaxNodes(Cidr.parse("172.20.0.0/25"), 24))).toMatchObject({
      got: "Pod CIDR 172.20.0.0/25, of which each node takes a /24",
      want: "a Pod CIDR of /24 or larger",
    });
  });
});
