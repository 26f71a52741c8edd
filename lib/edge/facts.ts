import type { JsonValue } from "../addons";
import type { Fact, FactList } from "../limits";
import type { KubernetesVersion } from "../values";

/** A block of addresses, and what a message calls it. */
export interface NamedBlock {
  readonly label: string;
  readonly cidr: string;
}

/** A taint as it was given. */
export interface GivenTaint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** What the limits of a planned pool of the edge need to know. */
export interface EdgePoolFacts {
  readonly name: Fact<string>;
  readonly version: Fact<KubernetesVersion> | undefined;
  /** The same, of a pool over private lines, and of one with machines of ARM. */
  readonly versionOfPrivate: Fact<KubernetesVersion> | undefined;
  readonly versionOfArm: Fact<KubernetesVersion> | undefined;
  readonly isPrivate: boolean;
  readonly apiServerIsPublic: Fact<boolean> | undefined;
  readonly architecture: string;
  /** Keys and values of the labels of the pool and of its machines. */
  readonly labels: FactList<string>;
  readonly labelValues: FactList<string>;
  readonly taints: FactList<GivenTaint>;
  /** Blocks of the machines, and those that the cluster has. */
  readonly nodeCidrs: FactList<string>;
  readonly clusterBlocks: FactList<NamedBlock>;
  readonly addons: FactList<string> | undefined;
  readonly gpuVersion: Fact<string> | undefined;
  readonly networkInterface: Fact<string> | undefined;
  readonly flannelInterface: JsonValue | undefined;
  readonly scriptHours: Fact<number>;
  /** Names of the further parameters of the script. */
  readonly parameters: readonly string[];
}
