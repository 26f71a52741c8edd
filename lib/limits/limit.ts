import type { Source } from "./source";
import type { QuotaName } from "./quota-names";
import type { Unknown } from "./unknown";

/** What is wrong, in the words of the violating value. */
export interface Finding {
  /** What was given. */
  readonly got: string;
  /** What is allowed. */
  readonly want: string;
  /** How to mend it; the fix of the limit when left out. */
  readonly fix?: string;
  /** Path of the construct at fault, for limits over several constructs. */
  readonly at?: string;
}

/** What Terraform holds a value to that synthesis does not know. */
export interface Precondition {
  /** A Terraform expression. */
  readonly condition: string;
  /** What is allowed, and of which fact. */
  readonly want: string;
}

/** Facts as Terraform expressions: of an unknown one the reference, of a known one the value. */
export type Terms<K extends string> = { readonly [P in K]: string };

/**
 * - `hard`: breaks the synthesis.
 * - `quota`: a default of the account that a ticket can raise; breaks the synthesis unless the team declares its real quota.
 * - `advice`: a warning.
 */
export type LimitKind = "hard" | "quota" | "advice";

/**
 * Who settles the limit. What only a manual says may be wrong or out of date, so a team can turn it into a
 * warning; what the provider, Kubernetes or the arithmetic of addresses refuses, would fail anyway, and what this library
 * itself needs cannot be done without.
 */
export type Authority = "provider" | "kubernetes" | "addresses" | "library" | "service" | "manual";

/** The documented part of a limit. */
export interface LimitText {
  /** The rule in one sentence, in our own words. */
  readonly statement: string;
  readonly source: Source;
  /** Ids of the documented rules that this limit stands for, in the catalogue of rules. */
  readonly rows?: readonly string[];
  /** How to mend a violation, when that does not depend on the value. */
  readonly fix?: string;
  /** What users call the fact that is judged. Default: the name of the fact. */
  readonly prop?: string;
  /** Default: `manual`. */
  readonly authority?: Authority;
  /** Warn instead of refusing. */
  readonly advice?: true;
}

/** A fact as a limit sees it: known, and of a list only the known members. */
export type KnownFact<X> = X extends Unknown
  ? never
  : X extends readonly (infer Member)[]
    ? readonly Exclude<Member, Unknown>[]
    : X;

/** The facts that a limit declared to read, without the unknown ones. */
export type Known<F, K extends keyof F> = { readonly [P in K]: KnownFact<F[P]> };

/** A documented limit over the facts `F` of one subject: a construct, or a group of constructs. */
export interface Limit<F> {
  readonly id: string;
  /** What the limit is about: its chapter in the reference. */
  readonly subject: string;
  readonly kind: LimitKind;
  readonly text: LimitText;
  /** The facts that `check` sees; when one of them is unknown, the limit stays silent. */
  readonly reads: readonly (keyof F & string)[];
  /** Adding members to a list can only break the limit, never mend it: unknown members are left out and the rest is judged. */
  readonly monotone: boolean;
  /** Looks at the length of lists only, so that a member counts whether it is known or not. */
  readonly countsMembers?: boolean;
  readonly quota?: QuotaName;
  /** Pure. `max` is the quota that applies, for limits of kind `quota`. */
  check(known: F, max: number): readonly Finding[];
  /** The same for Terraform, where a fact is unknown. Of a list that is judged by its members, a term has the unknown ones. */
  precondition?(terms: Terms<keyof F & string>): Precondition | undefined;
}
