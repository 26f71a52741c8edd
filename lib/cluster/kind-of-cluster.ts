import type { CsManagedKubernetesConfig } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import type { Dependency } from "../resource";
import type { ClusterEdition } from "./kinds";

/** What a kind of cluster adds to the arguments that all kinds share. */
export interface KindOfCluster {
  readonly edition: ClusterEdition;
  readonly isEdge: boolean;
  /** Said of kinds that ACK makes for old customers alone. */
  readonly isDiscontinued?: true;
  readonly arguments: Partial<CsManagedKubernetesConfig>;
  /** Installed unless the user lists them. */
  readonly defaultAddons: readonly string[];
  /** How many nodes that are not at the edge there must be. */
  readonly minCloudNodes: number;
  /** Whether each Flannel node takes a route entry of the VPC. */
  readonly routesInVpc: boolean;
  readonly before: readonly Dependency[];
}
