import type { ArgumentValue, ResourceArguments } from "../compare";

/** What takes the place of something deprecated. */
export interface Replacement {
  /** Type and argument. */
  readonly by: string;
  /** The value that it has there. Without, it has the same. */
  readonly becomes?: (published: ArgumentValue) => ArgumentValue | undefined;
}

/** Something that configurations should no longer name. */
export interface Deprecation {
  /** Empty if it has no effect any more. */
  readonly replacements: readonly Replacement[];
  readonly fact: string;
}

/** A type of resource that configurations should no longer have. */
export interface DeprecatedType {
  readonly replacement: string;
  /** What the new type has to be told to be what the old one was. */
  readonly brings?: ResourceArguments;
  readonly fact: string;
}

const MANAGED = "alicloud_cs_managed_kubernetes";
const SERVERLESS = "alicloud_cs_serverless_kubernetes";
const EDGE = "alicloud_cs_edge_kubernetes";
const POOL = "alicloud_cs_kubernetes_node_pool";

export const deprecatedTypes: Readonly<Record<string, DeprecatedType>> = {
  [SERVERLESS]: {
    replacement: MANAGED,
    brings: { profile: "Serverless" },
    fact: "Deprecated since 1.276.0 of the provider, in favour of alicloud_cs_managed_kubernetes with a profile.",
  },
  [EDGE]: {
    replacement: MANAGED,
    brings: { profile: "Edge" },
    fact: "Deprecated since 1.276.0 of the provider, in favour of alicloud_cs_managed_kubernetes with a profile.",
  },
  alicloud_eip: {
    replacement: "alicloud_eip_address",
    fact: "Deprecated since 1.126.0 of the provider, in favour of alicloud_eip_address.",
  },
  alicloud_key_pair: {
    replacement: "alicloud_ecs_key_pair",
    fact: "Deprecated since 1.121.0 of the provider, in favour of alicloud_ecs_key_pair.",
  },
};

const renamed = (by: string): Deprecation => ({
  replacements: [{ by }],
  fact: `Today's resource calls it ${by.replace(/^\w+\./, "")}.`,
});

/** A worker that the cluster brought is a node of a pool today. */
const workers = (...replacements: readonly Replacement[]): Deprecation => ({
  replacements,
  fact: "Today's resource makes no workers: that is for a node pool, which takes this argument.",
});

const member =
  (name: string) =>
  (published: ArgumentValue): ArgumentValue | undefined =>
    Object.entries(published ?? {}).find(([key]) => key === name)?.[1];

