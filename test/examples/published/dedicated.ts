import type { Configuration } from "../compare";

const vpcId = "ref:alicloud_vpc.vpc[0].id";
const zones = ["cn-hangzhou-i", "cn-hangzhou-j", "cn-hangzhou-k"] as const;
const numbers = [0, 1, 2] as const;

const types = zones.map((zone) => `data.alicloud_instance_types.default["${zone}"].ids`).join(", ");
/** The first of the types that all zones have, as `local.common_instance_types` finds it. */
const commonType = `\${element(sort(setintersection(${types})), 0)}`;

/**
 * The use case of a dedicated cluster, as published in alibabacloud-automation/landing-with-terraform, quickstarts,
 * Container_Service_for_Kubernetes(ACK), 201-use-case-create-ack-proprietary-cluster, on 2026-08-08, with the defaults of its
 * variables and what its locals come to in a region where all three zones are offered. Its password is not repeated here.
 */
export const dedicatedUseCase: Configuration = {
  "data.alicloud_enhanced_nat_available_zones.enhanced": {},
  "data.alicloud_resource_manager_resource_groups.default": { status: "OK" },
  ...Object.fromEntries(
    zones.map((zone) => [
      `data.alicloud_instance_types.default["${zone}"]`,
      {
        availability_zone: zone,
        cpu_core_count: 8,
        memory_size: 16,
        kubernetes_node_role: "Master",
        system_disk_category: "cloud_essd",
      },
    ]),
  ),
  "alicloud_vpc.vpc[0]": { cidr_block: "10.0.0.0/8" },
  ...Object.fromEntries(
    numbers.flatMap((index) => [
      [
        `alicloud_vswitch.vswitches[${index}]`,
        { vpc_id: vpcId, cidr_block: `10.${index + 1}.0.0/16`, zone_id: zones[index] },
      ],
      [
        `alicloud_vswitch.terway_vswitches[${index}]`,
        { vpc_id: vpcId, cidr_block: `10.${index + 4}.0.0/16`, zone_id: zones[index] },
      ],
    ]),
  ),
  "alicloud_cs_kubernetes.default": {
    master_vswitch_ids: numbers.map((index) => `ref:alicloud_vswitch.vswitches[${index}].id`),
    pod_vswitch_ids: numbers.map((index) => `ref:alicloud_vswitch.terway_vswitches[${index}].id`),
    master_instance_types: [commonType, commonType, commonType],
    master_disk_category: "cloud_essd",
    password: "(literal)",
    service_cidr: "172.18.0.0/16",
    load_balancer_spec: "slb.s1.small",
    // Truth values are text in the use case.
    install_cloud_monitor: true,
    resource_group_id: "ref:data.alicloud_resource_manager_resource_groups.default.groups[0].id",
    deletion_protection: false,
    timezone: "Asia/Shanghai",
    os_type: "Linux",
    platform: "AliyunLinux3",
    cluster_domain: "cluster.local",
    proxy_mode: "ipvs",
    custom_san: "www.terraform.io",
    new_nat_gateway: true,
    addons: [
      { name: "terway-eniip", config: "" },
      { name: "csi-plugin", config: "" },
      { name: "csi-provisioner", config: "" },
      { name: "logtail-ds", config: '{"IngressDashboardEnabled":"true"}' },
      { name: "nginx-ingress-controller", config: '{"IngressSlbNetworkType":"internet"}' },
      { name: "arms-prometheus", config: "" },
      { name: "ack-node-problem-detector", config: '{"sls_project_name":""}' },
    ],
  },
};
