import type { Mapping } from "./compare";
import {
  defaultMadeExplicit,
  defaultReplaced,
  deprecatedLeftOut,
  deprecatedReplaced,
  impliedOrderLeftOut,
  ownResource,
  typeReplaced,
  type ExpectedDifference,
} from "./expected";
import { clientKeyStaysOut } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { fixedPoolIsNotScaled, namedByItsId } from "./expected-pool";

const suffix = "random_id.cluster_name[0]";
const prefix = `k8s-ali-ref:${suffix}.hex`;
const zones = "data.alicloud_zones.main[0]";
const key = "alicloud_key_pair.publickey[0]";
const vpc = "alicloud_vpc.vpc[0]";
const vswitches = ["alicloud_vswitch.vswitches[0]", "alicloud_vswitch.vswitches[1]"] as const;
const nat = "alicloud_nat_gateway.default[0]";
const eip = "alicloud_eip.eip[0]";
const association = "alicloud_eip_association.eipassoc[0]";
const cluster = "alicloud_cs_managed_kubernetes.ack[0]";
/** The pool of the workers that the cluster once made itself. */
const pool = "alicloud_cs_kubernetes_node_pool.cluster_workers_pool_E96CFE36";
/** Where the NAT gateway stands. */
const natVSwitch = "alicloud_vswitch.nat_vswitch_2F8593DF";

export const mapping: Mapping = {
  [zones]: "data.alicloud_zones.zones",
  [key]: "alicloud_ecs_key_pair.key",
  [vpc]: "alicloud_vpc.vpc_6776A399",
  [vswitches[0]]: "alicloud_vswitch.network_node-a_88F28363",
  [vswitches[1]]: "alicloud_vswitch.network_node-b_3377EB7C",
  [nat]: "alicloud_nat_gateway.nat_nat-gateway_3C681C15",
  [eip]: "alicloud_eip_address.nat_eip_91D6500E",
  [association]: "alicloud_eip_association.nat_eip-association_F7D10B21",
  "alicloud_snat_entry.default[0]": "alicloud_snat_entry.network_snat-node-a_4E8EA4E0",
  "alicloud_snat_entry.default[1]": "alicloud_snat_entry.network_snat-node-b_F0D5804C",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
};

const nameWrittenOnce = {
  reason: "name derived",
  fact: "A name is written once in our stack, where the published one is made unique by random digits.",
} as const;

const enhancedGateway = {
  reason: "defect mended",
  fact: "There are only enhanced NAT gateways by now: they stand in a vSwitch, have no specification, and are paid by LCU.",
} as const;

const waitsForNothing = {
  reason: "defect mended",
  fact: "What it waits for is nothing that it needs: it delays the way out.",
} as const;

const partOfTheCluster = {
  reason: "deprecated replaced",
  fact: "Since 1.212.0 of the provider clusters make no workers: they are a node pool of the cluster.",
} as const;

const leftToTheDay = {
  reason: "defect mended",
  fact:
    "It was left to what ACK took on the day: FlexVolume and CentOS in 2019, of which one cannot be installed any more " +
    "and the other gets no security fixes.",
} as const;

const network: readonly ExpectedDifference[] = [
  ...deprecatedReplaced(vpc, "name", "k8svpc"),
  ...vswitches.flatMap((vswitch, index) => [
    ...deprecatedReplaced(vswitch, "availability_zone", `ref:${zones}.zones[${index}].id`),
    deprecatedLeftOut(vswitch, "name", `${prefix}-vswitch-${index}`),
    namedByPath(`${vswitch}.vswitch_name`, {
      ours: `hand-made-roles-network-node-${["a", "b"][index] ?? ""}`,
    }),
    impliedOrderLeftOut(vswitch, [vpc]),
    vswitchOutlivesItsZone(vswitch),
  ]),

  ...ownResource(
    natVSwitch,
    {
      vpc_id: `ref:${vpc}.id`,
      zone_id: `ref:${zones}.zones[0].id`,
      cidr_block: "10.127.255.240/28",
      vswitch_name: "hand-made-roles-nat",
    },
    enhancedGateway,
  ),
  { where: `${nat}.vswitch_id`, ours: `ref:${natVSwitch}.id`, ...enhancedGateway },
  { where: `${nat}.nat_type`, ours: "Enhanced", ...enhancedGateway },
  { where: `${nat}.internet_charge_type`, ours: "PayByLcu", ...enhancedGateway },
  { where: `${nat}.specification`, published: "Small", ...enhancedGateway },
  defaultMadeExplicit(nat, "payment_type"),
  deprecatedLeftOut(nat, "name", `${prefix}-natgw`),
  namedByPath(`${nat}.nat_gateway_name`, { ours: "hand-made-roles-nat" }),
  {
    where: `${nat}.lifecycle`,
    published: { prevent_destroy: true },
    reason: "defect mended",
    fact: "The cluster may be destroyed and the gateway may not, so that a destroy always fails halfway.",
  },
  { where: `${nat}.depends_on`, published: vswitches.map((one) => `ref:${one}`), ...waitsForNothing },

  ...typeReplaced(eip),
  { where: `${eip}.depends_on`, published: [`ref:${nat}`], ...waitsForNothing },
  defaultMadeExplicit(eip, "internet_charge_type"),
  defaultMadeExplicit(eip, "payment_type"),
  namedByPath(`${eip}.address_name`, { ours: "hand-made-roles-nat" }),
  impliedOrderLeftOut(association, [eip]),
  defaultMadeExplicit(association, "instance_type"),
];

const workers: readonly ExpectedDifference[] = [
  { where: pool, ours: {}, ...partOfTheCluster },
  { where: `${pool}.cluster_id`, ours: `ref:${cluster}.id`, ...partOfTheCluster },
  { where: `${pool}.vswitch_ids`, ours: vswitches.map((one) => `ref:${one}.id`), ...partOfTheCluster },
  ...deprecatedReplaced(cluster, "worker_instance_types", ["ecs.sn1.medium"], pool),
  ...deprecatedReplaced(cluster, "worker_number", 2, pool),
  ...deprecatedReplaced(cluster, "key_name", `ref:${key}.key_name`, pool),
  ...deprecatedReplaced(cluster, "install_cloud_monitor", true, pool),
  ...defaultReplaced(cluster, "worker_disk_category", pool),
  ...defaultReplaced(cluster, "worker_disk_size", pool),
  namedByItsId(pool, { ours: "workers" }),
  fixedPoolIsNotScaled(pool),
  { where: `${pool}.image_type`, ours: "AliyunLinux3ContainerOptimized", ...leftToTheDay },
];

export const expected: readonly ExpectedDifference[] = [
  { where: suffix, published: {}, ...nameWrittenOnce },
  { where: `${suffix}.byte_length`, published: 6, ...nameWrittenOnce },
  ...typeReplaced(key),
  { where: `${key}.key_pair_name`, ours: "k8s-ali", ...nameWrittenOnce },
  ...network,

  { where: `${cluster}.name`, published: prefix, ours: "k8s-ali", ...nameWrittenOnce },
  ...deprecatedReplaced(cluster, "cluster_network_type", "flannel"),
  deprecatedLeftOut(cluster, "force_update", true),
  deprecatedLeftOut(cluster, "kube_config", "./kubeconfig_ack"),
  { where: `${cluster}.addons[csi-plugin]`, ours: {}, ...leftToTheDay },
  { where: `${cluster}.addons[csi-provisioner]`, ours: {}, ...leftToTheDay },
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "cluster_spec"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "enable_rrsa"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),
  ...workers,
];
