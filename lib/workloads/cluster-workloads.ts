import { isToken, unknown, type ElementsIn, type Fact, type Named, type Relation } from "../limits";
import type { IConstruct } from "constructs";
import { configMaps } from "./config-maps";
import { edgePodsOf } from "./edge-pod-facts";
import { edgePodLimits } from "./edge-pod-limits";
import { gpuLabels } from "./gpu-labels";
import { gpuPodLimits } from "./gpu-pod-limits";
import { migProfiles } from "./mig-profiles";
import { podFacts } from "./pod-facts";
import { podLimits } from "./pod-limits";
import { podTemplates, runtimeClasses } from "./pod-templates";
import type { WorkloadFacts } from "./workload-facts";

/** What works in a cluster, and what its nodes are. */
export type WorkloadMember =
  | {
      readonly kind: "provider";
      /** The stack with the objects. */
      readonly stack: IConstruct;
      readonly provider: IConstruct;
      /** Whether objects of the stack that name no provider are made by it. */
      readonly isDefault: boolean;
      readonly isOwned: boolean;
      readonly isDedicated: boolean;
      readonly isEdge: boolean;
    }
  | {
      readonly kind: "pool";
      readonly isSandboxed: boolean;
      readonly labels: Readonly<Record<string, string>>;
    };

type Provider = Extract<WorkloadMember, { kind: "provider" }>;
type Pool = Extract<WorkloadMember, { kind: "pool" }>;

/** The objects of one cluster that the app makes, with its special pools; the key is the `groupKey` of the cluster. */
export const clusterWorkloads: Relation<WorkloadMember, WorkloadFacts> = {
  id: "cluster-workloads",
  limits: [...gpuPodLimits, ...podLimits, ...edgePodLimits],
  facts: (members, elementsIn) => {
    const providers = members.flatMap(({ member }) => (member.kind === "provider" ? [member] : []));
    const pools = members.flatMap(({ member }) => (member.kind === "pool" ? [member] : []));
    const elements = providers.flatMap((provider) => elementsOf(provider, elementsIn));
    const templates = podTemplates(elements);
    const isEdge = providers.some((provider) => provider.isEdge);
    return {
      ...podFacts(templates),
      edgePods: isEdge ? edgePodsOf(templates) : [],
      edgeConfigMaps: isEdge ? configMaps(elements) : [],
      isOwned: providers.some(({ isOwned }) => isOwned),
      isDedicated: providers.some(({ isDedicated }) => isDedicated),
      waysToShare: waysToShare(pools),
      hasSandboxes: pools.some(({ isSandboxed }) => isSandboxed),
      partitions: partitionsOf(pools),
      runtimeClasses: runtimeClasses(elements).map(({ path, name }): Fact<Named> =>
        isToken(name) ? unknown(name) : { path, name },
      ),
    };
  },
};

function elementsOf({ stack, provider, isDefault }: Provider, elementsIn: ElementsIn) {
  return elementsIn(stack).filter((element) => {
    const { provider: own } = element as { readonly provider?: IConstruct };
    return own === undefined ? isDefault : own === provider;
  });
}

const sharing = new Set(["share", "cgpu", "core_mem", "mps"]);

function waysToShare(pools: readonly Pool[]): number {
  const ways = pools.map(({ labels }) => labels[gpuLabels.schedule]).filter((way) => sharing.has(way ?? ""));
  return new Set(ways).size;
}

function partitionsOf(pools: readonly Pool[]): WorkloadFacts["partitions"] {
  const texts = pools.flatMap(({ labels }) =>
    [labels[gpuLabels.partitionSize], labels[gpuLabels.partitionSequence]].filter((one) => one !== undefined),
  );
  return texts.length === 0 || texts.some(isToken)
    ? undefined
    : new Set(texts.flatMap((text) => text.split("-").map((part) => migProfiles.get(part) ?? part)));
}
