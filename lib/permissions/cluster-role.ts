import type { TerraformResource } from "cdktf";

/** A ClusterRole that the app makes in a cluster: `CustomClusterRole` of `cdktf-ack/kubernetes`. */
export interface IClusterRole {
  readonly clusterRoleName: string;
  /** What makes it: grants and bindings wait for it. */
  readonly resource: TerraformResource;
}

/** A ClusterRole: one of the app, or one that the cluster has, by its name. */
export type ClusterRoleRef = IClusterRole | string;

export function clusterRoleNameOf(role: ClusterRoleRef): string {
  return typeof role === "string" ? role : role.clusterRoleName;
}
