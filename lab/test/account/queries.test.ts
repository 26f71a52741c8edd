import { isWhollyKnown, memberType, type CtyType, type Value, type ValueObject } from "../../lib/values";
import { CloudUser } from "./support/cloud-user";
import { allProviders, dataSource } from "./support/plans";

const types = allProviders.flatMap(({ dataSources }) => dataSources.types);

/** Whether a value is of a type as Terraform sends it: all attributes of an object are there, and no others. */
function isOf(type: CtyType, value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value === null || type === "dynamic") return true;
  if (type === "string") return typeof value === "string";
  if (type === "number") return typeof value === "number";
  if (type === "bool") return typeof value === "boolean";
  if (type[0] === "list" || type[0] === "set") {
    return Array.isArray(value) && value.every((one: Value) => isOf(type[1], one));
  }
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const names = Object.keys(value);
  if (type[0] === "object" && names.length !== Object.keys(type[1]).length) return false;
  return names.every((name) => isOf(memberType(type, name), (value as ValueObject)[name]));
}

const rowsOf = (answer: ValueObject, name: string): ValueObject[] => answer[name] as unknown as ValueObject[];

describe("any data source", () => {
  it.each(types)("%s: answers in its own shape, with everything known", async (type) => {
    const metadata = dataSource(type).block.blocks.get("metadata");
    const names = [...(metadata?.block.attributes.keys() ?? [])];
    const wanted = Object.fromEntries(names.map((name) => [name, name === "name" ? "a" : null]));
    const given: ValueObject = metadata === undefined ? {} : { metadata: [wanted] };
    const answer = await new CloudUser().query(type, given);
    expect(isWhollyKnown(answer)).toBe(true);
    expect(isOf(dataSource(type).block.type, answer)).toBe(true);
  });
});

describe("data sources that look into the account", () => {
  it("list the VPCs with their vSwitches", async () => {
    const user = new CloudUser();
    const vpc = await user.create("alicloud_vpc", { vpc_name: "shop", cidr_block: "10.0.0.0/16" });
    const vswitch = await user.create("alicloud_vswitch", {
      vpc_id: vpc["id"] ?? "",
      cidr_block: "10.0.0.0/24",
      zone_id: "z",
    });
    const answer = await user.query("alicloud_vpcs", { name_regex: "^sh" });
    expect(answer["ids"]).toEqual([vpc["id"]]);
    expect(rowsOf(answer, "vpcs")[0]).toMatchObject({
      vpc_id: vpc["id"],
      vpc_name: "shop",
      vswitch_ids: [vswitch["id"]],
    });
    expect((await user.query("alicloud_vpcs", { name_regex: "^x" }))["ids"]).toEqual([]);
  });

  it("show the grants of one user as the service names them", async () => {
    const user = new CloudUser();
    const permissions = [
      { role_type: "all-clusters", cluster: "", namespace: "", role_name: "ops", is_custom: false },
      { role_type: "cluster", cluster: "c1", namespace: "", role_name: "view", is_custom: true },
      { role_type: "namespace", cluster: "c1", namespace: "shop", role_name: "dev", is_custom: false },
    ].map((one) => ({ ...one, is_ram_role: false }));
    await user.create("alicloud_cs_kubernetes_permissions", { uid: "21", permissions });
    await user.create("alicloud_cs_kubernetes_permissions", { uid: "22", permissions: permissions.slice(1) });
    const rows = rowsOf(await user.query("alicloud_cs_kubernetes_permissions", { uid: "21" }), "permissions");
    expect(rows.map((row) => [row["resource_id"], row["role_type"], row["role_name"]])).toEqual([
      ["all-clusters", "ops", ""],
      ["c1", "custom", "view"],
      ["c1/shop", "dev", ""],
    ]);
  });

  it("tell the free addresses of a vSwitch, and list those of one VPC", async () => {
    const user = new CloudUser();
    await user.create("alicloud_vswitch", { vpc_id: "vpc-a", cidr_block: "10.0.0.0/24", zone_id: "z" });
    await user.create("alicloud_vswitch", { vpc_id: "vpc-b", cidr_block: "10.0.0.0/24", zone_id: "z" });
    const rows = rowsOf(await user.query("alicloud_vswitches", { vpc_id: "vpc-b" }), "vswitches");
    expect(rows.map(({ vpc_id: vpc, available_ip_address_count: free }) => [vpc, free])).toEqual([
      ["vpc-b", 252],
    ]);
  });

  it("take what nodes and gateways use from the free addresses of their vSwitches", async () => {
    const user = new CloudUser();
    const vswitch = async (cidr: string): Promise<string> => {
      const at = { vpc_id: "vpc-a", cidr_block: cidr, zone_id: "z" };
      return String((await user.create("alicloud_vswitch", at))["id"]);
    };
    const [a, b] = [await vswitch("10.0.0.0/24"), await vswitch("10.0.1.0/28")];
    const free = async (): Promise<unknown[]> =>
      rowsOf(await user.query("alicloud_vswitches", { ids: [a, b] }), "vswitches").map(
        ({ available_ip_address_count: count }) => count,
      );
    expect(await free()).toEqual([252, 12]);
    await user.create("alicloud_nat_gateway", { vpc_id: "vpc-a", vswitch_id: a, nat_type: "Enhanced" });
    const pool = { cluster_id: "c1", node_pool_name: "p", vswitch_ids: [a, b], desired_size: "5" };
    const state = await user.create("alicloud_cs_kubernetes_node_pool", pool);
    expect(await free()).toEqual([248, 10]);
    await user.delete("alicloud_cs_kubernetes_node_pool", state);
    expect(await free()).toEqual([251, 12]);
  });

  it("list clusters, their pools and their add-ons", async () => {
    const user = new CloudUser();
    const cluster = await user.create("alicloud_cs_managed_kubernetes", {
      name: "a",
      vswitch_ids: ["vsw-a"],
      addons: [{ name: "csi-plugin" }],
    });
    const id = cluster["id"] ?? "";
    const pool = await user.create("alicloud_cs_kubernetes_node_pool", {
      cluster_id: id,
      node_pool_name: "p",
    });
    const clusters = rowsOf(await user.query("alicloud_cs_clusters", { cluster_name: "a" }), "clusters");
    expect(clusters[0]).toMatchObject({ cluster_id: id, cluster_name: "a", state: "running" });
    const pools = rowsOf(
      await user.query("alicloud_cs_kubernetes_node_pools", { cluster_id: id }),
      "nodepools",
    );
    expect(pools[0]).toMatchObject({ node_pool_id: pool["node_pool_id"], node_pool_name: "p" });
    const addons = rowsOf(await user.query("alicloud_cs_kubernetes_addons", { cluster_id: id }), "addons");
    expect(addons.map(({ name }) => name)).toContain("csi-plugin");
  });

  it("give the credential of a cluster, and none of one that is deleted", async () => {
    const user = new CloudUser();
    const cluster = await user.create("alicloud_cs_managed_kubernetes", {
      name: "a",
      vswitch_ids: ["vsw-a"],
    });
    const credential = await user.query("alicloud_cs_cluster_credential", {
      cluster_id: cluster["id"] ?? "",
    });
    expect(credential).toMatchObject({
      cluster_name: "a",
      certificate_authority: cluster["certificate_authority"],
    });
    expect(credential["kube_config"]).toContain("current-context: kubernetes-admin-");
    await user.delete("alicloud_cs_managed_kubernetes", cluster);
    await expect(
      user.query("alicloud_cs_cluster_credential", { cluster_id: cluster["id"] ?? "" }),
    ).rejects.toThrow("ErrorClusterNotFound");
  });

  it("show what is in Kubernetes", async () => {
    const user = new CloudUser();
    await user.create("kubernetes_config_map_v1", {
      metadata: [{ name: "a", namespace: "default" }],
      data: { k: "v" },
    });
    const answer = await user.query("kubernetes_config_map", { metadata: [{ name: "a", namespace: null }] });
    expect(answer["data"]).toEqual({ k: "v" });
  });
});

