import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import { patternArguments, type InstancePattern } from "./instance-pattern";

/** A node group of a Lingjun cluster, with the servers that become nodes. */
export interface LingjunGroup {
  /** The Lingjun cluster, not the one of ACK. */
  readonly clusterId: string;
  readonly groupId: string;
}

/** Which instances a pool may use: ECS instance types, patterns that types match, or servers of Lingjun. One of them. */
export class InstanceSelection {
  /** Instance types in order of preference, 1 to 10: the next one is tried where the first is sold out. */
  public static types(...types: string[]): InstanceSelection {
    return new InstanceSelection(types, undefined);
  }

  /** Any type that matches one of the patterns, so that the pool grows also where single types are sold out. */
  public static patterns(...patterns: InstancePattern[]): InstanceSelection {
    return new InstanceSelection([], patterns);
  }

  /** Nodes of a node group of Lingjun: a change is not sent by the provider, so take a new pool instead. */
  public static lingjun(group: LingjunGroup): InstanceSelection {
    return new InstanceSelection([], undefined, group);
  }

  private constructor(
    /** The types; none where patterns say which. */
    public readonly instanceTypes: readonly string[],
    /** The patterns; undefined where types are named. */
    public readonly patterns: readonly InstancePattern[] | undefined,
    /** Where the nodes come from that are no ECS instances. */
    public readonly lingjunGroup?: LingjunGroup,
  ) {}

  /** The arguments of the pool that say this. */
  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    if (this.lingjunGroup !== undefined) {
      return { type: "lingjun", efloNodeGroup: this.lingjunGroup };
    }
    return this.patterns === undefined
      ? { instanceTypes: [...this.instanceTypes] }
      : { instancePatterns: this.patterns.map(patternArguments) };
  }
}
