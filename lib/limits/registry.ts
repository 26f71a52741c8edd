import type { IConstruct } from "constructs";
import type { ElementsIn } from "./elements";
import type { Exception } from "./evaluate";
import type { Limit } from "./limit";
import type { Origin } from "./origin";
import type { QuotaValues } from "./quota-names";

/** Where a record comes from. */
export interface Place {
  readonly scope: IConstruct;
  readonly path: string;
  /** Path of the stack of the construct; empty above the stacks. */
  readonly stack: string;
  /** The line of the user's code. Finding it is dear, so it is absent where nothing was wrong when the construct was made. */
  readonly origin?: Origin;
}

/** The facts of one construct, judged by its own limits. */
export interface CheckRecord extends Place {
  readonly limits: readonly Limit<never>[];
  /** Those that limits on quotas read, which may be declared later; all, where something is left to Terraform. */
  readonly facts: object;
  /** What the limits said when the construct was made, but for those that passed and those that need a quota. */
  readonly exceptions: readonly Exception[];
}

/**
 * A relation that several constructs are in (the clusters of one VPC, the groups of one account). It belongs to
 * none of them: each joins with what it knows, and the facts of the whole group are judged together.
 */
export interface Relation<Member, F extends object> {
  readonly id: string;
  readonly limits: readonly Limit<F>[];
  /** @param elementsIn what else stands in a stack, beside those that have joined */
  facts(members: readonly Joined<Member>[], elementsIn: ElementsIn): F;
}

/** What one construct brought into a relation. */
export interface Joined<Member> {
  readonly path: string;
  readonly member: Member;
}

/** The group of everything in one account, as far as the app says which stacks share one. */
export const sameAccount = "account";

export interface MemberRecord extends Place {
  readonly relation: Relation<never, never>;
  /** `new:<path>`, `id:<literal>` or `object:<path>`, or `sameAccount`. */
  readonly key: string;
  readonly member: unknown;
}

export interface Acknowledgement extends Place {
  readonly id: string;
  readonly reason: string;
  /** The day (YYYY-MM-DD) after which the acknowledgement no longer counts for the command that reads the report. */
  readonly until?: string;
  readonly effect: "acknowledge" | "warn";
}

export interface QuotaRecord extends Place {
  readonly values: QuotaValues;
  readonly account?: string;
}

/** Everything that the limits of one app are judged by. Plain data, so that two copies of the library can share it. */
export interface Registry {
  /** Where the construct is that registered something last. */
  lastPlace?: Place;
  /** The identities of the members of a relation and a group, for those that apps have by thousands. */
  readonly identities: Map<string, Map<string, Set<string>>>;
  /** What stands under `context` in cdktf.json, for programs that the cdktf command line does not start. */
  context?: Readonly<Record<string, unknown>>;
  readonly checks: CheckRecord[];
  /** Those of which Terraform knows more, until their resources have been given preconditions. */
  readonly leftToTerraform: CheckRecord[];
  readonly members: MemberRecord[];
  readonly acknowledgements: Acknowledgement[];
  readonly quotas: QuotaRecord[];
  /** Limits of the team, which know no other table. */
  readonly own: Limit<never>[];
}

const registryKey = Symbol.for("cdktf-ack/limits/1");

/** The registry hangs on the root of the tree: an app has one, and nothing outlives it. */
export function registryOf(scope: IConstruct): Registry {
  const root = scope.node.root as IConstruct & { [registryKey]?: Registry };
  const existing = root[registryKey];
  if (existing !== undefined) {
    return existing;
  }
  const registry: Registry = {
    checks: [],
    leftToTerraform: [],
    members: [],
    acknowledgements: [],
    quotas: [],
    own: [],
    identities: new Map(),
  };
  Object.defineProperty(root, registryKey, { value: registry });
  return registry;
}
