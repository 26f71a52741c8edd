import { Vpc } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { testStack, textToken } from "../support/stacks";

describe("a VPC", () => {
  test("is named after its path and has nothing that was not asked for", () => {
    const stack = testStack();
    new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    const { resource, resources } = synthesize(stack);
    expect(resource("alicloud_vpc")).toEqual({ cidr_block: "10.0.0.0/16", vpc_name: "shop-vpc" });
    expect(resources("alicloud_vpc_ipv4_cidr_block")).toEqual({});
  });

  test("takes a name, a description, a resource group, tags and timeouts", () => {
    const stack = testStack();
    new Vpc(stack, "vpc", {
      cidr: "10.0.0.0/16",
      name: "main",
      description: "for shops",
      resourceGroupId: "rg-1",
      tags: { team: "shop" },
      timeouts: { create: "10m" },
      customRouteEntries: 3,
      peerCidrs: ["10.1.0.0/16"],
      onPremisesCidrs: ["10.2.0.0/16"],
    });
    expect(synthesize(stack).resource("alicloud_vpc")).toEqual({
      cidr_block: "10.0.0.0/16",
      vpc_name: "main",
      description: "for shops",
      resource_group_id: "rg-1",
      tags: { team: "shop" },
      timeouts: { create: "10m" },
    });
  });

  test("has a resource for each secondary block, told apart by range or, where only Terraform knows it, by place", () => {
    const stack = testStack();
    const secondaryCidrs = ["10.1.0.0/16", textToken(stack)];
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs });
    const blocks = synthesize(stack).resources("alicloud_vpc_ipv4_cidr_block");
    const vpcId = "${alicloud_vpc.vpc_6776A399.id}";
    expect(Object.keys(blocks).map((name) => name.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "vpc_secondary-cidr-10-1-0-0-16",
      "vpc_secondary-cidr-1",
    ]);
    expect(Object.values(blocks)).toEqual([
      { vpc_id: vpcId, secondary_cidr_block: "10.1.0.0/16" },
      { vpc_id: vpcId, secondary_cidr_block: "${var.text}" },
    ]);
    expect(vpc.secondaryCidrs).toEqual(secondaryCidrs);
    expect(vpc.cidr).toBe("10.0.0.0/16");
  });
});

describe("an imported VPC", () => {
  test("makes nothing and knows what it was told", () => {
    const stack = testStack();
    const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16" });
    expect(synthesize(stack).json["resource"]).toBeUndefined();
    expect(vpc).toMatchObject({ vpcId: "vpc-1", cidr: "10.0.0.0/16", secondaryCidrs: [] });
  });

  test("is the same VPC under the same id, and a VPC of its own under an id that only Terraform knows", () => {
    const stack = testStack();
    const keys = ["vpc-1", "vpc-1", textToken(stack), textToken(stack, "other")].map(
      (vpcId, index) => Vpc.fromAttributes(stack, `vpc-${index}`, { vpcId }).groupKey,
    );
    expect(keys).toEqual(["id:vpc-1", "id:vpc-1", "object:shop/vpc-2", "object:shop/vpc-3"]);
  });
});
