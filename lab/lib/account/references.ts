import type { ValueObject } from "../values";
import type { Cloud } from "./cloud";
import { textsAt } from "./reading";
import { Refusal } from "./refusal";
import { keyOf, type StoredObject } from "./store";

export const CLUSTERS = [
  "alicloud_cs_managed_kubernetes",
  "alicloud_cs_kubernetes",
  "alicloud_cs_edge_kubernetes",
  "alicloud_cs_serverless_kubernetes",
] as const;

/** An argument that names another object. */
export interface Reference {
  /** Names from the top of the resource. */
  readonly argument: string;
  /** The resources that have it. All, unless said. */
  readonly of?: RegExp;
  readonly to: readonly string[];
  /** The attribute by which it is named, where that is not the id. */
  readonly by?: string;
  /** When the argument names something of the account. Always, unless said. */
  readonly when?: (values: ValueObject) => boolean;
  readonly missing: { readonly code: string; readonly words: string };
  /** What the service says to a delete of the other object while this one is there; nothing where it lets it go. */
  readonly holds?: { readonly code: string; readonly by?: RegExp };
}

const vpcHolders =
  /^alicloud_(vswitch|nat_gateway|security_group|route_table|vpc_ipv6_gateway|alb_load_balancer|nlb_load_balancer|cs_.*kubernetes)$/;

/** One line for each kind of reference. Found by argument, not by resource: providers name the same thing alike. */
const references: readonly Reference[] = [
  refer("vpc_id", "alicloud_vpc", "InvalidVpcID.NotFound", "VPC", "DependencyViolation", vpcHolders),
  refer("network.vpc_id", "alicloud_vpc", "InvalidVpcID.NotFound", "VPC"),
  ...[
    "vswitch_id",
    "vswitch_ids",
    "pod_vswitch_ids",
    "worker_vswitch_ids",
    "master_vswitch_ids",
    "source_vswitch_id",
    "zone_mappings.vswitch_id",
    "network.vswitches",
  ].map((argument) => {
    // An SNAT entry goes with its vSwitch.
    const holder = argument === "source_vswitch_id" ? [] : (["DependencyViolation"] as const);
    return refer(argument, "alicloud_vswitch", "InvalidVSwitchId.NotFound", "vSwitch", ...holder);
  }),
  refer(
    "security_group_id",
    "alicloud_security_group",
    "InvalidSecurityGroupId.NotFound",
    "security group",
    "InvalidOperation.DeletionProtection",
    /^alicloud_cs_.*kubernetes$/,
  ),
  refer(
    "security_group_id",
    "alicloud_security_group",
    "InvalidSecurityGroupId.NotFound",
    "security group",
    "DependencyViolation",
    /^(?!alicloud_cs_.*kubernetes$|alicloud_security_group_rule$)/,
  ),
  ...["security_group_ids", "security_groups", "source_security_group_id"].map((argument) =>
    refer(
      argument,
      "alicloud_security_group",
      "InvalidSecurityGroupId.NotFound",
      "security group",
      "DependencyViolation",
    ),
  ),
  {
    ...refer("cluster_id", CLUSTERS, "ErrorClusterNotFound", "cluster"),
    of: /^alicloud_(cs_|arms_prometheus|edas_k8s)/,
  },
  { ...refer("permissions.cluster", CLUSTERS, "ErrorClusterNotFound", "cluster"), of: /^alicloud_cs_/ },
  { ...refer("sub_cluster_id", CLUSTERS, "ErrorClusterNotFound", "cluster") },
  {
    ...refer(
      "cluster_id",
      "alicloud_ack_one_cluster",
      "ErrorClusterNotFound",
      "fleet",
      "ErrorClusterHasMembers",
    ),
    of: /^alicloud_ack_one_membership/,
  },
  {
    ...refer(
      "snat_table_id",
      "alicloud_nat_gateway",
      "InvalidSnatTableId.NotFound",
      "SNAT table",
      "DependencyViolation.SnatEntry",
    ),
    by: "snat_table_ids",
  },
  refer("allocation_id", "alicloud_eip_address", "InvalidAllocationId.NotFound", "EIP", "IncorrectEipStatus"),
  {
    ...refer(
      "instance_id",
      "alicloud_nat_gateway",
      "InvalidInstance.NotExist",
      "NAT gateway",
      "DependencyViolation.EIPS",
    ),
    of: /^alicloud_eip_association$/,
  },
  {
    ...refer(
      "route_table_id",
      "alicloud_route_table",
      "InvalidRouteTableId.NotFound",
      "route table",
      "DependencyViolation.RouteEntry",
    ),
    of: /route_table_attachment$/,
  },
  ...["key_name", "key_pair_name"].map((argument) => ({
    ...refer(
      argument,
      "alicloud_ecs_key_pair",
      "InvalidKeyPair.NotFound",
      "key pair",
      "InvalidParameter.KeypairAlreadyAttachedInstance",
    ),
    of: /^alicloud_(cs_|instance$|ecs_launch)/,
  })),
  {
    ...refer("role_name", "alicloud_ram_role", "EntityNotExist.Role", "role", "DeleteConflict.Role.Policy"),
    of: /^alicloud_ram_role_policy_attachment$/,
  },
  { ...refer("ram_role_name", "alicloud_ram_role", "EntityNotExist.Role", "role"), of: /node_pool$/ },
  ...["Role", "User", "Group"].map((kind) => ({
    ...refer(
      "policy_name",
      "alicloud_ram_policy",
      "EntityNotExist.Policy",
      "policy",
      `DeleteConflict.Policy.${kind}`,
    ),
    of: new RegExp(`^alicloud_ram_${kind.toLowerCase()}_policy_attachment$`),
    when: ({ policy_type: origin }: ValueObject) => origin !== "System",
  })),
  {
    ...refer("user_name", "alicloud_ram_user", "EntityNotExist.User", "user", "DeleteConflict.User.Policy"),
    of: /^alicloud_ram_.*_attachment$/,
    by: "name",
  },
  {
    ...refer(
      "group_name",
      "alicloud_ram_group",
      "EntityNotExist.Group",
      "group",
      "DeleteConflict.Group.Policy",
    ),
    of: /^alicloud_ram_.*_(attachment|membership)$/,
  },
  ...["encryption_provider_key", "kms_key_id", "system_disk_kms_key", "data_disks.kms_key_id"].map(
    (argument) => refer(argument, "alicloud_kms_key", "Forbidden.KeyNotFound", "key"),
  ),
  { ...refer("key_id", "alicloud_kms_key", "Forbidden.KeyNotFound", "key"), of: /^alicloud_kms_/ },
  ...["project_name", "project", "log_project"].map((argument) => ({
    ...refer(argument, "alicloud_log_project", "ProjectNotExist", "project"),
    of: /^alicloud_(log_(?!project$)|sls_|eip)/,
  })),
  {
    ...refer("file_system_id", "alicloud_nas_file_system", "InvalidFileSystem.NotFound", "file system"),
    of: /^alicloud_nas_/,
  },
  { ...refer("bucket", "alicloud_oss_bucket", "NoSuchBucket", "bucket"), of: /^alicloud_oss_bucket_/ },
  {
    ...refer("instance_id", "alicloud_cr_ee_instance", "INSTANCE_NOT_EXIST", "registry"),
    of: /^alicloud_cr_/,
  },
  refer(
    "deployment_set_id",
    "alicloud_ecs_deployment_set",
    "InvalidDeploymentSetId.NotFound",
    "deployment set",
    "Deploymentset.NotEmpty",
  ),
  refer(
    "resource_group_id",
    "alicloud_resource_manager_resource_group",
    "EntityNotExists.ResourceGroup",
    "resource group",
    "DeleteConflict.ResourceGroup.Resource",
  ),
];

