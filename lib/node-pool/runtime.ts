import type { CsKubernetesNodePoolConfig } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";

/**
 * How containerd takes images and what containers may take of a node. ACK applies a change to the nodes that there are in
 * batches, and to new ones; what is left out goes back to its default.
 */
export interface ContainerdConfiguration {
  /**
   * Mirrors of registries that images are taken from first, in this order, by their addresses: `https://mirror.example.com`.
   * @default - none
   */
  readonly registryMirrors?: readonly string[];

  /**
   * Registries whose certificates are not verified, by their addresses: `registry.example.com`. Who can redirect their traffic
   * can give nodes other images.
   * @default - none
   */
  readonly insecureRegistries?: readonly string[];

  /**
   * How many layers of an image are downloaded at a time, 1 to 20.
   * @default - 3 with containerd 2; else what containerd decides
   */
  readonly maxConcurrentDownloads?: number;

  /**
   * Whether the anonymous volumes that an image declares are left out.
   * @default true
   */
  readonly ignoreImageDefinedVolume?: boolean;

  /**
   * Most that a core dump of a container takes, in bytes; 0 for no core dumps.
   * @default - no limit
   */
  readonly limitCore?: number;

  /**
   * Most files that a container opens at a time, from 1,024.
   * @default 1048576
   */
  readonly limitNoFile?: number;

  /**
   * Most memory that a container locks, in bytes, from 65,536.
   * @default - that of the operating system, mostly 65536; no limit on nodes with RDMA
   */
  readonly limitMemLock?: number;
}

export interface ContainerdOptions extends ContainerdConfiguration {
  /**
   * One that ACK offers, such as `2.1.5`. A change is for new nodes. With further settings it is 1.6.20 or later.
   * @default - the one that ACK gives new nodes
   */
  readonly version?: string;
}

/** What runs the containers of a pool. */
export class ContainerRuntime {
  /**
   * containerd, with settings or, in a text, its version alone: `ContainerRuntime.containerd("2.1.5")`. Without a version it is
   * the one that ACK gives new nodes.
   */
  public static containerd(options: string | ContainerdOptions = {}): ContainerRuntime {
    const { version, ...configuration } = typeof options === "string" ? { version: options } : options;
    return new ContainerRuntime("containerd", version, configuration);
  }

  /**
   * Each Pod in a virtual machine of its own (runV), for Pods of the RuntimeClass `runv`, in a version that ACK offers:
   * `ContainerRuntime.sandboxed("2.2.0")`. On elastic bare metal, with Alibaba Cloud Linux and a data disk of 200 GiB or
   * more, in clusters up to Kubernetes 1.34.
   */
  public static sandboxed(version?: string): ContainerRuntime {
    return new ContainerRuntime("Sandboxed-Container.runv", version, {});
  }

  private constructor(
    public readonly name: string,
    public readonly version: string | undefined,
    /** Of containerd. */
    public readonly configuration: ContainerdConfiguration,
  ) {}

  /** Whether each Pod has a virtual machine of its own. */
  public get isSandboxed(): boolean {
    return this.name === "Sandboxed-Container.runv";
  }

  /** Whether anything is said about how containerd works. */
  public get isConfigured(): boolean {
    return Object.values(this.configuration).some((value) => value !== undefined);
  }

  public get poolArguments(): Partial<CsKubernetesNodePoolConfig> {
    return {
      runtimeName: this.name,
      runtimeVersion: this.version,
      containerdConfig: this.isConfigured ? containerdArguments(this.configuration) : undefined,
    };
  }
}

function containerdArguments({
  registryMirrors,
  insecureRegistries,
  maxConcurrentDownloads,
  ignoreImageDefinedVolume,
  limitCore,
  limitNoFile,
  limitMemLock,
}: ContainerdConfiguration) {
  return {
    registryMirrors: registryMirrors === undefined ? undefined : [...registryMirrors],
    insecureRegistries: insecureRegistries === undefined ? undefined : [...insecureRegistries],
    maxConcurrentDownloads,
    ignoreImageDefinedVolume: asText(ignoreImageDefinedVolume),
    limitCore: asText(limitCore),
    limitNoFile: asText(limitNoFile),
    limitMemLock: asText(limitMemLock),
  };
}

/** The provider keeps these as text, so that 0 and false differ from nothing. */
function asText(value: number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
