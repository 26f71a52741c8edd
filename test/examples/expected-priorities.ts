import type { Mapping } from "./compare";
import { defaultLeftOut, defaultMadeExplicit, deprecatedReplaced, type ExpectedDifference } from "./expected";
import { clientKeyStaysOut, nameInFull, pluginWasMissing } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { chosenTypeIsJudged, scalingIsComplete } from "./expected-pool";

const cluster = "alicloud_cs_managed_kubernetes.default";
const config = "alicloud_cs_autoscaling_config.default";
const vswitch = "alicloud_vswitch.default";
const pools = [0, 1, 2].map((index) => `alicloud_cs_kubernetes_node_pool.default[${index}]`);

export const mapping: Mapping = {
  "data.alicloud_zones.default": "data.alicloud_zones.zones",
  "data.alicloud_instance_types.default": "data.alicloud_instance_types.instance-types",
  "alicloud_vpc.default": "alicloud_vpc.network-vpc_4DA4CB50",
  [vswitch]: "alicloud_vswitch.network_node-a_88F28363",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  "alicloud_cs_kubernetes_node_pool.default[0]":
    "alicloud_cs_kubernetes_node_pool.cluster_pool-0_pool_B6914302",
  "alicloud_cs_kubernetes_node_pool.default[1]":
    "alicloud_cs_kubernetes_node_pool.cluster_pool-1_pool_C6282E1D",
  "alicloud_cs_kubernetes_node_pool.default[2]":
    "alicloud_cs_kubernetes_node_pool.cluster_pool-2_pool_24E9DC9F",
  [config]: "alicloud_cs_autoscaling_config.cluster_autoscaler_config_67F9D373",
};

const chosenType = "data.alicloud_instance_types.default.instance_types[0].id";

export const expected: readonly ExpectedDifference[] = [
  namedByPath(`${vswitch}.vswitch_name`, {
    published: "terraform-example",
    ours: "priorities-network-node-a",
  }),
  vswitchOutlivesItsZone(vswitch),

  { where: `${cluster}.name_prefix`, published: "terraform-example", ...nameInFull },
  { where: `${cluster}.name`, ours: "terraform-example", ...nameInFull },
  ...deprecatedReplaced(cluster, "worker_vswitch_ids", [`ref:${vswitch}.id`]),
  { where: `${cluster}.addons[flannel]`, ours: {}, ...pluginWasMissing },
  { where: `${cluster}.addons[csi-plugin]`, ours: {}, ...pluginWasMissing },
  { where: `${cluster}.addons[csi-provisioner]`, ours: {}, ...pluginWasMissing },
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "enable_rrsa"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),

  ...pools.flatMap((pool, index) => [
    defaultMadeExplicit(pool, "install_cloud_monitor"),
    scalingIsComplete(
      pool,
      { enable: true, min_size: 0, max_size: 10 },
      { enable: true, min_size: 0, max_size: 10, type: "cpu" },
    ),
    chosenTypeIsJudged(pool, chosenType, {
      path: `priorities/cluster/pool-${index}`,
      lifecycle: { ignore_changes: ["desired_size"] },
    }),
  ]),

  defaultLeftOut(config, "daemonset_eviction_for_nodes"),
  defaultLeftOut(config, "min_replica_count"),
  defaultLeftOut(config, "recycle_node_deletion_enabled"),
  defaultLeftOut(config, "skip_nodes_with_local_storage"),
];
