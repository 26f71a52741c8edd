import type { Draft } from "./behaviour";
import { letters } from "./digest";
import { blocks, text } from "./reading";
import { isUnknown, type ValueObject } from "../values";

type Made = Omit<Draft, "id">;

/** The mark that ids of a region carry. Others than these few have none that is known. */
const marks: Readonly<Record<string, string>> = {
  "cn-hangzhou": "bp1",
  "cn-shanghai": "uf6",
  "cn-beijing": "2ze",
  "cn-shenzhen": "wz9",
};

/** `vpc-bp1…`: the prefix of the product, the mark of the region, letters. */
export function regional(prefix: string, region: string): (draft: Made) => string {
  return (draft) => `${prefix}-${marks[region] ?? ""}${letters(draft.hex("id"), 17)}`;
}

/** Prefixes of ids, by type. */
const prefixes: Readonly<Record<string, string>> = {
  alicloud_vpc: "vpc",
  alicloud_vswitch: "vsw",
  alicloud_nat_gateway: "ngw",
  alicloud_eip_address: "eip",
  alicloud_security_group: "sg",
  alicloud_route_table: "vtb",
  alicloud_network_acl: "nacl",
  alicloud_vpc_prefix_list: "pl",
  alicloud_vpc_peer_connection: "pcc",
  alicloud_vpc_ipv6_gateway: "ipv6gw",
  alicloud_common_bandwidth_package: "cbwp",
  alicloud_slb_load_balancer: "lb",
  alicloud_slb_acl: "acl",
  alicloud_alb_load_balancer: "alb",
  alicloud_nlb_load_balancer: "nlb",
  alicloud_alb_server_group: "sgp",
  alicloud_nlb_server_group: "sgp",
  alicloud_alb_listener: "lsn",
  alicloud_nlb_listener: "lsn",
  alicloud_alb_rule: "rule",
  alicloud_instance: "i",
  alicloud_image: "m",
  alicloud_ecs_disk: "d",
  alicloud_ecs_deployment_set: "ds",
  alicloud_ecs_launch_template: "lt",
  alicloud_ecs_auto_snapshot_policy: "sp",
  alicloud_cen_instance: "cen",
  alicloud_cen_transit_router: "tr",
  alicloud_cr_ee_instance: "cri",
  alicloud_db_instance: "rm",
  alicloud_kvstore_instance: "r",
  alicloud_kms_instance: "kst",
  alicloud_hbr_vault: "v",
  alicloud_mse_cluster: "mse",
  alicloud_ens_network: "n",
  alicloud_ens_vswitch: "vsw",
  alicloud_ens_security_group: "sg",
  alicloud_ens_instance: "i",
  alicloud_ens_eip: "eip",
  alicloud_resource_manager_resource_group: "rg",
  alicloud_resource_manager_resource_share: "rs",
};

