import type { Configuration } from "../compare";

const vpcId = "ref:alicloud_vpc.this.id";
const zones = ["eu-central-1a", "eu-central-1c"] as const;
const vswitch = (kind: string, zone: string) => `alicloud_vswitch.${kind}["${zone}"]`;
const all = ["system", "gpu"].flatMap((kind) => zones.map((zone) => [kind, zone] as const));
const idsOf = (kind: string) => zones.map((zone) => `ref:${vswitch(kind, zone)}.id`);
const cluster = "alicloud_cs_managed_kubernetes.this";
const project = "ref:alicloud_log_project.this.project_name";
const nat = "alicloud_nat_gateway.this";
const eip = "alicloud_eip_address.nat";

const cidrs: Readonly<Record<string, string>> = {
  "system eu-central-1a": "10.0.0.0/20",
  "system eu-central-1c": "10.0.16.0/20",
  "gpu eu-central-1a": "10.0.32.0/20",
  "gpu eu-central-1c": "10.0.48.0/20",
};

const trustOfEcs = JSON.stringify({
  Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: ["ecs.aliyuncs.com"] } }],
  Version: "1",
});

const nodes = {
  cluster_id: `ref:${cluster}.id`,
  image_type: "AliyunLinux3ContainerOptimized",
  system_disk_category: "cloud_essd",
  system_disk_encrypted: true,
  instance_metadata_options: { http_tokens: "required" },
} as const;

/**
 * The cluster of superlinked/terraform-alicloud-sie at commit 2a9e24e, an inference engine with GPUs, with the values of its example
 * dev-gn7i.
 *
 * Left out are the buckets and the role of its workload, its optional registry and bastion, and the conditions by which it holds that
 * the API server is private. Names of resources and labels that its source makes from inputs are left out as well.
 */
export const inference: Configuration = {
  "alicloud_vpc.this": { cidr_block: "10.0.0.0/16" },
  ...Object.fromEntries(
    all.flatMap(([kind, zone]) => [
      [vswitch(kind, zone), { vpc_id: vpcId, zone_id: zone, cidr_block: cidrs[`${kind} ${zone}`] ?? "" }],
      [
        `alicloud_snat_entry.${kind}["${zone}"]`,
        {
          snat_table_id: `ref:${nat}.snat_table_ids`,
          source_vswitch_id: `ref:${vswitch(kind, zone)}.id`,
          snat_ip: `ref:${eip}.ip_address`,
        },
      ],
    ]),
  ),
  [nat]: {
    vpc_id: vpcId,
    vswitch_id: `ref:${vswitch("system", zones[0])}.id`,
    nat_type: "Enhanced",
    network_type: "internet",
    availability_mode: "CrossAZ",
    payment_type: "PayAsYouGo",
    internet_charge_type: "PayByLcu",
    eip_bind_mode: "NAT",
  },
  // A number in the module, text in the provider.
  [eip]: { internet_charge_type: "PayByTraffic", bandwidth: "100" },
  "alicloud_eip_association.nat": {
    allocation_id: `ref:${eip}.id`,
    instance_id: `ref:${nat}.id`,
    instance_type: "Nat",
  },
  "alicloud_kms_key.secrets": {
    key_spec: "Aliyun_AES_256",
    automatic_rotation: "Enabled",
    rotation_interval: "365d",
    deletion_protection: "Enabled",
    pending_window_in_days: 30,
  },
  "alicloud_log_project.this": {},
  [cluster]: {
    name: "sie-dev-gn7i",
    profile: "Default",
    cluster_spec: "ack.pro.small",
    vswitch_ids: idsOf("system"),
    new_nat_gateway: false,
    pod_cidr: "10.1.0.0/16",
    service_cidr: "172.20.0.0/16",
    proxy_mode: "ipvs",
    ip_stack: "ipv4",
    slb_internet_enabled: false,
    deletion_protection: true,
    enable_rrsa: true,
    disable_encryption: false,
    encryption_provider_key: "ref:alicloud_kms_key.secrets.id",
    control_plane_log_components: ["apiserver", "kcm", "scheduler", "ccm", "controlplane-events"],
    control_plane_log_project: project,
    control_plane_log_ttl: "30",
    skip_set_certificate_authority: true,
    audit_log_config: { enabled: true, sls_project_name: project },
    addons: [{ name: "flannel" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
    depends_on: all.map(([kind, zone]) => `ref:alicloud_snat_entry.${kind}["${zone}"]`),
  },
  "alicloud_cs_kubernetes_addon.nvidia": {
    cluster_id: `ref:${cluster}.id`,
    name: "ack-nvidia-device-plugin",
    config: "{}",
  },
  "alicloud_cs_kubernetes_addon.pod_identity": {
    cluster_id: `ref:${cluster}.id`,
    name: "ack-pod-identity-webhook",
    config: '{"AutoInjectSTSEnvVars":"false"}',
  },
  'alicloud_ram_role.node["system"]': { assume_role_policy_document: trustOfEcs },
  'alicloud_ram_role.node["a10"]': { assume_role_policy_document: trustOfEcs },
  "alicloud_cs_kubernetes_node_pool.system": {
    ...nodes,
    vswitch_ids: idsOf("system"),
    instance_types: ["ecs.g7.xlarge"],
    instance_charge_type: "PostPaid",
    spot_strategy: "NoSpot",
    system_disk_size: 100,
    install_cloud_monitor: true,
    scaling_config: { enable: true, type: "cpu", min_size: 1, max_size: 5 },
    ram_role_name: 'ref:alicloud_ram_role.node["system"].role_name',
  },
  'alicloud_cs_kubernetes_node_pool.gpu["a10"]': {
    ...nodes,
    vswitch_ids: idsOf("gpu"),
    instance_types: ["ecs.gn7i-c8g1.2xlarge"],
    system_disk_size: 500,
    scaling_config: { enable: true, type: "gpu", min_size: 0, max_size: 10 },
    multi_az_policy: "BALANCE",
    labels: [{ key: "ack.node.gpu.schedule", value: "default" }],
    taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
    ram_role_name: 'ref:alicloud_ram_role.node["a10"].role_name',
  },
  "alicloud_cs_autoscaling_config.this": {
    cluster_id: `ref:${cluster}.id`,
    cool_down_duration: "10m",
    unneeded_duration: "10m",
    utilization_threshold: "0.5",
    gpu_utilization_threshold: "0.5",
    scan_interval: "30s",
    expander: "least-waste",
    scale_up_from_zero: true,
    scale_down_enabled: true,
    scaler_type: "cluster-autoscaler",
    max_graceful_termination_sec: 14_400,
  },
};
