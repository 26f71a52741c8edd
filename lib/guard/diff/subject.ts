import { isObject, type Values } from "../change";

/** What a resource is to those who run it: the pool `spot`. */
export interface Subject {
  /** `cluster`, `pool`, `vSwitch`, ... */
  readonly kind: string;
  /** The name that the resource has in the cloud; that of its construct where only Terraform knows it. */
  readonly name: string;
  readonly type: string;
  /** Terraform address. */
  readonly address: string;
  /** Path of the construct below its stack, where the document tells: `cluster/workers`. */
  readonly path?: string;
}

/** Kinds that are not called by the type of their resource. */
const kinds: Readonly<Record<string, string>> = {
  alicloud_ack_one_cluster: "fleet",
  alicloud_cs_autoscaling_config: "autoscaler",
  alicloud_cs_edge_kubernetes: "cluster",
  alicloud_cs_kubernetes: "cluster",
  alicloud_cs_kubernetes_addon: "add-on",
  alicloud_cs_kubernetes_node_pool: "pool",
  alicloud_cs_kubernetes_permissions: "grant",
  alicloud_cs_managed_kubernetes: "cluster",
  alicloud_cs_serverless_kubernetes: "cluster",
  alicloud_eip_address: "public address",
  alicloud_kms_instance: "KMS instance",
  alicloud_kms_key: "KMS key",
  alicloud_nas_file_system: "NAS file system",
  alicloud_nat_gateway: "NAT gateway",
  alicloud_oss_bucket: "OSS bucket",
  alicloud_ram_policy: "RAM policy",
  alicloud_ram_role: "RAM role",
  alicloud_snat_entry: "SNAT entry",
  alicloud_vpc: "VPC",
  alicloud_vswitch: "vSwitch",
};

/** Arguments with a name, the first that a resource has counts. */
const nameArguments = [
  "name",
  "node_pool_name",
  "cluster_name",
  "vpc_name",
  "vswitch_name",
  "nat_gateway_name",
  "address_name",
  "security_group_name",
  "role_name",
  "policy_name",
  "project_name",
  "bucket",
];

export function kindOf(type: string): string {
  const known = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return known ?? type.replace(/^alicloud_/, "").replaceAll("_", " ");
}

/** @param paths of the constructs, by Terraform address */
export function subjectOf(
  address: string,
  type: string,
  values: Values,
  paths: ReadonlyMap<string, string>,
): Subject {
  const path = paths.get(address);
  const named = nameArguments.map((argument) => values[argument]).find(isLiteral);
  const name = named ?? path ?? withoutDigest(address.slice(type.length + 1));
  return { kind: kindOf(type), name, type, address, ...(path === undefined ? {} : { path }) };
}

function isLiteral(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !value.includes("${");
}

/** The paths that cdktf writes beside each resource of a document, without that of the stack. */
export function pathsIn(document: unknown): ReadonlyMap<string, string> {
  const byType = Object.entries(
    isObject(document) && isObject(document["resource"]) ? document["resource"] : {},
  );
  return new Map(
    byType.flatMap(([type, byName]) =>
      Object.entries(isObject(byName) ? byName : {}).flatMap(([name, block]): [string, string][] => {
        const path = pathOf(block);
        return path === undefined ? [] : [[`${type}.${name}`, path]];
      }),
    ),
  );
}

function pathOf(block: unknown): string | undefined {
  const note = isObject(block) ? block["//"] : undefined;
  const metadata = isObject(note) ? note["metadata"] : undefined;
  const path = isObject(metadata) ? metadata["path"] : undefined;
  return typeof path === "string" ? path.slice(path.indexOf("/") + 1) : undefined;
}

/** The part of a Terraform name that people wrote: cdktf adds a digest of the path. */
export function withoutDigest(name: string): string {
  return name.replace(/_[0-9A-F]{8}$/, "");
}

/** `1 pool`, `3 vSwitches`, `2 RAM policies` */
export function counted(count: number, kind: string): string {
  if (count === 1) return `1 ${kind}`;
  const many = /[^aeiou]y$/.test(kind)
    ? `${kind.slice(0, -1)}ies`
    : /(s|ch)$/.test(kind)
      ? `${kind}es`
      : `${kind}s`;
  return `${count} ${many}`;
}
