import { expectAccepted, judge } from "../../lib/core";
import { POOL, pool, problemsOf, stack, vpc, vswitch } from "./judge-stack";

describe("references", () => {
  test.each<[string, object, string]>([
    [
      "a resource that is not there",
      { vpc_id: "${alicloud_vpc.other.id}" },
      "vpc_id: refers to alicloud_vpc.other, which is not declared",
    ],
    [
      "a data source that is not there",
      { description: "in ${data.alicloud_zones.all.ids}" },
      "description: refers to data.alicloud_zones.all, which is not declared",
    ],
    [
      "an attribute that is not in the schema",
      { description: "${alicloud_vpc.main.vpc_id}" },
      'description: refers to alicloud_vpc.main.vpc_id, but alicloud_vpc has no "vpc_id"',
    ],
    [
      "a resource inside a function",
      { description: '${join(",", [alicloud_vpc.other.id])}' },
      "description: refers to alicloud_vpc.other, which is not declared",
    ],
    [
      "a resource inside a nested template",
      { description: '${jsonencode({"a" = "${alicloud_vpc.other.id}"})}' },
      "description: refers to alicloud_vpc.other, which is not declared",
    ],
    [
      "a variable that is not declared",
      { description: "${var.text}" },
      "description: var.text is not declared",
    ],
    [
      "a list where a string belongs",
      { description: "${alicloud_vpc.main.user_cidrs}" },
      'description: Inappropriate value for attribute "description": string required.',
    ],
    [
      "a dependency that is not there",
      { depends_on: ["alicloud_vpc.other"] },
      "depends_on: refers to alicloud_vpc.other, which is not declared",
    ],
    ["a dependency that is no address", { depends_on: ["network"] }, "depends_on: network is no address"],
    [
      "an ignored argument that is not in the schema",
      { lifecycle: { ignore_changes: ["tag"] } },
      'lifecycle.ignore_changes: alicloud_vswitch has no "tag"',
    ],
    [
      "a trigger that is not there",
      { lifecycle: { replace_triggered_by: ["terraform_data.x"] } },
      "lifecycle.replace_triggered_by: refers to terraform_data.x, which is not declared",
    ],
  ])("%s is refused", (_, more, problem) => {
    expect(problemsOf("alicloud_vswitch", { zone_id: "h", ...more })).toEqual([problem]);
  });

  test("a string where a list belongs is refused, even if it is a reference", () => {
    expect(problemsOf(POOL, { ...pool, vswitch_ids: "${alicloud_vswitch.a.id}" })).toEqual([
      'vswitch_ids: Inappropriate value for attribute "vswitch_ids": list of string required.',
    ]);
  });

  test("outputs and locals are read, too", () => {
    expect(judge(stack({}, { output: { vpc: { value: "${alicloud_vpc.mian.id}" } } }))).toEqual([
      { address: "output.vpc", path: "value", message: "refers to alicloud_vpc.mian, which is not declared" },
    ]);
  });
});

describe("what is accepted", () => {
  test("a stack as cdktf writes it", () => {
    expectAccepted({
      "//": { metadata: { backend: "local" } },
      data: { alicloud_zones: { all: { "//": {}, available_resource_creation: "VSwitch" } } },
      locals: { names: '${[for v in alicloud_vswitch.a[*] : v.id if v.name != "not alicloud_x.y.z"]}' },
      provider: { alicloud: [{ region: "cn-hangzhou" }] },
      resource: {
        alicloud_vpc: {
          main: { "//": { metadata: { path: "shop/vpc" } }, ...vpc, tags: { n: 1 }, dry_run: "true" },
        },
        alicloud_vswitch: {
          a: {
            ...vswitch,
            count: 2,
            depends_on: ["alicloud_vpc.main", "data.alicloud_zones.all"],
            lifecycle: { ignore_changes: ["zone_id"], prevent_destroy: true },
            provider: "alicloud",
            zone_id: "${data.alicloud_zones.all.zones[count.index].id}",
          },
        },
        alicloud_cs_managed_kubernetes: {
          it: {
            name: "shop",
            node_cidr_mask: "25",
            operation_policy: [{ cluster_auto_upgrade: [{ enabled: true }] }],
            timeouts: { create: "1h30m" },
            vswitch_ids: "${alicloud_vswitch.a[*].id}",
            worker_vswitch_ids: null,
          },
        },
        kubernetes_namespace_v1: { it: { metadata: { name: "${alicloud_cs_managed_kubernetes.it.name}" } } },
      },
      terraform: { required_providers: { alicloud: {}, kubernetes: {} } },
    });
  });

  test("an escaped interpolation is text", () => {
    expect(
      problemsOf("alicloud_vswitch", { zone_id: "h", description: "$${alicloud_vpc.other.id}" }),
    ).toEqual([]);
  });
});

test("expectAccepted lists every problem with its address", () => {
  const bad = stack({ alicloud_vpc: { main: { ...vpc, dry_run: "yes", mask: 3 } } });
  expect(() => expectAccepted(bad)).toThrow(
    [
      "the provider would refuse this stack:",
      '  alicloud_vpc.main  mask: No argument or block type is named "mask".',
      '  alicloud_vpc.main  dry_run: Inappropriate value for attribute "dry_run": a bool is required.',
    ].join("\n"),
  );
});
