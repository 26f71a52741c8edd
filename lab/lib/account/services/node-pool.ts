import type { ValueObject } from "../../values";
import type { Behaviours, Draft } from "../behaviour";
import type { Cloud } from "../cloud";
import { nodesOf } from "../consumption";
import { letters } from "../digest";
import { DEFAULT_RESOURCE_GROUP } from "../plausible";
import { blocks, flag, text, texts } from "../reading";
import { CLUSTERS } from "../references";
import { Refusal } from "../refusal";
import { DEFAULT_IMAGE_TYPE, imageOf, RUNTIMES } from "./catalogue";
import { hasAddon } from "./cluster-made";
import { refuseUnauthorisedPool } from "./service-roles";

/** What a system disk has when nobody says. */
const DISK_SIZE = 120;

/** Pools of nodes, each with the scaling group that ACK keeps for it. */
export const nodePool: Behaviours = {
  alicloud_cs_kubernetes_node_pool: {
    id: ({ values, hex }) => `${String(values["cluster_id"])}:np${hex("id").slice(0, 32)}`,
    aliases: [["node_pool_name", "name"]],
    unique: {
      argument: "node_pool_name",
      within: "cluster_id",
      code: "InvalidParameter.Name",
      message: (name, parent) => `nodepool name ${name} is already exist in cluster ${parent}.`,
    },
    fills: {
      node_pool_id: ({ id }) => id.slice(id.indexOf(":") + 1),
      scaling_group_id: ({ id }, cloud) => scalingGroupOf(id, cloud),
      type: "ess",
      image_type: DEFAULT_IMAGE_TYPE,
      image_id: ({ values }) => imageOf(text(values, "image_type") ?? DEFAULT_IMAGE_TYPE),
      platform: ({ values }) => platformOf(text(values, "image_type") ?? DEFAULT_IMAGE_TYPE),
      runtime_name: RUNTIMES[0].name,
      runtime_version: RUNTIMES[0].version,
      instance_charge_type: "PostPaid",
      multi_az_policy: "PRIORITY",
      scaling_policy: "release",
      spot_strategy: "NoSpot",
      system_disk_category: "cloud_essd",
      cpu_policy: "none",
      node_name_mode: "",
      node_count: ({ values }) => nodesOf(values),
      security_group_ids: (draft, cloud) => [groupOf(draft, cloud)],
      security_group_id: (draft, cloud) =>
        texts(draft.values, "security_group_ids")[0] ?? groupOf(draft, cloud),
      ram_role_name: (draft, cloud) =>
        ofCluster(draft, "worker_ram_role_name", cloud) ?? "KubernetesWorkerRole",
      resource_group_id: (draft, cloud) =>
        ofCluster(draft, "resource_group_id", cloud) ?? DEFAULT_RESOURCE_GROUP,
      vpc_id: "",
      management: [{ enable: false, auto_repair: false, auto_upgrade: false, auto_vul_fix: false }],
      scaling_config: [
        {
          enable: false,
          min_size: 0,
          max_size: 0,
          type: "",
          is_bond_eip: false,
          eip_bandwidth: 0,
          eip_internet_charge_type: "",
        },
      ],
      tee_config: [{ tee_enable: false }],
    },
    unread: [
      ...["password", "kms_encrypted_password", "kms_encryption_context", "rolling_policy", "update_nodes"],
      ...[
        "upgrade_policy",
        "eflo_node_group",
        "force_delete",
        "instances",
        "format_disk",
        "keep_instance_name",
      ],
    ],
    refuseCreate({ values }, cloud) {
      refuseUnauthorisedPool(values, cloud);
      refuseSizeOfScaled(values);
      refuseForeignVswitches(values, cloud);
      refuseUnwatched(values, cloud);
    },
    refuseUpdate({ values: before }, planned, cloud) {
      if (planned["desired_size"] !== before["desired_size"]) refuseSizeOfScaled(planned);
      refuseOtherUpgrade(planned);
      refuseUnwatched(planned, cloud);
    },
    settle,
    created(object, cloud) {
      const group = scalingGroupOf(object.id, cloud);
      cloud.provide(object, "alicloud_ess_scaling_group", group, {
        cluster_id: object.values["cluster_id"] ?? null,
      });
    },
  },
};

