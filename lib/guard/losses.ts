import { provider, type Source } from "../limits";
import { whatIsThere } from "./adopted";
import {
  formatPath,
  isCreatedFirst,
  schemaPath,
  type Effect,
  type Path,
  type ResourceChange,
} from "./change";
import { differenceAt } from "./difference";
import type { Problem } from "./finding";
import { forcingPaths } from "./forcing-paths";
import { preciousOf, type Precious } from "./precious";
import { showDifference } from "./show-value";
import { takenNameProblems } from "./taken-names";

/** What a plan knows beside the change of one resource. */
export interface ChangeContext {
  /** Version of the control plane of the pool's cluster after the plan. */
  readonly clusterVersion?: string;
  /** Version that it has before. */
  readonly clusterVersionBefore?: string;
  /** Whether the cluster of the resource is destroyed or replaced by the same plan. */
  readonly clusterGoes?: boolean;
  /** Addresses of resources of the same type that the plan creates. */
  readonly created?: readonly string[];
}

/** A cluster, a pool, data or network that a plan replaces or destroys. */
export function lossProblems(change: ResourceChange, effect: Effect, context: ChangeContext): Problem[] {
  const precious = preciousOf(change.type);
  if (effect !== "replace" && effect !== "destroy") return [];
  return [
    ...(precious === undefined
      ? []
      : [effect === "replace" ? replaced(change, precious) : destroyed(change, precious, context)]),
    ...protectedFromDeletion(change),
    ...takenNameProblems(change),
  ];
}

function replaced(change: ResourceChange, precious: Precious): Problem {
  const paths = deepest(forcingPaths(change));
  const names = paths.map(formatPath);
  const [first] = paths;
  const createdFirst = isCreatedFirst(change) ? "; the new one is created first" : "";
  const { replace: severity, cost } =
    (isCreatedFirst(change) ? precious.createdFirst : undefined) ?? precious;
  const why =
    first === undefined
      ? `replaced, ${replacementReasons[change.reason ?? ""] ?? "for a reason that the plan does not give"}`
      : paths.map((path) => showDifference(formatPath(path), differenceAt(change, path), change)).join("; ");
  return {
    rule: `${precious.kind}-replaced`,
    severity,
    change: "replace",
    arguments: names,
    got: `${why}${createdFirst}`,
    want:
      first === undefined
        ? `${precious.name} to stay`
        : `${names.join(", ")} as before: the provider can only replace ${precious.name}`,
    cost,
    fix: replacementFix(change, paths),
    source: first === undefined ? planning : provider(`${change.type}.${schemaPath(first)}`),
  };
}

function replacementFix({ type, importing }: ResourceChange, paths: readonly Path[]): string {
  if (paths.length === 0) return 'undo what asks for the replacement, or allow "replace" with a reason';
  return importing === true
    ? whatIsThere(
        type,
        paths.map(([name]) => String(name)),
      )
    : `put the old value back, build a second one beside it, or allow "replace" with a reason`;
}

function destroyed(change: ResourceChange, precious: Precious, { created = [] }: ChangeContext): Problem {
  const [sibling] = created;
  const moved =
    sibling === undefined || change.deposed !== undefined
      ? ""
      : `if it only became ${sibling}, say so with a moved block or moveTo(); `;
  const left =
    change.deposed === undefined ? "" : ` (${change.deposed}, left behind by a broken replacement)`;
  return {
    rule: `${precious.kind}-destroyed`,
    severity: precious.destroy,
    change: "destroy",
    got: `destroyed${left}, ${destructionReasons[change.reason ?? ""] ?? "as the plan was asked to"}`,
    want: `${precious.name} to stay`,
    cost: precious.cost,
    fix: `${moved}put it back into the code, or allow "destroy" with a reason`,
    source: planning,
  };
}

/** The service refuses to delete what is protected, and the provider never lifts the protection. */
function protectedFromDeletion({ before, type, deposed }: ResourceChange): Problem[] {
  const value = before?.["deletion_protection"];
  if ((value !== true && value !== "Enabled") || deposed !== undefined) return [];
  return [
    {
      rule: "deletion-protected",
      severity: "warning",
      arguments: ["deletion_protection"],
      got: `destroyed while deletion_protection is ${JSON.stringify(value)}: the apply fails`,
      want: "protection that an earlier apply has switched off",
      fix: "apply with the protection off first (RemovalPolicy.DESTROY), then destroy",
      source: provider(`${type}.deletion_protection`),
    },
  ];
}

const planning: Source = { title: "Terraform documentation", chapter: "JSON output format, action_reason" };

const replacementReasons: Readonly<Record<string, string>> = {
  replace_because_tainted: "because it is tainted: an earlier create went wrong",
  replace_by_request: "because the plan was made with -replace",
  replace_by_triggers: "because of replace_triggered_by",
};

const destructionReasons: Readonly<Record<string, string>> = {
  delete_because_no_resource_config: "because it is no longer in the configuration",
  delete_because_no_module: "because its module is no longer in the configuration",
  delete_because_wrong_repetition: "because count or for_each came or went",
  delete_because_count_index: "because count has become smaller",
  delete_because_each_key: "because its key is no longer in for_each",
  delete_because_no_move_target: "because it was moved to an address that is not in the configuration",
};

/** A block and its member force the replacement together; the member says more. */
function deepest(paths: readonly Path[]): readonly Path[] {
  const texts = paths.map(formatPath);
  return paths.filter((_, index) => {
    const text = texts[index] ?? "";
    return !texts.some((other) => other.startsWith(`${text}.`) || other.startsWith(`${text}[`));
  });
}
