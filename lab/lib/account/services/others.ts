import type { Behaviours, ResourceBehaviour } from "../behaviour";

/** Resources of which only the old and the new names of one thing are known. */
const twoNames: Readonly<Record<string, readonly (readonly string[])[]>> = {
  alicloud_actiontrail_trail: [["trail_name", "name"]],
  alicloud_cen_instance: [["cen_instance_name", "name"]],
  alicloud_cen_transit_router_vpc_attachment: [
    ["transit_router_attachment_name", "transit_router_vpc_attachment_name"],
  ],
  alicloud_common_bandwidth_package: [["bandwidth_package_name", "name"]],
  alicloud_cr_ee_instance: [["create_time", "created_time"]],
  alicloud_cr_ee_sync_rule: [
    ["sync_rule_name", "name"],
    ["repo_sync_rule_id", "rule_id"],
  ],
  alicloud_db_account: [
    ["account_name", "name"],
    ["account_password", "password"],
    ["account_type", "type"],
    ["account_description", "description"],
    ["db_instance_id", "instance_id"],
  ],
  alicloud_db_database: [["data_base_name", "name"]],
  alicloud_kvstore_instance: [
    ["db_instance_name", "instance_name"],
    ["zone_id", "availability_zone"],
  ],
  alicloud_network_acl: [["network_acl_name", "name"]],
  alicloud_pvtz_zone: [["zone_name", "name"]],
  alicloud_pvtz_zone_record: [["rr", "resource_record"]],
  alicloud_resource_manager_resource_group: [["resource_group_name", "name"]],
  alicloud_slb_ca_certificate: [["ca_certificate_name", "name"]],
  alicloud_slb_load_balancer: [
    ["load_balancer_name", "name"],
    ["load_balancer_spec", "specification"],
  ],
  alicloud_ssl_certificates_service_certificate: [["certificate_name", "name"]],
};

export const others: Behaviours = Object.fromEntries(
  Object.entries(twoNames).map(([type, aliases]): [string, ResourceBehaviour] => [type, { aliases }]),
);
