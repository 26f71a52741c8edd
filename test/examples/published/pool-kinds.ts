import type { Configuration } from "../compare";

const zone = "ref:data.alicloud_enhanced_nat_available_zones.enhanced.zones[0].zone_id";
const type = (index: number) =>
  `ref:data.alicloud_instance_types.cloud_efficiency.instance_types[${index}].id`;
const clusterId = "ref:alicloud_cs_managed_kubernetes.default.id";
const vswitchId = "ref:alicloud_vswitch.default.id";
const suffixed = "terraform-example-ref:random_integer.default.result";

const anyPool = {
  cluster_id: clusterId,
  vswitch_ids: [vswitchId],
  instance_types: [type(0)],
  system_disk_category: "cloud_efficiency",
  system_disk_size: 40,
} as const;
const keyPair = { key_name: "ref:alicloud_key_pair.default.key_pair_name" } as const;
const pool = (name: string) => `alicloud_cs_kubernetes_node_pool.${name}`;

/**
 * The example of the provider documentation for `alicloud_cs_kubernetes_node_pool`, as published in
 * alibabacloud-automation/landing-with-terraform, quickstarts, Container_Service_for_Kubernetes(ACK),
 * 101-cs-kubernetes-node-pool-docs-Example, on 2026-08-08, with what its functions come to.
 */
export const poolKinds: Configuration = {
  "random_integer.default": { max: 99_999, min: 10_000 },
  "data.alicloud_enhanced_nat_available_zones.enhanced": {},
  "data.alicloud_instance_types.cloud_efficiency": {
    availability_zone: zone,
    cpu_core_count: 4,
    memory_size: 8,
    kubernetes_node_role: "Worker",
    system_disk_category: "cloud_efficiency",
  },
  "alicloud_vpc.default": { vpc_name: "terraform-example", cidr_block: "10.4.0.0/16" },
  "alicloud_vswitch.default": {
    vswitch_name: "terraform-example",
    cidr_block: "10.4.0.0/24",
    vpc_id: "ref:alicloud_vpc.default.id",
    zone_id: zone,
  },
  "alicloud_cs_managed_kubernetes.default": {
    name_prefix: suffixed,
    cluster_spec: "ack.pro.small",
    worker_vswitch_ids: [vswitchId],
    new_nat_gateway: true,
    pod_cidr: "10.36.0.0/16",
    service_cidr: "172.16.112.0/20",
    slb_internet_enabled: true,
    enable_rrsa: true,
  },
  "alicloud_key_pair.default": { key_pair_name: suffixed },
  [pool("default")]: {
    ...anyPool,
    ...keyPair,
    node_pool_name: "terraform-example",
    labels: [
      { key: "test1", value: "nodepool" },
      { key: "test2", value: "nodepool" },
    ],
    taints: [
      { key: "tf", effect: "NoSchedule", value: "example" },
      { key: "tf2", effect: "NoSchedule", value: "example2" },
    ],
  },
  // Numbers in the example, text in the provider.
  [pool("desired_size")]: { ...anyPool, ...keyPair, node_pool_name: "desired_size", desired_size: "0" },
  [pool("maintenance")]: {
    ...anyPool,
    ...keyPair,
    node_pool_name: "maintenance",
    desired_size: "1",
    management: {
      enable: true,
      auto_repair: true,
      auto_repair_policy: { restart_node: true },
      auto_upgrade: true,
      auto_upgrade_policy: { auto_upgrade_kubelet: true },
      auto_vul_fix: true,
      auto_vul_fix_policy: { vul_level: "asap", restart_node: true },
      max_unavailable: 1,
    },
  },
  [pool("spot_instance")]: {
    ...anyPool,
    ...keyPair,
    node_pool_name: "spot_instance",
    instance_types: [type(0), type(1)],
    desired_size: "1",
    spot_strategy: "SpotWithPriceLimit",
    spot_price_limit: [
      { instance_type: type(0), price_limit: "0.70" },
      { instance_type: type(1), price_limit: "0.72" },
    ],
  },
  [pool("spot_auto_scaling")]: {
    ...anyPool,
    ...keyPair,
    node_pool_name: "spot_auto_scaling",
    scaling_config: { min_size: 1, max_size: 10, type: "spot" },
    spot_strategy: "SpotWithPriceLimit",
    spot_price_limit: [{ instance_type: type(0), price_limit: "0.70" }],
  },
  [pool("prepaid_node")]: {
    ...anyPool,
    ...keyPair,
    node_pool_name: "prepaid_node",
    instance_charge_type: "PrePaid",
    period: 1,
    period_unit: "Month",
    auto_renew: true,
    auto_renew_period: 1,
    install_cloud_monitor: true,
  },
  [pool("customized_kubelet")]: {
    ...anyPool,
    node_pool_name: "customized_kubelet",
    instance_charge_type: "PostPaid",
    desired_size: "0",
    kubelet_configuration: {
      registry_pull_qps: "10",
      registry_burst: "5",
      event_record_qps: "10",
      event_burst: "5",
      serialize_image_pulls: "true",
      eviction_hard: {
        "memory.available": "1024Mi",
        "nodefs.available": "10%",
        "nodefs.inodesFree": "5%",
        "imagefs.available": "10%",
      },
      system_reserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi" },
      kube_reserved: { cpu: "500m", memory: "1Gi" },
      container_log_max_size: "200Mi",
      container_log_max_files: "3",
      max_pods: "100",
      read_only_port: "0",
      allowed_unsafe_sysctls: ["net.ipv4.route.min_pmtu"],
    },
    rolling_policy: { max_parallelism: 1 },
  },
};
