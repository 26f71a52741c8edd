import type { Fact, FactList } from "../limits";
import type { AutoscaleBounds } from "./capacity";
import type { PerformanceLevel } from "./disks";
import type { Taint } from "./taint";

/** A disk as its limits see it; one of unknown size is an unknown disk where sizes are judged. */
export interface SizedDisk {
  /** What a message calls it: "data disk 2". */
  readonly label: string;
  readonly sizeGiB: number;
}

export interface LevelledDisk extends SizedDisk {
  readonly performanceLevel: PerformanceLevel;
}

/** An ESSD AutoPL disk with IOPS beyond those of its size. */
export interface ProvisionedDisk extends SizedDisk {
  readonly provisionedIops: number;
}

export interface KeyedDisk {
  readonly label: string;
  readonly isEncrypted: boolean;
}

/** What the limits of a node pool need to know. */
export interface NodePoolFacts {
  /** Whether the cluster is an edge cluster. */
  readonly isEdge: boolean;
  readonly name: Fact<string>;
  readonly minNodes: Fact<number>;
  readonly maxNodes: Fact<number>;
  readonly isAutoscaled: boolean;
  readonly scalingPolicy: AutoscaleBounds["scalingPolicy"];
  /** Mbit/s of the EIP of each node. */
  readonly eip: Fact<number> | undefined;
  /** Mbit/s of the public address of each node. */
  readonly publicIp: Fact<number> | undefined;
  readonly instanceTypes: FactList<string>;
  /** Whether patterns say which instance types. */
  readonly hasPatterns: boolean;
  readonly vswitchCount: Fact<number>;
  readonly securityGroupIds: FactList<string> | undefined;
  readonly imageType: Fact<string> | undefined;
  /** Of an image of one's own. */
  readonly imageId: Fact<string> | undefined;
  /** Whether ACK does anything on the nodes by itself. */
  readonly isManaged: boolean;
  readonly osHardening: "ack" | "mlps" | undefined;
  readonly usesPassword: boolean;
  readonly passwordIsSensitive: boolean;
  readonly systemDiskSize: Fact<number>;
  readonly systemDiskCategory: string;
  readonly dataDisks: FactList<SizedDisk>;
  /** System and data disks with a performance level. */
  readonly levelledDisks: FactList<LevelledDisk>;
  readonly provisionedDisks: FactList<ProvisionedDisk>;
  /** System and data disks with a KMS key. */
  readonly disksWithKey: readonly KeyedDisk[];
  /** The keys of the labels. */
  readonly labels: FactList<string>;
  readonly labelValues: FactList<string>;
  readonly taints: FactList<Taint>;
}
