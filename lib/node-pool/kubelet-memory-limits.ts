import { instanceType } from "../instance-types";
import { kubernetes, limitsOn, type Finding } from "../limits";
import { Quantity } from "../values";
import type { ReservedNumaMemory } from "./kubelet";
import type { KubeletFacts } from "./kubelet-facts";

const kubelet = limitsOn<KubeletFacts>("Kubelets of node pools");

const manager = kubernetes("Tasks, Utilizing the NUMA-aware Memory Manager");
const GIB = 1024 ** 3;

/** The limits on what kubelets keep of CPUs and memory. */
export const kubeletMemoryLimits = [
  kubelet.limit(
    "kubelet-memory-manager",
    ["memoryManagerPolicy", "reservedMemory"],
    {
      statement: "Pods keep the memory of NUMA nodes when the kubelet is told what of it they do not get.",
      source: manager,
      authority: "kubernetes",
      fix: 'reservedMemory: [{ numaNode: 0, limits: { memory: "1Gi" } }], in sum what is reserved',
    },
    ({ memoryManagerPolicy, reservedMemory }) =>
      memoryManagerPolicy === "Static" && (reservedMemory ?? []).length === 0
        ? [
            {
              got: "kubelet memoryManagerPolicy Static without reservedMemory",
              want: "reservedMemory beside it",
            },
          ]
        : [],
  ),
  kubelet.limit(
    "kubelet-reserved-memory-sum",
    ["memoryManagerPolicy", "reservedMemory", "keptMemory"],
    {
      statement:
        "The memory that is kept of NUMA nodes is in sum what kubeReserved, systemReserved and the hard threshold of eviction keep.",
      source: manager,
      authority: "kubernetes",
      fix: "change reservedMemory, or what is kept",
    },
    ({ memoryManagerPolicy, reservedMemory, keptMemory }) => {
      const ofNodes = bytes((reservedMemory ?? []).flatMap(({ limits }) => limits["memory"] ?? []));
      const kept = keptMemory === undefined ? undefined : bytes(keptMemory);
      return memoryManagerPolicy !== "Static" ||
        !reservedMemory?.length ||
        kept === ofNodes ||
        !kept ||
        !ofNodes
        ? []
        : [{ got: `kubelet reservedMemory of ${mib(ofNodes)} in sum`, want: `${mib(kept)}` }];
    },
  ),
  kubelet.limit(
    "kubelet-reserved-memory-once",
    ["reservedMemory"],
    {
      statement: "Of a NUMA node, memory and huge pages are kept, each once and above 0.",
      source: manager,
      authority: "kubernetes",
      fix: 'reservedMemory: [{ numaNode: 0, limits: { memory: "1Gi" } }, { numaNode: 1, limits: { memory: "1Gi" } }]',
    },
    ({ reservedMemory = [] }) => numaFindings(reservedMemory),
  ),
  kubelet.limit(
    "kubelet-static-cpus",
    ["cpuPolicy", "cpuManagerPolicy", "reservesAll", "keptCpus"],
    {
      statement:
        "Pods keep CPUs where the kubelet keeps some, so that something is left for what keeps none.",
      source: kubernetes("Tasks, Control CPU Management Policies on the Node"),
      // Of reservations without CPUs, ACK may keep its own.
      advice: true,
      fix: 'kubeReserved: { cpu: "500m", ... }',
    },
    ({ cpuPolicy, cpuManagerPolicy, reservesAll, keptCpus }) =>
      (cpuManagerPolicy ?? cpuPolicy) === "static" && reservesAll && sum(keptCpus) === 0
        ? [
            {
              got: "static CPUs, with kubeReserved and systemReserved without CPUs",
              want: "CPUs in one of them",
            },
          ]
        : [],
  ),
  kubelet.limit(
    "kubelet-reserved-fits",
    ["instanceTypes", "keptCpus", "keptMemories"],
    {
      statement: "A node has the CPUs and the memory that its kubelet keeps.",
      source: kubernetes("Tasks, Reserve Compute Resources for System Daemons"),
      authority: "kubernetes",
      fix: "keep less, or take larger instance types; allocatable of cdktf-ack says what is left for Pods",
    },
    ({ instanceTypes, keptCpus, keptMemories }) => {
      const cpus = sum(keptCpus);
      const memory = sum(keptMemories);
      return instanceTypes.flatMap((type) => {
        const figures = instanceType(type);
        return figures === undefined
          ? []
          : [
              ...tooMuch(type, "CPUs", cpus, figures.vcpus),
              ...tooMuch(type, "GiB of memory", memory / GIB, figures.memoryGiB),
            ];
      });
    },
  ),
];

function numaFindings(reserved: readonly ReservedNumaMemory[]): readonly Finding[] {
  const seen = new Set<string>();
  return reserved.flatMap(({ numaNode, limits }) => {
    const node = `kubelet reservedMemory of NUMA node ${numaNode}`;
    if (!Number.isInteger(numaNode) || numaNode < 0) {
      return [{ got: node, want: "a whole number from 0" }];
    }
    return Object.entries(limits).flatMap(([kind, text]) => {
      const key = `${numaNode} ${kind}`;
      if (kind !== "memory" && !kind.startsWith("hugepages-")) {
        return [{ got: `${node}: ${kind}`, want: "memory, hugepages-2Mi or hugepages-1Gi" }];
      }
      if (seen.has(key)) {
        return [{ got: `${node}: ${kind} twice`, want: "once" }];
      }
      seen.add(key);
      return Quantity.tryParse(text)?.value === 0
        ? [{ got: `${node}: ${kind} ${JSON.stringify(text)}`, want: "an amount above 0" }]
        : [];
    });
  });
}

function tooMuch(type: string, of: string, kept: number, has: number): readonly Finding[] {
  return kept > has
    ? [
        {
          got: `kubeReserved and systemReserved of ${rounded(kept)} ${of}`,
          want: `${has}, what ${type} has, at most`,
        },
      ]
    : [];
}

function sum(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + (Quantity.tryParse(text)?.value ?? 0), 0);
}

/** Undefined where one of them is no amount, such as a percentage. */
function bytes(texts: readonly string[]): number | undefined {
  const amounts = texts.map((text) => Quantity.tryParse(text)?.value);
  return amounts.includes(undefined) ? undefined : sum(texts);
}

function mib(amount: number): string {
  return `${rounded(amount / 1024 ** 2)} MiB`;
}

function rounded(amount: number): string {
  return String(Number(amount.toFixed(2)));
}
