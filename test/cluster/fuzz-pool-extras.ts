import {
  ContainerRuntime,
  Disk,
  Gpu,
  GpuDriver,
  ImageType,
  PrivatePool,
  type DataDisk,
  type NodePoolOptions,
} from "cdktf-ack";
import * as fc from "fast-check";
import { rarely, sometimes, value, type OrToken } from "./fuzz-values";

const sizes = value([40, 120], [1, 1.5]);

/** The props of pools that few pools have. */
export const extras = fc.record({
  exclusiveEni: rarely(fc.boolean()),
  gpu: rarely(fc.constantFrom("exclusive", "shared", "topology", "1g.5gb", "9g.5gb")),
  gpuDriver: rarely(value(["550.144.03"], ["", "new"])),
  imageType: rarely(value(["AliyunLinux3", "ContainerOS", "WindowsWithContainerd"], ["", "BeOS"])),
  rollingPolicy: rarely(
    fc.record({
      maxParallelism: sometimes(value([1, 10], [0, 11, 1.5])),
      batchInterval: sometimes(value([0, 30], [-1])),
      pausePolicy: sometimes(fc.constantFrom("FirstBatch" as const, "NotPause" as const)),
    }),
  ),
  upgrade: rarely(
    fc.record({
      kubernetesVersion: sometimes(value(["1.34.3-aliyun.1"], ["1.34", ""])),
      image: sometimes(fc.boolean()),
      runtime: sometimes(fc.boolean()),
      useReplace: sometimes(fc.boolean()),
    }),
  ),
  updateNodes: rarely(fc.boolean()),
  replacement: rarely(fc.constantFrom("create-first" as const, "destroy-first" as const)),
  preUserData: rarely(value(["#!/bin/sh\n"], ["#".repeat(40_000)])),
  rdsInstanceIds: rarely(fc.array(value(["rm-bp1abc", "pgm-bp1abc"], ["", "db"]), { maxLength: 2 })),
  securityGroupIds: rarely(fc.array(value(["sg-bp1abc", "sg-bp1def"], [""]), { maxLength: 6 })),
  confidentialComputing: rarely(fc.boolean()),
  instanceMetadata: rarely(fc.constantFrom("optional" as const, "required" as const)),
  ramRoleName: rarely(value(["ShopWorkers"], ["", "a b"])),
  deploymentSetId: rarely(value(["ds-bp1abc"], ["", "set"])),
  privatePool: rarely(
    fc.oneof(fc.constantFrom("OPEN" as const, "NONE" as const), value(["eap-bp1abc"], [""])),
  ),
  unschedulable: rarely(fc.boolean()),
  cloudMonitor: rarely(fc.boolean()),
  resourceGroupId: rarely(value(["rg-abc"])),
  registryMirror: rarely(value(["https://mirror.example.com"], ["mirror", ""])),
  mounts: rarely(
    fc.array(
      fc.record({
        sizeGiB: sizes,
        target: value(["/mnt/logs", "/mnt/data"], ["logs", "/", "/etc", ""]),
        fileSystem: sometimes(fc.constantFrom("ext4" as const, "xfs" as const)),
      }),
      { maxLength: 3 },
    ),
  ),
});

export type ExtrasInput = typeof extras extends fc.Arbitrary<infer T> ? T : never;

interface Tokens {
  text(value: OrToken<string>): string;
  number(value: OrToken<number>): number;
}

export function makeExtras(tokens: Tokens, input: ExtrasInput): Partial<NodePoolOptions> {
  const { gpu, gpuDriver, imageType, rollingPolicy, upgrade, privatePool, registryMirror, mounts, ...rest } =
    input;
  const text = (given: OrToken<string> | undefined) => (given === undefined ? undefined : tokens.text(given));
  const number = (given: OrToken<number> | undefined) =>
    given === undefined ? undefined : tokens.number(given);
  return defined({
    ...rest,
    gpu: makeGpu(gpu),
    gpuDriver: gpuDriver === undefined ? undefined : GpuDriver.version(tokens.text(gpuDriver)),
    imageType: imageType === undefined ? undefined : ImageType.of(tokens.text(imageType)),
    rollingPolicy: rollingPolicy && {
      ...rollingPolicy,
      maxParallelism: number(rollingPolicy.maxParallelism),
      batchInterval: number(rollingPolicy.batchInterval),
    },
    upgrade: upgrade && { ...upgrade, kubernetesVersion: text(upgrade.kubernetesVersion) },
    preUserData: text(input.preUserData),
    rdsInstanceIds: input.rdsInstanceIds?.map((id) => tokens.text(id)),
    securityGroupIds: input.securityGroupIds?.map((id) => tokens.text(id)),
    ramRoleName: text(input.ramRoleName),
    deploymentSetId: text(input.deploymentSetId),
    resourceGroupId: text(input.resourceGroupId),
    privatePool: makePrivatePool(tokens, privatePool),
    runtime:
      registryMirror === undefined
        ? undefined
        : ContainerRuntime.containerd({ registryMirrors: [tokens.text(registryMirror)] }),
    dataDisks: mounts?.map(({ sizeGiB, target, fileSystem }): DataDisk => ({
      disk: Disk.essd({ sizeGiB: tokens.number(sizeGiB) }),
      mount: { target: tokens.text(target), fileSystem },
    })),
  });
}

/** What is not said here stays as the other parts of the options have it. */
function defined(options: Partial<NodePoolOptions>): Partial<NodePoolOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, given]) => given !== undefined));
}

function makeGpu(input: ExtrasInput["gpu"]): Gpu | undefined {
  switch (input) {
    case undefined:
      return undefined;
    case "exclusive":
      return Gpu.exclusive();
    case "shared":
      return Gpu.shared({ isolation: "memory" });
    case "topology":
      return Gpu.topology();
    default:
      return Gpu.partitions(input);
  }
}

function makePrivatePool(tokens: Tokens, input: ExtrasInput["privatePool"]): PrivatePool | undefined {
  if (input === undefined) return undefined;
  if (input === "OPEN" || input === "NONE") return PrivatePool[input];
  return PrivatePool.target(tokens.text(input));
}
