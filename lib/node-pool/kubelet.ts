import type { CsKubernetesNodePoolKubeletConfiguration } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import type { ReservedResources } from "../instance-types";
import { isToken } from "../limits";

/** What runs short on a node before the kubelet evicts Pods. */
export type EvictionSignal =
  | "memory.available"
  | "nodefs.available"
  | "nodefs.inodesFree"
  | "imagefs.available"
  | "imagefs.inodesFree"
  | "pid.available";

/** For each signal an amount or a percentage: `{ "memory.available": "500Mi", "nodefs.available": "10%" }`. */
export type EvictionThresholds = Readonly<Partial<Record<EvictionSignal, string>>>;

/** For each signal a time span: `{ "memory.available": "90s" }`. */
export type EvictionGracePeriods = Readonly<Partial<Record<EvictionSignal, string>>>;

/** Memory of a NUMA node that Pods with CPUs and memory of their own do not get. */
export interface ReservedNumaMemory {
  /** 0 for the first. */
  readonly numaNode: number;

  /** Amounts of `memory` and `hugepages-2Mi` or `hugepages-1Gi`. */
  readonly limits: Readonly<Record<string, string>>;
}

/** Where the kubelet sends its traces. */
export interface KubeletTracing {
  /**
   * Of the collector, for OpenTelemetry over gRPC.
   * @default "localhost:4317"
   */
  readonly endpoint?: string;

  /**
   * How many of a million spans are sent.
   * @default 0
   */
  readonly samplingRatePerMillion?: number;
}

/**
 * How the kubelet of each node of a pool works, for clusters with Kubernetes 1.20 or later. A change is made on all nodes of
 * the pool, in batches, and restarts their kubelets. What is left out is what ACK sets; what is taken out again stays as it
 * was, so write its usual value.
 */
export interface KubeletConfiguration {
  /** Images that may be pulled each second; 0 for any number. */
  readonly registryPullQps?: number;

  /** Images that may be pulled at once, above `registryPullQps` for a moment. */
  readonly registryBurst?: number;

  /** Whether images are pulled one after the other. */
  readonly serializeImagePulls?: boolean;

  /** Events that are written each second; 0 for any number. ACK suggests 1 to 50. */
  readonly eventRecordQps?: number;

  /** Events that are written at once, `eventRecordQps` or more. ACK suggests up to 100. */
  readonly eventBurst?: number;

  /** Requests to the API server each second. */
  readonly kubeApiQps?: number;

  /** Requests to the API server at once. */
  readonly kubeApiBurst?: number;

  /** Most Pods of a node. The network of the cluster has a bound of its own: `podsPerNode` says it. */
  readonly maxPods?: number;

  /** Most processes of a Pod; -1 for any number. */
  readonly podPidsLimit?: number;

  /** Port without authentication; 0 for none. */
  readonly readOnlyPort?: number;

  /** What Pods do not get because Kubernetes needs it; with `systemReserved` in place of what ACK keeps. */
  readonly kubeReserved?: ReservedResources;

  /** What Pods do not get because the system needs it; with `kubeReserved` in place of what ACK keeps. */
  readonly systemReserved?: ReservedResources;

  /** When Pods are evicted at once. */
  readonly evictionHard?: EvictionThresholds;

  /** When Pods are evicted after a time, which `evictionSoftGracePeriod` gives for each signal. */
  readonly evictionSoft?: EvictionThresholds;

  /** How long a signal of `evictionSoft` has to last. */
  readonly evictionSoftGracePeriod?: EvictionGracePeriods;

  /** Of the disk for images: above it, images that no Pod uses are deleted. */
  readonly imageGcHighThresholdPercent?: number;

  /** Of the disk for images: down to it, images are deleted. */
  readonly imageGcLowThresholdPercent?: number;

  /** Of a container, before the log goes into a new file, for example `100Mi`. */
  readonly containerLogMaxSize?: string;

  /** Log files of a container, 2 or more. ACK suggests up to 10. */
  readonly containerLogMaxFiles?: number;

  /** How many logs are rotated at a time. */
  readonly containerLogMaxWorkers?: number;

  /** How often logs are looked at, 3s or more. */
  readonly containerLogMonitorInterval?: string;

  /** Whether containers are held to their CPU limits. */
  readonly cpuCfsQuota?: boolean;

  /** Over which time CPU limits are counted, 1ms to 1s; for another than 100ms with the feature gate `CustomCPUCFSQuotaPeriod`. */
  readonly cpuCfsQuotaPeriod?: string;

  /** Whether Pods of whole CPUs in the class Guaranteed keep theirs. */
  readonly cpuManagerPolicy?: "none" | "static";

