import { createAccount } from "../../lib/account";
import type { ValueObject } from "../../lib/values";
import { CloudUser, refusalOf } from "./support/cloud-user";

describe("quotas", () => {
  it("are refused when there are none of that name", () => {
    const quotas = { vpc: 1 } as Record<string, number>;
    expect(() => createAccount({ quotas })).toThrow(/no quota "vpc"; the lab knows vpcs, vswitchesPerVpc/);
    expect(() => createAccount({ quotas: { vpcs: -1 } })).toThrow(
      'the quota "vpcs" must be a whole number of at least 0',
    );
  });

  it("count what is there, and let go of what is deleted", async () => {
    const user = new CloudUser({ quotas: { vpcs: 1 } });
    const vpc = await user.create("alicloud_vpc");
    expect(refusalOf(await user.tryCreate("alicloud_vpc"))).toContain("QuotaExceeded.Vpcs");
    await user.delete("alicloud_vpc", vpc);
    await expect(user.create("alicloud_vpc")).resolves.toBeDefined();
  });

  it("count in each parent by itself", async () => {
    const user = new CloudUser({ quotas: { nodePoolsPerCluster: 1 } });
    const pool = (cluster: string, name: string): ValueObject => ({
      cluster_id: cluster,
      node_pool_name: name,
    });
    await user.create("alicloud_cs_kubernetes_node_pool", pool("c1", "a"));
    await user.create("alicloud_cs_kubernetes_node_pool", pool("c2", "a"));
    const refusal = await user.tryCreate("alicloud_cs_kubernetes_node_pool", pool("c1", "b"));
    expect(refusalOf(refusal)).toContain(
      "the quota nodePoolsPerCluster of c1 is 1: 1 used, 1 more asked for",
    );
  });

  it("count what a cluster takes along, and refuse all of it or nothing", async () => {
    const user = new CloudUser({ quotas: { securityGroups: 0 } });
    const refusal = await user.tryCreate("alicloud_cs_managed_kubernetes", {
      name: "a",
      vswitch_ids: ["vsw-a"],
    });
    expect(refusalOf(refusal)).toContain("QuotaExceeded.SecurityGroups");
    expect(user.account.objects()).toEqual([]);
  });

  it("count a route for each node of a Flannel cluster, beside the routes of the VPC", async () => {
    const user = new CloudUser({ quotas: { vpcRouteEntries: 4 } });
    const vpc = await user.create("alicloud_vpc", { cidr_block: "10.0.0.0/16" });
    const at = { vpc_id: vpc["id"] ?? "", cidr_block: "10.0.0.0/24", zone_id: "z" };
    const vswitch = await user.create("alicloud_vswitch", at);
    const cluster = await user.create("alicloud_cs_managed_kubernetes", {
      name: "a",
      vswitch_ids: [vswitch["id"] ?? ""],
      pod_cidr: "172.20.0.0/16",
    });
    await user.create("alicloud_route_entry", {
      route_table_id: vpc["route_table_id"] ?? "",
      destination_cidrblock: "192.168.0.0/16",
    });
    const pool = { cluster_id: cluster["id"] ?? "", node_pool_name: "p" };
    const type = "alicloud_cs_kubernetes_node_pool";
    expect(refusalOf(await user.tryCreate(type, { ...pool, desired_size: "4" }))).toContain(
      "QuotaExceeded.VpcRouteEntries",
    );
    const made = await user.create(type, { ...pool, desired_size: "2" });
    const grown = await user.update(type, made, { desired_size: "3" });
    expect(refusalOf(await user.tryUpdate(type, grown, { desired_size: "4" }))).toContain(
      "QuotaExceeded.VpcRouteEntries",
    );
  });

  it("count nodes, also those that auto scaling keeps", async () => {
    const user = new CloudUser({ quotas: { nodesPerCluster: 3 } });
    const type = "alicloud_cs_kubernetes_node_pool";
    await user.create(type, {
      cluster_id: "c",
      node_pool_name: "a",
      scaling_config: [{ enable: true, min_size: 2, max_size: 9 }],
    });
    const refusal = await user.tryCreate(type, { cluster_id: "c", node_pool_name: "b", desired_size: "2" });
    expect(refusalOf(refusal)).toContain("QuotaExceeded.NodesPerCluster");
  });
});
