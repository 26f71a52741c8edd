import type { Mapping } from "./compare";
import { defaultLeftOut, defaultMadeExplicit, ownResource, type ExpectedDifference } from "./expected";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { autoscaledPoolKeepsItsSize, namedByItsId } from "./expected-pool";

const cluster = "alicloud_cs_managed_kubernetes.this";
const system = "alicloud_cs_kubernetes_node_pool.system";
const gpu = 'alicloud_cs_kubernetes_node_pool.gpu["a10"]';
const key = "alicloud_kms_key.secrets";
const project = "alicloud_log_project.this";
const nat = "alicloud_nat_gateway.this";
const eip = "alicloud_eip_address.nat";
const config = "alicloud_cs_autoscaling_config.this";
const zones = ["eu-central-1a", "eu-central-1c"] as const;
const vswitch = (kind: string, zone: string) => `alicloud_vswitch.${kind}["${zone}"]`;
const snat = (kind: string, zone: string) => `alicloud_snat_entry.${kind}["${zone}"]`;

export const mapping: Mapping = {
  "alicloud_vpc.this": "alicloud_vpc.vpc_6776A399",
  [vswitch("system", zones[0])]: "alicloud_vswitch.network_node-a_88F28363",
  [vswitch("system", zones[1])]: "alicloud_vswitch.network_node-c_F326079B",
  [vswitch("gpu", zones[0])]: "alicloud_vswitch.gpu-eu-central-1a",
  [vswitch("gpu", zones[1])]: "alicloud_vswitch.gpu-eu-central-1c",
  [snat("system", zones[0])]: "alicloud_snat_entry.network_snat-node-a_4E8EA4E0",
  [snat("system", zones[1])]: "alicloud_snat_entry.network_snat-node-c_CAA6EB52",
  [snat("gpu", zones[0])]: "alicloud_snat_entry.snat-gpu-eu-central-1a",
  [snat("gpu", zones[1])]: "alicloud_snat_entry.snat-gpu-eu-central-1c",
  [nat]: "alicloud_nat_gateway.nat_nat-gateway_3C681C15",
  [eip]: "alicloud_eip_address.nat_eip_91D6500E",
  "alicloud_eip_association.nat": "alicloud_eip_association.nat_eip-association_F7D10B21",
  [key]: "alicloud_kms_key.secrets_key_F6F40C57",
  [project]: "alicloud_log_project.logs",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  "alicloud_cs_kubernetes_addon.nvidia": "alicloud_cs_kubernetes_addon.cluster_nvidia_addon_20C1497F",
  "alicloud_cs_kubernetes_addon.pod_identity":
    "alicloud_cs_kubernetes_addon.cluster_pod-identity_addon_ACDAB8DD",
  'alicloud_ram_role.node["system"]': "alicloud_ram_role.node-system",
  'alicloud_ram_role.node["a10"]': "alicloud_ram_role.node-a10",
  [system]: "alicloud_cs_kubernetes_node_pool.cluster_system_pool_593AE8AE",
  [gpu]: "alicloud_cs_kubernetes_node_pool.cluster_a10_pool_9387F3DA",
  [config]: "alicloud_cs_autoscaling_config.cluster_autoscaler_config_67F9D373",
};

const natVSwitch = "alicloud_vswitch.nat_vswitch_2F8593DF";

const gatewayApart = {
  reason: "defect mended",
  fact: "A gateway in a vSwitch of the nodes keeps that vSwitch, and so its zone, from ever being removed.",
} as const;

const stopsInThePlan = {
  ours: { prevent_destroy: true },
  reason: "defect mended",
  fact: "The protection of the service is met in the middle of a destroy; Terraform stops before it begins.",
} as const;

const addressIsBound = {
  ours: ["ref:alicloud_eip_association.nat"],
  reason: "defect mended",
  fact: "An entry with an address that is not bound to the gateway yet is refused, and no reference orders the two.",
} as const;

const nodesComeFirst = {
  reason: "defect mended",
  fact: "An add-on waits for its Pods, which need a node; ten minutes are not enough for all.",
} as const;

const notSaid = {
  reason: "name derived",
  fact: "The source makes the name from inputs, and it is not repeated in what was published.",
} as const;

export const expected: readonly ExpectedDifference[] = [
  { where: "alicloud_vpc.this.vpc_name", ours: "sie-dev-gn7i", ...notSaid },
  ...zones.flatMap((zone, index) => [
    namedByPath(`${vswitch("system", zone)}.vswitch_name`, {
      ours: `inference-network-node-${["a", "c"][index] ?? ""}`,
    }),
    vswitchOutlivesItsZone(vswitch("system", zone)),
    { where: `${snat("system", zone)}.depends_on`, ...addressIsBound },
    { where: `${snat("gpu", zone)}.depends_on`, ...addressIsBound },
  ]),
  ...ownResource(
    natVSwitch,
    {
      vpc_id: "ref:alicloud_vpc.this.id",
      zone_id: zones[0],
      cidr_block: "10.0.127.240/28",
      vswitch_name: "inference-nat",
    },
    gatewayApart,
  ),
  {
    where: `${nat}.vswitch_id`,
    published: `ref:${vswitch("system", zones[0])}.id`,
    ours: `ref:${natVSwitch}.id`,
    ...gatewayApart,
  },
  namedByPath(`${nat}.nat_gateway_name`, { ours: "inference-nat" }),
  defaultLeftOut(nat, "network_type"),
  namedByPath(`${eip}.address_name`, { ours: "inference-nat" }),
  defaultMadeExplicit(eip, "payment_type"),

  { where: `${project}.project_name`, ours: "sie-dev-gn7i", ...notSaid },
  namedByPath(`${key}.description`, { ours: "Secrets of Kubernetes, inference-secrets" }),
  defaultMadeExplicit(key, "key_usage"),
  { where: `${key}.lifecycle`, ...stopsInThePlan },
  ...["system", "a10"].map((name) => ({
    where: `alicloud_ram_role.node["${name}"].role_name`,
    ours: `sie-dev-gn7i-${name}`,
    ...notSaid,
  })),

  {
    where: `${cluster}.depends_on`,
    published: ["system", "gpu"].flatMap((kind) => zones.map((zone) => `ref:${snat(kind, zone)}`)),
    ours: [
      ...zones.map((zone) => `ref:${snat("system", zone)}`),
      `ref:${key}`,
      ...zones.map((zone) => `ref:${snat("gpu", zone)}`),
    ],
    reason: "defect mended",
    fact: "A key that is replaced is there before the cluster asks for it, also where its id does not change.",
  },
  defaultLeftOut(cluster, "ip_stack"),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  { where: `${cluster}.lifecycle`, ...stopsInThePlan },

  ...["nvidia", "pod_identity"].flatMap((name) => [
    {
      where: `alicloud_cs_kubernetes_addon.${name}.depends_on`,
      ours: [`ref:${system}`],
      ...nodesComeFirst,
    },
    {
      where: `alicloud_cs_kubernetes_addon.${name}.timeouts`,
      ours: { create: "30m" },
      ...nodesComeFirst,
    },
  ]),
  defaultLeftOut("alicloud_cs_kubernetes_addon.nvidia", "config"),

  namedByItsId(system, { ours: "system" }),
  autoscaledPoolKeepsItsSize(system),
  namedByItsId(gpu, { ours: "a10" }),
  autoscaledPoolKeepsItsSize(gpu),
  defaultMadeExplicit(gpu, "install_cloud_monitor"),
  defaultMadeExplicit(config, "skip_nodes_with_system_pods"),
];
