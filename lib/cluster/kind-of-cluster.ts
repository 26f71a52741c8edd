import type { CsManagedKubernetesConfig } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import type { Dependency } from "../resource";
import type { ClusterEdition, ClusterKind } from "./kinds";

/** What tells the kinds of clusters apart. */
export interface KindOfCluster {
  readonly kind: ClusterKind;
  /** Undefined where there are no editions. */
  readonly edition: ClusterEdition | undefined;
  readonly isEdge: boolean;
  /** Whether service accounts can assume RAM roles; undefined where that cannot be said. */
  readonly rrsa?: boolean;
  /** Whether a key of KMS encrypts its Secrets; undefined for no. */
  readonly encryptsSecrets?: boolean;
  /** How many nodes that are not at the edge there must be. */
  readonly minCloudNodes: number;
  /** Whether each Flannel node takes a route entry of the VPC. */
  readonly routesInVpc: boolean;
  readonly before: readonly Dependency[];
}

/** What a kind of cluster whose control plane ACK runs adds to the arguments that they share. */
export interface HostedKind extends KindOfCluster {
  readonly edition: ClusterEdition;
  readonly arguments: Partial<CsManagedKubernetesConfig>;
  /** Installed unless the user lists them. */
  readonly defaultAddons: readonly string[];
}
