import type { Mapping } from "./compare";
import {
  defaultMadeExplicit,
  deprecatedLeftOut,
  deprecatedReplaced,
  type ExpectedDifference,
} from "./expected";
import { namedByPath, vswitchOutlivesItsZone } from "./expected-network";

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
  {
    where: `${cluster}.skip_set_certificate_authority`,
    ours: true,
    reason: "defect mended",
    fact:
      "Without it the provider keeps the client key of the cluster in the state, in certificate_authority, which is " +
      "not marked sensitive.",
  },
  defaultMadeExplicit(cluster, "cluster_domain"),
  defaultMadeExplicit(cluster, "deletion_protection"),
  defaultMadeExplicit(cluster, "enable_rrsa"),
  defaultMadeExplicit(cluster, "node_cidr_mask"),
  defaultMadeExplicit(cluster, "profile"),
  defaultMadeExplicit(cluster, "proxy_mode"),

  deprecatedLeftOut(pool, "name", publishedName),
  {
    where: `${pool}.scaling_config`,
    ours: { enable: false },
    reason: "defect mended",
    fact:
      "The provider never sends that the block is gone: a pool that was autoscaled would stay so after its size is fixed, " +
      "with an empty plan.",
  },
  {
    where: `${pool}.node_pool_name`,
    ours: "workers",
    reason: "name derived",
    fact: "A pool that the user did not name has the id of its construct as its name.",
  },
  defaultMadeExplicit(pool, "install_cloud_monitor"),
  {
    where: `${pool}.lifecycle`,
    ours: {
      precondition: [
        {
          condition: `\${try([${chosenType}] == null || alltrue([for member in [${chosenType}] : member == null || length(regexall("^ecs\\\\.[a-z0-9-]+\\\\.[a-z0-9-]+$", member)) > 0]), true)}`,
          error_message: [
            "An instance type is written ecs.<family>.<size>.",
            "  limit  instance-type-format   managed-flannel/cluster/workers",
            "  want   each instance type: a type such as ecs.g7.xlarge",
            '  fix    InstanceSelection.types("ecs.g7.xlarge")',
            "  see    Alibaba Cloud documentation, ECS, Instance families, docs/limits.md#instance-type-format.",
          ].join("\n"),
        },
      ],
    },
    reason: "defect mended",
    fact: "Nothing holds the type that a data source gives to what ECS calls a type; our limit does, in the plan.",
  },
];
