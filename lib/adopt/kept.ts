/**
 * What an adopted resource keeps, whatever the construct writes by itself, at aliyun/alicloud 1.289.0. Terraform is told to
 * ignore it, so that the plan of an adoption changes nothing that nobody asked for. A test holds the table against the
 * schema of the provider and its ForceNew arguments.
 */
export interface Kept {
  /** Arguments that are ignored in any case, unless an override says them. */
  readonly always: readonly string[];
  /** Arguments that the construct has defaults for, ignored unless the prop is given. */
  readonly unlessGiven?: Readonly<Record<string, readonly string[]>>;
  /** Arguments that the provider reads back, and that Terraform would take away where the construct writes none. */
  readonly unlessWritten: readonly string[];
}

/** Of these an import learns nothing, and the provider sends them at creation alone. */
const sentAtCreation = [
  "addons",
  "name_prefix",
  "new_nat_gateway",
  "pod_vswitch_ids",
  "slb_internet_enabled",
];

/** An import learns nothing of them either, and to write them would replace the cluster. */
const neverReadBack = ["api_audiences", "service_account_issuer"];

const ofAnyCluster = {
  removalPolicy: ["deletion_protection"],
  // Terway does not use it, and nobody knows what the service answers then.
  nodeCidrMask: ["node_cidr_mask"],
  // Clusters without nodes have none.
  proxyMode: ["proxy_mode"],
};

export const kept: Readonly<Record<string, Kept>> = {
  alicloud_cs_managed_kubernetes: {
    always: [...sentAtCreation, ...neverReadBack, "is_enterprise_security_group"],
    unlessGiven: { ...ofAnyCluster, rrsa: ["enable_rrsa"] },
    unlessWritten: [
      "auto_mode",
      "control_plane_log_components",
      "custom_san",
      "enable_rrsa",
      "encryption_provider_key",
      "pod_cidr",
      "tags",
      "timezone",
    ],
  },
  // ACK makes no more of them, so that nothing can be meant by what would replace one. Its masters are of that kind.
  alicloud_cs_kubernetes: {
    always: [
      ...sentAtCreation,
      ...neverReadBack,
      ...["enable_ssh", "install_cloud_monitor", "is_enterprise_security_group", "key_name"],
      ...["master_auto_renew", "master_auto_renew_period", "master_disk_category"],
      ...["master_disk_performance_level", "master_disk_size", "master_disk_snapshot_policy_id"],
      ...["master_instance_charge_type", "master_instance_types", "master_period", "master_period_unit"],
      ...["master_vswitch_ids", "os_type", "password", "timezone"],
    ],
    unlessGiven: ofAnyCluster,
    unlessWritten: ["custom_san", "pod_cidr", "tags"],
  },
  alicloud_cs_kubernetes_node_pool: {
    always: ["install_cloud_monitor"],
    unlessGiven: {
      name: ["node_pool_name"],
      placement: ["vswitch_ids"],
      imageType: ["image_type", "image_id"],
      systemDisk: [
        "system_disk_bursting_enabled",
        "system_disk_category",
        "system_disk_encrypted",
        "system_disk_kms_key",
        "system_disk_performance_level",
        "system_disk_provisioned_iops",
        "system_disk_size",
      ],
    },
    unlessWritten: [
      ...["auto_mode", "auto_renew", "auto_renew_period", "cis_enabled", "compensate_with_on_demand"],
      ...[
        "containerd_config",
        "data_disks",
        "deployment_set_id",
        "desired_size",
        "instance_metadata_options",
      ],
      ...["instance_patterns", "internet_charge_type", "internet_max_bandwidth_out", "key_name"],
      ...["kubelet_configuration", "labels", "login_as_non_root", "on_demand_base_capacity"],
      ...["on_demand_percentage_above_base_capacity", "period", "period_unit", "pre_user_data"],
      ...["private_pool_options", "rds_instances", "security_hardening_os", "soc_enabled"],
      ...["spot_instance_pools", "spot_instance_remedy", "spot_price_limit", "system_disk_encrypt_algorithm"],
      ...["system_disk_snapshot_policy_id", "tags", "taints", "tee_config", "unschedulable", "user_data"],
    ],
  },
  alicloud_cs_kubernetes_addon: {
    always: [],
    // It was long for the sake of the creation.
    unlessGiven: { timeouts: ["timeouts"] },
    unlessWritten: [],
  },
  alicloud_vpc: {
    always: [],
    unlessGiven: { name: ["vpc_name"] },
    unlessWritten: [
      ...[
        "classic_link_enabled",
        "description",
        "ipv4_cidr_mask",
        "ipv4_ipam_pool_id",
        "secondary_cidr_mask",
      ],
      ...["system_route_table_description", "system_route_table_name", "tags"],
    ],
  },
  alicloud_vpc_ipv4_cidr_block: { always: [], unlessWritten: ["ipv4_ipam_pool_id", "secondary_cidr_mask"] },
  alicloud_vswitch: {
    always: ["vswitch_name"],
    unlessWritten: ["description", "tags", "vpc_ipv6_cidr_block"],
  },
  alicloud_kms_key: {
    // A key is what it was made as; to replace it is to lose what it has encrypted.
    always: ["key_spec", "key_usage", "protection_level"],
    unlessGiven: { removalPolicy: ["deletion_protection"], description: ["description"] },
    unlessWritten: ["deletion_protection_description", "rotation_interval", "tags"],
  },
};

/** What a resource keeps. */
export interface Keeping {
  readonly type: string;
  readonly isGiven: (prop: string) => boolean;
  /** The arguments that are written, by the construct or an override. */
  readonly written: ReadonlySet<string>;
  readonly overridden: ReadonlySet<string>;
}

/** The arguments that Terraform has to ignore, sorted. */
export function keptArguments({ type, isGiven, written, overridden }: Keeping): string[] {
  const { always, unlessGiven = {}, unlessWritten } = (Object.hasOwn(kept, type) && kept[type]) || nothing;
  const all = new Set([
    ...always,
    ...Object.entries(unlessGiven).flatMap(([prop, names]) => (isGiven(prop) ? [] : names)),
    ...unlessWritten.filter((name) => !written.has(name)),
  ]);
  return [...all].filter((name) => !overridden.has(name)).sort();
}

const nothing: Kept = { always: [], unlessWritten: [] };
