import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { Capacity, LimitError, Vpc } from "cdktf-ack";
import { dataAlicloudZones, securityGroup } from "cdktf-ack/alicloud";
import { addresses, argumentsByAddress, createTestApp, synthesize } from "cdktf-ack/testing";
import { flannel, poolOptions, proCluster, testStack } from "../support/stacks";

/** A cdktf.json that declares this quota of route entries. */
function configFile(vpcRouteEntries: number): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "config-"));
  const file = path.join(folder, "cdktf.json");
  fs.writeFileSync(file, JSON.stringify({ context: { "cdktf-ack": { quotas: { vpcRouteEntries } } } }));
  return file;
}

function fiftyNodes(stack: TerraformStack): TerraformStack {
  const cluster = proCluster(stack, { network: flannel(stack) });
  cluster.addNodePool("workers", poolOptions({ capacity: Capacity.fixed(50) }));
  return stack;
}

describe("synthesize", () => {
  test("gives the only resource of a type, and says how many there are otherwise", () => {
    const stack = testStack();
    new Vpc(stack, "one", { cidr: "10.0.0.0/16" });
    expect(synthesize(stack).resource("alicloud_vpc")).toMatchObject({ cidr_block: "10.0.0.0/16" });
    new Vpc(stack, "two", { cidr: "10.1.0.0/16" });
    expect(() => synthesize(stack).resource("alicloud_vpc")).toThrow(
      "Expected one alicloud_vpc in shop, found 2",
    );
    expect(() => synthesize(stack).resource("alicloud_oss_bucket")).toThrow("found 0");
  });

  test("gives no resources of a type that is not there", () => {
    expect(synthesize(testStack()).resources("alicloud_vpc")).toEqual({});
  });

  test("throws what the limits say", () => {
    expect(() => synthesize(fiftyNodes(testStack()))).toThrow(LimitError);
  });

  test("heeds the quotas of a cdktf.json, given to it or to the app", () => {
    const file = configFile(50);
    const withoutContext = new TerraformStack(Testing.app(), "shop");
    expect(synthesize(fiftyNodes(withoutContext), { configFile: file }).limits.broken).toEqual([]);
    const stack = new TerraformStack(createTestApp({ configFile: file }), "shop");
    expect(synthesize(fiftyNodes(stack)).limits.broken).toEqual([]);
  });

  test("heeds context that is given in place of that of the file", () => {
    const context = { "cdktf-ack": { quotas: { vpcRouteEntries: 49 } } };
    const stack = new TerraformStack(createTestApp({ configFile: configFile(50), context }), "shop");
    expect(() => synthesize(fiftyNodes(stack))).toThrow(/at most 49, the quota/);
  });
});

describe("a stack by its addresses", () => {
  test("has every resource and data source, sorted, and nothing else", () => {
    const stack = testStack();
    new securityGroup.SecurityGroup(stack, "group", { tags: { team: "shop" } });
    new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    new dataAlicloudZones.DataAlicloudZones(stack, "zones", {});
    expect(argumentsByAddress(stack)).toEqual({
      "alicloud_security_group.group": { tags: { team: "shop" } },
      "alicloud_vpc.vpc_6776A399": { cidr_block: "10.0.0.0/16", vpc_name: "shop-vpc" },
      "data.alicloud_zones.zones": {},
    });
    expect(addresses(stack)).toEqual([
      "alicloud_security_group.group",
      "alicloud_vpc.vpc_6776A399",
      "data.alicloud_zones.zones",
    ]);
  });
});
