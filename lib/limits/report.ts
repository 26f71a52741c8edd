import type { Violation } from "./limit-error";
import type { QuotaName } from "./quota-names";

/**
 * How often a limit was applied in a run, and what came of it. Advice is never counted as broken: it stands under the
 * warnings.
 */
export interface LimitTally {
  checked: number;
  silent: number;
  partly: number;
  broken: number;
}

/** A limit that could not judge a construct, or only a part of it, because values are known to Terraform alone. */
export interface Unjudged {
  readonly id: string;
  readonly path: string;
  /** The facts that were unknown. */
  readonly unknown: readonly string[];
}

/** A violation that does not stop the synthesis, because a team said why. */
export interface Excused extends Violation {
  readonly reason: string;
  readonly until?: string;
}

/** An acknowledgement that excused nothing in this run. */
export interface Unused {
  readonly id: string;
  readonly path: string;
  readonly reason: string;
}

/** A quota that a group of constructs was held against. */
export interface QuotaUse {
  readonly quota: QuotaName;
  readonly group: string;
  readonly max: number;
}

/** Everything that the documented limits said about an app in one run. */
export interface LimitReport {
  readonly version: 1;
  /** By id of the limit. */
  readonly limits: Readonly<Record<string, Readonly<LimitTally>>>;
  /** By path of the stack; what is above the stacks (quotas, acknowledgements of the app) stands under "". */
  readonly stacks: Readonly<Record<string, Readonly<LimitTally>>>;
  readonly broken: readonly Violation[];
  /** Advice, once for each limit and stack. */
  readonly warnings: readonly Violation[];
  /** Advice that a team accepted. */
  readonly acknowledged: readonly Excused[];
  /** Hard limits that a team turned into warnings. */
  readonly turnedIntoWarnings: readonly Excused[];
  readonly silent: readonly Unjudged[];
  readonly partly: readonly Unjudged[];
  readonly unusedAcknowledgements: readonly Unused[];
  readonly quotas: readonly QuotaUse[];
}
