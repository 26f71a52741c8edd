import type { Mapping } from "./compare";
import { defaultMadeExplicit, deprecatedReplaced, typeReplaced, type ExpectedDifference } from "./expected";
import { clientKeyStaysOut, nameInFull, pluginWasMissing } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { chosenTypeIsJudged, fixedPoolIsNotScaled, scalingIsComplete } from "./expected-pool";

const cluster = "alicloud_cs_managed_kubernetes.default";
const vswitch = "alicloud_vswitch.default";
const key = "alicloud_key_pair.default";
const types = "data.alicloud_instance_types.cloud_efficiency";
const pool = (name: string) => `alicloud_cs_kubernetes_node_pool.${name}`;

export const mapping: Mapping = {
  "data.alicloud_enhanced_nat_available_zones.enhanced": "data.alicloud_enhanced_nat_available_zones.zones",
  [types]: "data.alicloud_instance_types.instance-types",
  "alicloud_vpc.default": "alicloud_vpc.network-vpc_4DA4CB50",
  [vswitch]: "alicloud_vswitch.network_node-a_88F28363",
  [key]: "alicloud_ecs_key_pair.key",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  [pool("default")]: pool("cluster_default_pool_761158EA"),
  [pool("desired_size")]: pool("cluster_desired_size_pool_C947F3A4"),
  [pool("maintenance")]: pool("cluster_maintenance_pool_32E1A390"),
  [pool("spot_instance")]: pool("cluster_spot_instance_pool_A02E08E4"),
  [pool("spot_auto_scaling")]: pool("cluster_spot_auto_scaling_pool_A6AFDC82"),
  [pool("prepaid_node")]: pool("cluster_prepaid_node_pool_5C4E0897"),
  [pool("customized_kubelet")]: pool("cluster_customized_kubelet_pool_273B72F8"),
};

const suffixed = "terraform-example-ref:random_integer.default.result";
const [first, second] = [0, 1].map((index) => `${types}.instance_types[${index}].id`);
const autoscaled = { ignore_changes: ["desired_size"] };

/** The precondition on the types, in a pool of our stack that is named like the published one. */
const judged = (name: string, lifecycle = {}, chosen = first) =>
  chosenTypeIsJudged(pool(name), String(chosen), { path: `pool-kinds/cluster/${name}`, lifecycle });

const sizeIsSaid = {
  ours: "1",
  reason: "defect mended",
  fact: "Without a number and without bounds, nobody can tell from the program how many nodes there are.",
} as const;

/** Prices as they are read back. */
const priceAsRead = (
  name: string,
  ...prices: readonly [index: number, published: string, ours: string][]
) => {
  const limits = (which: 1 | 2) =>
    prices.map((price) => ({
      instance_type: `ref:${types}.instance_types[${price[0]}].id`,
      price_limit: price[which],
    }));
  return {
    where: `${pool(name)}.spot_price_limit`,
    published: limits(1),
    ours: limits(2),
    reason: "defect mended",
    fact: "A price is read back as a number, without the zero at its end, and the provider compares texts.",
  } as const;
};

export const expected: readonly ExpectedDifference[] = [
  { where: "random_integer.default", published: {}, ...nameInFull },
  { where: "random_integer.default.max", published: 99_999, ...nameInFull },
  { where: "random_integer.default.min", published: 10_000, ...nameInFull },
  ...typeReplaced(key),
  { where: `${key}.key_pair_name`, published: suffixed, ours: "terraform-example", ...nameInFull },
  namedByPath(`${vswitch}.vswitch_name`, {
    published: "terraform-example",
    ours: "pool-kinds-network-node-a",
  }),
  vswitchOutlivesItsZone(vswitch),

  { where: `${cluster}.name_prefix`, published: suffixed, ...nameInFull },
  { where: `${cluster}.name`, ours: "terraform-example", ...nameInFull },
  ...deprecatedReplaced(cluster, "worker_vswitch_ids", [`ref:${vswitch}.id`]),
  { where: `${cluster}.addons[flannel]`, ours: {}, ...pluginWasMissing },
  { where: `${cluster}.addons[csi-plugin]`, ours: {}, ...pluginWasMissing },
  { where: `${cluster}.addons[csi-provisioner]`, ours: {}, ...pluginWasMissing },
  {
    where: `${cluster}.addons[ack-node-problem-detector]`,
    ours: {},
    reason: "defect mended",
    fact: "ACK repairs nodes by what this add-on finds, and refuses a pool that asks for repairs without it.",
  },
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),

  ...["default", "desired_size", "maintenance", "prepaid_node", "customized_kubelet"].flatMap((name) => [
    fixedPoolIsNotScaled(pool(name)),
    judged(name),
  ]),
  ...["default", "desired_size", "maintenance", "customized_kubelet"].map((name) =>
    defaultMadeExplicit(pool(name), "install_cloud_monitor"),
  ),

  { where: `${pool("default")}.desired_size`, ...sizeIsSaid },
  {
    where: `${pool("default")}.taints`,
    published: [
      { key: "tf", effect: "NoSchedule", value: "example" },
      { key: "tf2", effect: "NoSchedule", value: "example2" },
    ],
    ours: [
      { key: "tf2", effect: "NoSchedule", value: "example2" },
      { key: "tf", effect: "NoSchedule", value: "example" },
    ],
    reason: "defect mended",
    fact: "The provider compares taints by their places, so that ours are always in one order.",
  },

  fixedPoolIsNotScaled(pool("spot_instance")),
  judged("spot_instance", {}, [first, second].join(", ")),
  priceAsRead("spot_instance", [0, "0.70", "0.7"], [1, "0.72", "0.72"]),
  judged("spot_auto_scaling", autoscaled),
  scalingIsComplete(
    pool("spot_auto_scaling"),
    { min_size: 1, max_size: 10, type: "spot" },
    { enable: true, min_size: 1, max_size: 10, type: "spot" },
  ),
  priceAsRead("spot_auto_scaling", [0, "0.70", "0.7"]),
  ...["spot_instance", "spot_auto_scaling"].flatMap((name) => [
    defaultMadeExplicit(pool(name), "install_cloud_monitor"),
    defaultMadeExplicit(pool(name), "instance_charge_type"),
    defaultMadeExplicit(pool(name), "spot_instance_remedy"),
  ]),

  { where: `${pool("prepaid_node")}.desired_size`, ...sizeIsSaid },
  defaultMadeExplicit(pool("customized_kubelet"), "spot_strategy"),
];
