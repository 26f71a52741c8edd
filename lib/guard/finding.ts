import type { Source } from "../limits";

/** How much a finding weighs: an error stops a pipeline, a warning does so on request, a note never. */
export type Severity = "error" | "warning" | "note";

/** The rules of the guard; each has a section in docs/guard.md. */
export const guardRules = {
  "cluster-replaced": "A cluster is not replaced.",
  "cluster-destroyed": "A cluster is not destroyed.",
  "node-pool-replaced": "A node pool is not replaced.",
  "node-pool-destroyed": "A node pool is not destroyed.",
  "data-replaced": "What holds data or keys is not replaced.",
  "data-destroyed": "What holds data or keys is not destroyed.",
  "network-replaced": "What a cluster stands on in its network is not replaced.",
  "network-destroyed": "What a cluster stands on in its network is not destroyed.",
  "change-ignored": "A change that Terraform plans is one that the provider makes.",
  "left-on": "What is on is written in the configuration.",
  "step-refused": "A plan has no step that the provider refuses.",
  "version-step": "Kubernetes versions go up, one offered minor at a time.",
  "nodes-do-not-fit": "The nodes of a cluster suit the version that it goes to.",
  "deletion-protected": "Deletion protection is switched off, and applied, before a resource is destroyed.",
  "nodes-released": "Nodes are not released without being drained.",
  "upgrade-repeats": "An upgrade policy of a node pool is removed once it has done its work.",
  "control-plane-restarts": "A change that restarts the control plane is known as one.",
  "nodes-roll": "A change that restarts or replaces nodes one after the other is known as one.",
  "becomes-pro": "A cluster that becomes Pro is known to stay Pro.",
  "adopted-changes": "A resource that a plan imports stays as it is.",
  "let-go": "A resource that Terraform lets go of is known to live on.",
  "plan-incomplete": "A plan holds all changes.",
} as const satisfies Readonly<Record<string, string>>;

/** Id of a rule; its anchor in docs/guard.md. */
export type GuardRule = keyof typeof guardRules;

/**
 * What a team can allow, with a reason:
 * - `replace`, `destroy`: that a resource is replaced, or destroyed for good
 * - `ignored`: that the provider will not make a planned change, and that what is taken out stays on
 * - `refused`: a step that the provider refuses
 * - `version`: a step of Kubernetes versions, and nodes that do not fit one
 * - `release`: that nodes are released without being drained
 * - `upgrade`: that an upgrade policy fires again
 */
export const guardedChanges = [
  "replace",
  "destroy",
  "ignored",
  "refused",
  "version",
  "release",
  "upgrade",
] as const;
export type GuardedChange = (typeof guardedChanges)[number];

/** One thing that a plan does and that somebody should know. */
export interface GuardFinding {
  readonly rule: GuardRule;
  readonly severity: Severity;
  /** Terraform address of the resource. */
  readonly address: string;
  readonly type: string;
  /** What to allow when it is meant; absent where there is nothing to allow. */
  readonly change?: GuardedChange;
  /** The arguments that cause it, as `auto_mode[0].enabled`. */
  readonly arguments: readonly string[];
  readonly got: string;
  readonly want: string;
  /** What is lost, interrupted or paid for. */
  readonly cost?: string;
  readonly fix?: string;
  readonly source: Source;
}

/** What findings are made from: the resource is that of the change. */
export type Problem = Omit<GuardFinding, "address" | "type" | "arguments"> & {
  readonly arguments?: readonly string[];
};
