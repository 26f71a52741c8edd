import type { ClusterEdition, ClusterKind } from "../cluster/kinds";
import type { Fact, FactList } from "../limits";

/** What limits of a team can read of clusters and node pools alike. */
export interface OwnedFacts {
  readonly name: Fact<string>;
  /** Absent where the environment names the region. */
  readonly region: Fact<string> | undefined;
  readonly resourceGroupId: Fact<string> | undefined;
  /** With those of the organisation. */
  readonly tagKeys: FactList<string>;
  readonly tagValues: FactList<string>;
}

/** What limits of a team can read of a cluster. */
export interface OwnedClusterFacts extends OwnedFacts {
  readonly kind: ClusterKind;
  readonly edition: ClusterEdition | undefined;
  readonly version: Fact<string> | undefined;
  readonly publicApiServer: Fact<boolean>;
  /** Whether its removal policy protects it. */
  readonly isProtected: boolean;
  /** Whether a key of KMS encrypts its Secrets. */
  readonly encryptsSecrets: boolean;
  readonly maintenanceWindow: boolean;
  readonly controlPlaneLogs: boolean;
}

/** What limits of a team can read of a node pool. */
export interface OwnedNodePoolFacts extends OwnedFacts {
  readonly clusterKind: ClusterKind;
  /** None where patterns say which. */
  readonly instanceTypes: FactList<string>;
  /** The families that patterns name. */
  readonly patternFamilies: FactList<string>;
  /** How many patterns name no family. */
  readonly openPatterns: number;
  /** Absent where the pool has the usual image. */
  readonly imageType: Fact<string> | undefined;
  readonly minNodes: Fact<number>;
  readonly maxNodes: Fact<number>;
  readonly isAutoscaled: boolean;
  readonly systemDiskGiB: Fact<number>;
  readonly labelKeys: FactList<string>;
}
