import { judge } from "../../lib/core";
import { CLUSTER, POOL, cluster, pool, problemsOf } from "./judge-stack";

describe("what the schema refuses", () => {
  test.each<[string, string, object, string]>([
    [
      "an argument that is not in the schema",
      "alicloud_vpc",
      { cidr: "x" },
      'cidr: No argument or block type is named "cidr".',
    ],
    [
      "an argument that is not in the schema of a block",
      POOL,
      { ...pool, data_disks: [{ size: 40 }, { sise: 40 }] },
      'data_disks[1].sise: No argument or block type is named "sise".',
    ],
    [
      "a resource without a required argument",
      "alicloud_snat_entry",
      { snat_ip: "1.1.1.1" },
      ': The argument "snat_table_id" is required, but no definition was found.',
    ],
    [
      "a label without a key",
      POOL,
      { ...pool, labels: [{ value: "x" }] },
      'labels[0]: The argument "key" is required, but no definition was found.',
    ],
    [
      "a word for a number",
      "alicloud_vpc",
      { ipv4_cidr_mask: "wide" },
      'ipv4_cidr_mask: Inappropriate value for attribute "ipv4_cidr_mask": a number is required.',
    ],
    [
      "a word for a bool",
      "alicloud_vpc",
      { dry_run: "yes" },
      'dry_run: Inappropriate value for attribute "dry_run": a bool is required.',
    ],
    [
      "a number for a bool",
      "alicloud_vpc",
      { dry_run: 1 },
      'dry_run: Inappropriate value for attribute "dry_run": bool required.',
    ],
    [
      "a list for a string",
      "alicloud_vpc",
      { cidr_block: ["x"] },
      'cidr_block: Inappropriate value for attribute "cidr_block": string required.',
    ],
    [
      "a string for a list",
      POOL,
      { ...pool, vswitch_ids: "vsw-a" },
      'vswitch_ids: Inappropriate value for attribute "vswitch_ids": list of string required.',
    ],
    [
      "a list inside a list of strings",
      POOL,
      { ...pool, vswitch_ids: [["a"]] },
      'vswitch_ids: Inappropriate value for attribute "vswitch_ids": element 0: string required.',
    ],
    [
      "a string for a map",
      "alicloud_vpc",
      { tags: "x" },
      'tags: Inappropriate value for attribute "tags": map of string required.',
    ],
    [
      "a string for a block",
      POOL,
      { ...pool, taints: "x" },
      'taints: Either a JSON object or a JSON array is required, representing the contents of one or more "taints" blocks.',
    ],
    [
      "two blocks where one may be",
      CLUSTER,
      { ...cluster, auto_mode: [{ enabled: true }, { enabled: true }] },
      'auto_mode[1]: No more than 1 "auto_mode" blocks are allowed',
    ],
    [
      "an operation without a timeout",
      "alicloud_vpc",
      { timeouts: { read: "5m" } },
      'timeouts.read: No argument or block type is named "read".',
    ],
    [
      "a missing block that is required",
      "alicloud_ack_one_cluster",
      {},
      ': At least 1 "network" blocks are required.',
    ],
  ])("%s is refused", (_, type, body, problem) => {
    expect(problemsOf(type, body)).toEqual([problem]);
  });

  test("a block that is a text lacks its required arguments, too", () => {
    expect(problemsOf(POOL, { ...pool, taints: ["x"] })).toEqual([
      "taints[0]: Either a JSON object or JSON array of objects is required here, to define arguments and child blocks.",
      'taints[0]: The argument "key" is required, but no definition was found.',
    ]);
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
      'cluster_id: "cluster_id": required field is not set',
    ],
    [
      "an argument that only the provider sets",
      "alicloud_vpc",
      { status: "x" },
      'status: "status": this field cannot be set',
    ],
    ["an id", "alicloud_vpc", { id: "vpc-1" }, "id: : invalid or unknown key: id"],
    [
      "an argument that was removed",
      CLUSTER,
      { ...cluster, worker_number: 3 },
      `worker_number: "worker_number": [REMOVED] Field 'worker_number' has been removed from provider version 1.212.0. Use 'alicloud_cs_kubernetes_node_pool' instead.`,
    ],
    [
      "a block that was removed",
      POOL,
      { ...pool, rollout_policy: [{ max_unavailable: 1 }] },
      `rollout_policy: "rollout_policy": [REMOVED] Field 'rollout_policy' has been removed from provider version 1.184.0. Use 'rolling_policy' instead.`,
    ],
    [
      "a conflict with an argument that is empty",
      "alicloud_vpc",
      { vpc_name: "a", name: "" },
      'vpc_name: "vpc_name": conflicts with name',
    ],
    [
      "none of several names",
      POOL,
      { cluster_id: "c1" },
      'node_pool_name: "node_pool_name": one of `name,node_pool_name` must be specified',
    ],
    [
      "both of two names",
      POOL,
      { ...pool, name: "b" },
      'node_pool_name: "node_pool_name": only one of `name,node_pool_name` can be specified, but `name,node_pool_name` were specified.',
    ],
    [
      "none of several sources",
      "alicloud_security_group_rule",
      { type: "ingress", ip_protocol: "tcp", security_group_id: "sg-1" },
      'cidr_ip: "cidr_ip": one of `cidr_ip,ipv6_cidr_ip,prefix_list_id,source_security_group_id` must be specified',
    ],
    [
      "a word that is not in the list",
      "alicloud_kms_key",
      { origin: "aliyun" },
      "origin: expected origin to be one of [Aliyun_KMS EXTERNAL], got aliyun",
    ],
    [
      "a number outside the range",
      CLUSTER,
      { ...cluster, node_cidr_mask: "23" },
      "node_cidr_mask: expected node_cidr_mask to be in the range (24 - 28), got 23",
    ],
    [
      "a broken number",
      CLUSTER,
      { ...cluster, node_cidr_mask: 24.5 },
      "node_cidr_mask: node_cidr_mask: must be a whole number, got 24.5",
    ],
    [
      "a number below the minimum",
      POOL,
      { ...pool, instance_patterns: [{ instance_family_level: "EntryLevel", cores: -1 }] },
      "instance_patterns[0].cores: expected instance_patterns.0.cores to be at least (0), got -1",
    ],
    [
      "a name that is too long",
      CLUSTER,
      { ...cluster, name: "n".repeat(64) },
      "name: expected length of name to be in the range (1 - 63), got nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
    ],
    [
      "a vSwitch id of another kind",
      CLUSTER,
      { vswitch_ids: ["vpc-1"] },
      "vswitch_ids[0]: invalid value for vswitch_ids.0 (should start with 'vsw-'.)",
    ],
    [
      "an empty list where one item is needed",
      CLUSTER,
      { zone_ids: [] },
      "zone_ids: zone_ids: attribute supports 1 item as a minimum, config has 0 declared",
    ],
    [
      "six items where five may be",
      CLUSTER,
      { zone_ids: ["a", "b", "c", "d", "e", "f"] },
      "zone_ids: zone_ids: attribute supports 5 item maximum, config has 6 declared",
    ],
  ])("%s is refused", (_, type, body, problem) => {
    expect(problemsOf(type, body)).toEqual([problem]);
  });

  test("an argument with any unknown part is not looked into, as in the SDK", () => {
    const disks = [{ size: 1 }, { size: 40, kms_key_id: "${var.key}" }];
    expect(problemsOf(POOL, { ...pool, data_disks: disks }, { variable: { key: {} } })).toEqual([]);
    expect(problemsOf(POOL, { ...pool, data_disks: disks.slice(0, 1) })).toEqual([
      "data_disks[0].size: expected data_disks.0.size to be in the range (40 - 32767), got 1",
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

describe("kubernetes", () => {
  const namespace = "kubernetes_namespace_v1";

  test.each<[string, string, object, string]>([
    [
      "a label that the API does not take",
      namespace,
      { metadata: { labels: { a: "b c" } } },
      "metadata[0].labels",
    ],
    ["two names", namespace, { metadata: [{ name: "a", generate_name: "b" }] }, "metadata[0].name"],
    ["a namespace without metadata", namespace, {}, ""],
    [
      "data that is not base64",
      "kubernetes_config_map_v1",
      { metadata: {}, binary_data: { a: "?" } },
      "binary_data",
    ],
    [
      "an unknown policy",
      "kubernetes_storage_class_v1",
      { metadata: {}, storage_provisioner: "p", reclaim_policy: "Keep" },
      "reclaim_policy",
    ],
  ])("%s is refused", (_, type, body, path) => {
    const paths = judge({ resource: { [type]: { it: body } } }).map((problem) => problem.path);
    expect(paths).toContain(path);
  });

  test("types that the provider does not have are refused", () => {
    expect(problemsOf("kubernetes_name_space", {})).toEqual([
      ": the provider has no resource kubernetes_name_space",
    ]);
  });

  test("a namespace with what Terraform knows only later is accepted", () => {
    const labels = { team: "${alicloud_vpc.main.vpc_name}" };
    expect(problemsOf(namespace, { metadata: [{ name: "${alicloud_vpc.main.id}", labels }] })).toEqual([]);
  });
});

describe("provider blocks", () => {
  test("are judged, too", () => {
    expect(judge({ provider: { alicloud: [{ regoin: "cn-hangzhou", alias: "a" }] } })).toEqual([
      {
        address: "provider.alicloud",
        path: "regoin",
        message: 'No argument or block type is named "regoin".',
      },
    ]);
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