describe("catalogues", () => {
  it("name the zones of the region", async () => {
    const user = new CloudUser({ region: "ap-southeast-1" });
    expect((await user.query("alicloud_zones"))["ids"]).toEqual([
      "ap-southeast-1a",
      "ap-southeast-1b",
      "ap-southeast-1c",
    ]);
  });

  it("follow the region of the provider", async () => {
    const user = new CloudUser();
    user.account.configure?.("registry.terraform.io/aliyun/alicloud", { region: "cn-hongkong" });
    expect((await user.query("alicloud_zones"))["ids"]).toContain("cn-hongkong-b");
    expect((await user.query("alicloud_regions", { current: true }))["ids"]).toEqual(["cn-hongkong"]);
  });

  it("name the versions that clusters can have", async () => {
    const answer = await new CloudUser().query("alicloud_cs_kubernetes_version", {
      cluster_type: "ManagedKubernetes",
    });
    expect(rowsOf(answer, "metadata")[0]?.["version"]).toMatch(/^1\.\d+\.\d+-aliyun\.1$/);
  });

  it("name instance types by their size", async () => {
    const answer = await new CloudUser().query("alicloud_instance_types", {
      cpu_core_count: 4,
      memory_size: 16,
    });
    expect((answer["ids"] as string[]).slice(0, 3)).toEqual([
      "ecs.g7.xlarge",
      "ecs.g6.xlarge",
      "ecs.g8i.xlarge",
    ]);
  });

  it("have small types, and types with GPUs", async () => {
    const user = new CloudUser();
    const ids = async (wanted: ValueObject): Promise<Value> =>
      (await user.query("alicloud_instance_types", wanted))["ids"] ?? null;
    expect(await ids({ cpu_core_count: 1, memory_size: 2 })).toEqual(["ecs.n1.small", "ecs.n4.small"]);
    expect(await ids({ gpu_amount: 1, gpu_spec: "NVIDIA A10" })).toEqual([
      "ecs.gn7i-c8g1.2xlarge",
      "ecs.gn7i-c16g1.4xlarge",
    ]);
    expect(await ids({ gpu_amount: 1, cpu_core_count: 1 })).toEqual([]);
  });

  it("find images by a pattern with flags, and the newest alone", async () => {
    const user = new CloudUser();
    const ids = async (wanted: ValueObject): Promise<Value> =>
      (await user.query("alicloud_images", wanted))["ids"] ?? null;
    expect(await ids({ name_regex: "(?i)^UBUNTU_2[24]", owners: "system" })).toHaveLength(2);
    expect(await ids({ name_regex: "^ubuntu", most_recent: true })).toHaveLength(1);
    expect(await ids({ name_regex: "^centos_7", os_type: "linux" })).toHaveLength(1);
    expect(await ids({ owners: "self" })).toEqual([]);
  });

  it("have what every account begins with: a resource group, and the policies of Alibaba Cloud", async () => {
    const user = new CloudUser();
    const { groups } = await user.query("alicloud_resource_manager_resource_groups", { status: "OK" });
    expect(groups).toMatchObject([{ name: "default", display_name: "Default Resource Group" }]);
    await user.create("alicloud_ram_policy", { policy_name: "own", policy_document: "{}" });
    const { names } = await user.query("alicloud_ram_policies", { type: "System", name_regex: "^AliyunECS" });
    expect(names).toEqual(["AliyunECSFullAccess", "AliyunECSReadOnlyAccess"]);
    expect((await user.query("alicloud_ram_policies", { type: "Custom" }))["names"]).toEqual(["own"]);
  });

  it("tell the quotas that the account has, by the codes and names of Quota Center", async () => {
    const user = new CloudUser({ quotas: { vpcRouteEntries: 30, clusters: 3, securityGroups: 7 } });
    const quotas = async (config: ValueObject): Promise<ValueObject[]> =>
      rowsOf(await user.query("alicloud_quotas_quotas", config), "quotas");
    expect(await quotas({ product_code: "vpc", name_regex: "^vpc_quota_route_entrys_num$" })).toMatchObject([
      { total_quota: 30, adjustable: true, consumable: false },
    ]);
    expect(await quotas({ product_code: "csk", quota_action_code: "q_cbdch3" })).toMatchObject([
      { id: "csk:q_cbdch3", total_quota: 3 },
    ]);
    const groups = (region: string): Promise<ValueObject[]> =>
      quotas({
        product_code: "ecs",
        quota_action_code: "q_security-groups",
        dimensions: [{ key: "regionId", value: region }],
      });
    expect(await groups("cn-hangzhou")).toMatchObject([{ total_quota: 7 }]);
    expect(await groups("cn-beijing")).toEqual([]);
    expect(await quotas({ product_code: "ecs", quota_action_code: "q_cbdch3" })).toEqual([]);
  });

  it("tell how much of a quota of the account is used", async () => {
    const user = new CloudUser();
    const used = async (): Promise<ValueObject[]> =>
      rowsOf(
        await user.query("alicloud_quotas_quotas", {
          product_code: "csk",
          quota_action_code: "q_cbdch3",
        }),
        "quotas",
      );
    expect(await used()).toMatchObject([{ consumable: true, total_usage: 0 }]);
    await user.create("alicloud_cs_managed_kubernetes", { name: "a", vswitch_ids: ["vsw-a"] });
    expect(await used()).toMatchObject([{ consumable: true, total_usage: 1 }]);
  });

  it("tell the versions of Kubernetes that ACK offers in the region", async () => {
    const user = new CloudUser({ kubernetesVersions: { "cn-hangzhou": ["1.34.3-aliyun.1"] } });
    const versions = async (config: ValueObject = {}): Promise<unknown[]> =>
      rowsOf(
        await user.query("alicloud_cs_kubernetes_version", {
          cluster_type: "ManagedKubernetes",
          ...config,
        }),
        "metadata",
      ).map(({ version }) => version);
    expect(await versions()).toEqual(["1.34.3-aliyun.1"]);
    expect(await versions({ kubernetes_version: "1.35.2-aliyun.1" })).toEqual([]);
    const cluster = await user.create("alicloud_cs_managed_kubernetes", {
      name: "a",
      vswitch_ids: ["vsw-a"],
    });
    expect(cluster["version"]).toBe("1.34.3-aliyun.1");
    user.account.configure?.("aliyun/alicloud", { region: "cn-beijing" });
    expect(await versions()).toContain("1.35.2-aliyun.1");
  });

  it("write policy documents as the provider does", async () => {
    const statement = {
      effect: "Allow",
      action: ["sts:AssumeRole"],
      resource: null,
      principal: [{ entity: "Federated", identifiers: ["acs:ram::1:oidc-provider/p"] }],
      condition: [{ operator: "StringEquals", variable: "oidc:aud", values: ["sts.aliyuncs.com"] }],
    };
    const answer = await new CloudUser().query("alicloud_ram_policy_document", { statement: [statement] });
    expect(answer["document"]).toBe(
      '{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Federated":["acs:ram::1:oidc-provider/p"]},"Condition":{"StringEquals":{"oidc:aud":"sts.aliyuncs.com"}}}]}',
    );
  });
});
