import type { Mapping } from "./compare";
import {
  defaultMadeExplicit,
  defaultReplaced,
  deprecatedLeftOut,
  deprecatedReplaced,
  typeReplaced,
  type ExpectedDifference,
} from "./expected";
import { clientKeyStaysOut, passwordIsVariable } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { chosenTypeIsJudged, fixedPoolIsNotScaled, namedByItsId } from "./expected-pool";

const cluster = "alicloud_cs_edge_kubernetes.edge";
const pool = "alicloud_cs_kubernetes_node_pool.nodepool";
const vswitch = "alicloud_vswitch.vsw";
const types = "data.alicloud_instance_types.default";
/** The pool of the worker that the deprecated resource makes itself. */
const first = "alicloud_cs_kubernetes_node_pool.cluster_first_pool_DA431793";

export const mapping: Mapping = {
  "data.alicloud_zones.default": "data.alicloud_zones.zones",
  [types]: "data.alicloud_instance_types.instance-types",
  "alicloud_vpc.vpc": "alicloud_vpc.network-vpc_4DA4CB50",
  [vswitch]: "alicloud_vswitch.network_node-a_88F28363",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  [pool]: "alicloud_cs_kubernetes_node_pool.cluster_workers_pool_E96CFE36",
};

const chosenType = `${types}.instance_types[0].id`;
const labelsAreOfAck = { ignore_changes: ["labels"] };
const partOfTheCluster = {
  reason: "deprecated replaced",
  fact: "Today's resource makes no workers: they are a node pool of the cluster.",
} as const;

export const expected: readonly ExpectedDifference[] = [
  namedByPath(`${vswitch}.vswitch_name`, { published: "tf-vswitch-172-16-0", ours: "edge-network-node-a" }),
  vswitchOutlivesItsZone(vswitch),

  ...typeReplaced(cluster),
  ...deprecatedReplaced(cluster, "worker_vswitch_ids", [`ref:${vswitch}.id`], first),
  deprecatedLeftOut(cluster, "load_balancer_spec", "slb.s2.small"),
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "addons[flannel]"),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "proxy_mode"),
  defaultMadeExplicit(cluster, "slb_internet_enabled"),

  { where: first, ours: {}, ...partOfTheCluster },
  { where: `${first}.cluster_id`, ours: `ref:${cluster}.id`, ...partOfTheCluster },
  ...deprecatedReplaced(cluster, "worker_instance_types", [`ref:${chosenType}`], first),
  ...deprecatedReplaced(cluster, "worker_number", 1, first),
  ...deprecatedReplaced(cluster, "runtime", { name: "containerd", version: "1.6.34" }, first),
  ...defaultReplaced(cluster, "worker_disk_category", first),
  ...defaultReplaced(cluster, "worker_disk_size", first),
  passwordIsVariable(cluster, { published: "(literal)" }),
  passwordIsVariable(first, { ours: "ref:var.login_password" }),
  namedByItsId(first, { ours: "first" }),
  fixedPoolIsNotScaled(first),
  chosenTypeIsJudged(first, chosenType, { path: "edge/cluster/first", lifecycle: labelsAreOfAck }),
  defaultMadeExplicit(first, "install_cloud_monitor"),

  passwordIsVariable(pool, { published: "(literal)", ours: "ref:var.login_password" }),
  {
    where: `${pool}.image_type`,
    published: "AliyunLinux",
    ours: "AliyunLinux3",
    reason: "defect mended",
    fact: "Alibaba Cloud Linux 2 gets no security fixes any more.",
  },
  fixedPoolIsNotScaled(pool),
  chosenTypeIsJudged(pool, chosenType, {
    path: "edge/cluster/workers",
    lifecycle: labelsAreOfAck,
    published: labelsAreOfAck,
  }),
  defaultMadeExplicit(pool, "spot_strategy"),
];
