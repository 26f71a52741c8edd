import { Egress, FlannelNetwork, NatGateway, TerwayNetwork, Vpc } from "cdktf-ack";
import { snapshot, synthesize } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { flannel, terway, testStack, textToken } from "../support/stacks";

const zone = (letter: string) => `cn-hangzhou-${letter}`;
const zonesOf = (letters: readonly string[]) => letters.map(zone);

/** The vSwitches of a Terway network in these zones, by their Terraform address. */
function vswitches(letters: readonly string[]): Record<string, unknown> {
  const stack = testStack();
  terway(stack, { zones: zonesOf(letters) });
  return synthesize(stack).resources("alicloud_vswitch");
}

describe("zones", () => {
  test("of a list are the zones of a map with the last letters as keys, byte for byte", () => {
    const stacks = [testStack(), testStack()] as const;
    terway(stacks[0], { zones: [zone("h"), zone("i")] });
    terway(stacks[1], { zones: { h: { zone: zone("h") }, i: { zone: zone("i") } } });
    expect(JSON.stringify(snapshot(stacks[0]))).toBe(JSON.stringify(snapshot(stacks[1])));
  });

  test("that come and go leave the vSwitches of the others and their addresses as they are", () => {
    const letters = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(letters, fc.nat(), (all, pick) => {
        const gone = all[pick % all.length];
        const before = vswitches(all);
        const after = vswitches(all.filter((letter) => letter !== gone));
        expect(Object.keys(after)).toHaveLength(2 * (all.length - 1));
        for (const [address, vswitch] of Object.entries(after)) {
          expect(vswitch).toEqual(before[address]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("get the planned blocks, at addresses with the key of the zone", () => {
    // The cluster has to let go of the vSwitch of a zone that is removed before that can be deleted.
    const common = {
      vpc_id: "${alicloud_vpc.network-vpc_4DA4CB50.id}",
      zone_id: "cn-hangzhou-h",
      lifecycle: { create_before_destroy: true },
    };
    expect(vswitches(["h"])).toEqual({
      "network_node-h_6DE717E0": {
        ...common,
        vswitch_name: "shop-network-node-h",
        cidr_block: "10.0.56.0/21",
      },
      "network_pod-h_07481F75": {
        ...common,
        vswitch_name: "shop-network-pod-h",
        cidr_block: "10.0.240.0/20",
      },
    });
  });

  test("may be known to Terraform alone", () => {
    const stack = testStack();
    terway(stack, { zones: { a: { zone: textToken(stack) } } });
    const made = Object.values(synthesize(stack).resources("alicloud_vswitch"));
    expect(made.map((vswitch) => vswitch["zone_id"])).toEqual(["${var.text}", "${var.text}"]);
    expect(made.map((vswitch) => vswitch["cidr_block"])).toEqual(["10.0.0.0/21", "10.0.128.0/20"]);
  });

  test("with existing vSwitches make none", () => {
    const stack = testStack();
    const network = terway(stack, {
      zones: { h: { zone: zone("h"), nodeVSwitchId: "vsw-node", podVSwitchId: "vsw-pod" } },
    });
    expect(synthesize(stack).resources("alicloud_vswitch")).toEqual({});
    expect([...network.nodeVSwitches]).toEqual([["h", "vsw-node"]]);
    expect([...network.podVSwitches]).toEqual([["h", "vsw-pod"]]);
  });

  test("with an explicit slot get the addresses of that slot", () => {
    const stack = testStack();
    terway(stack, { zones: { h: { zone: zone("h"), slot: 0 } } });
    const made = Object.values(synthesize(stack).resources("alicloud_vswitch"));
    expect(made.map((vswitch) => vswitch["cidr_block"])).toEqual(["10.0.0.0/21", "10.0.128.0/20"]);
  });
});

describe("a second network of a VPC", () => {
  test("with ranges of its own lies beside the first", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    const common = { vpc, zones: [zone("h")], egress: Egress.none() };
    new TerwayNetwork(stack, "one", { ...common, nodeRange: "10.0.0.0/19", podRange: "10.0.128.0/18" });
    new TerwayNetwork(stack, "two", {
      ...common,
      serviceCidr: "172.21.16.0/20",
      nodeRange: "10.0.32.0/19",
      podRange: "10.0.192.0/18",
    });
    const made = Object.values(synthesize(stack).resources("alicloud_vswitch"));
    expect(made.map((vswitch) => vswitch["cidr_block"])).toEqual([
      "10.0.28.0/22",
      "10.0.184.0/21",
      "10.0.60.0/22",
      "10.0.248.0/21",
    ]);
  });

  test("may use the vSwitches of the first", () => {
    const stack = testStack();
    const first = flannel(stack, { id: "one", podCidr: "172.20.0.0/16" });
    new FlannelNetwork(stack, "two", {
      vpc: first.vpc,
      zones: {
        h: { zone: zone("h"), nodeVSwitchId: first.nodeVSwitches.get("h"), nodeCidr: "10.0.56.0/21" },
      },
      podCidr: "172.22.0.0/16",
      serviceCidr: "172.21.16.0/20",
      egress: Egress.none(),
    });
    expect(Object.keys(synthesize(stack).resources("alicloud_vswitch"))).toHaveLength(1);
  });
});

describe("existing vSwitches for nodes", () => {
  test("take no part in the plan, so that another zone may have the block that theirs would have got", () => {
    const stack = testStack();
    terway(stack, {
      zones: {
        h: { zone: zone("h"), nodeVSwitchId: "vsw-h" },
        i: { zone: zone("i"), nodeCidr: "10.0.56.0/21" },
      },
    });
    const blocks = Object.values(synthesize(stack).resources("alicloud_vswitch")).map(
      ({ cidr_block }) => cidr_block,
    );
    expect(blocks.sort()).toEqual(["10.0.128.0/20", "10.0.240.0/20", "10.0.56.0/21"]);
  });

  test("leave the whole VPC to Pods", () => {
    const stack = testStack();
    terway(stack, { podRange: "10.0.0.0/17", zones: { h: { zone: zone("h"), nodeVSwitchId: "vsw-h" } } });
    expect(synthesize(stack).resource("alicloud_vswitch")["cidr_block"]).toBe("10.0.112.0/20");
  });
});

describe("a secondary block", () => {
  test("exists before the vSwitches, which do not refer to it, and has its range in its address", () => {
    const stack = testStack();
    const network = terway(stack, {
      secondaryCidrs: ["192.168.0.0/16"],
      zones: { h: { zone: zone("h"), nodeCidr: "10.0.0.0/24", podCidr: "192.168.0.0/20" } },
    });
    new NatGateway(stack, "nat", { vpc: network.vpc, zone: zone("h") });
    const { resources } = synthesize(stack);
    const [block] = Object.keys(resources("alicloud_vpc_ipv4_cidr_block"));
    expect(block).toMatch(/^network-vpc_secondary-cidr-192-168-0-0-16_/);
    const waiting = Object.values(resources("alicloud_vswitch")).map((vswitch) => vswitch["depends_on"]);
    expect(waiting).toEqual(Array(3).fill([`alicloud_vpc_ipv4_cidr_block.${block}`]));
  });
});
