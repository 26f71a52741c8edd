import { synthesize } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { proCluster, terway, testStack } from "../support/stacks";

/** The IPv6 block of each vSwitch, by its name in the network. */
function blocksOf(zones: readonly string[], firstIpv6Block?: number): Record<string, unknown> {
  const stack = testStack();
  terway(stack, { zones, ipv6: true, dualStack: true, firstIpv6Block });
  const vswitches = Object.entries(synthesize(stack).resources("alicloud_vswitch"));
  return Object.fromEntries(
    vswitches.map(([name, body]) => [/_(\w+-\w)_/.exec(name)?.[1], body["ipv6_cidr_block_mask"]]),
  );
}

describe("a dual-stack network", () => {
  test("has IPv6 in its VPC, its vSwitches and its cluster, and the provider accepts it", () => {
    const stack = testStack();
    proCluster(stack, { network: terway(stack, { ipv6: true, dualStack: true }) });
    const { resource, resources, json } = synthesize(stack);
    expect(resource("alicloud_vpc")).toMatchObject({ enable_ipv6: true });
    for (const vswitch of Object.values(resources("alicloud_vswitch"))) {
      expect(vswitch).toMatchObject({
        enable_ipv6: true,
        ipv6_cidr_block_mask: expect.any(Number) as number,
      });
    }
    expect(resource("alicloud_cs_managed_kubernetes")).toMatchObject({ ip_stack: "dual" });
    expectAccepted(json);
  });

  test("gives each zone blocks that follow from its key alone", () => {
    expect(blocksOf(["cn-hangzhou-h", "cn-hangzhou-i"])).toEqual({
      "node-h": 7,
      "node-i": 0,
      "pod-h": 15,
      "pod-i": 8,
    });
    expect(blocksOf(["cn-hangzhou-i"])).toEqual({ "node-i": 0, "pod-i": 8 });
    expect(blocksOf(["cn-hangzhou-h"], 240)).toEqual({ "node-h": 247, "pod-h": 255 });
  });

  test.each([-1, 0.5, 241])("refuses %p as its first block", (firstIpv6Block) => {
    expect(() => blocksOf(["cn-hangzhou-h"], firstIpv6Block)).toThrow(
      /address-plan {3}shop\/network[^]*want {3}a whole number from 0 that leaves room for 16 of the 256 blocks/,
    );
  });
});

test("a network of IPv4 says nothing of IPv6", () => {
  const stack = testStack();
  proCluster(stack, { network: terway(stack, { dualStack: false }) });
  expect(JSON.stringify(synthesize(stack).json)).not.toMatch(/ipv6|ip_stack/);
});