/** By type and argument. */
export const deprecations: Readonly<Record<string, Deprecation>> = {
  [`${MANAGED}.worker_vswitch_ids`]: {
    replacements: [{ by: `${MANAGED}.vswitch_ids` }],
    fact: "Deprecated since 1.241.0 of the provider, in favour of vswitch_ids.",
  },
  [`${POOL}.name`]: {
    replacements: [{ by: `${POOL}.node_pool_name` }],
    fact: "Deprecated since 1.219.0 of the provider, in favour of node_pool_name.",
  },
  "alicloud_vpc.name": {
    replacements: [{ by: "alicloud_vpc.vpc_name" }],
    fact: "Deprecated since 1.119.0 of the provider, in favour of vpc_name.",
  },
  "alicloud_vswitch.name": {
    replacements: [{ by: "alicloud_vswitch.vswitch_name" }],
    fact: "Deprecated since 1.119.0 of the provider, in favour of vswitch_name.",
  },
  "alicloud_vswitch.availability_zone": {
    replacements: [{ by: "alicloud_vswitch.zone_id" }],
    fact: "Deprecated since 1.119.0 of the provider, in favour of zone_id.",
  },
  "alicloud_nat_gateway.name": {
    replacements: [{ by: "alicloud_nat_gateway.nat_gateway_name" }],
    fact: "Deprecated since 1.121.0 of the provider, in favour of nat_gateway_name.",
  },
  "alicloud_security_group.name": {
    replacements: [{ by: "alicloud_security_group.security_group_name" }],
    fact: "Deprecated since 1.239.0 of the provider, in favour of security_group_name.",
  },
  "alicloud_cs_kubernetes.load_balancer_spec": {
    replacements: [],
    fact: "Deprecated since 1.232.0 of the provider: load balancers are paid by use, and have no specification.",
  },
  [`${EDGE}.load_balancer_spec`]: {
    replacements: [],
    fact: "Deprecated in today's resource: load balancers are paid by use, and have no specification.",
  },

  [`${MANAGED}.worker_number`]: workers({ by: `${POOL}.desired_size`, becomes: String }),
  [`${MANAGED}.worker_instance_types`]: workers({ by: `${POOL}.instance_types` }),
  [`${MANAGED}.worker_disk_category`]: workers({ by: `${POOL}.system_disk_category` }),
  [`${MANAGED}.worker_disk_size`]: workers({ by: `${POOL}.system_disk_size` }),
  [`${MANAGED}.install_cloud_monitor`]: workers({ by: `${POOL}.install_cloud_monitor` }),
  [`${MANAGED}.key_name`]: workers({
    by: `${POOL}.key_name`,
    // The resource of key pairs has another name for it as well.
    becomes: (name) => (typeof name === "string" ? name.replace(/\.key_name$/, ".key_pair_name") : undefined),
  }),
  [`${MANAGED}.cluster_network_type`]: {
    replacements: [
      {
        by: `${MANAGED}.addons[flannel]`,
        becomes: (plugin) => (plugin === "flannel" ? {} : undefined),
      },
    ],
    fact: "Removed in 1.75.0 of the provider: the network plug-in is an add-on like others.",
  },
  [`${MANAGED}.force_update`]: {
    replacements: [],
    fact: "Removed in 1.75.0 of the provider, which has nothing of the kind.",
  },
  [`${MANAGED}.kube_config`]: {
    replacements: [],
    fact: "Removed in 1.212.0 of the provider: who needs credentials reads alicloud_cs_cluster_credential.",
  },

  [`${SERVERLESS}.time_zone`]: renamed(`${MANAGED}.timezone`),
  [`${SERVERLESS}.endpoint_public_access_enabled`]: renamed(`${MANAGED}.slb_internet_enabled`),
  [`${SERVERLESS}.service_discovery_types`]: {
    replacements: [
      {
        by: `${MANAGED}.addons[coredns]`,
        becomes: (types) => (Array.isArray(types) && types.includes("CoreDNS") ? {} : undefined),
      },
    ],
    fact: "Today's resource has no such argument: CoreDNS is an add-on like others.",
  },
  [`${SERVERLESS}.vpc_id`]: {
    replacements: [],
    fact: "Today's resource only reads it: the VPC is that of the vSwitches.",
  },

  [`${EDGE}.worker_vswitch_ids`]: {
    replacements: [{ by: `${MANAGED}.vswitch_ids` }, { by: `${POOL}.vswitch_ids` }],
    fact: "Today's resource takes vswitch_ids for the cluster, and a node pool for the workers.",
  },
  [`${EDGE}.worker_number`]: workers({ by: `${POOL}.desired_size`, becomes: String }),
  [`${EDGE}.worker_instance_types`]: workers({ by: `${POOL}.instance_types` }),
  [`${EDGE}.worker_disk_category`]: workers({ by: `${POOL}.system_disk_category` }),
  [`${EDGE}.worker_disk_size`]: workers({ by: `${POOL}.system_disk_size` }),
  [`${EDGE}.runtime`]: workers(
    { by: `${POOL}.runtime_name`, becomes: member("name") },
    { by: `${POOL}.runtime_version`, becomes: member("version") },
  ),

  [`${MANAGED}.addons[flexvolume]`]: {
    replacements: [{ by: `${MANAGED}.addons[csi-plugin]` }],
    fact: "Cannot be installed from Kubernetes 1.16 on: ACK user guide (2021-12-02) 11.2, line 37122.",
  },
  [`${MANAGED}.addons[alicloud-disk-controller]`]: {
    replacements: [{ by: `${MANAGED}.addons[csi-provisioner]` }],
    fact: "Cannot be installed from Kubernetes 1.16 on: ACK user guide (2021-12-02) 11.2, line 37130.",
  },
};

/** The type that a resource has today. */
export function typeToday(type: string): string {
  return deprecatedTypes[type]?.replacement ?? type;
}
