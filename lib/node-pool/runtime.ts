import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/** What runs the containers of a pool. */
export class ContainerRuntime {
  /** containerd, for example `ContainerRuntime.containerd("2.1.5")`; without a version the one that ACK gives new nodes. */
  public static containerd(version?: string): ContainerRuntime {
    return new ContainerRuntime("containerd", version);
  }

  /**
   * Each Pod in a virtual machine of its own (runV), for Pods of the RuntimeClass `runv`, in a version that ACK offers:
   * `ContainerRuntime.sandboxed("2.2.0")`. On elastic bare metal, with Alibaba Cloud Linux and a data disk of 200 GiB or
   * more, in clusters up to Kubernetes 1.34.
   */
  public static sandboxed(version?: string): ContainerRuntime {
    return new ContainerRuntime("Sandboxed-Container.runv", version);
  }

  private constructor(
    public readonly name: string,
    public readonly version: string | undefined,
  ) {}

  /** Whether each Pod has a virtual machine of its own. */
  public get isSandboxed(): boolean {
    return this.name === "Sandboxed-Container.runv";
  }

  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    return { runtimeName: this.name, runtimeVersion: this.version };
  }
}
