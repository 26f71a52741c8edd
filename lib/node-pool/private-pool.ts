import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/** From which reserved capacity of ECS (elasticity assurances, capacity reservations) nodes are made. */
export class PrivatePool {
  /** From reservations that are open and match, and otherwise from what everybody can buy. */
  public static readonly OPEN = new PrivatePool("Open", undefined);
  /** Never from a reservation. */
  public static readonly NONE = new PrivatePool("None", undefined);

  /** From one reservation, by its id; where it is used up, no node is made. */
  public static target(id: string): PrivatePool {
    return new PrivatePool("Target", id);
  }

  private constructor(
    public readonly matchCriteria: string,
    public readonly id: string | undefined,
  ) {}

  /** The arguments of the pool that say this. */
  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    return {
      privatePoolOptions: {
        privatePoolOptionsMatchCriteria: this.matchCriteria,
        privatePoolOptionsId: this.id,
      },
    };
  }
}
