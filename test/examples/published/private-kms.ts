import type { Configuration } from "../compare";

const vpcId = "ref:alicloud_vpc.this.id";
const numbers = [0, 1, 2] as const;
const tags = {
  Project: "FinCloudSentinel",
  Environment: "demo",
  ManagedBy: "Terraform",
  DataClass: "SyntheticOnly",
};

/**
 * The demo environment of thunderxu7-sketch/fincloud-sentinel, infra/terraform/environments/demo, at commit b5afa11, with the
 * defaults of its variables, what its functions come to, and the cluster switched on.
 */
export const fincloudSentinel: Configuration = {
  "data.alicloud_zones.available": { available_resource_creation: "VSwitch" },
  "alicloud_vpc.this": { vpc_name: "fincloud-sentinel-demo", cidr_block: "10.42.0.0/16", tags },
  ...Object.fromEntries(
    numbers.map((index) => [
      `alicloud_vswitch.application[${index}]`,
      {
        vpc_id: vpcId,
        cidr_block: `10.42.${16 * index}.0/20`,
        zone_id: `ref:data.alicloud_zones.available.zones[${index}].id`,
        vswitch_name: `fincloud-sentinel-demo-az${index + 1}`,
        tags,
      },
    ]),
  ),
  "alicloud_security_group.ack": {
    security_group_name: "fincloud-sentinel-demo-ack",
    description: "Private-only ACK worker security group for FinCloud Sentinel",
    vpc_id: vpcId,
    tags,
  },
  "random_id.suffix": { byte_length: 3 },
  "alicloud_log_project.this": {
    project_name: "fincloudsentinel-demo-ref:random_id.suffix.hex",
    description: "FinCloud Sentinel security and application logs",
    tags,
  },
  "alicloud_kms_key.secrets": {
    description: "Envelope encryption for FinCloud Sentinel secrets",
    key_usage: "ENCRYPT/DECRYPT",
    automatic_rotation: "Enabled",
    rotation_interval: "30d",
    pending_window_in_days: 30,
    status: "Enabled",
    tags,
  },
  "alicloud_cs_managed_kubernetes.this[0]": {
    name_prefix: "fincloud-sentinel-demo",
    cluster_spec: "ack.pro.small",
    vswitch_ids: numbers.map((index) => `ref:alicloud_vswitch.application[${index}].id`),
    new_nat_gateway: true,
    pod_cidr: "10.44.0.0/16",
    service_cidr: "10.45.0.0/20",
    slb_internet_enabled: false,
    security_group_id: "ref:alicloud_security_group.ack.id",
    encryption_provider_key: "ref:alicloud_kms_key.secrets.id",
    enable_rrsa: true,
    tags,
    addons: [
      { name: "terway-eniip" },
      { name: "csi-plugin" },
      { name: "csi-provisioner" },
      {
        name: "logtail-ds",
        config: '${jsonencode({"sls_project_name" = alicloud_log_project.this.project_name})}',
      },
    ],
    timeouts: { create: "90m", update: "60m", delete: "60m" },
  },
};