/** What Read writes: encoded scripts, the size of an autoscaled pool, disks and labels that the service chose. */
function settle(values: ValueObject, cloud: Cloud): ValueObject {
  const script = text(values, "user_data");
  return {
    ...values,
    ...(script !== undefined && { user_data: asBase64(script) }),
    ...(isScaled(values) && { desired_size: String(nodesOf(values)) }),
    node_count: nodesOf(values),
    // Servers of Lingjun are no ECS instances: nothing is read of a disk.
    system_disk_size: values["system_disk_size"] ?? (text(values, "type") === "lingjun" ? 0 : DISK_SIZE),
    labels: labelsOf(values, cloud),
  };
}

function asBase64(script: string): string {
  const bytes = Buffer.from(script, "base64");
  return bytes.toString("base64") === script ? script : Buffer.from(script).toString("base64");
}

/** Pools of edge clusters get a label that nobody asked for. */
function labelsOf(values: ValueObject, cloud: Cloud): readonly ValueObject[] {
  const own = blocks(values, "labels");
  const cluster = cloud.find(CLUSTERS, values["cluster_id"]);
  const isEdge = cluster?.type === "alicloud_cs_edge_kubernetes" || cluster?.values["profile"] === "Edge";
  const key = "alibabacloud.com/is-edge-worker";
  if (!isEdge || own.some((label) => label["key"] === key)) return own;
  return [...own, { key, value: "false" }];
}

function isScaled(values: ValueObject): boolean {
  return blocks(values, "scaling_config").some((block) => flag(block, "enable"));
}

function refuseSizeOfScaled(values: ValueObject): void {
  if (!isScaled(values) || text(values, "desired_size") === undefined) return;
  throw new Refusal(
    "InvalidDesiredSizeOrCount.NotNull",
    "Parameter desired_size/count setting or modification is not supported for autoscaling-enabled nodepool",
  );
}

function refuseForeignVswitches(values: ValueObject, cloud: Cloud): void {
  const cluster = cloud.find(CLUSTERS, values["cluster_id"]);
  if (cluster === undefined) return;
  for (const id of texts(values, "vswitch_ids")) {
    const vswitch = cloud.find("alicloud_vswitch", id);
    if (vswitch === undefined || vswitch.values["vpc_id"] === cluster.values["vpc_id"]) continue;
    throw new Refusal("InvalidVSwitchIds.NotInVpc", `The vSwitch ${id} is not in the VPC of the cluster.`);
  }
}

/** Nodes are repaired by what the node problem detector finds, and ACK does not install it by itself. */
function refuseUnwatched(values: ValueObject, cloud: Cloud): void {
  const cluster = cloud.find(CLUSTERS, values["cluster_id"]);
  const repairs = blocks(values, "management").some(
    (block) => flag(block, "enable") && flag(block, "auto_repair"),
  );
  if (!repairs || cluster === undefined || hasAddon(cluster.id, "ack-node-problem-detector", cloud)) return;
  throw new Refusal(
    "InvalidParameter.Management",
    "addon ack-node-problem-detector is not installed; please install the addon",
  );
}

function refuseOtherUpgrade(planned: ValueObject): void {
  const pairs = [
    ["image_id", "image_id"],
    ["runtime", "runtime_name"],
    ["runtime_version", "runtime_version"],
  ] as const;
  for (const policy of blocks(planned, "upgrade_policy")) {
    for (const [name, own] of pairs) {
      const wanted = text(policy, name);
      if (wanted === undefined || wanted === planned[own]) continue;
      throw new Refusal("InvalidParameter", `[ERROR] ${own} is not equal to upgrade_policy.${name}`);
    }
  }
}

function platformOf(imageType: string): string {
  return imageType.startsWith("Windows") ? "Windows" : "AliyunLinux";
}

function scalingGroupOf(id: string, cloud: Cloud): string {
  return `asg-${letters(cloud.hex(id, "group"), 20)}`;
}

function ofCluster({ values }: Draft, attribute: string, cloud: Cloud): string | undefined {
  return text(cloud.find(CLUSTERS, values["cluster_id"])?.values ?? {}, attribute);
}

function groupOf(draft: Draft, cloud: Cloud): string {
  return ofCluster(draft, "security_group_id", cloud) ?? `sg-${letters(cloud.hex(draft.id, "group"), 20)}`;
}