function refer(
  argument: string,
  to: string | readonly string[],
  code: string,
  words: string,
  holds?: string,
  by?: RegExp,
): Reference {
  return {
    argument,
    to: typeof to === "string" ? [to] : to,
    missing: { code, words: `The specified ${words} does not exist` },
    ...(holds !== undefined && { holds: { code: holds, ...(by && { by }) } }),
  };
}

const known = new Map<string, readonly Reference[]>();

function referencesOf(type: string): readonly Reference[] {
  const found = known.get(type) ?? references.filter(({ of }) => of?.test(type) ?? true);
  known.set(type, found);
  return found;
}

/** Refuses values that name what is not there. Arguments that stay as they are have been judged before. */
export function refuseDangling(type: string, values: ValueObject, cloud: Cloud, before?: ValueObject): void {
  for (const reference of referencesOf(type)) {
    if (reference.when?.(values) === false) continue;
    const already = before === undefined ? [] : textsAt(before, reference.argument.split("."));
    for (const name of textsAt(values, reference.argument.split("."))) {
      if (already.includes(name) || exists(reference, name, cloud)) continue;
      throw new Refusal(reference.missing.code, `${reference.missing.words}: ${name}.`);
    }
  }
}

function exists({ by, to }: Reference, name: string, cloud: Cloud): boolean {
  if (by === undefined) return cloud.mayExist(to, name);
  if (cloud.ofType(...to).some(({ values }) => values[by] === name)) return true;
  // What is named by another attribute has no trace of its own once it is gone.
  return cloud.mayExist(
    to.map((type) => `${type}.${by}`),
    name,
  );
}

/** Refuses the delete of what others still use. What the service made for the object goes with it. */
export function refuseWhileHeld(object: StoredObject, cloud: Cloud): void {
  const holding = references.filter(({ holds, to }) => holds !== undefined && to.includes(object.type));
  if (holding.length === 0) return;
  for (const other of cloud.all()) {
    if (other === object || other.owner === keyOf(object.type, object.id)) continue;
    for (const { argument, of, by = "id", holds, when } of holding) {
      if (of?.test(other.type) === false || holds?.by?.test(other.type) === false) continue;
      if (holds === undefined || when?.(other.values) === false) continue;
      const name = object.values[by];
      if (typeof name !== "string" || !textsAt(other.values, argument.split(".")).includes(name)) continue;
      throw new Refusal(...heldWords(object, other, holds.code));
    }
  }
}

/** Attributes other than the id by which objects of a type are named. */
export function namedBy(type: string): string[] {
  return references.flatMap(({ by, to }) => (by !== undefined && to.includes(type) ? [by] : []));
}

const kinds: Readonly<Record<string, string>> = {
  alicloud_vswitch: "VSwitch",
  alicloud_nat_gateway: "NatGateway",
  alicloud_security_group: "SecurityGroup",
  alicloud_route_table: "RouteTable",
};

function heldWords(object: StoredObject, other: StoredObject, code: string): [code: string, message: string] {
  if (code === "InvalidOperation.DeletionProtection") {
    return [
      code,
      `The operation is not allowed due to "SecurityGroup" is protected by ACK deletion protection (${other.id}).`,
    ];
  }
  const kind = kinds[other.type];
  const full = code === "DependencyViolation" && kind !== undefined ? `${code}.${kind}` : code;
  return [full, `${object.id} cannot be deleted: ${other.type} ${other.id} still uses it.`];
}
