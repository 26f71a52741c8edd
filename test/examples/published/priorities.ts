import type { Configuration } from "../compare";

const zone = "ref:data.alicloud_zones.default.zones[0].id";
const vswitchId = "ref:alicloud_vswitch.default.id";
const pool = (index: number) => `alicloud_cs_kubernetes_node_pool.default[${index}]`;
const group = (index: number) => `ref:${pool(index)}.scaling_group_id`;

/**
 * The example of the provider documentation for `alicloud_cs_autoscaling_config`, as published in
 * alibabacloud-automation/landing-with-terraform, quickstarts, Container_Service_for_Kubernetes(ACK),
 * 101-cs-autoscaling-config-docs-Example, on 2026-08-08, with what its functions come to.
 */
export const priorities: Configuration = {
  "data.alicloud_zones.default": { available_resource_creation: "VSwitch" },
  "data.alicloud_instance_types.default": {
    availability_zone: zone,
    cpu_core_count: 4,
    memory_size: 8,
    kubernetes_node_role: "Worker",
    system_disk_category: "cloud_essd",
  },
  "alicloud_vpc.default": { vpc_name: "terraform-example", cidr_block: "10.4.0.0/16" },
  "alicloud_vswitch.default": {
    vswitch_name: "terraform-example",
    cidr_block: "10.4.0.0/24",
    vpc_id: "ref:alicloud_vpc.default.id",
    zone_id: zone,
  },
  "alicloud_cs_managed_kubernetes.default": {
    name_prefix: "terraform-example",
    cluster_spec: "ack.pro.small",
    worker_vswitch_ids: [vswitchId],
    new_nat_gateway: true,
    pod_cidr: "10.36.0.0/16",
    service_cidr: "172.16.112.0/20",
    slb_internet_enabled: true,
  },
  ...Object.fromEntries(
    [0, 1, 2].map((index) => [
      pool(index),
      {
        node_pool_name: `terraform-example-${index}`,
        cluster_id: "ref:alicloud_cs_managed_kubernetes.default.id",
        vswitch_ids: [vswitchId],
        instance_types: ["ref:data.alicloud_instance_types.default.instance_types[0].id"],
        system_disk_category: "cloud_essd",
        system_disk_size: 40,
        image_type: "AliyunLinux3",
        scaling_config: { enable: true, min_size: 0, max_size: 10 },
      },
    ]),
  ),
  "alicloud_cs_autoscaling_config.default": {
    cluster_id: "ref:alicloud_cs_managed_kubernetes.default.id",
    cool_down_duration: "10m",
    unneeded_duration: "10m",
    utilization_threshold: "0.5",
    gpu_utilization_threshold: "0.5",
    scan_interval: "30s",
    scale_down_enabled: true,
    expander: "priority",
    skip_nodes_with_system_pods: true,
    skip_nodes_with_local_storage: false,
    daemonset_eviction_for_nodes: false,
    max_graceful_termination_sec: 14_400,
    min_replica_count: 0,
    recycle_node_deletion_enabled: false,
    scale_up_from_zero: true,
    scaler_type: "cluster-autoscaler",
    priorities: { 10: `${group(0)},${group(1)}`, 20: group(2) },
  },
};
