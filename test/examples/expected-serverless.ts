import type { Mapping } from "./compare";
import {
  defaultMadeExplicit,
  deprecatedLeftOut,
  deprecatedReplaced,
  ownResource,
  typeReplaced,
  type ExpectedDifference,
} from "./expected";
import { clientKeyStaysOut, rulesWereMissing } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";

const cluster = "alicloud_cs_serverless_kubernetes.serverless";
const group = "alicloud_security_group.group";
const vswitch = "alicloud_vswitch.vsw";

export const mapping: Mapping = {
  "data.alicloud_eci_zones.default": "data.alicloud_eci_zones.zones",
  "alicloud_vpc.vpc": "alicloud_vpc.network-vpc_4DA4CB50",
  [vswitch]: "alicloud_vswitch.network_pod-a_8E9D77FB",
  [group]: "alicloud_security_group.pods",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
};

export const expected: readonly ExpectedDifference[] = [
  namedByPath(`${vswitch}.vswitch_name`, {
    published: "tf-vswitch-172-16-0",
    ours: "serverless-network-pod-a",
  }),
  vswitchOutlivesItsZone(vswitch),
  ...deprecatedReplaced(group, "name", "tf-sg-172-16"),
  ...ownResource(
    "alicloud_security_group_rule.vpc",
    {
      type: "ingress",
      ip_protocol: "all",
      cidr_ip: "172.16.0.0/12",
      security_group_id: `ref:${group}.id`,
    },
    rulesWereMissing,
  ),

  ...typeReplaced(cluster),
  ...deprecatedReplaced(cluster, "endpoint_public_access_enabled", true),
  ...deprecatedReplaced(cluster, "service_discovery_types", ["CoreDNS"]),
  ...deprecatedReplaced(cluster, "time_zone", "Asia/Shanghai"),
  deprecatedLeftOut(cluster, "vpc_id", "ref:alicloud_vpc.vpc.id"),
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "proxy_mode"),
];
