import type { ValueObject } from "../../../lib/values";
import { CloudUser, refusalOf } from "../support/cloud-user";

async function network(user: CloudUser): Promise<{ vpc: ValueObject; vswitch: ValueObject }> {
  const vpc = await user.create("alicloud_vpc", { vpc_name: "v", cidr_block: "10.0.0.0/16" });
  const vswitch = await user.create("alicloud_vswitch", {
    vpc_id: vpc["id"] ?? "",
    cidr_block: "10.0.0.0/24",
    zone_id: "cn-hangzhou-h",
  });
  return { vpc, vswitch };
}

async function gateway(
  user: CloudUser,
  { vpc, vswitch }: { vpc: ValueObject; vswitch: ValueObject },
): Promise<ValueObject> {
  return user.create("alicloud_nat_gateway", {
    vpc_id: vpc["id"] ?? "",
    vswitch_id: vswitch["id"] ?? "",
    nat_type: "Enhanced",
  });
}

describe("NAT gateways", () => {
  it.each<ValueObject>([
    { nat_type: "Normal", vswitch_id: "vsw-1" },
    { vswitch_id: "vsw-1" },
    { nat_type: "Enhanced", vswitch_id: null },
  ])("are not made of %j", async (given) => {
    const refusal = await new CloudUser().tryCreate("alicloud_nat_gateway", given);
    expect(refusalOf(refusal)).toContain("InvalidParameter.NatType");
  });
});

describe("VPCs and vSwitches", () => {
  it("have their old names beside the new ones", async () => {
    const { vpc, vswitch } = await network(new CloudUser());
    expect(vpc["name"]).toBe("v");
    expect(vpc["router_table_id"]).toBe(vpc["route_table_id"]);
    expect(vswitch["availability_zone"]).toBe("cn-hangzhou-h");
  });

  it("are read with both names after one was changed", async () => {
    const user = new CloudUser();
    const { vpc } = await network(user);
    const changed = await user.update("alicloud_vpc", vpc, { vpc_name: "w" });
    expect(changed["name"]).toBe("v");
    expect(await user.read("alicloud_vpc", changed)).toMatchObject({ vpc_name: "w", name: "w" });
  });

  it.each([
    ["10.0.0.0/25", "InvalidCidrBlock.Overlapped"],
    ["10.1.0.0/24", "InvalidCidrBlock: The CIDR block"],
    ["10.0.1.7/24", "InvalidCidrBlock: The specified"],
    ["banana", "InvalidCidrBlock: The specified"],
  ])("refuse the vSwitch %s", async (cidr, code) => {
    const user = new CloudUser();
    const { vpc } = await network(user);
    const refusal = await user.tryCreate("alicloud_vswitch", {
      vpc_id: vpc["id"] ?? "",
      cidr_block: cidr,
      zone_id: "z",
    });
    expect(refusal.state).toBeNull();
    expect(refusalOf(refusal).replace(" Message", "")).toContain(code);
  });

  it("let vSwitches of several VPCs overlap", async () => {
    const user = new CloudUser();
    await network(user);
    const other = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
    const given = { vpc_id: other["id"] ?? "", cidr_block: "10.0.0.0/24", zone_id: "z" };
    await expect(user.create("alicloud_vswitch", given)).resolves.toBeDefined();
  });

  it("take vSwitches in a secondary CIDR block, and keep the block while they are there", async () => {
    const user = new CloudUser();
    const { vpc } = await network(user);
    const id = vpc["id"] ?? "";
    const block = await user.create("alicloud_vpc_ipv4_cidr_block", {
      vpc_id: id,
      secondary_cidr_block: "172.16.0.0/16",
    });
    expect(await user.read("alicloud_vpc", vpc)).toMatchObject({ secondary_cidr_blocks: ["172.16.0.0/16"] });
    const vswitch = await user.create("alicloud_vswitch", {
      vpc_id: id,
      cidr_block: "172.16.0.0/24",
      zone_id: "z",
    });
    expect(refusalOf(await user.tryDelete("alicloud_vpc_ipv4_cidr_block", block))).toContain(
      "DependencyViolation.VSwitch",
    );
    await user.delete("alicloud_vswitch", vswitch);
    await user.delete("alicloud_vpc_ipv4_cidr_block", block);
    expect(await user.read("alicloud_vpc", vpc)).toMatchObject({ secondary_cidr_blocks: [] });
  });

  it("stay while something is in them", async () => {
    const user = new CloudUser();
    const { vpc, vswitch } = await network(user);
    const nat = await gateway(user, { vpc, vswitch });
    const group = await user.create("alicloud_security_group", { vpc_id: vpc["id"] ?? "" });
    expect(refusalOf(await user.tryDelete("alicloud_vswitch", vswitch))).toContain(
      "DependencyViolation.NatGateway",
    );
    await user.delete("alicloud_nat_gateway", nat);
    expect(refusalOf(await user.tryDelete("alicloud_vpc", vpc))).toContain("DependencyViolation.VSwitch");
    await user.delete("alicloud_vswitch", vswitch);
    const refused = await user.tryDelete("alicloud_vpc", vpc);
    expect(refusalOf(refused)).toContain("DependencyViolation.SecurityGroup");
    expect(refused.state).toEqual(vpc);
    await user.delete("alicloud_security_group", group);
    await user.delete("alicloud_vpc", vpc);
    expect(user.account.objects()).toEqual([]);
  });
});

