import { KubernetesVersion } from "../values";

/** What the kubelet can keep Pods from taking. */
export type ReservedResource = "cpu" | "memory" | "ephemeral-storage" | "pid";

/** Amounts as Kubernetes writes them: `{ cpu: "500m", memory: "1Gi", "ephemeral-storage": "10Gi", pid: "1000" }`. */
export type ReservedResources = Readonly<Partial<Record<ReservedResource, string>>>;

/** A part of the whole that counts up to `upTo`, of which `percent` are kept. */
interface Band {
  readonly upTo: number;
  readonly percent: number;
}

const CPU: readonly Band[] = [
  { upTo: 1, percent: 6 },
  { upTo: 2, percent: 1 },
  { upTo: 4, percent: 0.5 },
  { upTo: Infinity, percent: 0.25 },
];
const MEMORY_BEFORE_1_28: readonly Band[] = [
  { upTo: 4, percent: 25 },
  { upTo: 8, percent: 20 },
  { upTo: 16, percent: 10 },
  { upTo: 128, percent: 6 },
  { upTo: Infinity, percent: 2 },
];

/**
 * What ACK keeps of the CPUs of a Linux node for Kubernetes and the system, in thousandths of a CPU. An estimate: ACK
 * changes the formula from time to time, and a node keeps that with which it was last configured.
 *
 * @param kubernetesVersion without it the formula of Kubernetes 1.28 and later
 */
export function reservedCpuMillis(vcpus: number, kubernetesVersion?: string): number {
  // The manual of 2021 draws the bands, and writes out those that a node of 4 and one of 32 CPUs have.
  return isBefore128(kubernetesVersion)
    ? tidy(100 + Math.max(0, vcpus - 4) * 25)
    : tidy(share(vcpus, CPU) * 1000);
}

/**
 * What ACK keeps of the memory of a Linux node for Kubernetes and the system, in MiB. An estimate, as that of the CPUs.
 *
 * @param maxPods how many Pods the node can have, on which it depends from Kubernetes 1.28 on
 * @param kubernetesVersion without it the formula of Kubernetes 1.28 and later
 */
export function reservedMemoryMiB(memoryMiB: number, maxPods: number, kubernetesVersion?: string): number {
  const reserved = isBefore128(kubernetesVersion)
    ? share(memoryMiB / 1024, MEMORY_BEFORE_1_28) * 1024
    : Math.min(11 * maxPods + 255, memoryMiB / 4);
  return Math.floor(tidy(reserved));
}

function isBefore128(version: string | undefined): boolean {
  return version !== undefined && !KubernetesVersion.parse(version).isAtLeast("1.28");
}

function share(whole: number, bands: readonly Band[]): number {
  let from = 0;
  let sum = 0;
  for (const { upTo, percent } of bands) {
    sum += (Math.max(0, Math.min(whole, upTo) - from) * percent) / 100;
    from = upTo;
  }
  return sum;
}

/** Without what arithmetic with binary fractions adds. */
function tidy(amount: number): number {
  return Number(amount.toFixed(6));
}
