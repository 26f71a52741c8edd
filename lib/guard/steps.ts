import { provider } from "../limits";
import { valueAt, type Path, type ResourceChange } from "./change";
import { differencesOf, isNothing, within, type Difference } from "./difference";
import type { Problem } from "./finding";
import type { ChangeContext } from "./losses";
import { poolSkewProblems } from "./pool-fit";
import { showDifference } from "./show-value";
import { clusterTypes } from "./upgrades";
import { versionStepProblem } from "./version-step";

/** Steps that the service or the provider refuses: the plan is fine, and the apply fails half-way. */
export function stepProblems(change: ResourceChange, context: ChangeContext): Problem[] {
  const differences = differencesOf(change);
  return [
    ...clusterVersion(change, differences),
    ...poolVersion(change, differences, context),
    ...rrsaOff(change, differences),
    ...fewerEdgeWorkers(change, differences),
  ];
}

function clusterVersion(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (!clusterTypes.includes(change.type)) return [];
  return within(differences, "version").flatMap((difference) => illegalStep(change, difference));
}

const POOL_VERSION: Path = ["upgrade_policy", 0, "kubernetes_version"];

function poolVersion(
  change: ResourceChange,
  differences: readonly Difference[],
  { clusterVersion: ofCluster }: ChangeContext,
): Problem[] {
  if (change.type !== "alicloud_cs_kubernetes_node_pool") return [];
  const after = valueAt(change.after, POOL_VERSION);
  const before = valueAt(change.before, POOL_VERSION);
  if (differences.length === 0 || typeof after !== "string") return [];
  return [
    ...illegalStep(change, { path: POOL_VERSION, before, after }),
    ...poolSkewProblems(after, ofCluster),
  ];
}

function illegalStep(change: ResourceChange, difference: Difference): Problem[] {
  const { path, before, after } = difference;
  if (typeof before !== "string" || typeof after !== "string") return [];
  const problem = versionStepProblem(before, after);
  const argument = path.filter((part) => typeof part === "string").join(".");
  if (problem === undefined) return [];
  return [
    {
      ...problem,
      rule: "version-step",
      severity: "error",
      change: "version",
      arguments: [argument],
      got: showDifference(argument, difference, change),
      source: provider(`${change.type}.${argument}`),
      ...(isLeftToAck(change) ? { fix: "remove version: ACK upgrades this cluster by itself" } : {}),
    },
  ];
}

/** A version that is written, and those that ACK upgrades to by itself, contradict each other sooner or later. */
function isLeftToAck({ after }: ResourceChange): boolean {
  return valueAt(after, ["operation_policy", 0, "cluster_auto_upgrade", 0, "enabled"]) === true;
}

/** RRSA is a one-way switch; to leave the argument out is to switch it off. */
function rrsaOff(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (!["alicloud_cs_managed_kubernetes", "alicloud_cs_serverless_kubernetes"].includes(change.type))
    return [];
  return within(differences, "enable_rrsa")
    .filter(({ before, after }) => before === true && isNothing(after))
    .map((difference) => ({
      rule: "step-refused",
      severity: "error",
      change: "refused",
      arguments: ["enable_rrsa"],
      got: showDifference("enable_rrsa", difference, change),
      want: "true: RRSA cannot be switched off",
      fix: "write enable_rrsa = true",
      source: provider(`${change.type}.enable_rrsa`),
    }));
}

function fewerEdgeWorkers(change: ResourceChange, differences: readonly Difference[]): Problem[] {
  if (change.type !== "alicloud_cs_edge_kubernetes") return [];
  return within(differences, "worker_number")
    .filter(({ before, after }) => typeof after === "number" && after < Number(before))
    .map((difference) => ({
      rule: "step-refused",
      severity: "error",
      change: "refused",
      arguments: ["worker_number"],
      got: showDifference("worker_number", difference, change),
      want: "as many workers or more: the provider refuses to remove any",
      fix: "remove the nodes in the console of ACK, then lower the number",
      source: provider(`${change.type}.worker_number`),
    }));
}
