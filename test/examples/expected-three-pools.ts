import type { Mapping } from "./compare";
import { defaultMadeExplicit, deprecatedReplaced, type ExpectedDifference } from "./expected";
import { clientKeyStaysOut, passwordIsVariable } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import {
  autoscaledPoolKeepsItsSize,
  fixedPoolIsNotScaled,
  managedPoolIsSwitchedOn,
  newerImage,
  readForNothing,
  scalingIsComplete,
} from "./expected-pool";

const cluster = "alicloud_cs_managed_kubernetes.default";
const fixed = "alicloud_cs_kubernetes_node_pool.default";
const managed = "alicloud_cs_kubernetes_node_pool.managed_node_pool";
const autoscaled = "alicloud_cs_kubernetes_node_pool.autoscale_node_pool";
const types = "data.alicloud_instance_types.default";
const zones = ["c", "e", "f"] as const;

const vswitches = zones.flatMap((zone, index) => [
  [`alicloud_vswitch.vswitches[${index}]`, `node-${zone}`] as const,
  [`alicloud_vswitch.terway_vswitches[${index}]`, `pod-${zone}`] as const,
]);

export const mapping: Mapping = {
  "alicloud_vpc.default": "alicloud_vpc.network-vpc_4DA4CB50",
  "alicloud_vswitch.vswitches[0]": "alicloud_vswitch.network_node-c_F326079B",
  "alicloud_vswitch.vswitches[1]": "alicloud_vswitch.network_node-e_94A2F59A",
  "alicloud_vswitch.vswitches[2]": "alicloud_vswitch.network_node-f_FAB1CA40",
  "alicloud_vswitch.terway_vswitches[0]": "alicloud_vswitch.network_pod-c_0774EC52",
  "alicloud_vswitch.terway_vswitches[1]": "alicloud_vswitch.network_pod-e_8E8DFA57",
  "alicloud_vswitch.terway_vswitches[2]": "alicloud_vswitch.network_pod-f_29AE84C2",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  [fixed]: "alicloud_cs_kubernetes_node_pool.cluster_default_pool_761158EA",
  [managed]: "alicloud_cs_kubernetes_node_pool.cluster_managed_pool_E91F76F3",
  [autoscaled]: "alicloud_cs_kubernetes_node_pool.cluster_autoscaled_pool_7FFEABCB",
};

export const expected: readonly ExpectedDifference[] = [
  ...readForNothing(types, {
    availability_zone: "cn-shenzhen-c",
    cpu_core_count: 8,
    kubernetes_node_role: "Worker",
    memory_size: 32,
  }),
  ...vswitches.flatMap(([vswitch, name]) => [
    namedByPath(`${vswitch}.vswitch_name`, { ours: `three-pools-network-${name}` }),
    vswitchOutlivesItsZone(vswitch),
  ]),

  ...deprecatedReplaced(
    cluster,
    "worker_vswitch_ids",
    [0, 1, 2].map((index) => `ref:alicloud_vswitch.vswitches[${index}].id`),
  ),
  clientKeyStaysOut(cluster),
  {
    where: `${cluster}.control_plane_log_ttl`,
    ours: "30",
    reason: "defect mended",
    fact: "Logs of the control plane are kept for a time that nobody has said.",
  },
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),

  passwordIsVariable(fixed, { published: "(literal)", ours: "ref:var.login_password" }),
  newerImage(fixed, "AliyunLinux3"),
  fixedPoolIsNotScaled(fixed),
  defaultMadeExplicit(fixed, "spot_strategy"),

  passwordIsVariable(managed, { published: "(literal)" }),
  {
    where: `${managed}.key_name`,
    ours: "ops",
    reason: "defect mended",
    fact: "ACK manages pools with a key pair alone.",
  },
  newerImage(managed, "AliyunLinux3"),
  fixedPoolIsNotScaled(managed),
  defaultMadeExplicit(managed, "spot_strategy"),
  managedPoolIsSwitchedOn(
    managed,
    { auto_repair: true, auto_upgrade: true, max_unavailable: 1 },
    {
      enable: true,
      auto_repair: true,
      auto_repair_policy: { restart_node: false },
      auto_upgrade: true,
      auto_upgrade_policy: { auto_upgrade_kubelet: true },
      auto_vul_fix: false,
      max_unavailable: 1,
    },
  ),

  passwordIsVariable(autoscaled, { published: "(literal)", ours: "ref:var.login_password" }),
  scalingIsComplete(
    autoscaled,
    { min_size: 1, max_size: 10 },
    { enable: true, min_size: 1, max_size: 10, type: "cpu" },
  ),
  autoscaledPoolKeepsItsSize(autoscaled),
];
