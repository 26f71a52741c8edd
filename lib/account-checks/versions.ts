import type { TerraformResource } from "cdktf";
import type { Account } from "./account";
import type { Cluster, Inventory } from "./inventory";
import { checked, listOf, valueOf } from "./message";
import type { Term } from "./terms";

/** A condition for a resource. */
export interface Condition {
  readonly resource: TerraformResource;
  readonly precondition: ReturnType<typeof checked>;
}

/** Holds the version of each cluster to what the region offers. */
export function checkVersions(account: Account, { clusters }: Inventory): Condition[] {
  return clusters.flatMap((cluster) => {
    const { version, name, resource } = cluster;
    return version === undefined || name === undefined
      ? []
      : [{ resource, precondition: versionCheck(account, cluster, version, name) }];
  });
}

function versionCheck(account: Account, cluster: Cluster, version: Term, name: Term) {
  const offered = account.versions(cluster);
  const isLiteral = version.startsWith('"');
  // An unset variable and an empty text leave the choice to ACK.
  const wanted = isLiteral ? version : `coalesce(${version}, "-")`;
  // A cluster keeps its version when ACK has stopped to offer it, and must not be stuck.
  const running = `[for one in ${account.clusters()} : one.current_version if one.cluster_name == ${name}]`;
  const allowed = [...(isLiteral ? [] : ['["-"]']), offered, running].join(", ");
  return checked(`contains(concat(${allowed}), ${wanted})`, {
    id: "account-kubernetes-version",
    statement: "ACK makes clusters of the versions of Kubernetes that it offers in the region.",
    paths: [cluster.path],
    got: `version ${isLiteral ? version.slice(1, -1) : valueOf(wanted)}`,
    want: `one of ${listOf(offered)}`,
    fix: "take one of these, or leave version out: ACK then chooses",
  });
}
