import type { Configuration } from "../compare";

const vswitchIds = ["ref:alicloud_vswitch.vsw.id"];
const instanceTypes = ["ref:data.alicloud_instance_types.default.instance_types[0].id"];
const zone = "ref:data.alicloud_zones.default.zones[0].id";

/**
 * The use case of an ACK Edge cluster, as published in alibabacloud-automation/landing-with-terraform, quickstarts,
 * Container_Service_for_Kubernetes(ACK), 201-use-case-create-ack-edge-cluster, on 2026-08-08, with the defaults of its variables and
 * what its functions come to. Its password is not repeated here.
 */
export const edgeUseCase: Configuration = {
  "data.alicloud_zones.default": {
    available_resource_creation: "VSwitch",
    available_disk_category: "cloud_efficiency",
  },
  "data.alicloud_instance_types.default": {
    availability_zone: zone,
    cpu_core_count: 4,
    memory_size: 8,
    kubernetes_node_role: "Worker",
  },
  "alicloud_vpc.vpc": { vpc_name: "tf-vpc-172-16", cidr_block: "172.16.0.0/12" },
  "alicloud_vswitch.vsw": {
    vswitch_name: "tf-vswitch-172-16-0",
    vpc_id: "ref:alicloud_vpc.vpc.id",
    cidr_block: "172.16.128.0/20",
    zone_id: zone,
  },
  "alicloud_cs_edge_kubernetes.edge": {
    name: "edge-example",
    version: "1.28.9-aliyun.1",
    cluster_spec: "ack.pro.small",
    worker_vswitch_ids: vswitchIds,
    worker_instance_types: instanceTypes,
    password: "(literal)",
    new_nat_gateway: true,
    pod_cidr: "10.10.0.0/16",
    service_cidr: "10.12.0.0/16",
    load_balancer_spec: "slb.s2.small",
    worker_number: 1,
    node_cidr_mask: 24,
    runtime: { name: "containerd", version: "1.6.34" },
  },
  "alicloud_cs_kubernetes_node_pool.nodepool": {
    cluster_id: "ref:alicloud_cs_edge_kubernetes.edge.id",
    node_pool_name: "edge-nodepool-1",
    vswitch_ids: vswitchIds,
    instance_types: instanceTypes,
    instance_charge_type: "PostPaid",
    runtime_name: "containerd",
    runtime_version: "1.6.34",
    // A number in the use case, text in the provider.
    desired_size: "2",
    password: "(literal)",
    install_cloud_monitor: true,
    system_disk_category: "cloud_efficiency",
    system_disk_size: 100,
    image_type: "AliyunLinux",
    data_disks: [{ category: "cloud_efficiency", size: 120 }],
    lifecycle: { ignore_changes: ["labels"] },
  },
};