  /** Whether Pods in the class Guaranteed keep the memory of a NUMA node; `Static` with `reservedMemory`. */
  readonly memoryManagerPolicy?: "None" | "Static";

  /** How closely CPUs, memory and devices of a Pod have to lie. */
  readonly topologyManagerPolicy?: "none" | "best-effort" | "restricted" | "single-numa-node";

  /** For `memoryManagerPolicy`: in sum what `kubeReserved`, `systemReserved` and `evictionHard` keep of the memory. */
  readonly reservedMemory?: readonly ReservedNumaMemory[];

  /** Sysctls that Pods may set although they are not safe, such as `net.core.somaxconn` or `kernel.shm*`. */
  readonly allowedUnsafeSysctls?: readonly string[];

  /** Name servers of Pods, by their addresses. */
  readonly clusterDns?: readonly string[];

  /** Features of Kubernetes that are switched on or off. A name that the version does not know keeps kubelets from starting. */
  readonly featureGates?: Readonly<Record<string, boolean>>;

  readonly tracing?: KubeletTracing;
}

/** Undefined where nothing is said: an empty block would ask for a change without one. */
export function kubeletArguments(
  kubelet: KubeletConfiguration | undefined,
): CsKubernetesNodePoolKubeletConfiguration | undefined {
  if (kubelet === undefined) {
    return undefined;
  }
  const { tracing, reservedMemory = [] } = kubelet;
  const block: CsKubernetesNodePoolKubeletConfiguration = {
    ...numbers(kubelet),
    ...switches(kubelet),
    ...maps(kubelet),
    containerLogMaxSize: kubelet.containerLogMaxSize,
    containerLogMonitorInterval: kubelet.containerLogMonitorInterval,
    cpuCfsQuotaPeriod: kubelet.cpuCfsQuotaPeriod,
    cpuManagerPolicy: kubelet.cpuManagerPolicy,
    memoryManagerPolicy: kubelet.memoryManagerPolicy,
    topologyManagerPolicy: kubelet.topologyManagerPolicy,
    allowedUnsafeSysctls: list(kubelet.allowedUnsafeSysctls),
    clusterDns: list(kubelet.clusterDns),
    ...(reservedMemory.length > 0 && {
      reservedMemory: reservedMemory.map(({ numaNode, limits }) => ({ numaNode, limits: { ...limits } })),
    }),
    ...(tracing !== undefined && given(tracing) && { tracing: tracingArguments(tracing) }),
  };
  return given(block) ? block : undefined;
}

/** The provider takes numbers as text, and what is no number as 0. */
function numbers(kubelet: KubeletConfiguration) {
  return {
    registryPullQps: text(kubelet.registryPullQps),
    registryBurst: text(kubelet.registryBurst),
    eventRecordQps: text(kubelet.eventRecordQps),
    eventBurst: text(kubelet.eventBurst),
    kubeApiQps: text(kubelet.kubeApiQps),
    kubeApiBurst: text(kubelet.kubeApiBurst),
    maxPods: text(kubelet.maxPods),
    podPidsLimit: text(kubelet.podPidsLimit),
    readOnlyPort: text(kubelet.readOnlyPort),
    imageGcHighThresholdPercent: text(kubelet.imageGcHighThresholdPercent),
    imageGcLowThresholdPercent: text(kubelet.imageGcLowThresholdPercent),
    containerLogMaxFiles: text(kubelet.containerLogMaxFiles),
    containerLogMaxWorkers: text(kubelet.containerLogMaxWorkers),
  };
}

function switches(kubelet: KubeletConfiguration) {
  return {
    serializeImagePulls: text(kubelet.serializeImagePulls),
    cpuCfsQuota: text(kubelet.cpuCfsQuota),
  };
}

function maps(kubelet: KubeletConfiguration) {
  return {
    evictionHard: map(kubelet.evictionHard),
    evictionSoft: map(kubelet.evictionSoft),
    evictionSoftGracePeriod: map(kubelet.evictionSoftGracePeriod),
    kubeReserved: map(kubelet.kubeReserved),
    systemReserved: map(kubelet.systemReserved),
    featureGates: map(kubelet.featureGates),
  };
}

function tracingArguments({ endpoint, samplingRatePerMillion }: KubeletTracing) {
  return { endpoint, samplingRatePerMillion: text(samplingRatePerMillion) };
}

function text(value: number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function list(values: readonly string[] | undefined): string[] | undefined {
  return values === undefined || values.length === 0 ? undefined : [...values];
}

function map<T>(values: Readonly<Partial<Record<string, T>>> | undefined): Record<string, T> | undefined {
  if (values === undefined || isToken(values)) {
    return values as Record<string, T> | undefined;
  }
  const known = Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function given(block: object): boolean {
  return Object.values(block).some((value) => value !== undefined);
}
