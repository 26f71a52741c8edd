import { checkChange, type GuardFinding, type Values } from "cdktf-ack/guard";
import { CLUSTER, destruction, POOL, update } from "./support";

const ADDON = "alicloud_cs_kubernetes_addon";
const SCALING = "alicloud_cs_autoscaling_config";
const EDGE = "alicloud_cs_edge_kubernetes";
const SERVERLESS = "alicloud_cs_serverless_kubernetes";

interface Case {
  readonly name: string;
  readonly type: string;
  readonly before: Values;
  readonly violating: Values;
  readonly legal: Values;
  readonly want: string;
}

const cases: readonly Case[] = [
  {
    name: "a tier of Pro",
    type: CLUSTER,
    before: { cluster_spec: "ack.pro.small" },
    violating: { cluster_spec: "ack.pro.xlarge" },
    legal: { cluster_spec: "ack.pro.small" },
    want: "the provider migrates from ack.standard to Pro",
  },
  {
    name: "Pro back to Basic",
    type: SERVERLESS,
    before: { cluster_spec: "ack.pro.small" },
    violating: { cluster_spec: "ack.standard" },
    legal: {},
    want: "the provider migrates from ack.standard to Pro",
  },
  {
    name: "Pod vSwitches",
    type: CLUSTER,
    before: { pod_vswitch_ids: ["vsw-a"] },
    violating: { pod_vswitch_ids: ["vsw-a", "vsw-b"] },
    legal: { vswitch_ids: ["vsw-a", "vsw-b"] },
    want: "pod_vswitch_ids as it was created",
  },
  {
    name: "add-ons of the creation",
    type: CLUSTER,
    before: { addons: [{ name: "flannel" }] },
    violating: { addons: [{ name: "flannel" }, { name: "csi-plugin" }] },
    legal: { addons: [{ name: "flannel", disabled: false, config: "" }] },
    want: "addons as it was created",
  },
  {
    name: "log components that are all taken away",
    type: CLUSTER,
    before: { control_plane_log_components: ["apiserver", "kcm"] },
    violating: { control_plane_log_components: [] },
    legal: { control_plane_log_components: ["kcm"] },
    want: "control_plane_log_components with a value",
  },
  {
    name: "an argument of an edge cluster",
    type: EDGE,
    before: { worker_disk_size: 40 },
    violating: { worker_disk_size: 80 },
    legal: { tags: { team: "shop" } },
    want: "worker_disk_size as it was created",
  },
  {
    name: "a switch of the autoscaler that goes off",
    type: SCALING,
    before: { skip_nodes_with_system_pods: true },
    violating: { skip_nodes_with_system_pods: false },
    legal: { scale_down_enabled: false },
    want: "skip_nodes_with_system_pods with a value",
  },
  {
    name: "a number of the autoscaler that becomes 0",
    type: SCALING,
    before: { min_replica_count: 2 },
    violating: { min_replica_count: 0 },
    legal: { min_replica_count: 1 },
    want: "min_replica_count with a value",
  },
  {
    name: "a key of an add-on that goes",
    type: ADDON,
    before: { config: '{"a":{"b":"1","c":"2"},"d":"3"}' },
    violating: { config: '{"a":{"c":"2"},"d":"4"}' },
    legal: { config: '{"a":{"c":"3","b":"1"},"d":"4","e":"5"}' },
    want: "all keys that were set",
  },
  {
    name: "changes beside a smaller node_count",
    type: POOL,
    before: { node_count: 3 },
    violating: { node_count: 2, labels: [{ key: "a", value: "b" }] },
    legal: { node_count: 4, labels: [{ key: "a", value: "b" }] },
    want: "a smaller node_count alone",
  },
  {
    name: "an encrypted password alone",
    type: POOL,
    before: { kms_encrypted_password: "a" },
    violating: { kms_encrypted_password: "b" },
    legal: { kms_encrypted_password: "b", tags: { rotated: "2026" } },
    want: "kms_encrypted_password together with another change",
  },
];

const ignoredOf = (findings: readonly GuardFinding[]) =>
  findings.filter(({ rule }) => rule === "change-ignored");

describe.each(cases)("$name", ({ type, before, violating, legal, want }) => {
  test("is planned and never made", () => {
    const [finding, ...others] = ignoredOf(checkChange(update(type, before, violating)));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "error", change: "ignored" });
    expect(finding?.want).toContain(want);
    expect(finding?.fix).toBeDefined();
  });

  test("is nothing when it stays, or when another change is made", () => {
    expect(ignoredOf(checkChange(update(type, before, legal)))).toEqual([]);
  });

  test("is made when the resource is replaced", () => {
    const change = { ...update(type, before, violating), actions: ["delete", "create"] as const };
    expect(ignoredOf(checkChange({ ...change, reason: "replace_by_request" }))).toEqual([]);
  });
});

test("names the keys that an add-on loses, and none of its values", () => {
  const before = { config: '{"a":{"b":"secret-1"},"d":"secret-2"}' };
  const [finding] = checkChange(update(ADDON, before, { config: '{"a":{}}' }));
  expect(finding?.got).toBe("config without a.b, d");
});

