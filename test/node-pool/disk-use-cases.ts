import type { TerraformStack } from "cdktf";
import { Disk, ImageType, type DataDisk, type SystemDisk } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, textToken } from "../support/stacks";
import { at, pool } from "./pools";

const disk = Disk.essd({ sizeGiB: 120 });

const system = (more: Omit<SystemDisk, "disk">, of = disk) => pool({ systemDisk: { disk: of, ...more } });
const data = (...disks: DataDisk[]) => pool({ dataDisks: disks });
const mounted = (...targets: string[]) => data(...targets.map((target) => ({ disk, mount: { target } })));
const dataOf = (make: (text: string) => Disk | DataDisk) =>
  pool((stack) => ({ dataDisks: [make(textToken(stack))] }));

/** A pool of Windows nodes with a data disk, in a cluster that can have one. */
const windows = (dataDisk: DataDisk) => (stack: TerraformStack) =>
  proCluster(stack, { network: flannel(stack) }).addNodePool(
    "workers",
    poolOptions({ imageType: ImageType.WINDOWS, login: undefined, dataDisks: [dataDisk] }),
  );

const mountOf = dataOf((target) => ({ disk, mount: { target } }));
const deviceOf = dataOf((device) => ({ disk, device }));

const policy = { at, want: "the id of an automatic snapshot policy, such as sp-bp1example" };
const name = { at, want: "2 to 128 letters, digits, '.', ':', '_' and '-', a letter first" };
const path = { at, want: "a directory from the root on, without a slash at its end" };
const own = { at, want: "a directory that the system does not need" };

