import { Quantity, ValueError } from "../values";
import { instanceType } from "./instance-type";
import { podsPerNode, type TerwayMode } from "./pods-per-node";
import { reservedCpuMillis, reservedMemoryMiB, type ReservedResources } from "./reserved";

const MIB = 1024 ** 2;
const EVICTION = "300Mi";
/** Of each Windows node, since May 2021. */
const WINDOWS = { cpuMillis: 1500, memoryMiB: 2560 };

/** What a node has. */
export interface NodeCapacity {
  readonly vcpus: number;
  /** As `kubectl describe node` shows it, somewhat less than the instance type says. */
  readonly memoryMiB: number;
  /** How many Pods it can have. */
  readonly maxPods: number;
}

export interface AllocatableOptions {
  /**
   * Of the node when it was last configured; before 1.28 ACK kept more.
   * @default - the formula of 1.28 and later
   */
  readonly kubernetesVersion?: string;

  /**
   * How many Pods a node of an instance type can have.
   * @default - what podsPerNode says of the type
   */
  readonly maxPods?: number;

  /**
   * How Pods get their addresses, for how many a node of an instance type can have.
   * @default "shared-eni"
   */
  readonly podMode?: TerwayMode;

  /** @default - what ACK keeps */
  readonly kubeReserved?: ReservedResources;

  /** @default - what ACK keeps */
  readonly systemReserved?: ReservedResources;

  /**
   * What the kubelet evicts Pods for when less memory is left: an amount or a percentage.
   * @default "300Mi"
   */
  readonly evictionMemory?: string;

  /**
   * Whether it is a Windows node, of which ACK keeps 1.5 CPUs and 2.5 GiB.
   * @default false
   */
  readonly isWindows?: boolean;
}

/** What of a node Pods can ask for, and what not. */
export interface Allocatable {
  readonly cpuMillis: number;
  readonly memoryMiB: number;
  readonly reservedCpuMillis: number;
  readonly reservedMemoryMiB: number;
  readonly evictionMemoryMiB: number;
}

/**
 * What Pods can ask for on a node: its capacity, less what is kept for Kubernetes and the system, less the memory at which
 * Pods are evicted. An estimate: ACK changes what it keeps, and an instance has somewhat less memory than its type says.
 *
 * @param node an instance type, such as `ecs.g7.xlarge`, or what the node has
 * @returns undefined for an instance type of which the figures are not known
 * @throws ValueError for amounts that Kubernetes does not read
 */
export function allocatable(node: NodeCapacity, options?: AllocatableOptions): Allocatable;
export function allocatable(
  node: string | NodeCapacity,
  options?: AllocatableOptions,
): Allocatable | undefined;
export function allocatable(
  node: string | NodeCapacity,
  options: AllocatableOptions = {},
): Allocatable | undefined {
  const capacity = typeof node === "string" ? capacityOf(node, options) : node;
  if (capacity === undefined) {
    return undefined;
  }
  const cpu = reserved("cpu", defaultCpuMillis(capacity, options), options);
  const memory = reserved("memory", defaultMemoryMiB(capacity, options), options);
  const eviction = evictionMiB(options.evictionMemory ?? EVICTION, capacity.memoryMiB);
  return {
    cpuMillis: Math.max(0, capacity.vcpus * 1000 - cpu),
    memoryMiB: Math.max(0, capacity.memoryMiB - memory - eviction),
    reservedCpuMillis: cpu,
    reservedMemoryMiB: memory,
    evictionMemoryMiB: eviction,
  };
}

function capacityOf(type: string, { maxPods, podMode }: AllocatableOptions): NodeCapacity | undefined {
  const figures = instanceType(type);
  const pods = maxPods ?? podsPerNode(type, podMode)?.pods;
  return figures === undefined || pods === undefined
    ? undefined
    : { vcpus: figures.vcpus, memoryMiB: figures.memoryGiB * 1024, maxPods: pods };
}

function defaultCpuMillis({ vcpus }: NodeCapacity, { isWindows, kubernetesVersion }: AllocatableOptions) {
  return isWindows === true ? WINDOWS.cpuMillis : reservedCpuMillis(vcpus, kubernetesVersion);
}

function defaultMemoryMiB(capacity: NodeCapacity, { isWindows, kubernetesVersion }: AllocatableOptions) {
  return isWindows === true
    ? WINDOWS.memoryMiB
    : reservedMemoryMiB(capacity.memoryMiB, capacity.maxPods, kubernetesVersion);
}

/** ACK does not say how its own sum divides into the two: where one is given, the other makes up the sum at least. */
function reserved(
  resource: "cpu" | "memory",
  byAck: number,
  { kubeReserved, systemReserved }: AllocatableOptions,
): number {
  const given = [kubeReserved?.[resource], systemReserved?.[resource]]
    .filter((text) => text !== undefined)
    .map((text) => Quantity.parse(text))
    .map((amount) => (resource === "cpu" ? amount.milli : amount.value / MIB));
  const sum = given.reduce((total, amount) => total + amount, 0);
  return given.length === 2 ? sum : Math.max(byAck, sum);
}

function evictionMiB(threshold: string, memoryMiB: number): number {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(threshold)?.[1];
  if (percent !== undefined) {
    return (memoryMiB * Number(percent)) / 100;
  }
  const amount = Quantity.tryParse(threshold);
  if (amount === undefined) {
    throw new ValueError({
      got: `evictionMemory ${JSON.stringify(threshold)}`,
      want: "an amount of Kubernetes or a percentage, such as 300Mi or 5%",
    });
  }
  return amount.value / MIB;
}
