import type { Mapping } from "./compare";
import {
  defaultLeftOut,
  defaultMadeExplicit,
  impliedOrder,
  ownResource,
  type ExpectedDifference,
} from "./expected";
import { clientKeyStaysOut, rulesWereMissing } from "./expected-cluster";
import { createBeforeDestroy, namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { fincloudSentinel } from "./published/private-kms";

const cluster = "alicloud_cs_managed_kubernetes.this[0]";
const group = "alicloud_security_group.ack";
const key = "alicloud_kms_key.secrets";
const logs = "alicloud_log_project.this";
const vpc = "alicloud_vpc.this";
const zones = "data.alicloud_zones.available";

export const mapping: Mapping = {
  [zones]: "data.alicloud_zones.zones",
  [vpc]: "alicloud_vpc.network-vpc_4DA4CB50",
  "alicloud_vswitch.application[0]": "alicloud_vswitch.network_node-a_88F28363",
  "alicloud_vswitch.application[1]": "alicloud_vswitch.network_node-b_3377EB7C",
  "alicloud_vswitch.application[2]": "alicloud_vswitch.network_node-c_F326079B",
  [group]: "alicloud_security_group.nodes",
  [logs]: "alicloud_log_project.logs",
  [key]: "alicloud_kms_key.secrets_key_F6F40C57",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
};

const terwayHasVSwitches = {
  reason: "defect mended",
  fact: "Terway gives Pods addresses of vSwitches, which pod_vswitch_ids names; a Pod CIDR is for Flannel.",
} as const;

const podVSwitches = [
  ["alicloud_vswitch.network_pod-a_8E9D77FB", "a", "10.42.128.0/20"],
  ["alicloud_vswitch.network_pod-b_A36DA8BC", "b", "10.42.144.0/20"],
  ["alicloud_vswitch.network_pod-c_0774EC52", "c", "10.42.160.0/20"],
] as const;

const nameWrittenOnce = {
  reason: "name derived",
  fact: "A name is written once in our stack, where the published one is made unique by random digits.",
} as const;

export const expected: readonly ExpectedDifference[] = [
  ...(["a", "b", "c"] as const).flatMap((zone, index) => {
    const vswitch = `alicloud_vswitch.application[${index}]`;
    const published = `fincloud-sentinel-demo-az${index + 1}`;
    return [
      namedByPath(`${vswitch}.vswitch_name`, { published, ours: `private-kms-network-node-${zone}` }),
      vswitchOutlivesItsZone(vswitch),
    ];
  }),
  ...podVSwitches.flatMap(([vswitch, zone, cidr], index) =>
    ownResource(
      vswitch,
      {
        vpc_id: `ref:${vpc}.id`,
        zone_id: `ref:${zones}.zones[${index}].id`,
        cidr_block: cidr,
        vswitch_name: `private-kms-network-pod-${zone}`,
        tags: fincloudSentinel[vpc]?.["tags"] ?? {},
        lifecycle: createBeforeDestroy,
      },
      terwayHasVSwitches,
    ),
  ),
  ...ownResource(
    "alicloud_security_group_rule.vpc",
    { type: "ingress", ip_protocol: "all", cidr_ip: "10.42.0.0/16", security_group_id: `ref:${group}.id` },
    rulesWereMissing,
  ),

  { where: "random_id.suffix", published: {}, ...nameWrittenOnce },
  { where: "random_id.suffix.byte_length", published: 3, ...nameWrittenOnce },
  {
    where: `${logs}.project_name`,
    published: "fincloudsentinel-demo-ref:random_id.suffix.hex",
    ours: "fincloudsentinel-demo-logs",
    ...nameWrittenOnce,
  },
  defaultLeftOut(key, "status"),
  defaultMadeExplicit(key, "deletion_protection"),
  defaultMadeExplicit(key, "key_spec"),

  { where: `${cluster}.name_prefix`, published: "fincloud-sentinel-demo", ...nameWrittenOnce },
  { where: `${cluster}.name`, ours: "fincloud-sentinel-demo", ...nameWrittenOnce },
  { where: `${cluster}.pod_cidr`, published: "10.44.0.0/16", ...terwayHasVSwitches },
  {
    where: `${cluster}.pod_vswitch_ids`,
    ours: podVSwitches.map(([vswitch]) => `ref:${vswitch}.id`),
    ...terwayHasVSwitches,
  },
  {
    where: `${cluster}.disable_encryption`,
    ours: false,
    reason: "defect mended",
    fact: "Since 1.275.0 of the provider the key alone does not switch encryption on: Secrets were not encrypted.",
  },
  impliedOrder(cluster, [key]),
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),
];
