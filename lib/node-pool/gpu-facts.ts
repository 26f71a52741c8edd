import { fact, facts, isToken, unknown, type Fact, type FactList } from "../limits";
import { gpuLabels } from "../workloads";
import type { NodePoolOptions } from "./node-pool-options";
import type { ResolvedPoolProps } from "./pool-arguments";

/** A label that a prop sets, and that stands among the labels with another value. */
export interface LabelClash {
  readonly key: string;
  readonly byProp: string;
  readonly byHand: string;
}

/** What the limits of pools whose labels are about GPUs need to know. */
export interface GpuPoolFacts {
  readonly instanceTypes: FactList<string>;
  /** Whether the cluster is known to be of a basic edition. */
  readonly isBasic: boolean;
  readonly isDedicated: boolean;
  /** Whether a prop says how GPUs are given to Pods, and no label by hand. */
  readonly isByProp: boolean;
  readonly clashes: FactList<LabelClash>;
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
  /** Sharing by ack-cgpu, in dedicated clusters that exist. */
  readonly cgpu: Fact<string> | undefined;
  readonly cgpuWithoutIsolation: Fact<string> | undefined;
}

const keys: readonly string[] = Object.values(gpuLabels);

/** The labels of a pool, with those that its props for GPUs stand for. What is written by hand stays: the limits see it. */
export function withGpuLabels({ gpu, gpuDriver, labels }: NodePoolOptions): NodePoolOptions["labels"] {
  return (gpu === undefined && gpuDriver === undefined) || isToken(labels)
    ? labels
    : { ...gpu?.nodeLabels, ...gpuDriver?.nodeLabels, ...labels };
}

/** Undefined for the many pools that have none of the labels. */
export function gpuFacts(props: ResolvedPoolProps): GpuPoolFacts | undefined {
  const { cluster, cpuPolicy, gpu, gpuDriver, instances, labels } = props;
  if (labels === undefined || !keys.some((key) => labels[key] !== undefined)) {
    return undefined;
  }
  return {
    instanceTypes: facts(instances.instanceTypes) ?? [],
    isBasic: cluster.edition === "basic",
    isDedicated: cluster.kind === "dedicated",
    isByProp: gpu !== undefined,
    clashes: clashesOf({ ...gpu?.nodeLabels, ...gpuDriver?.nodeLabels }, labels),
    cpuPolicy,
    schedule: fact(labels[gpuLabels.schedule]),
    placement: fact(labels[gpuLabels.placement]),
    driverVersion: fact(labels[gpuLabels.driverVersion]),
    driverEndpoint: fact(labels[gpuLabels.driverEndpoint]),
    driverRunfile: fact(labels[gpuLabels.driverRunfile]),
    partitionSize: fact(labels[gpuLabels.partitionSize]),
    partitionSequence: fact(labels[gpuLabels.partitionSequence]),
    cgpu: fact(labels[gpuLabels.cgpu]),
    cgpuWithoutIsolation: fact(labels[gpuLabels.cgpuWithoutIsolation]),
  };
}

function clashesOf(
  ofProps: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): FactList<LabelClash> {
  return Object.entries(ofProps).flatMap(([key, byProp]): Fact<LabelClash>[] => {
    const byHand = labels[key] ?? byProp;
    if (byHand === byProp) {
      return [];
    }
    return isToken(byHand) || isToken(byProp) ? [unknown(byHand)] : [{ key, byProp, byHand }];
  });
}
