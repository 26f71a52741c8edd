import type { Fact, FactList } from "../limits";
import type { Taint } from "./taint";

/** A disk as its limits see it. */
export interface DiskFacts {
  /** What a message calls it: "data disk 2". */
  readonly label: string;
  readonly sizeGiB: Fact<number>;
  readonly performanceLevel: string | undefined;
  readonly isEncrypted: boolean;
  readonly hasKey: boolean;
}

/** What the limits of a node pool need to know. */
export interface NodePoolFacts {
  readonly name: Fact<string>;
  readonly minNodes: Fact<number>;
  readonly maxNodes: Fact<number>;
  readonly isAutoscaled: boolean;
  readonly instanceTypes: FactList<string>;
  readonly vswitchCount: Fact<number>;
  readonly imageType: string | undefined;
  readonly usesPassword: boolean;
  readonly passwordIsSensitive: boolean;
  readonly systemDiskSize: Fact<number>;
  readonly systemDisk: DiskFacts;
  readonly dataDisks: readonly DiskFacts[];
  readonly labels: FactList<Label>;
  readonly taints: FactList<Taint>;
}

export interface Label {
  readonly key: string;
  readonly value: Fact<string>;
}
