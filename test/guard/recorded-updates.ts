import type { RecordedChange } from "./recorded-states";

/** Planned in place, and ignored or refused by the provider. */
export const flagged: readonly RecordedChange[] = [
  {
    name: "cluster_spec/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { cluster_spec: "ack.pro.small" },
    after: { cluster_spec: "ack.pro.xlarge" },
  },
  {
    name: "control_plane_log_components/remove",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { control_plane_log_components: ["apiserver", "kcm", "scheduler"] },
    after: { control_plane_log_components: null },
  },
  {
    name: "enable_rrsa/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { enable_rrsa: true },
    after: { enable_rrsa: false },
  },
  {
    name: "enable_rrsa/remove",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { enable_rrsa: true },
    after: { enable_rrsa: null },
  },
  {
    name: "is_enterprise_security_group/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { is_enterprise_security_group: true },
    after: { is_enterprise_security_group: false },
  },
  {
    name: "new_nat_gateway/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { new_nat_gateway: false },
    after: { new_nat_gateway: true },
  },
  {
    name: "pod_vswitch_ids/set_first",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { pod_vswitch_ids: ["vsw-bp1cccccccccccccccccc"] },
    after: { pod_vswitch_ids: ["vsw-otherccc"] },
  },
  {
    name: "slb_internet_enabled/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { slb_internet_enabled: false },
    after: { slb_internet_enabled: true },
  },
  {
    name: "user_ca/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { user_ca: "ca.pem" },
    after: { user_ca: "ca.pemx" },
  },
  {
    name: "worker_vswitch_ids/append",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { worker_vswitch_ids: ["vsw-bp1aaaaaaaaaaaaaaaaaa", "vsw-bp1bbbbbbbbbbbbbbbbbb"] },
    after: { worker_vswitch_ids: ["vsw-bp1aaaaaaaaaaaaaaaaaa", "vsw-bp1bbbbbbbbbbbbbbbbbb", "vsw-otheraaa"] },
  },
  {
    name: "zone_ids/drop_last",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { zone_ids: ["cn-hangzhou-h", "cn-hangzhou-i"] },
    after: { zone_ids: ["cn-hangzhou-h"] },
  },
  {
    name: "addons[0].version/add",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { addons: [{ disabled: false }] },
    after: { addons: [{ version: "v1.30.1" }] },
  },
];

/** Planned in place, and made in place. */
export const quiet: readonly RecordedChange[] = [
  {
    name: "control_plane_log_components/append",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { control_plane_log_components: ["apiserver", "kcm", "scheduler"] },
    after: { control_plane_log_components: ["apiserver", "kcm", "scheduler", "ccm"] },
  },
  {
    name: "deletion_protection/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { deletion_protection: true },
    after: { deletion_protection: false },
  },
  {
    name: "name/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { name: "prod" },
    after: { name: "prodx" },
  },
  {
    name: "resource_group_id/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { resource_group_id: "rg-acfmxxxxxxxxxxx" },
    after: { resource_group_id: "rg-acfmxxxxxxxxxxxx" },
  },
  {
    name: "retain_resources/append",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { retain_resources: ["sg-a", "slb-b"] },
    after: { retain_resources: ["sg-a", "slb-b", "sg-ax"] },
  },
  {
    name: "tags/set_value",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { tags: { env: "prod", team: "a" } },
    after: { tags: { env: "prodx", team: "a" } },
  },
  {
    name: "timezone/set",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { timezone: "Asia/Shanghai" },
    after: { timezone: "Europe/Berlin" },
  },
  {
    name: "delete_options/append_block",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: {
      delete_options: [
        { delete_mode: "delete", resource_type: "SLB" },
        { delete_mode: "retain", resource_type: "ALB" },
      ],
    },
    after: {
      delete_options: [
        { resource_type: "SLB", delete_mode: "delete" },
        { resource_type: "ALB", delete_mode: "retain" },
        { resource_type: "ALB", delete_mode: "retain" },
      ],
    },
  },
  {
    name: "instance_types/append",
    type: "alicloud_cs_kubernetes_node_pool",
    actions: ["update"],
    before: { instance_types: ["ecs.g7.xlarge", "ecs.g8i.xlarge"] },
    after: { instance_types: ["ecs.g7.xlarge", "ecs.g8i.xlarge", "ecs.g7.xlargex"] },
  },
  {
    name: "name/set",
    type: "alicloud_cs_kubernetes_node_pool",
    actions: ["update"],
    before: { name: "old" },
    after: { name: "oldx" },
  },
  {
    name: "resource_group_id/set",
    type: "alicloud_cs_kubernetes_node_pool",
    actions: ["update"],
    before: { resource_group_id: "rg-a" },
    after: { resource_group_id: "rg-ax" },
  },
  {
    name: "tags/set_value",
    type: "alicloud_cs_kubernetes_node_pool",
    actions: ["update"],
    before: { tags: { env: "prod", team: "a" } },
    after: { tags: { env: "prodx", team: "a" } },
  },
  {
    name: "labels/append_block",
    type: "alicloud_cs_kubernetes_node_pool",
    actions: ["update"],
    before: {
      labels: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
      ],
    },
    after: {
      labels: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
        { key: "bx", value: "2" },
      ],
    },
  },
  {
    name: "special/worker_vswitch_to_vswitch",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { vswitch_ids: ["vsw-bp1aaaaaaaaaaaaaaaaaa"], worker_vswitch_ids: ["vsw-a"] },
    after: { vswitch_ids: ["vsw-a"], worker_vswitch_ids: null },
  },
  {
    name: "special/zone_to_vswitch",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { vswitch_ids: ["vsw-bp1aaaaaaaaaaaaaaaaaa"], zone_ids: ["cn-hangzhou-h"] },
    after: { vswitch_ids: ["vsw-a"], zone_ids: null },
  },
  {
    name: "special/spec_up",
    type: "alicloud_cs_managed_kubernetes",
    actions: ["update"],
    before: { cluster_spec: "ack.standard" },
    after: { cluster_spec: "ack.pro.small" },
  },
];
