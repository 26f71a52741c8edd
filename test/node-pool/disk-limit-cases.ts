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
const autoPl =
  (sizeGiB: number, provisionedIops: number): Disks =>
  () =>
    Disk.essdAutoPl({ sizeGiB, provisionedIops });
const unsized: Disks = (stack) => Disk.essd({ sizeGiB: numberToken(stack), performanceLevel: "PL3" });
const usual = essd(120);

const at = "shop/cluster/workers";

export const diskLimitCases: CasesById = {
  "system-disk-size": {
    violating: {
      "19 GiB": {
        build: disks(essd(19)),
        at,
        got: "systemDisk sizeGiB 19 GiB",
        want: "a whole number from 20 to 2048 GiB",
      },
      "2,049 GiB": {
        build: disks(essd(2049)),
        at,
        got: "systemDisk sizeGiB 2049 GiB",
        want: "a whole number from 20 to 2048 GiB",
      },
    },
    legal: { "20 GiB": disks(essd(20)), "2,048 GiB": disks(essd(2048)) },
    unknown: { "a size that only Terraform knows": { build: disks(unsized), limit: "silent" } },
  },
  "system-disk-category": {
    violating: {
      "an elastic ephemeral disk": {
        build: disks(() => Disk.elasticEphemeral("standard", { sizeGiB: 120 })),
        at,
        got: "systemDisk elastic_ephemeral_disk_standard",
        want: "a category that keeps what is written to it",
        fix: "use Disk.essd for systemDisk, and the elastic ephemeral disk in dataDisks",
        rows: ["system-disk-category"],
      },
    },
    legal: {
      "an ESSD": { build: disks(essd(120)), rows: ["system-disk-category"] },
      "an SSD": { build: disks(() => Disk.ssd({ sizeGiB: 120 })), rows: ["system-disk-category"] },
      "an ultra disk": {
        build: disks(() => Disk.efficiency({ sizeGiB: 120 })),
        rows: ["system-disk-category"],
      },
      "an ESSD AutoPL disk": disks(() => Disk.essdAutoPl({ sizeGiB: 120 })),
      "an ESSD Entry disk": disks(() => Disk.essdEntry({ sizeGiB: 120 })),
      "an elastic ephemeral disk for data": disks(usual, () =>
        Disk.elasticEphemeral("premium", { sizeGiB: 120 }),
      ),
    },
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
  "provisioned-iops-size": {
    violating: {
      "50,001 IOPS": {
        build: disks(usual, autoPl(1000, 50_001)),
        at,
        got: "data disk 1 of 1000 GiB with provisionedIops 50001",
        want: "a whole number from 0 to 50000",
      },
      "more than 1,000 IOPS for each GiB": {
        build: disks(autoPl(40, 36_201)),
        at,
        got: "the system disk of 40 GiB with provisionedIops 36201",
        want: "a whole number from 0 to 36200",
      },
      "more than a disk takes whose size brings the least IOPS": {
        build: disks(autoPl(20, 17_001)),
        at,
        got: "the system disk of 20 GiB with provisionedIops 17001",
        want: "a whole number from 0 to 17000",
      },
    },
    legal: {
      "50,000 IOPS": disks(usual, autoPl(1000, 50_000)),
      "1,000 IOPS for each GiB": disks(autoPl(40, 36_200)),
      "no IOPS beyond those of the size": disks(autoPl(40, 0)),
    },
    unknown: {
      "a size that only Terraform knows": {
        build: disks((stack) => Disk.essdAutoPl({ sizeGiB: numberToken(stack), provisionedIops: 100 })),
        limit: "partly",
      },
      "IOPS that only Terraform knows": {
        build: disks((stack) => Disk.essdAutoPl({ sizeGiB: 40, provisionedIops: numberToken(stack) })),
        limit: "partly",
      },
    },
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