describe("ids that are written by hand", () => {
  it("stand for what exists elsewhere", async () => {
    const given = { vpc_id: "vpc-elsewhere", cidr_block: "10.0.0.0/24", zone_id: "z" };
    await expect(new CloudUser().create("alicloud_vswitch", given)).resolves.toBeDefined();
  });

  it("stand for nothing in a strict account", async () => {
    const given = { vpc_id: "vpc-elsewhere", cidr_block: "10.0.0.0/24", zone_id: "z" };
    const refusal = await new CloudUser({ existing: "strict" }).tryCreate("alicloud_vswitch", given);
    expect(refusalOf(refusal)).toContain("InvalidVpcID.NotFound");
  });

  it("do not bring back what was deleted here", async () => {
    const user = new CloudUser();
    const vpc = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
    await user.delete("alicloud_vpc", vpc);
    const refusal = await user.tryCreate("alicloud_vswitch", {
      vpc_id: vpc["id"] ?? "",
      cidr_block: "10.0.0.0/24",
      zone_id: "z",
    });
    expect(refusalOf(refusal)).toContain("InvalidVpcID.NotFound");
  });
});

describe("the way out", () => {
  async function wayOut(
    user: CloudUser,
  ): Promise<Record<"nat" | "eip" | "association" | "entry", ValueObject>> {
    const parts = await network(user);
    const nat = await gateway(user, parts);
    const eip = await user.create("alicloud_eip_address");
    const association = await user.create("alicloud_eip_association", {
      allocation_id: eip["id"] ?? "",
      instance_id: nat["id"] ?? "",
      instance_type: "Nat",
    });
    const entry = await user.create("alicloud_snat_entry", {
      snat_table_id: nat["snat_table_ids"] ?? "",
      snat_ip: eip["ip_address"] ?? "",
      source_vswitch_id: parts.vswitch["id"] ?? "",
    });
    return { nat, eip, association, entry };
  }

  it("has ids of the parts, and an EIP that is in use", async () => {
    const user = new CloudUser();
    const { nat, eip, association, entry } = await wayOut(user);
    expect(association["id"]).toBe(`${String(eip["id"])}:${String(nat["id"])}`);
    expect(entry["id"]).toBe(`${String(nat["snat_table_ids"])}:${String(entry["snat_entry_id"])}`);
    expect(entry["source_cidr"]).toBe("10.0.0.0/24");
    expect(await user.read("alicloud_eip_address", eip)).toMatchObject({
      status: "InUse",
      ip_address: entry["snat_ip"],
    });
  });

  it("is taken down in one order alone", async () => {
    const user = new CloudUser();
    const { nat, eip, association, entry } = await wayOut(user);
    expect(refusalOf(await user.tryDelete("alicloud_eip_address", eip))).toContain("IncorrectEipStatus");
    expect(refusalOf(await user.tryDelete("alicloud_nat_gateway", nat))).toContain(
      "DependencyViolation.EIPS",
    );
    await user.delete("alicloud_eip_association", association);
    expect(refusalOf(await user.tryDelete("alicloud_nat_gateway", nat))).toContain(
      "DependencyViolation.SnatEntry",
    );
    await user.delete("alicloud_snat_entry", entry);
    await user.delete("alicloud_nat_gateway", nat);
    await user.delete("alicloud_eip_address", eip);
  });

  it("goes at once when the gateway is forced", async () => {
    const user = new CloudUser();
    const { nat, entry } = await wayOut(user);
    await user.delete(
      "alicloud_nat_gateway",
      await user.update("alicloud_nat_gateway", nat, { force: true }),
    );
    expect(await user.read("alicloud_snat_entry", entry)).toBeNull();
  });

  it("takes an address only after its association", async () => {
    const user = new CloudUser();
    const parts = await network(user);
    const nat = await gateway(user, parts);
    const eip = await user.create("alicloud_eip_address");
    const wish = {
      snat_table_id: nat["snat_table_ids"] ?? "",
      snat_ip: eip["ip_address"] ?? "",
      source_vswitch_id: parts.vswitch["id"] ?? "",
    };
    expect(refusalOf(await user.tryCreate("alicloud_snat_entry", wish))).toContain("EIP_NOT_IN_GATEWAY");
    const waiting = user.create("alicloud_snat_entry", wish);
    await user.create("alicloud_eip_association", {
      allocation_id: eip["id"] ?? "",
      instance_id: nat["id"] ?? "",
    });
    expect((await waiting)["source_cidr"]).toBe(parts.vswitch["cidr_block"]);
  });

  it("has one entry for one vSwitch, and one association for one EIP", async () => {
    const user = new CloudUser();
    const { entry, association } = await wayOut(user);
    const again = {
      snat_table_id: entry["snat_table_id"] ?? "",
      snat_ip: entry["snat_ip"] ?? "",
      source_vswitch_id: entry["source_vswitch_id"] ?? "",
    };
    expect(refusalOf(await user.tryCreate("alicloud_snat_entry", again))).toContain(
      "Forbidden.SourceVSwitchId.Duplicated",
    );
    const twice = { allocation_id: association["allocation_id"] ?? "", instance_id: "i-1" };
    expect(refusalOf(await user.tryCreate("alicloud_eip_association", twice))).toContain(
      "IncorrectEipStatus",
    );
  });
});

describe("routes", () => {
  it("have the router of their VPC in their id, and one destination once", async () => {
    const user = new CloudUser();
    const { vpc } = await network(user);
    const given = {
      route_table_id: vpc["route_table_id"] ?? "",
      destination_cidrblock: "0.0.0.0/0",
      nexthop_type: "NatGateway",
      nexthop_id: "ngw-1",
    };
    const route = await user.create("alicloud_route_entry", given);
    expect(route["id"]).toBe(
      `${String(vpc["route_table_id"])}:${String(vpc["router_id"])}:0.0.0.0/0:NatGateway:ngw-1`,
    );
    expect(refusalOf(await user.tryCreate("alicloud_route_entry", given))).toContain(
      "RouterEntryConflict.Duplicated",
    );
  });
});
