import type { Configuration } from "../compare";

const zone = (index: number) =>
  `ref:data.alicloud_enhanced_nat_available_zones.enhanced.zones[${index}].zone_id`;
const vpcId = "ref:alicloud_vpc.vpc[0].id";

/**
 * The example of the documentation of `alicloud_cs_managed_kubernetes`, as published in
 * alibabacloud-automation/landing-with-terraform, quickstarts, 101-cs-managed-kubernetes-docs-Example, on 2026-08-08.
 */
export const providerDocumentation: Configuration = {
  "data.alicloud_enhanced_nat_available_zones.enhanced": {},
  "alicloud_vpc.vpc[0]": { cidr_block: "10.0.0.0/8" },
  "alicloud_vswitch.vswitches[0]": { vpc_id: vpcId, cidr_block: "10.1.0.0/16", zone_id: zone(0) },
  "alicloud_vswitch.vswitches[1]": { vpc_id: vpcId, cidr_block: "10.2.0.0/16", zone_id: zone(1) },
  "alicloud_vswitch.terway_vswitches[0]": { vpc_id: vpcId, cidr_block: "10.4.0.0/16", zone_id: zone(0) },
  "alicloud_vswitch.terway_vswitches[1]": { vpc_id: vpcId, cidr_block: "10.5.0.0/16", zone_id: zone(1) },
  "alicloud_cs_managed_kubernetes.k8s": {
    name: "tf-example",
    cluster_spec: "ack.pro.small",
    vswitch_ids: ["ref:alicloud_vswitch.vswitches[0].id", "ref:alicloud_vswitch.vswitches[1].id"],
    pod_vswitch_ids: [
      "ref:alicloud_vswitch.terway_vswitches[0].id",
      "ref:alicloud_vswitch.terway_vswitches[1].id",
    ],
    new_nat_gateway: true,
    node_cidr_mask: 24,
    proxy_mode: "ipvs",
    service_cidr: "192.168.0.0/16",
    skip_set_certificate_authority: true,
    addons: [
      { name: "terway-eniip" },
      { name: "csi-plugin" },
      { name: "csi-provisioner" },
      { name: "logtail-ds", config: '{"IngressDashboardEnabled":"true"}' },
      { name: "nginx-ingress-controller", config: '{"IngressSlbNetworkType":"internet"}' },
      { name: "arms-prometheus" },
      { name: "ack-node-problem-detector", config: "{}" },
    ],
  },
};
