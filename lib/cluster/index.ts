export { AcsCluster, type AcsClusterProps } from "./acs-cluster";
export type { ApiServerEndpoints, ApiServerInternalDns } from "./api-server";
export { ClusterBase } from "./cluster-base";
export type { ClusterProps, CreationAddon, ServiceAccountTokens } from "./cluster-props";
export { DedicatedCluster, type DedicatedClusterProps } from "./dedicated-cluster";
export type { DeleteMode, OnDelete } from "./deletion";
export { EdgeCluster, type EdgeClusterProps } from "./edge-cluster";
export { HostedCluster, HostedNodeCluster } from "./hosted-cluster";
export type { HostedKind, KindOfCluster } from "./kind-of-cluster";
export { ImportedCluster, ImportedNodeCluster, type ClusterAttributes } from "./imported-cluster";
export {
  isEdge,
  isPro,
  type ApiServerAddresses,
  type ClusterEdition,
  type ClusterKind,
  type IAcsCluster,
  type ICluster,
  type IDedicatedCluster,
  type IEdgeCluster,
  type IManagedCluster,
  type INodeCluster,
  type IProCluster,
  type IRegisteredCluster,
  type IServerlessCluster,
  type NodeClusterKind,
} from "./kinds";
export type { AuditLog, ControlPlaneComponent, ControlPlaneLogs } from "./logs";
export type { ForEachMaster, Masters, MasterSubscription } from "./masters";
export type { MaintenanceWindow, UpgradeChannel, Weekday } from "./maintenance";
export { OwnedCluster } from "./owned-cluster";
export { ManagedCluster, type ManagedClusterProps } from "./managed-cluster";
export { ProCluster, ProTier, type ProClusterProps } from "./pro-cluster";
export { RegisteredCluster } from "./registered-cluster";
export { ServerlessCluster, type ServerlessClusterProps } from "./serverless-cluster";
export { ClusterSecurityGroup } from "./security-group";
