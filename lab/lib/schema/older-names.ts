/** Objects of Kubernetes that the provider has with and without the version of their API in the name. */
const unversioned = [
  ...[
    "api_service",
    "cluster_role",
    "cluster_role_binding",
    "config_map",
    "default_service_account",
    "deployment",
  ],
  ...["endpoints", "ingress_class", "job", "limit_range", "namespace", "network_policy", "persistent_volume"],
  ...["persistent_volume_claim", "pod", "priority_class", "replication_controller", "resource_quota", "role"],
  ...["role_binding", "secret", "service", "service_account", "stateful_set", "storage_class"],
];

/** Names under which a provider has a resource or a data source, too: the same one, with all that it says of itself. */
export const OLDER_NAMES: Readonly<Record<string, string>> = {
  alicloud_disk: "alicloud_ecs_disk",
  alicloud_disk_attachment: "alicloud_ecs_disk_attachment",
  alicloud_eip: "alicloud_eip_address",
  alicloud_eips: "alicloud_eip_addresses",
  alicloud_key_pair: "alicloud_ecs_key_pair",
  alicloud_launch_template: "alicloud_ecs_launch_template",
  alicloud_slb: "alicloud_slb_load_balancer",
  alicloud_slbs: "alicloud_slb_load_balancers",
  alicloud_snapshot_policy: "alicloud_ecs_auto_snapshot_policy",
  kubernetes_daemonset: "kubernetes_daemon_set_v1",
  ...Object.fromEntries(unversioned.map((name) => [`kubernetes_${name}`, `kubernetes_${name}_v1`])),
};