test.each([["not json"], ["[1]"], [null]])(
  "settings of an add-on that are no object are not judged: %s",
  (config) => {
    expect(checkChange(update(ADDON, { config }, { config: "{}" }))).toEqual([]);
  },
);

test("the migration to vswitch_ids is no ignored change, what stays of the old argument is one", () => {
  const before = { worker_vswitch_ids: ["vsw-a"], vswitch_ids: null };
  const after = { worker_vswitch_ids: null, vswitch_ids: ["vsw-a"] };
  expect(ignoredOf(checkChange(update(CLUSTER, before, after)))).toEqual([]);
  expect(ignoredOf(checkChange(update(CLUSTER, before, { worker_vswitch_ids: ["vsw-b"] })))).toHaveLength(1);
});

test("an argument without any effect is a warning", () => {
  const change = update(
    CLUSTER,
    { load_balancer_spec: "slb.s1.small" },
    { load_balancer_spec: "slb.s2.small" },
  );
  expect(checkChange(change)).toMatchObject([{ rule: "change-ignored", severity: "warning" }]);
});

test("a cluster that was just imported takes what Terraform cannot read into its state, which is a note", () => {
  const unread = { name_prefix: null, slb_internet_enabled: null, pod_vswitch_ids: null };
  const given = { name_prefix: "Terraform-Creation", slb_internet_enabled: true, pod_vswitch_ids: ["vsw-a"] };
  const imported = checkChange(update(CLUSTER, unread, given));
  expect(imported.map(({ severity }) => severity)).toEqual(["note", "note", "note"]);
  const importing = {
    ...update(CLUSTER, { pod_vswitch_ids: null }, { pod_vswitch_ids: ["vsw-a"] }),
    importing: true,
  };
  expect(checkChange(importing)).toMatchObject([{ severity: "note" }]);
});

test("a create-only argument that is known after the apply only is ignored all the same", () => {
  const change = { ...update(CLUSTER, { pod_vswitch_ids: ["vsw-a"] }, { pod_vswitch_ids: undefined }) };
  const [finding] = checkChange({ ...change, afterUnknown: { pod_vswitch_ids: true } });
  expect(finding?.got).toBe('pod_vswitch_ids ["vsw-a"] -> (known after apply)');
});

test("a switch of the autoscaler that is off from the start is not sent, where the service has it on", () => {
  const create = (after: Values) =>
    checkChange({ address: `${SCALING}.a`, type: SCALING, actions: ["create"], before: null, after });
  expect(create({ scale_up_from_zero: false })).toMatchObject([
    { rule: "change-ignored", severity: "error" },
  ]);
  expect(create({ scale_up_from_zero: null, skip_nodes_with_local_storage: false })).toEqual([]);
});

test("an add-on that is destroyed stays installed, unless the cluster goes", () => {
  expect(checkChange(destruction(ADDON))).toMatchObject([{ rule: "change-ignored", severity: "warning" }]);
  expect(checkChange(destruction(ADDON), { clusterGoes: true })).toEqual([]);
});

describe("a step that the provider refuses", () => {
  test.each([[false], [null]])("is RRSA from true to %s", (value) => {
    const change = update(CLUSTER, { enable_rrsa: true }, { enable_rrsa: value });
    expect(checkChange(change)).toMatchObject([
      { rule: "step-refused", severity: "error", change: "refused" },
    ]);
    expect(checkChange(update(CLUSTER, { enable_rrsa: value }, { enable_rrsa: true }))).toEqual([]);
  });

  test("is to take workers from an edge cluster", () => {
    expect(checkChange(update(EDGE, { worker_number: 3 }, { worker_number: 2 }))).toMatchObject([
      { rule: "step-refused" },
    ]);
    expect(checkChange(update(EDGE, { worker_number: 3 }, { worker_number: 4 }))).toEqual([]);
  });
});

describe("what an update does beside", () => {
  test.each([
    [CLUSTER, { security_group_id: "sg-b" }, "control-plane-restarts"],
    [CLUSTER, { custom_san: "api.example.com" }, "control-plane-restarts"],
    [CLUSTER, { version: "1.35.1-aliyun.1" }, "nodes-roll"],
    [
      CLUSTER,
      { version: "1.35.1-aliyun.1", upgrade_policy: [{ control_plane_only: true }] },
      "control-plane-restarts",
    ],
    [POOL, { kubelet_configuration: [{ max_pods: "64" }] }, "nodes-roll"],
  ])("is a note: %s %j", (type, after, rule) => {
    expect(checkChange(update(type, {}, after))).toMatchObject([{ rule, severity: "note" }]);
  });

  test("is a warning where nodes go undrained", () => {
    const instances = checkChange(update(POOL, { instances: ["i-1", "i-2"] }, { instances: ["i-2"] }));
    expect(instances).toMatchObject([
      { rule: "nodes-released", got: "instances without i-1", change: "release" },
    ]);
    const count = checkChange(update(POOL, { node_count: 3 }, { node_count: 2 }));
    expect(count).toMatchObject([{ rule: "nodes-released", got: "node_count 3 -> 2" }]);
  });
});
