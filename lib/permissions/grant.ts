import type { CsKubernetesPermissionsPermissions } from "@cdktf/provider-alicloud/lib/cs-kubernetes-permissions";
import type { ICluster } from "../cluster/kinds";

/** One role of a principal: on all clusters, in a cluster, or in one namespace of it. */
export interface Grant {
  /** Absent for all clusters. */
  readonly cluster: ICluster | undefined;
  /** Absent for the whole cluster. */
  readonly namespace: string | undefined;
  readonly roleName: string;
  /** Whether the role is a ClusterRole, and not a preset of ACK. */
  readonly isCustom: boolean;
}

/** Grants in the order of their places and roles, whatever order the calls came in; what is granted twice is there once. */
export function inOrder(grants: readonly Grant[]): readonly Grant[] {
  const byKey = new Map(grants.map((grant) => [keyOf(grant), grant]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
}

/** The blocks of a resource, one for each grant: one comes or goes, and all other lines stay as they are. */
export function toBlocks(grants: readonly Grant[], isRamRole: boolean): CsKubernetesPermissionsPermissions[] {
  return inOrder(grants).map(({ cluster, namespace, roleName, isCustom }) => ({
    roleType: cluster === undefined ? "all-clusters" : namespace === undefined ? "cluster" : "namespace",
    cluster: cluster?.clusterId ?? "",
    namespace: namespace ?? "",
    roleName,
    isCustom,
    isRamRole,
  }));
}

/** Clusters by their path or literal id: an id of a cluster of the app is a token, of which the text says nothing. */
function keyOf({ cluster, namespace, roleName, isCustom }: Grant): string {
  return JSON.stringify([cluster?.groupKey ?? "", namespace ?? "", isCustom, roleName]);
}

/** The place of a grant in the words of messages. */
export function placeOf({ cluster, namespace }: Pick<Grant, "cluster" | "namespace">): string {
  const where = cluster === undefined ? "all clusters" : `the cluster ${cluster.node.path}`;
  return namespace === undefined ? where : `the namespace ${namespace} of ${where}`;
}
