import type { Configuration } from "../compare";

const vpcId = "ref:alicloud_vpc.default.id";
const zones = ["cn-shenzhen-c", "cn-shenzhen-e", "cn-shenzhen-f"] as const;
const numbers = [0, 1, 2] as const;
const vswitchIds = numbers.map((index) => `ref:alicloud_vswitch.vswitches[${index}].id`);
const clusterId = "ref:alicloud_cs_managed_kubernetes.default.id";

const pool = {
  cluster_id: clusterId,
  vswitch_ids: vswitchIds,
  instance_types: ["ecs.g6.2xlarge", "ecs.g6.xlarge"],
  password: "(literal)",
  install_cloud_monitor: true,
  system_disk_category: "cloud_efficiency",
  system_disk_size: 100,
  data_disks: [{ category: "cloud_essd", size: 120 }],
} as const;

/**
 * The use case of a managed cluster, as published in alibabacloud-automation/landing-with-terraform, quickstarts,
 * Container_Service_for_Kubernetes(ACK), 201-use-case-create-ack-managed-cluster, on 2026-08-08, with the defaults of its variables
 * and what its locals come to. Its password is not repeated here.
 */
export const threePools: Configuration = {
  "data.alicloud_instance_types.default": {
    cpu_core_count: 8,
    memory_size: 32,
    availability_zone: "cn-shenzhen-c",
    kubernetes_node_role: "Worker",
  },
  "alicloud_vpc.default": { vpc_name: "tf-vpc-172-16", cidr_block: "172.16.0.0/12" },
  ...Object.fromEntries(
    numbers.flatMap((index) => [
      [
        `alicloud_vswitch.vswitches[${index}]`,
        { vpc_id: vpcId, cidr_block: `172.16.${2 * index}.0/23`, zone_id: zones[index] },
      ],
      [
        `alicloud_vswitch.terway_vswitches[${index}]`,
        { vpc_id: vpcId, cidr_block: `172.16.${208 + 16 * index}.0/20`, zone_id: zones[index] },
      ],
    ]),
  ),
  "alicloud_cs_managed_kubernetes.default": {
    name: "tf-ack-shenzhen-terway",
    cluster_spec: "ack.pro.small",
    worker_vswitch_ids: vswitchIds,
    pod_vswitch_ids: numbers.map((index) => `ref:alicloud_vswitch.terway_vswitches[${index}].id`),
    new_nat_gateway: true,
    service_cidr: "10.11.0.0/16",
    slb_internet_enabled: true,
    enable_rrsa: true,
    control_plane_log_components: ["apiserver", "kcm", "scheduler", "ccm"],
    addons: [
      { name: "terway-eniip", config: "" },
      { name: "logtail-ds", config: '{"IngressDashboardEnabled":"true"}' },
      { name: "nginx-ingress-controller", config: '{"IngressSlbNetworkType":"internet"}' },
      { name: "arms-prometheus", config: "" },
      { name: "ack-node-problem-detector", config: '{"sls_project_name":""}' },
      { name: "csi-plugin", config: "" },
      { name: "csi-provisioner", config: "" },
    ],
  },
  "alicloud_cs_kubernetes_node_pool.default": {
    ...pool,
    node_pool_name: "default-nodepool",
    instance_charge_type: "PostPaid",
    // Numbers in the use case, text in the provider.
    desired_size: "2",
    image_type: "AliyunLinux",
  },
  "alicloud_cs_kubernetes_node_pool.managed_node_pool": {
    ...pool,
    node_pool_name: "managed-node-pool",
    instance_charge_type: "PostPaid",
    desired_size: "0",
    management: { auto_repair: true, auto_upgrade: true, max_unavailable: 1 },
    image_type: "AliyunLinux",
  },
  "alicloud_cs_kubernetes_node_pool.autoscale_node_pool": {
    ...pool,
    node_pool_name: "autoscale-node-pool",
    scaling_config: { min_size: 1, max_size: 10 },
    image_type: "AliyunLinux3",
  },
};
