import { ackGuide, alibabaCloud, limitsOn, provider, type Finding } from "../limits";
import { mostProvisionedIops } from "./disks";
import type { LevelledDisk, NodePoolFacts } from "./facts";

const pool = limitsOn<NodePoolFacts>("Node pools");

/** The limits on the disks of nodes. */
export const diskLimits = [
  pool.range(
    "system-disk-size",
    "systemDiskSize",
    { min: 20, max: 2048, unit: "GiB" },
    {
      prop: "systemDisk sizeGiB",
      statement: "A system disk has 20 to 2,048 GiB.",
      source: alibabaCloud("ECS, RunInstances, SystemDisk.Size"),
      authority: "service",
      fix: "systemDisk: Disk.essd({ sizeGiB: 120 })",
    },
  ),
  pool.limit(
    "system-disk-category",
    ["systemDiskCategory"],
    {
      statement:
        "A system disk is an ESSD of any kind, an SSD or an ultra disk; elastic ephemeral disks hold data alone.",
      source: provider("alicloud_cs_kubernetes_node_pool.system_disk_category"),
      authority: "provider",
      rows: ["system-disk-category"],
      fix: "use Disk.essd for systemDisk, and the elastic ephemeral disk in dataDisks",
    },
    ({ systemDiskCategory }) =>
      systemDiskCategories.has(systemDiskCategory)
        ? []
        : [{ got: `systemDisk ${systemDiskCategory}`, want: "a category that keeps what is written to it" }],
  ),
  pool.length(
    "data-disk-count",
    "dataDisks",
    { min: 0, max: 16, of: "data disks" },
    {
      statement: "A node has at most 16 data disks.",
      source: alibabaCloud("ECS, RunInstances, DataDisk"),
      authority: "service",
      fix: "take fewer, larger data disks",
    },
  ),
  pool.each(
    "data-disk-size",
    "dataDisks",
    {
      statement: "A data disk has 40 to 32,767 GiB.",
      source: provider("alicloud_cs_kubernetes_node_pool.data_disks.size"),
      authority: "provider",
      fix: "sizeGiB: 100",
    },
    ({ label, sizeGiB }) =>
      Number.isInteger(sizeGiB) && sizeGiB >= 40 && sizeGiB <= 32_767
        ? undefined
        : { got: `${label} of ${sizeGiB} GiB`, want: "a whole number from 40 to 32767 GiB" },
  ),
  pool.each(
    "essd-performance-level-size",
    "levelledDisks",
    {
      statement: "An ESSD of level PL2 has at least 461 GiB, one of PL3 at least 1,261 GiB.",
      source: ackGuide("4.5.4 Add nodes to a cluster", "6399-6402"),
      authority: "service",
      rows: ["essd-pl2-min-size", "essd-pl3-min-size", "essd-performance-level-size"],
      fix: "give more sizeGiB, or a lower performanceLevel",
    },
    performanceLevelFinding,
  ),
  pool.each(
    "provisioned-iops-size",
    "provisionedDisks",
    {
      statement:
        "An ESSD AutoPL disk has at most 50,000 provisioned IOPS, and with those of its size at most 1,000 for each GiB.",
      source: alibabaCloud("ECS, ESSD AutoPL disks"),
      authority: "service",
      fix: "buy fewer provisionedIops, or give more sizeGiB",
    },
    ({ label, sizeGiB, provisionedIops }) => {
      const most = mostProvisionedIops(sizeGiB);
      return Number.isInteger(provisionedIops) && provisionedIops >= 0 && provisionedIops <= most
        ? undefined
        : {
            got: `${label} of ${sizeGiB} GiB with provisionedIops ${provisionedIops}`,
            want: `a whole number from 0 to ${most}`,
          };
    },
  ),
  pool.each(
    "disk-key-needs-encryption",
    "disksWithKey",
    {
      statement: "A KMS key is for an encrypted disk.",
      source: provider("alicloud_cs_kubernetes_node_pool.system_disk_kms_key"),
      authority: "service",
      fix: "set encrypted to true",
    },
    ({ label, isEncrypted }) =>
      isEncrypted
        ? undefined
        : { got: `${label} with a key and without encryption`, want: "encryption beside the key" },
  ),
];

const systemDiskCategories = new Set([
  "cloud_essd",
  "cloud_auto",
  "cloud_essd_entry",
  "cloud_ssd",
  "cloud_efficiency",
]);

const smallest = new Map<string, number>([
  ["PL2", 461],
  ["PL3", 1261],
]);

function performanceLevelFinding({ label, sizeGiB, performanceLevel }: LevelledDisk): Finding | undefined {
  const least = smallest.get(performanceLevel);
  return least === undefined || sizeGiB >= least
    ? undefined
    : {
        got: `${label} of ${sizeGiB} GiB with ${performanceLevel}`,
        want: `at least ${least} GiB, or a lower level`,
      };
}
