import type { TerraformStack } from "cdktf";
import { Disk } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, poolOptions, proCluster } from "../support/stacks";

type Disks = (scope: TerraformStack) => Disk;

/** A pool with one system disk and these data disks. */
const disks =
  (system: Disks, ...data: Disks[]) =>
  (stack: TerraformStack) =>
    proCluster(stack).addNodePool(
      "workers",
      poolOptions({ systemDisk: system(stack), dataDisks: data.map((disk) => disk(stack)) }),
    );

const essd =
  (sizeGiB: number, more: Omit<Parameters<typeof Disk.essd>[0], "sizeGiB"> = {}): Disks =>
  () =>
    Disk.essd({ sizeGiB, ...more });
const unsized: Disks = (stack) => Disk.essd({ sizeGiB: numberToken(stack), performanceLevel: "PL3" });
const usual = essd(120);

const at = "shop/cluster/workers";

export const diskLimitCases: CasesById = {
  "system-disk-size": {
    violating: {
      "19 GiB": {
        build: disks(essd(19)),
        at,
        got: "systemDiskSize 19 GiB",
        want: "a whole number from 20 to 2048 GiB",
      },
      "2,049 GiB": {
        build: disks(essd(2049)),
        at,
        got: "systemDiskSize 2049 GiB",
        want: "a whole number from 20 to 2048 GiB",
      },
    },
    legal: { "20 GiB": disks(essd(20)), "2,048 GiB": disks(essd(2048)) },
    unknown: { "a size that only Terraform knows": { build: disks(unsized), limit: "silent" } },
  },
  "data-disk-count": {
    violating: {
      "17 data disks": {
        build: disks(usual, ...Array.from({ length: 17 }, () => usual)),
        at,
        got: "dataDisks with 17 data disks",
        want: "0 to 16 data disks",
      },
    },
    legal: {
      "16 data disks": disks(usual, ...Array.from({ length: 16 }, () => usual)),
      "no data disk": disks(usual),
    },
  },
  "data-disk-size": {
    violating: {
      "39 GiB": {
        build: disks(usual, usual, essd(39)),
        at,
        got: "data disk 2 of 39 GiB",
        want: "a whole number from 40 to 32767 GiB",
      },
      "32,768 GiB": {
        build: disks(usual, essd(32_768)),
        at,
        got: "data disk 1 of 32768 GiB",
        want: "a whole number from 40 to 32767 GiB",
      },
    },
    legal: { "40 GiB": disks(usual, essd(40)), "32,767 GiB": disks(usual, essd(32_767)) },
    unknown: { "a size that only Terraform knows": { build: disks(usual, unsized), limit: "partly" } },
  },
  "essd-performance-level-size": {
    violating: {
      "PL2 with 460 GiB": {
        build: disks(essd(460, { performanceLevel: "PL2" })),
        at,
        got: "the system disk of 460 GiB with PL2",
        want: "at least 461 GiB, or a lower level",
        rows: ["essd-pl2-min-size", "essd-performance-level-size"],
      },
      "PL3 with 1,260 GiB": {
        build: disks(usual, essd(1260, { performanceLevel: "PL3" })),
        at,
        got: "data disk 1 of 1260 GiB with PL3",
        want: "at least 1261 GiB, or a lower level",
        rows: ["essd-performance-level-size"],
      },
      "PL3 with 1,260 GiB for the system": {
        build: disks(essd(1260, { performanceLevel: "PL3" })),
        at,
        got: "the system disk of 1260 GiB with PL3",
        want: "at least 1261 GiB, or a lower level",
        rows: ["essd-pl3-min-size"],
      },
    },
    legal: {
      "PL2 with 461 GiB": {
        build: disks(essd(461, { performanceLevel: "PL2" })),
        rows: ["essd-pl2-min-size", "essd-performance-level-size"],
      },
      "PL3 with 1,261 GiB": {
        build: disks(usual, essd(1261, { performanceLevel: "PL3" })),
        rows: ["essd-performance-level-size"],
      },
      "PL3 with 1,261 GiB for the system": {
        build: disks(essd(1261, { performanceLevel: "PL3" })),
        rows: ["essd-pl3-min-size"],
      },
      "PL0 and PL1 with 40 GiB": disks(
        usual,
        essd(40, { performanceLevel: "PL0" }),
        essd(40, { performanceLevel: "PL1" }),
      ),
    },
    unknown: { "a size that only Terraform knows": { build: disks(usual, unsized), limit: "partly" } },
  },
  "disk-key-needs-encryption": {
    violating: {
      "a key for a disk that is not encrypted": {
        build: disks(usual, essd(40, { kmsKeyId: "key-1" })),
        at,
        got: "data disk 1 with a key and without encryption",
        want: "encryption beside the key",
        fix: "set encrypted to true",
      },
      "a key for a system disk without encryption": {
        build: disks(essd(40, { kmsKeyId: "key-1", encrypted: false })),
        at,
        got: "the system disk with a key and without encryption",
        want: "encryption beside the key",
        fix: "set encrypted to true",
      },
    },
    legal: {
      "a key for an encrypted disk": disks(essd(40, { kmsKeyId: "key-1", encrypted: true })),
      "encryption with the key of the service": disks(essd(40, { encrypted: true })),
    },
  },
};
