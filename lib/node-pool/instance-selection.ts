import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import { patternArguments, type InstancePattern } from "./instance-pattern";

/** Which ECS instances a pool may use: types, or patterns that types match. Never both. */
export class InstanceSelection {
  /** Instance types in order of preference, 1 to 10: the next one is tried where the first is sold out. */
  public static types(...types: string[]): InstanceSelection {
    return new InstanceSelection(types, undefined);
  }

  /** Any type that matches one of the patterns, so that the pool grows also where single types are sold out. */
  public static patterns(...patterns: InstancePattern[]): InstanceSelection {
    return new InstanceSelection([], patterns);
  }

  private constructor(
    /** The types; none where patterns say which. */
    public readonly instanceTypes: readonly string[],
    /** The patterns; undefined where types are named. */
    public readonly patterns: readonly InstancePattern[] | undefined,
  ) {}

  /** The arguments of the pool that say this. */
  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    return this.patterns === undefined
      ? { instanceTypes: [...this.instanceTypes] }
      : { instancePatterns: this.patterns.map(patternArguments) };
  }
}
