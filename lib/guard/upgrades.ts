import { ackGuide, provider } from "../limits";
import { valueAt, type ResourceChange } from "./change";
import { isNothing, within, type Difference } from "./difference";
import type { Problem } from "./finding";
import { showDifference } from "./show-value";

/** The kinds of clusters that have a version; the fleet of ACK One has none. */
export const clusterTypes: readonly string[] = [
  "alicloud_cs_managed_kubernetes",
  "alicloud_cs_kubernetes",
  "alicloud_cs_edge_kubernetes",
  "alicloud_cs_serverless_kubernetes",
];

/** What the upgrade of a cluster does, and what its way to Pro: neither can be taken back. */
export function upgradeProblems(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (!clusterTypes.includes(change.type)) return [];
  return [...newVersion(change, differences), ...newTier(change, differences)];
}

function newVersion(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  const [difference] = within(differences, "version");
  // A version that is left out is the one that the cluster has.
  if (difference === undefined || isNothing(difference.before) || isNothing(difference.after)) return [];
  const alone =
    change.type === "alicloud_cs_serverless_kubernetes" ||
    valueAt(change.after, ["upgrade_policy", 0, "control_plane_only"]) === true;
  const isManaged = change.type === "alicloud_cs_managed_kubernetes";
  const way = isManaged ? ", or upgrade_policy.control_plane_only" : "";
  return [
    {
      rule: alone ? "control-plane-restarts" : "nodes-roll",
      severity: "note",
      arguments: ["version"],
      got: showDifference("version", difference, change),
      want: alone
        ? "a time at which the API server may restart"
        : `a time at which the control plane and all nodes may be upgraded${way}`,
      cost: "there is no way back to the version before",
      source: provider(`${change.type}.${isManaged ? "upgrade_policy" : "version"}`),
    },
  ];
}

/** The provider migrates Basic clusters alone: what it ignores is said elsewhere. */
function newTier(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (!["alicloud_cs_managed_kubernetes", "alicloud_cs_serverless_kubernetes"].includes(change.type)) {
    return [];
  }
  return within(differences, "cluster_spec")
    .filter(
      ({ before, after }) =>
        before === "ack.standard" && typeof after === "string" && after.startsWith("ack.pro."),
    )
    .map((difference) => ({
      rule: "becomes-pro",
      severity: "note",
      arguments: ["cluster_spec"],
      got: showDifference("cluster_spec", difference, change),
      want: "a cluster that stays Pro",
      cost: "it is billed as Pro from then on, and there is no way back",
      source: ackGuide("4.1.1 Migrate a standard cluster to Pro", "3192"),
    }));
}
