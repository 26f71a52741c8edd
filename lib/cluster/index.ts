export { ClusterBase, OwnedCluster } from "./cluster-base";
export type { ClusterProps, CreationAddon, ServiceAccountTokens } from "./cluster-props";
export type { DeleteMode, OnDelete } from "./deletion";
export { EdgeCluster, type EdgeClusterProps } from "./edge-cluster";
export type { KindOfCluster } from "./kind-of-cluster";
export { ImportedCluster, type ClusterAttributes } from "./imported-cluster";
export {
  isEdge,
  isPro,
  type ClusterEdition,
  type ClusterKind,
  type ICluster,
  type IEdgeCluster,
  type IManagedCluster,
  type IProCluster,
} from "./kinds";
export type { AuditLog, ControlPlaneComponent, ControlPlaneLogs } from "./logs";
export type { MaintenanceWindow, UpgradeChannel, Weekday } from "./maintenance";
export { ManagedCluster, type ManagedClusterProps } from "./managed-cluster";
export { ProCluster, ProTier, type ProClusterProps } from "./pro-cluster";
export { ClusterSecurityGroup } from "./security-group";
