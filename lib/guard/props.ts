/** Props by which constructs say arguments that are called otherwise. The others are the argument in camelCase. */
export const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alicloud_cs_managed_kubernetes: {
    auto_mode: "autoMode",
    cluster_spec: "tier or edition",
    control_plane_log_components: "controlPlaneLogs",
    control_plane_log_project: "controlPlaneLogs",
    control_plane_log_ttl: "controlPlaneLogs",
    custom_san: "apiServerSans",
    deletion_protection: "removalPolicy",
    enable_rrsa: "rrsa",
    encryption_provider_key: "secretEncryption",
    node_cidr_mask: "nodeCidrMask of the network",
    operation_policy: "maintenanceWindow",
    pod_cidr: "podCidr of the network",
    profile: "the class of the cluster",
    service_cidr: "serviceCidr of the network",
    vswitch_ids: "the zones of the network, in the same order",
  },
  alicloud_cs_kubernetes: {
    deletion_protection: "removalPolicy",
    node_cidr_mask: "nodeCidrMask of the network",
    pod_cidr: "podCidr of the network",
    service_cidr: "serviceCidr of the network",
  },
  alicloud_cs_kubernetes_node_pool: {
    containerd_config: "runtime",
    desired_size: "capacity",
    image_id: "imageType",
    instance_charge_type: "billing",
    instance_types: "instances, in the same order",
    internet_charge_type: "publicIp",
    internet_max_bandwidth_out: "publicIp",
    key_name: "login",
    login_as_non_root: "login",
    node_name_mode: "nodeNames",
    node_pool_name: "name",
    rds_instances: "rdsInstanceIds",
    runtime_name: "runtime",
    runtime_version: "runtime",
    scaling_config: "capacity",
    security_hardening_os: "osHardening",
    soc_enabled: "osHardening",
    spot_price_limit: "billing",
    spot_strategy: "billing",
    system_disk_bursting_enabled: "systemDisk",
    system_disk_categories: "systemDisk",
    system_disk_category: "systemDisk",
    system_disk_encrypt_algorithm: "systemDisk",
    system_disk_encrypted: "systemDisk",
    system_disk_kms_key: "systemDisk",
    system_disk_performance_level: "systemDisk",
    system_disk_provisioned_iops: "systemDisk",
    system_disk_size: "systemDisk",
    system_disk_snapshot_policy_id: "systemDisk",
    tee_config: "confidentialComputing",
    vswitch_ids: "placement",
  },
  alicloud_vpc: { cidr_block: "cidr", enable_ipv6: "ipv6", vpc_name: "name" },
  alicloud_vswitch: { cidr_block: "nodeCidr or podCidr of the zone", zone_id: "zone" },
  alicloud_kms_key: {
    automatic_rotation: "rotationDays",
    deletion_protection: "removalPolicy",
    dkms_instance_id: "kmsInstanceId",
    rotation_interval: "rotationDays",
  },
};

/** The props that arguments come from, each once, in the order of the arguments. */
export function propsOf(type: string, names: readonly string[]): readonly string[] {
  const known = Object.hasOwn(renamed, type) ? (renamed[type] ?? {}) : {};
  return [
    ...new Set(
      names.map((name) => (Object.hasOwn(known, name) ? known[name] : undefined) ?? camelCase(name)),
    ),
  ];
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
