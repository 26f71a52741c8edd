import { provider } from "../limits";
import { formatPath, type ResourceChange } from "./change";
import { differencesOf, isNothing, within, type Difference } from "./difference";
import type { Problem } from "./finding";
import { isScaledInByCount } from "./ignored";
import { showDifference } from "./show-value";
import { upgradeProblems } from "./upgrades";

/** What an update in place does beside what it says: restarts, rolling replacements, nodes that go undrained. */
export function sideEffectProblems(change: ResourceChange): Problem[] {
  const differences = differencesOf(change);
  if (change.type === "alicloud_cs_managed_kubernetes") {
    return [...controlPlaneRestarts(change, differences), ...upgradeProblems(change, differences)];
  }
  if (change.type === "alicloud_cs_kubernetes_node_pool") {
    return [
      ...nodesReleased(change, differences),
      ...upgradeOfPool(change, differences),
      ...nodesRoll(change, differences),
    ];
  }
  return upgradeProblems(change, differences);
}

function controlPlaneRestarts(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  return ["security_group_id", "vswitch_ids", "custom_san"].flatMap((argument) => {
    const [first] = within(differences, argument);
    if (first === undefined) return [];
    return [
      {
        rule: "control-plane-restarts",
        severity: "note",
        arguments: [argument],
        got: showDifference(formatPath(first.path), first, change),
        want: "a time at which the API server may restart",
        source: provider(`${change.type}.${argument}`),
      },
    ];
  });
}

/** The provider removes nodes by list or by count without draining them, and gives the instances back. */
function nodesReleased(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  const fewerInstances = lostInstances(change);
  const count = isScaledInByCount(differences) ? within(differences, "node_count")[0] : undefined;
  const got =
    count === undefined
      ? `instances without ${fewerInstances.join(", ")}`
      : showDifference("node_count", count, change);
  if (count === undefined && fewerInstances.length === 0) return [];
  const argument = count === undefined ? "instances" : "node_count";
  return [
    {
      rule: "nodes-released",
      severity: "warning",
      change: "release",
      arguments: [argument],
      got,
      want: "nodes that were drained before",
      cost: "the Pods of these nodes are cut off, and the instances released",
      fix:
        argument === "node_count"
          ? "drain the nodes first, or scale with desired_size"
          : "drain the nodes first",
      source: provider(`${change.type}.${argument}`),
    },
  ];
}

function lostInstances({ before, after }: ResourceChange): string[] {
  const ids = (value: unknown) =>
    Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  const kept = new Set(ids(after?.["instances"]));
  return ids(before?.["instances"]).filter((id) => !kept.has(id));
}

/** The policy is no state: while it is there, each update of the pool starts the upgrade again. */
function upgradeOfPool(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (differences.length === 0 || isNothing(change.after?.["upgrade_policy"])) return [];
  const isNew = within(differences, "upgrade_policy").length > 0;
  const common = { arguments: ["upgrade_policy"], source: provider(`${change.type}.upgrade_policy`) };
  return [
    isNew
      ? {
          ...common,
          rule: "nodes-roll",
          severity: "note",
          got: "an upgrade_policy that this update carries out",
          want: "a time at which the nodes of the pool may be upgraded, and no policy afterwards",
        }
      : {
          ...common,
          rule: "upgrade-repeats",
          severity: "warning",
          change: "upgrade",
          got: "an upgrade_policy that an earlier update has carried out: this one starts the upgrade again",
          want: "no upgrade_policy, but in the update that upgrades",
          cost: "the nodes of the pool are upgraded once more, or replaced",
          fix: "remove upgrade_policy from the pool in this change",
        },
  ];
}

function nodesRoll(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  return ["kubelet_configuration", "containerd_config"].flatMap((argument) => {
    const [first] = within(differences, argument);
    if (first === undefined) return [];
    return [
      {
        rule: "nodes-roll",
        severity: "note",
        arguments: [argument],
        got: showDifference(formatPath(first.path), first, change),
        want: "a time at which all nodes of the pool may be reconfigured, in batches",
        source: provider(`${change.type}.${argument}`),
      },
    ];
  });
}
