import { judge } from "../support/provider-judge";
import { CLUSTER, POOL, cluster, pool, problemsOf } from "./stack";

describe("what the schema refuses", () => {
  test.each<[string, string, object, string]>([
    [
      "an argument that is not in the schema",
      "alicloud_vpc",
      { cidr: "x" },
      'cidr: no argument or block is named "cidr"',
    ],
    [
      "an argument that is not in the schema of a block",
      POOL,
      { ...pool, data_disks: [{ size: 40 }, { sise: 40 }] },
      'data_disks[1].sise: no argument or block is named "sise"',
    ],
    [
      "a resource without a required argument",
      "alicloud_snat_entry",
      { snat_ip: "1.1.1.1" },
      "snat_table_id: is required, but not given",
    ],
    [
      "a label without a key",
      POOL,
      { ...pool, labels: [{ value: "x" }] },
      "labels[0].key: is required, but not given",
    ],
    [
      "a word for a number",
      "alicloud_vpc",
      { ipv4_cidr_mask: "wide" },
      'ipv4_cidr_mask: takes a number, got "wide"',
    ],
    ["a word for a bool", "alicloud_vpc", { dry_run: "yes" }, 'dry_run: takes a bool, got "yes"'],
    ["a number for a bool", "alicloud_vpc", { dry_run: 1 }, "dry_run: takes a bool, got 1"],
    ["a list for a string", "alicloud_vpc", { cidr_block: ["x"] }, 'cidr_block: takes a string, got ["x"]'],
    [
      "a string for a list",
      POOL,
      { ...pool, vswitch_ids: "vsw-a" },
      'vswitch_ids: takes a list, got "vsw-a"',
    ],
    [
      "a list inside a list of strings",
      POOL,
      { ...pool, vswitch_ids: [["a"]] },
      'vswitch_ids: an element takes a string, got ["a"]',
    ],
    ["a string for a map", "alicloud_vpc", { tags: "x" }, 'tags: takes a map, got "x"'],
    [
      "a string for a block",
      POOL,
      { ...pool, taints: "x" },
      "taints: is a block: takes an object or a list of objects",
    ],
    [
      "a list of strings for a block",
      POOL,
      { ...pool, taints: ["x"] },
      "taints: holds something that is not an object",
    ],
    [
      "two blocks where one may be",
      CLUSTER,
      { ...cluster, auto_mode: [{ enabled: true }, { enabled: true }] },
      "auto_mode: takes at most 1 blocks, has 2",
    ],
    [
      "an operation without a timeout",
      "alicloud_vpc",
      { timeouts: { read: "5m" } },
      'timeouts.read: no argument or block is named "read"',
    ],
    [
      "a missing block that is required",
      "alicloud_ack_one_cluster",
      {},
      "network: is a required block, but not given",
    ],
  ])("%s is refused", (_, type, body, problem) => {
    expect(problemsOf(type, body)).toEqual([problem]);
  });

  test("types that the provider does not have are refused", () => {
    expect(problemsOf("alicloud_vcp", {})).toEqual([": the provider has no resource alicloud_vcp"]);
    expect(judge({ data: { alicloud_vpc: { x: {} } } })).toEqual([
      { address: "data.alicloud_vpc.x", path: "", message: "the provider has no data source alicloud_vpc" },
    ]);
  });

  test("a type of a provider that the stack does not require is refused", () => {
    expect(problemsOf("random_id", {})).toEqual([": no required provider has random_id"]);
    expect(problemsOf("random_id", {}, { terraform: { required_providers: { random: {} } } })).toEqual([]);
  });
});

