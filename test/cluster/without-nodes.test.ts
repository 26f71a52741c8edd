import { AcsCluster, Egress, Limits, ServerlessCluster, ServerlessNetwork, Vpc } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { serverless, testStack } from "../support/stacks";

const TYPE = "alicloud_cs_managed_kubernetes";
const vswitch = (key: string) =>
  expect.stringMatching(new RegExp(`^\\$\\{alicloud_vswitch\\.network_pod-${key}_\\w+\\.id\\}$`)) as string;

/** What the provider reads back, whatever the kind. */
const shared = {
  name: "shop",
  enable_rrsa: true,
  vswitch_ids: [vswitch("h")],
  service_cidr: "172.21.0.0/20",
  node_cidr_mask: 24,
  new_nat_gateway: false,
  proxy_mode: "ipvs",
  cluster_domain: "cluster.local",
  slb_internet_enabled: false,
  skip_set_certificate_authority: true,
  deletion_protection: true,
  lifecycle: { prevent_destroy: true },
};

function stackWithOneBefore() {
  const stack = testStack();
  Limits.of(stack).acknowledge("serverless-creation-closed", { reason: "we have had one since 2023" });
  return stack;
}

describe("a Serverless cluster", () => {
  test("is a Pro cluster with CoreDNS, without anything of nodes", () => {
    const stack = stackWithOneBefore();
    new ServerlessCluster(stack, "cluster", { name: "shop", network: serverless(stack) });
    expect(synthesize(stack).resource(TYPE)).toEqual({
      ...shared,
      profile: "Serverless",
      cluster_spec: "ack.pro.small",
      addons: [{ name: "coredns" }],
    });
  });

  test("can be a standard one, and go without CoreDNS and RRSA", () => {
    const stack = stackWithOneBefore();
    new ServerlessCluster(stack, "cluster", {
      name: "shop",
      network: serverless(stack),
      edition: "standard",
      serviceDiscovery: "none",
      rrsa: false,
    });
    expect(synthesize(stack).resource(TYPE)).toMatchObject({
      cluster_spec: "ack.standard",
      enable_rrsa: false,
      addons: [],
    });
  });

  test("takes add-ons, which wait for no node", () => {
    const stack = stackWithOneBefore();
    const cluster = new ServerlessCluster(stack, "cluster", { name: "shop", network: serverless(stack) });
    cluster.addAddon("metrics", { name: "metrics-server" });
    expect(synthesize(stack).resource("alicloud_cs_kubernetes_addon")).toMatchObject({
      cluster_id: expect.stringMatching(/^\$\{alicloud_cs_managed_kubernetes\.cluster_\w+\.id\}$/) as string,
      name: "metrics-server",
    });
    expect(synthesize(stack).resource("alicloud_cs_kubernetes_addon")).not.toHaveProperty("depends_on");
  });
});

describe("an ACS cluster", () => {
  test("is a cluster of the profile Acs, without anything of nodes", () => {
    const stack = testStack();
    new AcsCluster(stack, "cluster", { name: "shop", network: serverless(stack) });
    expect(synthesize(stack).resource(TYPE)).toEqual({
      ...shared,
      profile: "Acs",
      cluster_spec: "ack.pro.small",
      addons: [],
    });
  });

  test("is accepted by the provider", () => {
    const stack = testStack();
    new AcsCluster(stack, "cluster", { name: "shop", network: serverless(stack) });
    expectAccepted(synthesize(stack).json);
  });
});

describe("a network without nodes", () => {
  test("has a vSwitch for Pods in each zone, in the upper half of the VPC, with a way out", () => {
    const stack = testStack();
    ServerlessNetwork.inNewVpc(stack, "network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
    });
    const { resources } = synthesize(stack);
    expect(Object.values(resources("alicloud_vswitch")).map((one) => one["cidr_block"])).toEqual(
      expect.arrayContaining(["10.0.240.0/20", "10.0.128.0/20"]),
    );
    expect(Object.keys(resources("alicloud_snat_entry"))).toEqual([
      expect.stringMatching(/^network_snat-pod-h/),
      expect.stringMatching(/^network_snat-pod-i/),
    ]);
  });

  test("takes vSwitches that exist, in a VPC that exists", () => {
    const stack = testStack();
    const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/8" });
    const network = new ServerlessNetwork(stack, "network", {
      vpc,
      zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1" } },
      egress: Egress.existing(),
    });
    new AcsCluster(stack, "cluster", { name: "shop", network });
    expect(synthesize(stack).resource(TYPE)["vswitch_ids"]).toEqual(["vsw-1"]);
    expect(synthesize(stack).resources("alicloud_vswitch")).toEqual({});
  });

  test("asks for addresses of its own where those of the VPC are unknown", () => {
    const stack = testStack();
    const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" });
    expect(
      () =>
        new ServerlessNetwork(stack, "network", {
          vpc,
          zones: ["cn-hangzhou-h"],
          serviceCidr: "172.21.0.0/20",
          egress: Egress.existing(),
        }),
    ).toThrow(/address-plan {3}shop\/network[^]*got {4}no CIDR block of the VPC that is known at synth/);
  });
});
