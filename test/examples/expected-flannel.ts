import type { Mapping } from "./compare";
import {
  defaultMadeExplicit,
  deprecatedLeftOut,
  deprecatedReplaced,
  type ExpectedDifference,
} from "./expected";
import { clientKeyStaysOut } from "./expected-cluster";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";
import { chosenTypeIsJudged, fixedPoolIsNotScaled, namedByItsId } from "./expected-pool";

const cluster = "alicloud_cs_managed_kubernetes.this[0]";
const pool = "alicloud_cs_kubernetes_node_pool.this[0]";
const vswitch = "alicloud_vswitch.default";
const publishedName = "tf-example-ref:random_uuid.this.result";

const chosenType = "data.alicloud_instance_types.cloud_essd.instance_types[0].id";

export const mapping: Mapping = {
  "data.alicloud_zones.default": "data.alicloud_zones.zones",
  "data.alicloud_instance_types.cloud_essd": "data.alicloud_instance_types.instance-types",
  "alicloud_vpc.default": "alicloud_vpc.network-vpc_4DA4CB50",
  [vswitch]: "alicloud_vswitch.network_node-a_88F28363",
  [cluster]: "alicloud_cs_managed_kubernetes.cluster_A4C38409",
  [pool]: "alicloud_cs_kubernetes_node_pool.cluster_workers_pool_E96CFE36",
};

const ownName =
  "A name is written once in our stack, where the module makes one from a prefix and a random UUID.";

export const expected: readonly ExpectedDifference[] = [
  namedByPath(`${vswitch}.vswitch_name`, {
    published: "tf-example",
    ours: "managed-flannel-network-node-a",
  }),
  vswitchOutlivesItsZone(vswitch),

  { where: "random_uuid.this", published: {}, reason: "name derived", fact: ownName },
  {
    where: `${cluster}.name`,
    published: publishedName,
    ours: "tf-example-flannel",
    reason: "name derived",
    fact: ownName,
  },
  ...deprecatedReplaced(cluster, "worker_vswitch_ids", [`ref:${vswitch}.id`]),
  ...deprecatedReplaced(cluster, "addons[flexvolume]", {}),
  ...deprecatedReplaced(cluster, "addons[alicloud-disk-controller]", {}),
  clientKeyStaysOut(cluster),
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "enable_rrsa"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),

  deprecatedLeftOut(pool, "name", publishedName),
  fixedPoolIsNotScaled(pool),
  namedByItsId(pool, { ours: "workers" }),
  defaultMadeExplicit(pool, "install_cloud_monitor"),
  chosenTypeIsJudged(pool, chosenType, { path: "managed-flannel/cluster/workers" }),
];