describe("what the provider refuses", () => {
  test.each<[string, string, object, string]>([
    [
      "a required argument that is null",
      POOL,
      { ...pool, cluster_id: null },
      "cluster_id: is required, but null",
    ],
    [
      "an argument that only the provider sets",
      "alicloud_vpc",
      { status: "x" },
      "status: is computed: it cannot be set",
    ],
    ["an id", "alicloud_vpc", { id: "vpc-1" }, "id: is computed: it cannot be set"],
    [
      "an argument that was removed",
      CLUSTER,
      { ...cluster, worker_number: 3 },
      "worker_number: was removed from the provider",
    ],
    [
      "a block that was removed",
      POOL,
      { ...pool, rollout_policy: [{ max_unavailable: 1 }] },
      "rollout_policy: was removed from the provider",
    ],
    [
      "a conflict with an argument that is empty",
      "alicloud_vpc",
      { vpc_name: "a", name: "" },
      "vpc_name: conflicts with name",
    ],
    [
      "none of several names",
      POOL,
      { cluster_id: "c1" },
      "node_pool_name: wants one of node_pool_name, name",
    ],
    [
      "both of two names",
      POOL,
      { ...pool, name: "b" },
      "node_pool_name: takes only one of node_pool_name, name; given node_pool_name, name",
    ],
    [
      "none of several sources",
      "alicloud_security_group_rule",
      { type: "ingress", ip_protocol: "tcp", security_group_id: "sg-1" },
      "cidr_ip: wants one of cidr_ip, ipv6_cidr_ip, source_security_group_id, prefix_list_id",
    ],
    [
      "a word that is not in the list",
      "alicloud_kms_key",
      { origin: "aliyun" },
      'origin: must be one of Aliyun_KMS, EXTERNAL, got "aliyun"',
    ],
    [
      "a number outside the range",
      CLUSTER,
      { ...cluster, node_cidr_mask: "23" },
      "node_cidr_mask: must be in the range 24 to 28, got 23",
    ],
    [
      "a broken number",
      CLUSTER,
      { ...cluster, node_cidr_mask: 24.5 },
      "node_cidr_mask: must be a whole number, got 24.5",
    ],
    [
      "a number in neither list nor range",
      "alicloud_nat_gateway",
      { vpc_id: "v", period: 13 },
      "period: must be in the range 1 to 9, got 13",
    ],
    [
      "a number below the minimum",
      POOL,
      { ...pool, instance_patterns: [{ instance_family_level: "EntryLevel", cores: -1 }] },
      "instance_patterns[0].cores: is at least 0, got -1",
    ],
    [
      "a name that is too long",
      CLUSTER,
      { ...cluster, name: "n".repeat(64) },
      "name: has 64 bytes, wants 1 to 63",
    ],
    [
      "a policy that is not JSON",
      "alicloud_ram_role",
      { role_name: "r", assume_role_policy_document: "{" },
      "assume_role_policy_document: must be JSON",
    ],
    [
      "a vSwitch id of another kind",
      CLUSTER,
      { vswitch_ids: ["vpc-1"] },
      'vswitch_ids: an element takes an id that starts with vsw-, got "vpc-1"',
    ],
    [
      "an empty list where one item is needed",
      CLUSTER,
      { zone_ids: [] },
      "zone_ids: takes at least 1 items, has 0",
    ],
    [
      "six items where five may be",
      CLUSTER,
      { zone_ids: ["a", "b", "c", "d", "e", "f"] },
      "zone_ids: takes at most 5 items, has 6",
    ],
  ])("%s is refused", (_, type, body, problem) => {
    expect(problemsOf(type, body)).toEqual([problem]);
  });

  test("an argument with any unknown part is not looked into, as in the SDK", () => {
    const disks = [{ size: 1 }, { size: 40, kms_key_id: "${var.key}" }];
    expect(problemsOf(POOL, { ...pool, data_disks: disks }, { variable: { key: {} } })).toEqual([]);
    expect(problemsOf(POOL, { ...pool, data_disks: disks.slice(0, 1) })).toEqual([
      "data_disks[0].size: must be in the range 40 to 32767, got 1",
    ]);
  });

  test.each<[string, string, object]>([
    ["a listed number as a string", "alicloud_ram_policy", { policy_name: "p", version: "1" }],
    ["an empty text for JSON", "alicloud_ram_role", { role_name: "r", assume_role_policy_document: "" }],
    [
      "a fraction where Go has one",
      POOL,
      { ...pool, instance_patterns: [{ instance_family_level: "x", memory: 0.5 }] },
    ],
    ["an argument that is only deprecated", "alicloud_vpc", { name: "old" }],
  ])("%s is accepted", (_, type, body) => {
    expect(problemsOf(type, body)).toEqual([]);
  });

  test("an unknown neighbour may be null, so it conflicts with nothing", () => {
    const variable = { variable: { name: {} } };
    expect(problemsOf("alicloud_vpc", { vpc_name: "a", name: "${var.name}" }, variable)).toEqual([]);
  });
});

describe("what fails later", () => {
  test.each<[string, object, string]>([
    ["auto_mode", { auto_mode: [{}] }, "auto_mode: is an empty block, on which the provider crashes"],
    [
      "operation_policy",
      { operation_policy: [{ cluster_auto_upgrade: [] }] },
      "operation_policy: is an empty block, on which the provider crashes",
    ],
    [
      "cluster_auto_upgrade",
      { operation_policy: { cluster_auto_upgrade: [{ channel: null }] } },
      "operation_policy.cluster_auto_upgrade: is an empty block, on which the provider crashes",
    ],
    [
      "a timeout without a unit",
      { timeouts: { create: "30" } },
      'timeouts.create: takes a duration such as 30m, got "30"',
    ],
  ])("%s is refused where it crashes or fails after validate", (_, more, problem) => {
    expect(problemsOf(CLUSTER, { ...cluster, ...more })).toEqual([problem]);
  });
});
