/** What a {@link ValueError} says, part by part. */
export interface ValueProblem {
  /** What was given, as the user wrote it. */
  readonly got: string;
  /** What would have been accepted. */
  readonly want: string;
  /** How to mend it, with a concrete value where there is one. */
  readonly fix?: string;
  /** Where the rule is documented: title, chapter or line. */
  readonly source?: string;
}

/**
 * The only error that value objects throw. Its parts are structured so that a caller can show them next to
 * the construct that was given the value.
 */
export class ValueError extends Error {
  public override readonly name = "ValueError";
  public readonly got: string;
  public readonly want: string;
  public readonly fix?: string;
  public readonly source?: string;

  constructor({ got, want, fix, source }: ValueProblem) {
    const mend = fix === undefined ? "" : `; fix: ${fix}`;
    const see = source === undefined ? "" : ` (${source})`;
    super(`got ${got}, want ${want}${mend}${see}`);
    this.got = got;
    this.want = want;
    this.fix = fix;
    this.source = source;
  }
}
