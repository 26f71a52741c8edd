import type { Mapping } from "./compare";
import { defaultMadeExplicit, type ExpectedDifference } from "./expected";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";

const cluster = "alicloud_cs_managed_kubernetes.k8s";

export const mapping: Mapping = {
  "data.alicloud_enhanced_nat_available_zones.enhanced": "data.alicloud_enhanced_nat_available_zones.zones",
  "alicloud_vpc.vpc[0]": "alicloud_vpc.network-vpc_4DA4CB50",
  "alicloud_vswitch.vswitches[0]": "alicloud_vswitch.network_node-a_88F28363",
  "alicloud_vswitch.vswitches[1]": "alicloud_vswitch.network_node-b_3377EB7C",
  "alicloud_vswitch.terway_vswitches[0]": "alicloud_vswitch.network_pod-a_8E9D77FB",
  "alicloud_vswitch.terway_vswitches[1]": "alicloud_vswitch.network_pod-b_A36DA8BC",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
};

const vswitches = [
  ["alicloud_vswitch.vswitches[0]", "managed-terway-network-node-a"],
  ["alicloud_vswitch.vswitches[1]", "managed-terway-network-node-b"],
  ["alicloud_vswitch.terway_vswitches[0]", "managed-terway-network-pod-a"],
  ["alicloud_vswitch.terway_vswitches[1]", "managed-terway-network-pod-b"],
] as const;

export const expected: readonly ExpectedDifference[] = [
  namedByPath("alicloud_vpc.vpc[0].vpc_name", { ours: "managed-terway-network-vpc" }),
  ...vswitches.flatMap(([vswitch, name]) => [
    namedByPath(`${vswitch}.vswitch_name`, { ours: name }),
    vswitchOutlivesItsZone(vswitch),
  ]),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "enable_rrsa"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "slb_internet_enabled"),
];