export const diskUseCases: CasesById = {
  "system-disk-fallbacks-unique": {
    violating: {
      "the category of the disk as its fallback": {
        build: system({ fallbacks: ["cloud_ssd", "cloud_essd"] }),
        at,
        got: 'systemDisk with "cloud_essd" more than once',
        want: "members that differ",
      },
    },
    legal: {
      "all other categories": system({
        fallbacks: ["cloud_auto", "cloud_ssd", "cloud_efficiency", "cloud_essd_entry"],
      }),
    },
  },
  "system-disk-algorithm-needs-encryption": {
    violating: {
      "an algorithm for a disk that is not encrypted": {
        build: system({ encryptAlgorithm: "aes-256" }),
        at,
        got: "encryptAlgorithm without encryption",
        want: "encryption beside encryptAlgorithm",
      },
    },
    legal: {
      "an algorithm for an encrypted disk": system(
        { encryptAlgorithm: "aes-256" },
        Disk.essd({ sizeGiB: 120, encrypted: true }),
      ),
      "an encrypted disk without one": system({}, Disk.essd({ sizeGiB: 120, encrypted: true })),
    },
  },
  "snapshot-policy-id": {
    violating: {
      "the name of a policy": {
        build: pool({ systemDisk: Disk.essd({ sizeGiB: 120, snapshotPolicyId: "nightly" }) }),
        ...policy,
        got: 'the snapshot policy "nightly"',
      },
      "the id of a snapshot": {
        build: data({ disk: Disk.ssd({ sizeGiB: 120, snapshotPolicyId: "s-bp1example" }) }),
        ...policy,
        got: 'the snapshot policy "s-bp1example"',
      },
    },
    legal: {
      "the policy of a disk alone": pool({
        dataDisks: [Disk.ssd({ sizeGiB: 120, snapshotPolicyId: "sp-2zej1nogjvovnz4z" })],
      }),
    },
    unknown: {
      "a policy that only Terraform knows": {
        build: dataOf((snapshotPolicyId) => Disk.ssd({ sizeGiB: 120, snapshotPolicyId })),
        limit: "partly",
      },
    },
  },
  "data-disk-snapshot-id": {
    violating: {
      "the id of a disk": {
        build: data({ disk, snapshotId: "d-bp1example" }),
        at,
        got: 'the snapshot "d-bp1example"',
        want: "the id of a snapshot, such as s-bp1example",
      },
    },
    legal: { "a snapshot": data({ disk, snapshotId: "s-280s7example" }) },
    unknown: {
      "a snapshot that only Terraform knows": {
        build: dataOf((snapshotId) => ({ disk, snapshotId })),
        limit: "partly",
      },
    },
  },
  "ephemeral-disk-without-snapshot": {
    violating: {
      "an elastic ephemeral disk behind another": {
        build: data(
          { disk },
          { disk: Disk.elasticEphemeral("premium", { sizeGiB: 120 }), snapshotId: "s-bp1example" },
        ),
        at,
        got: "data disk 2, elastic ephemeral, from a snapshot",
        want: "an empty disk",
      },
    },
    legal: {
      "an ESSD from a snapshot": data({ disk, snapshotId: "s-bp1example" }),
      "an empty elastic ephemeral disk": data({
        disk: Disk.elasticEphemeral("premium", { sizeGiB: 120 }),
        device: "/dev/xvdb",
      }),
    },
  },
  "data-disk-device": {
    violating: {
      "the device of the system disk": {
        build: data({ disk, device: "/dev/xvda" }),
        at,
        got: 'the device "/dev/xvda"',
        want: "/dev/xvdb to /dev/xvdz",
      },
      "a device of another kind of machine": {
        build: data({ disk, device: "/dev/sdb" }),
        at,
        got: 'the device "/dev/sdb"',
        want: "/dev/xvdb to /dev/xvdz",
      },
    },
    legal: { "the first and the last": data({ disk, device: "/dev/xvdb" }, { disk, device: "/dev/xvdz" }) },
    unknown: { "a device that only Terraform knows": { build: deviceOf, limit: "partly" } },
  },
  "data-disk-device-unique": {
    violating: {
      "two disks at one device": {
        build: data({ disk, device: "/dev/xvdb" }, { disk }, { disk, device: "/dev/xvdb" }),
        at,
        got: 'dataDisks with "/dev/xvdb" more than once',
        want: "members that differ",
      },
    },
    legal: { "two disks whose devices ECS chooses": data({ disk }, { disk, device: "/dev/xvdc" }) },
    unknown: { "a device that only Terraform knows": { build: deviceOf, limit: "partly" } },
  },
  "data-disk-name": {
    violating: {
      "one letter": { build: data({ disk, name: "a" }), ...name, got: 'the disk name "a"' },
      "a digit first": { build: data({ disk, name: "1st" }), ...name, got: 'the disk name "1st"' },
      "an address": {
        build: data({ disk, name: "http://logs" }),
        ...name,
        got: 'the disk name "http://logs"',
      },
      "129 letters": {
        build: data({ disk, name: "a".repeat(129) }),
        ...name,
        got: `the disk name "${"a".repeat(129)}"`,
      },
    },
    legal: {
      "two letters": data({ disk, name: "ab" }),
      "128 characters of each kind": data({ disk, name: `Logs:_-.9${"盘".repeat(119)}` }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: dataOf((text) => ({ disk, name: text })),
        limit: "partly",
      },
    },
  },
  "disk-mount-path": {
    violating: {
      "a path from nowhere": { build: mounted("mnt/logs"), ...path, got: 'the mount target "mnt/logs"' },
      "the root": { build: mounted("/"), ...path, got: 'the mount target "/"' },
      "a slash at the end": { build: mounted("/mnt/"), ...path, got: 'the mount target "/mnt/"' },
      "a way back": { build: mounted("/mnt/../etc"), ...path, got: 'the mount target "/mnt/../etc"' },
      "a space": { build: mounted("/mnt/my logs"), ...path, got: 'the mount target "/mnt/my logs"' },
    },
    legal: {
      "a directory of one's own": mounted("/mnt/path1"),
      "a hidden directory": mounted("/data/.cache/v1.2"),
    },
    unknown: { "a directory that only Terraform knows": { build: mountOf, limit: "partly" } },
  },
  "disk-mount-path-unique": {
    violating: {
      "two disks in one directory": {
        build: mounted("/mnt/logs", "/mnt/logs"),
        at,
        got: 'dataDisks with "/mnt/logs" more than once',
        want: "members that differ",
      },
    },
    legal: { "two directories": mounted("/mnt/logs", "/mnt/cache") },
    unknown: { "a directory that only Terraform knows": { build: mountOf, limit: "partly" } },
  },
  "disk-mount-path-system": {
    violating: Object.fromEntries(
      [
        ..."/bin /boot /dev /etc /lib /lib64 /proc /root /run /sbin /sys /usr /var /var/lib /var/run".split(
          " ",
        ),
        // In memory, or of the kernel.
        ..."/dev/shm /proc/sys /run/containerd /sys/fs /var/run/user".split(" "),
      ].map((target) => [target, { build: mounted(target), ...own, got: `a data disk at ${target}` }]),
    ),
    legal: {
      "where containers and images are": mounted("/var/lib/container"),
      "a directory that starts alike": mounted("/running"),
      "a directory below those of the system": mounted("/usr/local/data"),
    },
    unknown: { "a directory that only Terraform knows": { build: mountOf, limit: "partly" } },
  },
  "disk-mount-linux": {
    violating: {
      "a mounted disk of Windows nodes": {
        build: windows({ disk, mount: { target: "/mnt/logs" } }),
        at,
        got: "a data disk that ACK mounts, with Windows",
        want: "an image of Linux",
      },
    },
    legal: {
      "a data disk of Windows nodes that nobody mounts": windows({ disk, device: "/dev/xvdb" }),
      "a mounted disk of Ubuntu nodes": pool({
        imageType: ImageType.UBUNTU,
        dataDisks: [{ disk, mount: { target: "/mnt/logs" } }],
      }),
    },
    unknown: { "a directory that only Terraform knows": { build: mountOf, limit: "silent" } },
  },
};
