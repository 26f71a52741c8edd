import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/** What runs the containers of a pool. */
export class ContainerRuntime {
  /** containerd, for example `ContainerRuntime.containerd("2.1.5")`; without a version the one that ACK gives new nodes. */
  public static containerd(version?: string): ContainerRuntime {
    return new ContainerRuntime("containerd", version);
  }

  private constructor(
    public readonly name: string,
    public readonly version: string | undefined,
  ) {}

  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    return { runtimeName: this.name, runtimeVersion: this.version };
  }
}
