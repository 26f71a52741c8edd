import type { CsKubernetesNodePoolInstancePatterns } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/** Two bounds, both included; the upper one is at most four times the lower one. */
export interface PatternRange {
  readonly min: number;
  readonly max: number;
}

/**
 * What an instance has to be like: ACK takes types that are, also those that are new. For accounts that ACK has let in,
 * and for types without GPUs.
 */
export interface InstancePattern {
  /** Whether instances share CPUs (`EntryLevel`) or have their own, with steady performance (`EnterpriseLevel`). */
  readonly familyLevel: "EntryLevel" | "EnterpriseLevel";

  /**
   * vCPUs: a number, or bounds; ACK documents 4 or more.
   * @default - any number
   */
  readonly vcpus?: number | PatternRange;

  /**
   * Memory in GiB: a number, or bounds; ACK documents 4 or more.
   * @default - any
   */
  readonly memoryGiB?: number | PatternRange;

  /**
   * Architecture of the CPUs. Patterns of one pool have the same, because its nodes have one image.
   * @default "X86"
   */
  readonly architecture?: "X86" | "ARM";

  /**
   * Categories of ECS, such as `General-purpose` or `Compute-optimized`.
   * @default - any
   */
  readonly categories?: readonly string[];

  /**
   * Families, such as `ecs.g8i`.
   * @default - any
   */
  readonly families?: readonly string[];

  /**
   * Types that are not taken, with `*` for any text: `ecs.c6*`.
   * @default - none
   */
  readonly excludedTypes?: readonly string[];
}

/** Whether nodes of the pattern have ARM CPUs. */
export function isArmPattern({ architecture }: InstancePattern): boolean {
  return architecture === "ARM";
}

/** The block of the provider for a pattern. Lists that are empty are left out, for the provider reads none back. */
export function patternArguments(pattern: InstancePattern): CsKubernetesNodePoolInstancePatterns {
  const { vcpus, memoryGiB, architecture = "X86" } = pattern;
  return {
    instanceFamilyLevel: pattern.familyLevel,
    ...(typeof vcpus === "object" ? { minCpuCores: vcpus.min, maxCpuCores: vcpus.max } : { cores: vcpus }),
    ...(typeof memoryGiB === "object"
      ? { minMemorySize: memoryGiB.min, maxMemorySize: memoryGiB.max }
      : { memory: memoryGiB }),
    cpuArchitectures: [architecture],
    instanceCategories: given(pattern.categories),
    instanceTypeFamilies: given(pattern.families),
    excludedInstanceTypes: given(pattern.excludedTypes),
  };
}

function given(values: readonly string[] | undefined): string[] | undefined {
  return values === undefined || values.length === 0 ? undefined : [...values];
}
