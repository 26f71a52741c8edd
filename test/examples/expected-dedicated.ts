import type { Mapping } from "./compare";
import { defaultLeftOut, defaultMadeExplicit, deprecatedLeftOut, type ExpectedDifference } from "./expected";
import { clientKeyStaysOut, passwordIsVariable } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";

const cluster = "alicloud_cs_kubernetes.default";
const types = "data.alicloud_instance_types";

export const mapping: Mapping = {
  "data.alicloud_resource_manager_resource_groups.default":
    "data.alicloud_resource_manager_resource_groups.resource-groups",
  [`${types}.default["cn-hangzhou-i"]`]: `${types}.types-cn-hangzhou-i`,
  [`${types}.default["cn-hangzhou-j"]`]: `${types}.types-cn-hangzhou-j`,
  [`${types}.default["cn-hangzhou-k"]`]: `${types}.types-cn-hangzhou-k`,
  "alicloud_vpc.vpc[0]": "alicloud_vpc.network-vpc_4DA4CB50",
  "alicloud_vswitch.vswitches[0]": "alicloud_vswitch.network_node-i_B7EEAFE0",
  "alicloud_vswitch.vswitches[1]": "alicloud_vswitch.network_node-j_A5C0F239",
  "alicloud_vswitch.vswitches[2]": "alicloud_vswitch.network_node-k_4967A753",
  "alicloud_vswitch.terway_vswitches[0]": "alicloud_vswitch.network_pod-i_67B8C912",
  "alicloud_vswitch.terway_vswitches[1]": "alicloud_vswitch.network_pod-j_D33C0272",
  "alicloud_vswitch.terway_vswitches[2]": "alicloud_vswitch.network_pod-k_C77F9350",
  [cluster]: "alicloud_cs_kubernetes.cluster_A4C38409",
};

const vswitches = [
  ["alicloud_vswitch.vswitches[0]", "dedicated-network-node-i"],
  ["alicloud_vswitch.vswitches[1]", "dedicated-network-node-j"],
  ["alicloud_vswitch.vswitches[2]", "dedicated-network-node-k"],
  ["alicloud_vswitch.terway_vswitches[0]", "dedicated-network-pod-i"],
  ["alicloud_vswitch.terway_vswitches[1]", "dedicated-network-pod-j"],
  ["alicloud_vswitch.terway_vswitches[2]", "dedicated-network-pod-k"],
] as const;

export const expected: readonly ExpectedDifference[] = [
  {
    where: "data.alicloud_enhanced_nat_available_zones.enhanced",
    published: {},
    reason: "defect mended",
    fact:
      "It can only leave out one of three zones that are named, and then the third vSwitch has no zone and the plan " +
      "fails: we name them.",
  },
  namedByPath("alicloud_vpc.vpc[0].vpc_name", { ours: "dedicated-network-vpc" }),
  ...vswitches.flatMap(([vswitch, name]) => [
    namedByPath(`${vswitch}.vswitch_name`, { ours: name }),
    vswitchOutlivesItsZone(vswitch),
  ]),

  {
    where: `${cluster}.name`,
    ours: "tf-example-dedicated",
    reason: "name derived",
    fact: "A name is written once in our stack, where the provider makes one up.",
  },
  passwordIsVariable(cluster, { published: "(literal)", ours: "ref:var.login_password" }),
  clientKeyStaysOut(cluster),
  deprecatedLeftOut(cluster, "load_balancer_spec", "slb.s1.small"),
  defaultLeftOut(cluster, "install_cloud_monitor"),
  defaultLeftOut(cluster, "os_type"),
  defaultMadeExplicit(cluster, "enable_ssh"),
  defaultMadeExplicit(cluster, "master_disk_size"),
  defaultMadeExplicit(cluster, "master_instance_charge_type"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "slb_internet_enabled"),
];
