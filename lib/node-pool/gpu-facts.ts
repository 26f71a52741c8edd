import { fact, facts, type Fact, type FactList } from "../limits";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits of pools whose labels are about GPUs need to know. */
export interface GpuPoolFacts {
  readonly instanceTypes: FactList<string>;
  /** Whether the cluster is known to be of a basic edition. */
  readonly isBasic: boolean;
  readonly cpuPolicy: "none" | "static" | undefined;
  /** How the GPUs of a node are given to Pods. */
  readonly schedule: Fact<string> | undefined;
  /** Which of several GPUs a Pod gets. */
  readonly placement: Fact<string> | undefined;
  readonly driverVersion: Fact<string> | undefined;
  readonly driverEndpoint: Fact<string> | undefined;
  readonly driverRunfile: Fact<string> | undefined;
  /** How a GPU is split (MIG): into equal parts, or into a sequence of parts. */
  readonly partitionSize: Fact<string> | undefined;
  readonly partitionSequence: Fact<string> | undefined;
}

/** The labels of ACK for GPUs, by what they say. */
export const gpuLabels = {
  schedule: "ack.node.gpu.schedule",
  placement: "ack.node.gpu.placement",
  driverVersion: "ack.aliyun.com/nvidia-driver-version",
  driverEndpoint: "ack.aliyun.com/nvidia-driver-oss-endpoint",
  driverRunfile: "ack.aliyun.com/nvidia-driver-runfile",
  partitionSize: "ack.aliyun.com/gpu-partition-size",
  partitionSequence: "ack.aliyun.com/gpu-partition-sequence",
} as const;

const keys: readonly string[] = Object.values(gpuLabels);

/** Undefined for the many pools that have none of the labels. */
export function gpuFacts({
  cluster,
  cpuPolicy,
  instances,
  labels,
}: ResolvedPoolProps): GpuPoolFacts | undefined {
  if (labels === undefined || !keys.some((key) => labels[key] !== undefined)) {
    return undefined;
  }
  return {
    instanceTypes: facts(instances.instanceTypes) ?? [],
    isBasic: cluster.edition === "basic",
    cpuPolicy,
    schedule: fact(labels[gpuLabels.schedule]),
    placement: fact(labels[gpuLabels.placement]),
    driverVersion: fact(labels[gpuLabels.driverVersion]),
    driverEndpoint: fact(labels[gpuLabels.driverEndpoint]),
    driverRunfile: fact(labels[gpuLabels.driverRunfile]),
    partitionSize: fact(labels[gpuLabels.partitionSize]),
    partitionSequence: fact(labels[gpuLabels.partitionSequence]),
  };
}
