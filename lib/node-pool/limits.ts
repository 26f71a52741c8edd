import { ackGuide, alibabaCloud, isUnknown, kubernetes, limitsOn, provider, type Finding } from "../limits";
import {
  labelKeyProblem,
  labelValueProblem,
  taintEffectProblem,
  taintKeyProblem,
  taintValueProblem,
} from "../values";
import type { DiskFacts, NodePoolFacts } from "./facts";

const pool = limitsOn<NodePoolFacts>();

export const nodePoolLimits = [
  // The manual also names the characters, but ACK takes more of them today: only the length is certain.
  pool.length(
    "node-pool-name-length",
    "name",
    { min: 1, max: 63, of: "characters" },
    {
      statement: "The name of a node pool has 1 to 63 characters.",
      source: ackGuide("4.3.2 Create a managed cluster", "4834-4835"),
      rows: [
        "nodepool-name-format",
        "node-pool-name",
        "node-pool-name@gpu-scheduling-eci-windows",
        "nodepool-name",
      ],
    },
  ),
  pool.range(
    "node-pool-min",
    "minNodes",
    { min: 0, max: 1000, unit: "nodes" },
    {
      statement: "A node pool has at least 0 and at most 1,000 nodes to begin with.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config.min_size"),
      authority: "provider",
    },
  ),
  pool.range(
    "node-pool-max",
    "maxNodes",
    { min: 0, max: 2000, unit: "nodes" },
    {
      statement: "A node pool grows to at most 2,000 nodes.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config.max_size"),
      authority: "provider",
    },
  ),
  pool.limit(
    "scaling-min-max",
    ["minNodes", "maxNodes"],
    {
      statement: "The most nodes of an autoscaled pool are not fewer than the fewest.",
      source: provider("alicloud_cs_kubernetes_node_pool.scaling_config (accepts any order)"),
      authority: "service",
    },
    ({ minNodes, maxNodes }) =>
      minNodes <= maxNodes ? [] : [{ got: `min ${minNodes} and max ${maxNodes}`, want: "min at most max" }],
  ),
  pool.length(
    "instance-type-count",
    "instanceTypes",
    { min: 1, max: 10, of: "instance types" },
    {
      statement: "A node pool names 1 to 10 instance types.",
      source: alibabaCloud("ACK, CreateClusterNodePool, instance_types"),
      authority: "service",
    },
  ),
  pool.unique("instance-types-unique", "instanceTypes", {
    statement: "A node pool names each instance type once.",
    source: alibabaCloud("ACK, CreateClusterNodePool, instance_types"),
    authority: "service",
  }),
  pool.monotone(
    "instance-type-format",
    ["instanceTypes"],
    {
      statement: "An instance type is written ecs.<family>.<size>.",
      source: alibabaCloud("ECS, Instance families"),
      authority: "service",
    },
    ({ instanceTypes }) =>
      instanceTypes
        .filter((type) => !/^ecs\.[a-z0-9-]+\.[a-z0-9-]+$/.test(type))
        .map((type) => ({
          got: `the instance type ${JSON.stringify(type)}`,
          want: "a type such as ecs.g7.xlarge",
        })),
  ),
  pool.range(
    "node-pool-vswitches",
    "vswitchCount",
    { min: 1, max: 100, unit: "vSwitches" },
    {
      statement: "A node pool has at least one vSwitch.",
      source: provider("alicloud_cs_kubernetes_node_pool.vswitch_ids"),
      authority: "service",
    },
  ),
  pool.range(
    "system-disk-size",
    "systemDiskSize",
    { min: 20, max: 2048, unit: "GiB" },
    {
      statement: "A system disk has 20 to 2,048 GiB.",
      source: alibabaCloud("ECS, RunInstances, SystemDisk.Size"),
      authority: "service",
    },
  ),
  pool.length(
    "data-disk-count",
    "dataDisks",
    { min: 0, max: 16, of: "data disks" },
    {
      statement: "A node has at most 16 data disks.",
      source: alibabaCloud("ECS, RunInstances, DataDisk"),
      authority: "service",
    },
  ),
  pool.limit(
    "data-disk-size",
    ["dataDisks"],
    {
      statement: "A data disk has 40 to 32,767 GiB.",
      source: provider("alicloud_cs_kubernetes_node_pool.data_disks.size"),
      authority: "provider",
    },
    ({ dataDisks }) =>
      dataDisks.flatMap(({ label, sizeGiB }): Finding[] =>
        isUnknown(sizeGiB) || (Number.isInteger(sizeGiB) && sizeGiB >= 40 && sizeGiB <= 32_767)
          ? []
          : [{ got: `${label} of ${sizeGiB} GiB`, want: "a whole number from 40 to 32767 GiB" }],
      ),
  ),
  pool.limit(
    "essd-performance-level-size",
    ["systemDisk", "dataDisks"],
    {
      statement: "An ESSD of level PL2 has at least 461 GiB, one of PL3 at least 1,261 GiB.",
      source: ackGuide("4.5.4 Add nodes to a cluster", "6399-6402"),
      authority: "service",
      rows: [
        "essd-pl2-min-size",
        "essd-pl3-min-size",
        "essd-performance-level-size",
        "essd-pl",
        "essd-pl@registered-sandbox-tee",
        "essd-pl2-460",
        "essd-pl3-1260",
      ],
    },
    ({ systemDisk, dataDisks }) => [systemDisk, ...dataDisks].flatMap(performanceLevelFinding),
  ),
  pool.limit(
    "disk-key-needs-encryption",
    ["systemDisk", "dataDisks"],
    {
      statement: "A KMS key is for an encrypted disk.",
      source: provider("alicloud_cs_kubernetes_node_pool.system_disk_kms_key"),
      authority: "provider",
      fix: "set encrypted to true",
    },
    ({ systemDisk, dataDisks }) =>
      [systemDisk, ...dataDisks]
        .filter(({ hasKey, isEncrypted }) => hasKey && !isEncrypted)
        .map(({ label }) => ({
          got: `${label} with a key and without encryption`,
          want: "encryption beside the key",
        })),
  ),
  pool.limit(
    "password-is-sensitive",
    ["usesPassword", "passwordIsSensitive"],
    {
      statement: "A password comes from a sensitive variable, so that Terraform does not print it.",
      source: provider("alicloud_cs_kubernetes_node_pool.password"),
      authority: "provider",
      fix: "make the variable with sensitive: true, or use a key pair",
    },
    ({ usesPassword, passwordIsSensitive }) =>
      usesPassword && !passwordIsSensitive
        ? [
            {
              got: "a password that is no sensitive variable",
              want: "a TerraformVariable with sensitive: true",
            },
          ]
        : [],
  ),
  pool.limit(
    "containeros-key-pair-only",
    ["usesPassword", "imageType"],
    {
      statement: "Nodes with ContainerOS take no password.",
      source: ackGuide("4.2 ContainerOS", "3844-3846"),
      rows: ["containeros-key-pair-only"],
      fix: "use Login.keyPair, or no login",
    },
    ({ usesPassword, imageType }) =>
      usesPassword && imageType === "ContainerOS"
        ? [{ got: "a password with ContainerOS", want: "a key pair, or no login" }]
        : [],
  ),
  pool.monotone(
    "node-label-format",
    ["labels"],
    {
      statement: "Labels of nodes follow the syntax of Kubernetes.",
      source: kubernetes("Labels and Selectors, Syntax and character set"),
      authority: "kubernetes",
      rows: ["node-label-key", "node-label-value", "node-label-rules"],
    },
    ({ labels }) =>
      labels.flatMap(({ key, value }) =>
        [labelKeyProblem(key), isUnknown(value) ? undefined : labelValueProblem(value)].filter(isFinding),
      ),
  ),
  pool.monotone(
    "node-taint-format",
    ["taints"],
    {
      statement: "Taints of nodes follow the syntax of Kubernetes.",
      source: kubernetes("Taints and Tolerations"),
      authority: "kubernetes",
    },
    ({ taints }) =>
      taints.flatMap(({ key, value, effect }) =>
        [
          taintKeyProblem(key),
          value === undefined ? undefined : taintValueProblem(value),
          taintEffectProblem(effect),
        ].filter(isFinding),
      ),
  ),
  pool.monotone(
    "node-taint-once",
    ["taints"],
    {
      statement: "A node has each taint, that is key and effect, once.",
      source: kubernetes("Taints and Tolerations"),
      authority: "kubernetes",
    },
    ({ taints }) => {
      const seen = new Set<string>();
      return taints.flatMap(({ key, effect }): Finding[] => {
        const taint = `${key}:${effect}`;
        if (seen.has(taint)) {
          return [{ got: `the taint ${taint} more than once`, want: "each key and effect once" }];
        }
        seen.add(taint);
        return [];
      });
    },
  ),
];

