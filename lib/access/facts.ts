import type { Fact } from "../limits";

/** What the limits of a call need to know. */
export interface CallFacts {
  /** What the user asks for. */
  readonly endpoint: "internet" | "intranet" | undefined;
  /** Whether the internet reaches the API server; undefined where the app does not know. */
  readonly isPublic: Fact<boolean> | undefined;
}

/** What the limits of a credential need to know. */
export interface CredentialFacts extends CallFacts {
  /** How long it holds; absent for one that holds until it is revoked. */
  readonly temporaryDurationMinutes: Fact<number> | undefined;
}
