import type { Mapping } from "./compare";
import { defaultMadeExplicit, deprecatedReplaced, type ExpectedDifference } from "./expected";
import { clientKeyStaysOut, pluginWasMissing } from "./expected-cluster";
import { permissions } from "./published/permissions";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";

const cluster = "alicloud_cs_managed_kubernetes.default";
const grants = "alicloud_cs_kubernetes_permissions.default";
const attached = "alicloud_cs_kubernetes_permissions.attach";
const vswitches = [0, 1].map((index) => `alicloud_vswitch.default[${index}]`);

export const mapping: Mapping = {
  "data.alicloud_enhanced_nat_available_zones.enhanced": "data.alicloud_enhanced_nat_available_zones.zones",
  "data.alicloud_cs_kubernetes_version.default": "data.alicloud_cs_kubernetes_version.versions",
  "alicloud_vpc.vpc": "alicloud_vpc.network-vpc_4DA4CB50",
  "alicloud_vswitch.default[0]": "alicloud_vswitch.network_node-a_88F28363",
  "alicloud_vswitch.default[1]": "alicloud_vswitch.network_node-b_3377EB7C",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  "alicloud_ram_user.user": "alicloud_ram_user.user",
  [grants]: "alicloud_cs_kubernetes_permissions.grants_permissions_B7F836A4",
};

const nameWrittenOnce = {
  reason: "name derived",
  fact: "A name is written once in our stack, where the published one is made unique by random digits.",
} as const;
const random = {
  published: "terraform-example-ref:random_integer.default.result",
  ours: "terraform-example",
};

const grantsOfOneUser = {
  reason: "defect mended",
  fact:
    "Each resource of grants writes all grants of its user, so that two of them take each other's away in turn: there is one for " +
    "each principal.",
} as const;
const { uid, permissions: ofNamespace } = permissions[attached] ?? {};
const { permissions: ofCluster } = permissions[grants] ?? {};

export const expected: readonly ExpectedDifference[] = [
  namedByPath("alicloud_vpc.vpc.vpc_name", { ours: "permissions-network-vpc" }),
  ...vswitches.flatMap((vswitch, index) => [
    namedByPath(`${vswitch}.vswitch_name`, { ours: `permissions-network-node-${"ab"[index] ?? ""}` }),
    vswitchOutlivesItsZone(vswitch),
  ]),
  ...deprecatedReplaced(
    cluster,
    "worker_vswitch_ids",
    vswitches.map((vswitch) => `ref:${vswitch}.id`),
  ),
  { where: `${cluster}.addons[flannel]`, ours: {}, ...pluginWasMissing },
  { where: `${cluster}.addons[csi-plugin]`, ours: {}, ...pluginWasMissing },
  { where: `${cluster}.addons[csi-provisioner]`, ours: {}, ...pluginWasMissing },
  { where: attached, published: {}, ...grantsOfOneUser },
  { where: `${attached}.uid`, published: uid, ...grantsOfOneUser },
  { where: `${attached}.permissions`, published: ofNamespace, ...grantsOfOneUser },
  {
    where: `${grants}.permissions`,
    published: ofCluster,
    ours: [ofCluster ?? {}, ofNamespace ?? {}],
    ...grantsOfOneUser,
  },
  { where: "random_integer.default", published: {}, ...nameWrittenOnce },
  { where: "random_integer.default.min", published: 10_000, ...nameWrittenOnce },
  { where: "random_integer.default.max", published: 99_999, ...nameWrittenOnce },
  { where: `${cluster}.name`, ...random, ...nameWrittenOnce },
  { where: "alicloud_ram_user.user.name", ...random, ...nameWrittenOnce },
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "enable_rrsa"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),
];
