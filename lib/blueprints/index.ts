export {
  Blueprint,
  type BlueprintProps,
  type ClusterChanges,
  type NodeBlueprintProps,
  type ProBlueprintProps,
} from "./blueprint";
export type { ClaimFinding } from "./claim";
export { claims } from "./claims";
export { CostSaverCluster, type CostSaverClusterProps } from "./cost-saver-cluster";
export { DevelopmentCluster, type DevelopmentClusterProps } from "./development-cluster";
export { EdgeSitesCluster, type EdgeSitesClusterProps } from "./edge-sites-cluster";
export { GpuCluster, type GpuClusterProps } from "./gpu-cluster";
export { HardenedCluster, type HardenedClusterProps } from "./hardened-cluster";
export { NodelessCluster, type NodelessClusterProps } from "./nodeless-cluster";
export { PrivateCluster, type PrivateClusterProps } from "./private-cluster";
export { ProductionCluster, type ProductionClusterProps } from "./production-cluster";
export type { ZoneLossOptions } from "./zone-claims";