/** Ids that are put together from arguments. A part that is not an argument is invented, with that as its prefix. */
const composed: Readonly<Record<string, readonly string[]>> = {
  alicloud_eip_association: ["allocation_id", "instance_id"],
  alicloud_snat_entry: ["snat_table_id", "+snat"],
  alicloud_route_entry: ["route_table_id", "+vrt", "destination_cidrblock", "nexthop_type", "nexthop_id"],
  alicloud_route_table_attachment: ["route_table_id", "vswitch_id"],
  alicloud_vpc_ipv4_cidr_block: ["vpc_id", "secondary_cidr_block"],
  alicloud_ram_role_policy_attachment: ["=role", "policy_name", "policy_type", "role_name"],
  alicloud_ram_user_policy_attachment: ["=user", "policy_name", "policy_type", "user_name"],
  alicloud_ram_group_policy_attachment: ["=group", "policy_name", "policy_type", "group_name"],
  alicloud_ram_group_membership: ["group_name"],
  alicloud_ram_group: ["group_name|name"],
  alicloud_ram_role: ["role_name|name"],
  alicloud_ram_policy: ["policy_name|name"],
  alicloud_ims_oidc_provider: ["oidc_provider_name"],
  alicloud_kms_alias: ["alias_name"],
  alicloud_kms_secret: ["secret_name"],
  alicloud_ecs_key_pair: ["key_pair_name|key_name"],
  alicloud_log_project: ["project_name|name"],
  alicloud_log_store: ["project_name|project", "logstore_name|name"],
  alicloud_log_store_index: ["project", "logstore"],
  alicloud_log_machine_group: ["project", "name"],
  alicloud_log_alert: ["project_name", "alert_name"],
  alicloud_oss_bucket: ["bucket"],
  alicloud_oss_bucket_acl: ["bucket"],
  alicloud_oss_bucket_policy: ["bucket"],
  alicloud_oss_bucket_public_access_block: ["bucket"],
  alicloud_oss_bucket_server_side_encryption: ["bucket"],
  alicloud_cr_namespace: ["name"],
  alicloud_cr_repo: ["namespace", "name"],
  alicloud_cr_ee_namespace: ["instance_id", "name"],
  alicloud_cr_ee_repo: ["instance_id", "namespace", "name"],
  alicloud_nas_access_group: ["access_group_name|name", "file_system_type"],
  alicloud_nas_access_rule: ["access_group_name", "+rule"],
  alicloud_nas_mount_target: ["file_system_id", "+mt"],
  alicloud_ecs_disk_attachment: ["disk_id", "instance_id"],
  alicloud_common_bandwidth_package_attachment: ["bandwidth_package_id", "instance_id"],
  alicloud_cs_kubernetes_permissions: ["uid"],
  alicloud_cs_autoscaling_config: ["cluster_id"],
  alicloud_cs_kubernetes_addon: ["cluster_id", "name"],
  alicloud_cs_kubernetes_policy_instance: ["cluster_id", "policy_name", "+instance"],
  alicloud_ack_one_membership_attachment: ["cluster_id", "sub_cluster_id"],
  alicloud_db_database: ["instance_id", "name|data_base_name"],
  alicloud_db_account: ["db_instance_id|instance_id", "account_name|name"],
  alicloud_ots_instance: ["name"],
  alicloud_ots_table: ["instance_name", "table_name"],
  alicloud_pvtz_zone_attachment: ["zone_id"],
};

/** The id of an object of which its service says nothing else. */
export function genericId(draft: Made, region: string): string {
  const { type, values } = draft;
  if (type.startsWith("kubernetes_")) return kubernetesId(draft);
  const parts = composed[type];
  if (parts !== undefined) return parts.map((part) => partOf(part, draft)).join(":");
  return regional(prefixes[type] ?? lastWords(type), region)({ ...draft, values });
}

function partOf(part: string, draft: Made): string {
  if (part.startsWith("=")) return part.slice(1);
  if (part.startsWith("+")) return `${part.slice(1)}-${letters(draft.hex("id"), 20)}`;
  const given = part.split("|").map((name) => text(draft.values, name));
  return given.find((one) => one !== undefined) ?? `tf-${letters(draft.hex("id"), 12)}`;
}

function lastWords(type: string): string {
  return type.split("_").slice(2).join("").slice(0, 12) || "lab";
}

/** `namespace/name`, or the name alone; that of a generated name is drawn here, because the id is known first. */
function kubernetesId(draft: Made): string {
  const { type, values } = draft;
  const metadata = blocks(values, "metadata")[0];
  if (metadata === undefined) return manifestId(draft);
  const name =
    text(metadata, "name") ?? `${text(metadata, "generate_name") ?? ""}${letters(draft.hex("name"), 5)}`;
  const namespace = "namespace" in metadata ? namespaceOf(metadata) : undefined;
  const id = namespace === undefined ? name : `${namespace}/${name}`;
  const kind = patches[type];
  return kind === undefined
    ? id
    : manifestId({ ...draft, values: { ...values, kind: text(values, "kind") ?? kind } });
}

/** Resources that write a part of an object of somebody else. */
const patches: Readonly<Record<string, string>> = {
  kubernetes_labels: "",
  kubernetes_annotations: "",
  kubernetes_env: "",
  kubernetes_config_map_v1_data: "ConfigMap",
  kubernetes_secret_v1_data: "Secret",
};

function namespaceOf(metadata: ValueObject): string {
  return text(metadata, "namespace") ?? "default";
}

function manifestId({ hex, values }: Made): string {
  const manifest = blocks(values, "manifest")[0] ?? values;
  const metadata = blocks(manifest, "metadata")[0] ?? {};
  const apiVersion = text(manifest, "apiVersion") ?? text(values, "api_version") ?? "v1";
  const kind = text(manifest, "kind") ?? "Object";
  const name = isUnknown(metadata["name"]) ? undefined : text(metadata, "name");
  return `apiVersion=${apiVersion},kind=${kind},namespace=${namespaceOf(metadata)},name=${name ?? letters(hex("name"), 8)}`;
}
