/** The arguments of a resource that the provider can change only by replacing the resource (ForceNew). */
export interface ForceNew {
  /** Those that have no value unless the configuration gives one. */
  readonly plain?: readonly string[];
  /** Those with a default of the provider, which counts when the configuration gives none. */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  /** Those that the service fills in: to leave them out is no change. */
  readonly filledIn?: readonly string[];
}

/**
 * What replaces the resources that matter, at aliyun/alicloud 1.289.0. A path has the names of its blocks. A test
 * compares the table with what was read from the source code of the provider.
 */
export const forceNew: Readonly<Record<string, ForceNew>> = {
  alicloud_cs_managed_kubernetes: {
    plain: [
      "api_audiences",
      "auto_mode",
      "auto_mode.enabled",
      "pod_cidr",
      "service_account_issuer",
      "service_cidr",
    ],
    defaults: { cluster_domain: "cluster.local", node_cidr_mask: 24, proxy_mode: "ipvs" },
    filledIn: ["ip_stack", "profile"],
  },
  alicloud_cs_kubernetes: {
    plain: [
      "api_audiences",
      "custom_san",
      "key_name",
      "master_disk_performance_level",
      "master_disk_snapshot_policy_id",
      "master_instance_types",
      "master_vswitch_ids",
      "pod_cidr",
      "proxy_mode",
      "service_account_issuer",
      "service_cidr",
      "timezone",
    ],
    defaults: {
      cluster_domain: "cluster.local",
      install_cloud_monitor: true,
      master_auto_renew: false,
      master_auto_renew_period: 1,
      master_disk_category: "cloud_efficiency",
      master_disk_size: 40,
      master_instance_charge_type: "PostPaid",
      master_period: 1,
      master_period_unit: "Month",
      node_cidr_mask: 24,
      os_type: "Linux",
    },
    filledIn: ["image_id", "is_enterprise_security_group", "node_name_mode", "platform", "security_group_id"],
  },
  alicloud_cs_edge_kubernetes: {},
  alicloud_cs_serverless_kubernetes: {
    plain: ["service_cidr"],
    defaults: { endpoint_public_access_enabled: false },
    filledIn: ["security_group_id", "vpc_id", "vswitch_ids"],
  },
  alicloud_ack_one_cluster: {
    plain: ["network", "network.vpc_id", "network.vswitches"],
    filledIn: ["cluster_name", "profile"],
  },
  alicloud_cs_kubernetes_node_pool: {
    plain: [
      "auto_mode",
      "auto_mode.enabled",
      "cis_enabled",
      "cluster_id",
      "deployment_set_id",
      "instance_metadata_options",
      "instance_metadata_options.http_tokens",
      "login_as_non_root",
      "security_hardening_os",
      "soc_enabled",
      "tee_config",
      "tee_config.tee_enable",
    ],
    filledIn: ["node_name_mode", "ram_role_name", "security_group_id", "security_group_ids", "type"],
  },
  alicloud_cs_kubernetes_addon: {
    plain: ["cluster_id", "name"],
  },
  alicloud_cs_autoscaling_config: {
    plain: ["cluster_id"],
  },
  alicloud_kms_key: {
    defaults: { protection_level: "SOFTWARE" },
    filledIn: ["dkms_instance_id", "key_spec", "key_usage", "origin"],
  },
  alicloud_kms_instance: {
    plain: ["vpc_id", "vswitch_ids", "zone_ids"],
    filledIn: ["payment_type"],
  },
  alicloud_kms_secret: {
    plain: ["dkms_instance_id", "encryption_key_id", "extended_config", "secret_name"],
    filledIn: ["secret_type"],
  },
  alicloud_nas_file_system: {
    plain: ["protocol_type", "redundancy_vswitch_ids", "storage_type", "vpc_id", "vswitch_id"],
    filledIn: ["encrypt_type", "file_system_type", "kms_key_id", "redundancy_type", "zone_id"],
  },
  alicloud_oss_bucket: {
    defaults: { redundancy_type: "LRS", storage_class: "Standard" },
    filledIn: ["bucket"],
  },
  alicloud_log_project: {
    filledIn: ["name", "project_name"],
  },
  alicloud_log_store: {
    plain: ["encrypt_conf.user_cmk_info", "telemetry_type"],
    defaults: { shard_count: 2 },
    filledIn: [
      "encrypt_conf.encrypt_type",
      "encrypt_conf.user_cmk_info.arn",
      "encrypt_conf.user_cmk_info.cmk_key_id",
      "encrypt_conf.user_cmk_info.region_id",
      "logstore_name",
      "name",
      "project",
      "project_name",
    ],
  },
  alicloud_ecs_disk: {
    plain: ["storage_set_id", "storage_set_partition_number"],
    filledIn: ["availability_zone", "encrypted", "kms_key_id", "multi_attach", "snapshot_id", "zone_id"],
  },
  alicloud_cr_ee_instance: {
    plain: ["instance_name", "payment_type", "renew_period"],
    filledIn: ["renewal_status"],
  },
  alicloud_cr_ee_namespace: {
    plain: ["instance_id", "name"],
  },
  alicloud_cr_ee_repo: {
    plain: ["instance_id", "name", "namespace"],
  },
  alicloud_vpc: {
    filledIn: ["ipv6_cidr_block", "is_default", "user_cidrs"],
  },
  alicloud_vswitch: {
    filledIn: ["availability_zone", "cidr_block", "is_default", "vpc_id", "zone_id"],
  },
  alicloud_nat_gateway: {
    plain: ["access_mode", "private_link_enabled", "vpc_id"],
    filledIn: [
      "access_mode.mode_value",
      "access_mode.tunnel_type",
      "availability_mode",
      "instance_charge_type",
      "internet_charge_type",
      "payment_type",
    ],
  },
  alicloud_eip_address: {
    plain: ["public_ip_address_pool_id", "security_protection_types"],
    filledIn: [
      "allocation_id",
      "high_definition_monitor_log_status",
      "instance_charge_type",
      "internet_charge_type",
      "ip_address",
      "isp",
      "netmode",
      "payment_type",
      "zone",
    ],
  },
  alicloud_security_group: {
    filledIn: ["security_group_type", "vpc_id"],
  },
  alicloud_slb_load_balancer: {
    plain: ["vswitch_id"],
    defaults: { address_ip_version: "ipv4" },
    filledIn: ["address", "address_type", "master_zone_id", "resource_group_id", "slave_zone_id"],
  },
  alicloud_alb_load_balancer: {
    plain: [
      "address_allocated_mode",
      "bandwidth_package_id",
      "load_balancer_billing_config",
      "load_balancer_billing_config.pay_type",
      "vpc_id",
    ],
    filledIn: ["address_ip_version"],
  },
  alicloud_nlb_load_balancer: {
    plain: ["vpc_id"],
    filledIn: ["address_ip_version", "bandwidth_package_id", "load_balancer_type", "payment_type"],
  },
};
