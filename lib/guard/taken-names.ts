import type { Source } from "../limits";
import { isCreatedFirst, valueAt, type ResourceChange } from "./change";
import type { Problem } from "./finding";
import { clusterTypes } from "./upgrades";

interface UniqueName {
  readonly argument: string;
  /** Names differ among those that have this argument in common; in the account without one. */
  readonly within?: string;
  readonly want: string;
  readonly fix: string;
  readonly source: Source;
}

const poolName: UniqueName = {
  argument: "node_pool_name",
  within: "cluster_id",
  want: "a name that no other pool of the cluster has",
  fix: 'say replacement: "create-first", which changes the name with what replaces the pool, or leave create_before_destroy out',
  source: { title: "ACK API", chapter: "CreateClusterNodePool, InvalidParameter.Name" },
};

const clusterName: UniqueName = {
  argument: "name",
  want: "a name that no other cluster of the account has",
  fix: 'give another name, or take replacement: "create-first" out of its pools for this apply: what they refer to is created first as well',
  source: { title: "ACK API", chapter: "CreateCluster, ClusterNameAlreadyExist" },
};

/** What is created before its predecessor goes, under a name that the predecessor still has. */
export function takenNameProblems(change: ResourceChange): Problem[] {
  const unique = uniqueNameOf(change.type);
  if (unique === undefined || !isCreatedFirst(change)) return [];
  const { argument, within, want, fix, source } = unique;
  const stays = (name: string): boolean =>
    change.before?.[name] === change.after?.[name] && valueAt(change.afterUnknown, [name]) !== true;
  const name = change.before?.[argument];
  if (typeof name !== "string" || !stays(argument) || (within !== undefined && !stays(within))) return [];
  return [
    {
      rule: "step-refused",
      severity: "error",
      change: "refused",
      arguments: [argument],
      got: `created before its predecessor goes, under its name ${JSON.stringify(name)}`,
      want,
      fix,
      source,
    },
  ];
}

function uniqueNameOf(type: string): UniqueName | undefined {
  if (type === "alicloud_cs_kubernetes_node_pool") return poolName;
  return clusterTypes.includes(type) ? clusterName : undefined;
}
