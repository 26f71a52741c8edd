import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossiblePools: readonly Impossible[] = [
  {
    name: "a category of disk of one's own making",
    body: `new Disk("cloud_banana", { sizeGiB: 120 }, undefined);`,
    message: /Constructor of class 'Disk' is private/,
  },
  {
    name: "provisioned IOPS on an ESSD with performance levels",
    body: `Disk.essd({ sizeGiB: 120, provisionedIops: 1000 });`,
    message: /'provisionedIops' does not exist in type 'EssdOptions'/,
  },
  {
    name: "bursting on an SSD",
    body: `Disk.ssd({ sizeGiB: 120, bursting: true });`,
    message: /'bursting' does not exist in type 'DiskOptions'/,
  },
  {
    name: "an operating system of one's own making",
    body: `new ImageType("CentOS8", undefined);`,
    message: /Constructor of class 'ImageType' is private/,
  },
  {
    name: "two hardenings of one operating system",
    body: `const pool: NodePoolOptions = { ...usual, osHardening: ["mlps", "ack"] };`,
    message: /is not assignable to type '"ack" | "mlps"/,
  },
];
