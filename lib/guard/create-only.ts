import type { Values } from "./change";
import { forceNew } from "./force-new";

/**
 * Arguments that only the creation of a resource sends, at aliyun/alicloud 1.289.0. Terraform plans a change of them in
 * place, the provider calls nothing, and the state says from then on what is not so.
 */
const createOnly: Readonly<Record<string, readonly string[]>> = {
  alicloud_cs_managed_kubernetes: [
    "addons",
    "is_enterprise_security_group",
    "load_balancer_spec",
    "name_prefix",
    "new_nat_gateway",
    "pod_vswitch_ids",
    "slb_internet_enabled",
    "user_ca",
    "worker_vswitch_ids",
    "zone_ids",
  ],
  alicloud_cs_kubernetes: [
    "addons",
    "enable_ssh",
    "kms_encrypted_password",
    "kms_encryption_context",
    "load_balancer_spec",
    "name_prefix",
    "new_nat_gateway",
    "password",
    "pod_vswitch_ids",
    "rds_instances",
    "runtime",
    "slb_internet_enabled",
    "user_ca",
  ],
  alicloud_cs_edge_kubernetes: [
    "addons",
    "availability_zone",
    "cluster_spec",
    "install_cloud_monitor",
    "is_enterprise_security_group",
    "key_name",
    "load_balancer_spec",
    "log_config",
    "new_nat_gateway",
    "node_cidr_mask",
    "password",
    "pod_cidr",
    "proxy_mode",
    "rds_instances",
    "resource_group_id",
    "runtime",
    "security_group_id",
    "service_cidr",
    "slb_internet_enabled",
    "user_data",
    "worker_data_disks",
    "worker_disk_category",
    "worker_disk_performance_level",
    "worker_disk_size",
    "worker_disk_snapshot_policy_id",
    "worker_instance_charge_type",
    "worker_instance_types",
    "worker_vswitch_ids",
  ],
  alicloud_cs_serverless_kubernetes: [
    "addons",
    "load_balancer_spec",
    "logging_type",
    "name_prefix",
    "new_nat_gateway",
    "private_zone",
    "service_discovery_types",
    "sls_project_name",
    "time_zone",
    "zone_id",
  ],
  alicloud_cs_kubernetes_node_pool: ["eflo_node_group"],
};

/** Create-only arguments that do nothing at creation either, or nothing any more: to change them misleads nobody much. */
const withoutEffect = ["load_balancer_spec", "name_prefix"];

/** Arguments that are sent only when they are not empty: once set, they cannot be taken back. */
const neverEmptied: Readonly<Record<string, readonly string[]>> = {
  alicloud_cs_managed_kubernetes: ["control_plane_log_components"],
  alicloud_cs_kubernetes_node_pool: ["management.max_unavailable"],
  alicloud_cs_autoscaling_config: [
    "daemonset_eviction_for_nodes",
    "max_graceful_termination_sec",
    "min_replica_count",
    "recycle_node_deletion_enabled",
    "scale_up_from_zero",
    "skip_nodes_with_local_storage",
    "skip_nodes_with_system_pods",
  ],
};

/** Where the service takes another value than the empty one when nothing is sent, which is what creation does, too. */
const defaultsOfService: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alicloud_cs_autoscaling_config: {
    max_graceful_termination_sec: "14400",
    scale_up_from_zero: "true",
    skip_nodes_with_system_pods: "true",
  },
};

/** Defaults of the provider for create-only arguments. A state has them; a synthesized document may not. */
const defaults: Readonly<Record<string, Values>> = {
  alicloud_cs_managed_kubernetes: {
    name_prefix: "Terraform-Creation",
    new_nat_gateway: true,
    slb_internet_enabled: true,
  },
};

/** The arguments of a synthesized resource as the provider takes them, with its defaults as far as they matter here. */
export function withDefaults(type: string, values: Values): Values {
  const replacing = Object.hasOwn(forceNew, type) ? forceNew[type]?.defaults : undefined;
  return { ...(Object.hasOwn(defaults, type) ? defaults[type] : {}), ...replacing, ...values };
}

/** What is known of how the provider sends the arguments of a type. */
export interface Sending {
  readonly createOnly: readonly string[];
  readonly withoutEffect: readonly string[];
  readonly neverEmptied: readonly string[];
  readonly defaultsOfService: Readonly<Record<string, string>>;
}

export function sendingOf(type: string): Sending {
  const of = <T>(table: Readonly<Record<string, T>>, otherwise: T): T =>
    Object.hasOwn(table, type) ? (table[type] ?? otherwise) : otherwise;
  return {
    createOnly: of(createOnly, []),
    withoutEffect,
    neverEmptied: of(neverEmptied, []),
    defaultsOfService: of(defaultsOfService, {}),
  };
}

/** The types with create-only arguments, for tests. */
export const createOnlyTypes: readonly string[] = Object.keys(createOnly);
