import type { Queries } from "../behaviour";
import { CREATED_AT } from "../plausible";
import { text } from "../reading";
import { CLUSTERS } from "../references";
import { freeAddresses } from "../services/addresses";
import { defaultResourceGroup, systemPolicies } from "./given";
import { listing } from "./rows";

/** Data sources that list what the account has. What it has not is not listed, even if it is assumed to exist. */
export const lists: Queries = {
  alicloud_vpcs: listing({
    of: ["alicloud_vpc"],
    as: ["vpcs"],
    self: "vpc_id",
    row: ({ id, values }, cloud) => ({
      vrouter_id: values["router_id"] ?? "",
      vswitch_ids: cloud
        .ofType("alicloud_vswitch")
        .flatMap((one) => (one.values["vpc_id"] === id ? [one.id] : [])),
    }),
  }),
  alicloud_vswitches: listing({
    of: ["alicloud_vswitch"],
    as: ["vswitches"],
    self: "vswitch_id",
    row: (vswitch, cloud) => ({ available_ip_address_count: freeAddresses(vswitch, cloud) }),
  }),
  alicloud_route_tables: listing({ of: ["alicloud_route_table"], as: ["tables"], self: "route_table_id" }),
  alicloud_nat_gateways: listing({
    of: ["alicloud_nat_gateway"],
    as: ["gateways"],
    self: "nat_gateway_id",
    row: ({ values }) => ({
      snat_table_ids: (text(values, "snat_table_ids") ?? "").split(","),
      forward_table_ids: (text(values, "forward_table_ids") ?? "").split(","),
    }),
  }),
  alicloud_eip_addresses: listing({
    of: ["alicloud_eip_address"],
    as: ["addresses", "eips"],
    self: "allocation_id",
  }),
  alicloud_security_groups: listing({ of: ["alicloud_security_group"], as: ["groups"] }),
  alicloud_slb_load_balancers: listing({
    of: ["alicloud_slb_load_balancer"],
    as: ["balancers", "slbs"],
    self: "load_balancer_id",
  }),
  alicloud_cen_instances: listing({ of: ["alicloud_cen_instance"], as: ["instances"], self: "cen_id" }),
  alicloud_instances: listing({ of: ["alicloud_instance"], as: ["instances"] }),
  alicloud_ecs_key_pairs: listing({ of: ["alicloud_ecs_key_pair"], as: ["pairs", "key_pairs"] }),
  alicloud_key_pairs: listing({ of: ["alicloud_ecs_key_pair"], as: ["pairs", "key_pairs"] }),
  alicloud_ecs_deployment_sets: listing({
    of: ["alicloud_ecs_deployment_set"],
    as: ["sets"],
    self: "deployment_set_id",
  }),
  alicloud_ram_roles: listing({ of: ["alicloud_ram_role"], as: ["roles"] }),
  alicloud_ram_policies: listing({
    of: ["alicloud_ram_policy"],
    as: ["policies"],
    given: () => systemPolicies,
  }),
  alicloud_ram_users: listing({ of: ["alicloud_ram_user"], as: ["users"] }),
  alicloud_kms_keys: listing({
    of: ["alicloud_kms_key"],
    as: ["keys"],
    self: "key_id",
    filters: { filters: () => true },
  }),
  alicloud_log_projects: listing({ of: ["alicloud_log_project"], as: ["projects"] }),
  alicloud_nas_file_systems: listing({ of: ["alicloud_nas_file_system"], as: ["systems"] }),
  alicloud_db_instances: listing({ of: ["alicloud_db_instance"], as: ["instances"] }),
  alicloud_cr_ee_instances: listing({ of: ["alicloud_cr_ee_instance"], as: ["instances"] }),
  alicloud_resource_manager_resource_groups: listing({
    of: ["alicloud_resource_manager_resource_group"],
    as: ["groups"],
    given: () => [defaultResourceGroup],
  }),
  alicloud_quotas_quota_applications: listing({
    of: ["alicloud_quotas_quota_application"],
    as: ["applications"],
    self: "application_id",
  }),
  alicloud_cs_clusters: listing({
    of: CLUSTERS,
    as: ["clusters"],
    self: "cluster_id",
    row: ({ type, values }) => ({
      cluster_name: values["name"] ?? "",
      cluster_type: type === "alicloud_cs_kubernetes" ? "Kubernetes" : "ManagedKubernetes",
      current_version: values["version"] ?? "",
      state: "running",
    }),
    filters: {
      cluster_id: ({ id }, wanted) => id === wanted,
      cluster_name: ({ values }, wanted) => values["name"] === wanted,
      cluster_type: ({ type }, wanted) => (type === "alicloud_cs_kubernetes") === (wanted === "Kubernetes"),
    },
  }),
  alicloud_cs_kubernetes_clusters: listing({ of: ["alicloud_cs_kubernetes"], as: ["clusters"] }),
  alicloud_cs_managed_kubernetes_clusters: listing({
    of: ["alicloud_cs_managed_kubernetes"],
    as: ["clusters"],
    row: ({ values }) => ({ state: "running", rrsa_config: values["rrsa_metadata"] ?? [] }),
  }),
  alicloud_cs_edge_kubernetes_clusters: listing({ of: ["alicloud_cs_edge_kubernetes"], as: ["clusters"] }),
  alicloud_cs_serverless_kubernetes_clusters: listing({
    of: ["alicloud_cs_serverless_kubernetes"],
    as: ["clusters"],
  }),
  alicloud_cs_kubernetes_node_pools: listing({
    of: ["alicloud_cs_kubernetes_node_pool"],
    as: ["nodepools"],
    row: () => ({ create_time: CREATED_AT }),
  }),
  alicloud_cs_kubernetes_addons: listing({
    of: ["alicloud_cs_kubernetes_addon"],
    as: ["addons"],
    row: ({ values }) => ({
      current_version: values["version"] ?? "",
      current_config: values["config"] ?? "",
      supported_actions:
        values["required"] === true ? ["Modify", "Upgrade"] : ["Modify", "Upgrade", "Uninstall"],
    }),
  }),
};
