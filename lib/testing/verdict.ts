/** What a check found: a matcher of jest throws the message, and so can any other test runner. */
export interface Verdict {
  readonly pass: boolean;
  /** Says what was expected and what was found instead; where it passed, what speaks against the opposite. */
  readonly message: string;
}

/** How expected values are compared with found ones: jest brings its own way, with `expect.any(Number)` and the like. */
export type Equals = (found: unknown, expected: unknown) => boolean;
