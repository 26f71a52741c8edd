import type { Configuration } from "../compare";

const zone = "ref:data.alicloud_zones.default.zones[0].id";
const vswitchId = "ref:alicloud_vswitch.default.id";
/** A prefix and a random UUID, cut to 63 characters. */
const clusterName = "tf-example-ref:random_uuid.this.result";

/**
 * The complete example of the Terraform module terraform-alicloud-modules/managed-kubernetes, with what the module
 * makes of it. Data sources of the module that serve only a VPC of its own are left out.
 */
export const moduleComplete: Configuration = {
  "data.alicloud_zones.default": { available_resource_creation: "VSwitch" },
  "data.alicloud_instance_types.cloud_essd": {
    availability_zone: zone,
    cpu_core_count: 4,
    memory_size: 8,
    kubernetes_node_role: "Worker",
    system_disk_category: "cloud_essd",
  },
  "alicloud_vpc.default": { vpc_name: "tf-example", cidr_block: "10.4.0.0/16" },
  "alicloud_vswitch.default": {
    vswitch_name: "tf-example",
    cidr_block: "10.4.0.0/24",
    vpc_id: "ref:alicloud_vpc.default.id",
    zone_id: zone,
  },
  "random_uuid.this": {},
  "alicloud_cs_managed_kubernetes.this[0]": {
    name: clusterName,
    cluster_spec: "ack.pro.small",
    worker_vswitch_ids: [vswitchId],
    new_nat_gateway: false,
    pod_cidr: "10.36.0.0/16",
    service_cidr: "172.16.112.0/20",
    slb_internet_enabled: true,
    version: "1.24.6-aliyun.1",
    addons: [
      { name: "flannel", config: "" },
      { name: "flexvolume", config: "" },
      { name: "alicloud-disk-controller", config: "" },
      { name: "logtail-ds", config: '{"IngressDashboardEnabled":"true"}' },
      { name: "nginx-ingress-controller", config: '{"IngressSlbNetworkType":"internet"}' },
    ],
    client_cert: "",
    client_key: "",
    cluster_ca_cert: "",
  },
  "alicloud_cs_kubernetes_node_pool.this[0]": {
    name: clusterName,
    cluster_id: "ref:alicloud_cs_managed_kubernetes.this[0].id",
    vswitch_ids: [vswitchId],
    instance_types: ["ref:data.alicloud_instance_types.cloud_essd.instance_types[0].id"],
    system_disk_category: "cloud_essd",
    system_disk_size: 40,
    // A number in the module, text in the provider.
    desired_size: "2",
  },
};
