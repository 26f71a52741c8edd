import { alibabaCloud, fact, facts, limitsOn, provider, type Fact, type FactList } from "../limits";
import { label, mayBeEncrypted } from "./disk-facts";
import { asDataDisk, asSystemDisk, type DataDisk, type SystemDisk } from "./disk-use";
import { Disk } from "./disks";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits on the use of disks need to know. */
export interface DiskUseFacts {
  /** The category that is tried first, and the others. */
  readonly systemDiskCategories: readonly string[];
  /** Of a system disk that says how it is encrypted: whether it is. */
  readonly isAlgorithmOfEncryption: boolean | undefined;
  readonly snapshotPolicyIds: FactList<string>;
  readonly snapshotIds: FactList<string>;
  /** Data disks that go with their instance and are to be made from a snapshot, as messages call them. */
  readonly ephemeralFromSnapshot: readonly string[];
  readonly devices: FactList<string>;
  readonly diskNames: FactList<string>;
  readonly mountTargets: FactList<string>;
  readonly imageType: Fact<string> | undefined;
}

const pool = limitsOn<DiskUseFacts>("Disks of nodes");

const dataDisks = alibabaCloud("ACK, CreateClusterNodePool, data_disks");

/** Where an empty disk would hide what the node runs from. */
const systemDirectories = new Set(
  "/bin /boot /dev /etc /lib /lib64 /proc /root /run /sbin /sys /usr /var /var/lib /var/run".split(" "),
);

/** The kernel or a file system in memory makes these again at every start. */
const volatileDirectories = ["/dev/", "/proc/", "/run/", "/sys/", "/var/run/"];

const windowsImages = new Set(["Windows", "WindowsCore"]);

