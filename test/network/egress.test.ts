import { Egress, FlannelNetwork, NatGateway, TerwayNetwork, Vpc } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { flannel, numberToken, proCluster, terway, testStack } from "../support/stacks";

const zones = ["cn-hangzhou-h"];

describe("a NAT gateway", () => {
  test("is an enhanced one with a vSwitch and a public address of its own, bound by a resource", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    new NatGateway(stack, "nat", { vpc, zone: "cn-hangzhou-h" });
    const { resource } = synthesize(stack);
    const vpcId = "${alicloud_vpc.vpc_6776A399.id}";
    expect(resource("alicloud_vswitch")).toEqual({
      vpc_id: vpcId,
      vswitch_name: "shop-nat",
      cidr_block: "10.0.127.240/28",
      zone_id: "cn-hangzhou-h",
    });
    expect(resource("alicloud_nat_gateway")).toEqual({
      vpc_id: vpcId,
      vswitch_id: expect.stringMatching(/^\$\{alicloud_vswitch\.nat_vswitch_\w+\.id\}$/),
      nat_gateway_name: "shop-nat",
      nat_type: "Enhanced",
      payment_type: "PayAsYouGo",
      internet_charge_type: "PayByLcu",
    });
    expect(resource("alicloud_eip_address")).toEqual({
      address_name: "shop-nat",
      bandwidth: "100",
      internet_charge_type: "PayByTraffic",
      payment_type: "PayAsYouGo",
    });
    expect(resource("alicloud_eip_association")).toEqual({
      allocation_id: expect.stringMatching(/^\$\{alicloud_eip_address\.nat_eip_\w+\.id\}$/),
      instance_id: expect.stringMatching(/^\$\{alicloud_nat_gateway\.nat_nat-gateway_\w+\.id\}$/),
      instance_type: "Nat",
    });
  });

  test("takes a block and a bandwidth, also one that only Terraform knows", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    const bandwidth = numberToken(stack);
    new NatGateway(stack, "nat", { vpc, zone: "cn-hangzhou-h", vswitchCidr: "10.0.9.0/28", bandwidth });
    const { resource } = synthesize(stack);
    expect(resource("alicloud_vswitch")["cidr_block"]).toBe("10.0.9.0/28");
    expect(resource("alicloud_eip_address")["bandwidth"]).toBe("${var.number}");
  });
});

/** What the egress of a network with a cluster makes. */
function outcome(egress: Egress, make: typeof terway | typeof flannel = terway) {
  const stack = testStack();
  proCluster(stack, { network: make(stack, { egress, zones }) });
  const { resource, resources } = synthesize(stack);
  return {
    byAck: resource("alicloud_cs_managed_kubernetes")["new_nat_gateway"],
    gateways: Object.keys(resources("alicloud_nat_gateway")).length,
    entries: resources("alicloud_snat_entry"),
    clusterWaitsFor: resource("alicloud_cs_managed_kubernetes")["depends_on"],
  };
}

describe("egress", () => {
  test("by a NAT gateway has an SNAT entry for each vSwitch, which waits for the address, and the cluster for them", () => {
    const { byAck, gateways, entries, clusterWaitsFor } = outcome(Egress.natGateway());
    const [association] = Object.values(entries).map((entry) => entry["depends_on"]);
    expect({ byAck, gateways }).toEqual({ byAck: false, gateways: 1 });
    expect(Object.keys(entries).map((name) => name.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "network_snat-node-h",
      "network_snat-pod-h",
    ]);
    expect(association).toEqual([expect.stringMatching(/^alicloud_eip_association\.\w/)]);
    expect(clusterWaitsFor).toEqual(Object.keys(entries).map((name) => `alicloud_snat_entry.${name}`));
  });

  test("of Flannel nodes has an entry for node vSwitches alone", () => {
    expect(Object.keys(outcome(Egress.natGateway(), flannel).entries)).toEqual([
      expect.stringMatching(/^network_snat-node-h_/),
    ]);
  });

  test("of a vSwitch for nodes and Pods has one entry", () => {
    const stack = testStack();
    terway(stack, {
      zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1", podVSwitchId: "vsw-1" } },
      egress: Egress.natGateway(),
    });
    expect(synthesize(stack).resource("alicloud_snat_entry")["source_vswitch_id"]).toBe("vsw-1");
  });

  test("by ACK asks the cluster for a gateway and makes none", () => {
    expect(outcome(Egress.byAck())).toEqual({
      byAck: true,
      gateways: 0,
      entries: {},
      clusterWaitsFor: undefined,
    });
  });

  test("by an existing SNAT table has entries there", () => {
    const { byAck, gateways, entries } = outcome(
      Egress.existing({ snatTableId: "stb-1", snatIp: "47.0.0.1" }),
      flannel,
    );
    expect({ byAck, gateways }).toEqual({ byAck: false, gateways: 0 });
    expect(Object.values(entries)).toEqual([
      {
        snat_table_id: "stb-1",
        snat_ip: "47.0.0.1",
        source_vswitch_id: expect.stringContaining("network_node-h_"),
      },
    ]);
  });

  test.each([
    ["existing routes", Egress.existing()],
    ["nothing", Egress.none()],
  ])("by %s makes nothing", (_name, egress) => {
    expect(outcome(egress)).toEqual({ byAck: false, gateways: 0, entries: {}, clusterWaitsFor: undefined });
  });

  test("of two networks of a VPC goes through one gateway, in the first zone of the first", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    const common = { vpc, egress: Egress.natGateway() };
    new TerwayNetwork(stack, "one", {
      ...common,
      zones: ["cn-hangzhou-i", "cn-hangzhou-h"],
      nodeRange: "10.0.0.0/19",
      podRange: "10.0.128.0/18",
    });
    new FlannelNetwork(stack, "two", {
      ...common,
      zones,
      nodeRange: "10.0.32.0/19",
      podCidr: "172.20.0.0/16",
      serviceCidr: "172.21.16.0/20",
    });
    const { resource, resources } = synthesize(stack);
    const tables = Object.values(resources("alicloud_snat_entry")).map((entry) => entry["snat_table_id"]);
    expect(resource("alicloud_nat_gateway")["vswitch_id"]).toContain("vpc_nat-gateway_vswitch_");
    expect(new Set(tables).size).toBe(1);
    expect(tables).toHaveLength(5);
  });

  test("goes through the gateway that was given", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    const gateway = new NatGateway(stack, "nat", { vpc, zone: "cn-hangzhou-i" });
    new FlannelNetwork(stack, "network", { vpc, zones, egress: Egress.natGateway(gateway) });
    const { resource } = synthesize(stack);
    expect(resource("alicloud_snat_entry")["snat_table_id"]).toMatch(
      /^\$\{alicloud_nat_gateway\.nat_nat-gateway_\w+\.snat_table_ids\}$/,
    );
  });
});
