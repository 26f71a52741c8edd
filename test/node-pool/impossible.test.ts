import { expectCompiles, expectDoesNotCompile } from "../support/compile-fails";
import { impossiblePools } from "./impossible-cases";

/** A program with everything that the snippets below use. */
const program = (body: string) => `
  import type { TerraformVariable } from "cdktf";
  import {
    Billing, Capacity, ContainerRuntime, Disk, Expander, ImageType, InstanceSelection, Login, MultiAzPolicy, Placement, Scaler,
    type DiskMount, type INetwork, type NodePoolOptions, type ProClusterProps, type ZonalNodePoolsOptions,
  } from "cdktf-ack";
  declare const network: INetwork;
  declare const password: TerraformVariable;
  const usual = { instances: InstanceSelection.types("ecs.g7.xlarge"), capacity: Capacity.fixed(3) };
  ${body}
`;

const legal: [string, string][] = [
  [
    "provisioned IOPS and bursting on an ESSD AutoPL disk",
    `Disk.essdAutoPl({ sizeGiB: 120, provisionedIops: 1000, bursting: true });`,
  ],
  [
    "a system disk with fallbacks beside data disks that are mounted, named and plain",
    `const pool: NodePoolOptions = {
      ...usual,
      systemDisk: { disk: Disk.essd({ sizeGiB: 120, encrypted: true }), fallbacks: ["cloud_ssd"], encryptAlgorithm: "aes-256" },
      dataDisks: [
        Disk.essd({ sizeGiB: 120 }),
        { disk: Disk.ssd({ sizeGiB: 120 }), mount: { target: "/mnt/logs", fileSystem: "xfs" } },
        { disk: Disk.ssd({ sizeGiB: 120 }), name: "logs", device: "/dev/xvdb", snapshotId: "s-1" },
      ],
    };`,
  ],
  [
    "a pool for each zone",
    `const pools: ZonalNodePoolsOptions = { ...usual, capacity: Capacity.autoscale({ min: 3, max: 9 }), zones: ["h"] };`,
  ],
  ["one hardening", `const pool: NodePoolOptions = { ...usual, osHardening: "mlps" };`],
  ["a subscription that ends", `Billing.subscription({ months: 1 });`],
  ["a share of pay-as-you-go", `MultiAzPolicy.costOptimized({ onDemandPercentage: 20 });`],
  [
    "autoscaling of GPU nodes that are recycled",
    `Capacity.autoscale({ min: 1, max: 3, type: "gpu", scalingPolicy: "recycle" });`,
  ],
  [
    "a runtime, a CPU policy, names and a login",
    `const pool: NodePoolOptions = {
      ...usual, runtime: ContainerRuntime.containerd(), cpuPolicy: "static",
      nodeNames: { prefix: "aliyun.com", suffix: "test" }, login: Login.password(password),
    };`,
  ],
  ["a Pro cluster", `const cluster: ProClusterProps = { name: "shop", network };`],
  ["an image of one's own", `ImageType.custom("m-bp1g5aob0cdb5h6n2z1w");`],
];

test.each(legal)("%s type-checks", (_name, body) => {
  expectCompiles(program(body));
});

test.each(impossiblePools)("$name does not type-check", ({ body, message }) => {
  expectDoesNotCompile(program(body), message);
});