/** The limits on snapshots, names, devices and mounts of disks. */
export const diskUseLimits = [
  pool.unique("system-disk-fallbacks-unique", "systemDiskCategories", {
    prop: "systemDisk",
    statement: "A category is tried once for a system disk: as its own, or as one of its fallbacks.",
    source: provider("alicloud_cs_kubernetes_node_pool.system_disk_categories (accepts any list)"),
    authority: "library",
    fix: "leave the second one out of fallbacks",
  }),
  pool.limit(
    "system-disk-algorithm-needs-encryption",
    ["isAlgorithmOfEncryption"],
    {
      statement: "An algorithm of encryption is for an encrypted disk.",
      source: provider("alicloud_cs_kubernetes_node_pool.system_disk_encrypt_algorithm"),
      authority: "service",
      fix: "set encrypted of the disk to true",
    },
    ({ isAlgorithmOfEncryption }) =>
      isAlgorithmOfEncryption === false
        ? [{ got: "encryptAlgorithm without encryption", want: "encryption beside encryptAlgorithm" }]
        : [],
  ),
  pool.eachFormat(
    "snapshot-policy-id",
    "snapshotPolicyIds",
    /^sp-[a-z0-9]+$/,
    { member: "snapshot policy", want: "the id of an automatic snapshot policy, such as sp-bp1example" },
    {
      statement: "An automatic snapshot policy is named by its id.",
      source: alibabaCloud("ECS, DescribeAutoSnapshotPolicyEx, AutoSnapshotPolicyId"),
      fix: 'snapshotPolicyId: "sp-bp1example"',
    },
  ),
  pool.eachFormat(
    "data-disk-snapshot-id",
    "snapshotIds",
    /^s-[a-z0-9]+$/,
    { member: "snapshot", want: "the id of a snapshot, such as s-bp1example" },
    {
      statement: "The snapshot of a data disk is named by its id.",
      source: alibabaCloud("ECS, RunInstances, DataDisk.SnapshotId"),
      fix: 'snapshotId: "s-bp1example"',
    },
  ),
  pool.each(
    "ephemeral-disk-without-snapshot",
    "ephemeralFromSnapshot",
    {
      statement: "An elastic ephemeral disk is empty at first: it is not made from a snapshot.",
      source: alibabaCloud("ECS, Elastic ephemeral disks"),
      fix: "leave snapshotId out, or use Disk.essd",
    },
    (disk) => ({ got: `${disk}, elastic ephemeral, from a snapshot`, want: "an empty disk" }),
  ),
  pool.eachFormat(
    "data-disk-device",
    "devices",
    /^\/dev\/xvd[b-z]$/,
    { member: "device", want: "/dev/xvdb to /dev/xvdz" },
    {
      statement: "The device of a data disk is /dev/xvdb to /dev/xvdz.",
      source: dataDisks,
      fix: 'device: "/dev/xvdb", or leave it out',
    },
  ),
  pool.unique("data-disk-device-unique", "devices", {
    prop: "dataDisks",
    statement: "Each data disk of a node has a device of its own.",
    source: dataDisks,
    authority: "service",
    fix: "take another letter for the second one",
  }),
  pool.eachFormat(
    "data-disk-name",
    "diskNames",
    /^[A-Za-z一-龥][A-Za-z0-9一-龥.:_-]{1,127}$/,
    { member: "disk name", want: "2 to 128 letters, digits, '.', ':', '_' and '-', a letter first" },
    {
      statement: "The name of a data disk has 2 to 128 characters, and starts with a letter.",
      source: dataDisks,
      fix: 'name: "logs"',
    },
  ),
  pool.eachFormat(
    "disk-mount-path",
    "mountTargets",
    /^(?:\/[^\/\s]*[^\/\s.][^\/\s]*)+$/,
    { member: "mount target", want: "a directory from the root on, without a slash at its end" },
    {
      statement: "A data disk is mounted at a path from the root on.",
      source: dataDisks,
      fix: 'mount: { target: "/mnt/logs" }',
    },
  ),
  pool.unique("disk-mount-path-unique", "mountTargets", {
    prop: "dataDisks",
    statement: "Each data disk that is mounted has a directory of its own.",
    source: dataDisks,
    authority: "service",
    fix: "take another directory for the second one",
  }),
  pool.each(
    "disk-mount-path-system",
    "mountTargets",
    {
      statement: "A data disk does not hide a directory that the node runs from.",
      source: dataDisks,
      fix: 'take a directory of its own: mount: { target: "/mnt/logs" }',
    },
    (target) =>
      systemDirectories.has(target) || volatileDirectories.some((directory) => target.startsWith(directory))
        ? { got: `a data disk at ${target}`, want: "a directory that the system does not need" }
        : undefined,
  ),
  pool.limit(
    "disk-mount-linux",
    ["mountTargets", "imageType"],
    {
      statement: "ACK makes the file systems of Linux: ext4 and xfs.",
      source: provider("alicloud_cs_kubernetes_node_pool.data_disks.file_system (accepts any image)"),
      fix: "leave mount out, and format the disk in userData",
    },
    ({ mountTargets, imageType }) =>
      mountTargets.length > 0 && imageType !== undefined && windowsImages.has(imageType)
        ? [{ got: `a data disk that ACK mounts, with ${imageType}`, want: "an image of Linux" }]
        : [],
  ),
];

/** Undefined for pools that say of their disks only what they are. */
export function diskUseFacts(props: ResolvedPoolProps): DiskUseFacts | undefined {
  if (![props.systemDisk, ...(props.dataDisks ?? [])].some(saysMore)) {
    return undefined;
  }
  const system = asSystemDisk(props.systemDisk);
  const data = (props.dataDisks ?? []).map(asDataDisk);
  const disks = [system.disk, ...data.map(({ disk }) => disk)];
  const given = (of: (disk: DataDisk) => string | undefined): FactList<string> =>
    facts(data.map(of).filter((text) => text !== undefined)) ?? [];
  return {
    systemDiskCategories: [system.disk.category, ...(system.fallbacks ?? [])],
    isAlgorithmOfEncryption: system.encryptAlgorithm === undefined ? undefined : mayBeEncrypted(system.disk),
    snapshotPolicyIds:
      facts(disks.map(({ options }) => options.snapshotPolicyId).filter((id) => id !== undefined)) ?? [],
    snapshotIds: given(({ snapshotId }) => snapshotId),
    ephemeralFromSnapshot: data.flatMap(({ disk, snapshotId }, index) =>
      snapshotId !== undefined && disk.category.startsWith("elastic_ephemeral") ? [label(index)] : [],
    ),
    devices: given(({ device }) => device),
    diskNames: given(({ name }) => name),
    mountTargets: given(({ mount }) => mount?.target),
    imageType: fact(props.imageType?.name),
  };
}

function saysMore(disk: Disk | SystemDisk | DataDisk): boolean {
  return !(disk instanceof Disk) || disk.options.snapshotPolicyId !== undefined;
}