const smallest = new Map([
  ["PL2", 461],
  ["PL3", 1261],
]);

function performanceLevelFinding({ label, sizeGiB, performanceLevel }: DiskFacts): Finding[] {
  const least = smallest.get(performanceLevel ?? "");
  return least === undefined || isUnknown(sizeGiB) || sizeGiB >= least
    ? []
    : [
        {
          got: `${label} of ${sizeGiB} GiB with ${performanceLevel ?? ""}`,
          want: `at least ${least} GiB, or a lower level`,
        },
      ];
}

function isFinding(problem: Finding | undefined): problem is Finding {
  return problem !== undefined;
}
const facts = limitsOn<Record<never, never>>();

/** Refused at once, where a placement names a zone that the network does not have. */
export const placementLimit = facts.limit(
  "node-pool-zones",
  [],
  {
    statement: "A node pool lies in zones of the network of its cluster.",
    source: provider("alicloud_cs_kubernetes_node_pool.vswitch_ids"),
    authority: "service",
  },
  () => [],
);

/** Refused at once: Terraform cannot make blocks from a map that it does not know yet. */
export const labelsAreKnownLimit = facts.limit(
  "node-labels-known",
  [],
  {
    statement: "The keys of labels are known at synth.",
    source: provider("alicloud_cs_kubernetes_node_pool.labels"),
    authority: "provider",
  },
  () => [],
);
