import type { Finding, Limit, LimitKind } from "./limit";
import { usersFrames } from "./origin";
import { whereToRead } from "./own";
import type { Source } from "./source";

/** One broken limit, on one construct. */
export interface Violation {
  /** Id of the limit; its anchor in docs/limits.md. */
  readonly id: string;
  readonly kind: LimitKind;
  /** Path of the construct in the tree. */
  readonly path: string;
  /** File and line of the user's code that made the construct, when known. */
  readonly origin?: string;
  readonly got: string;
  readonly want: string;
  readonly fix?: string;
  readonly statement: string;
  readonly source: Source;
}

/** What a finding of a limit says about a construct. */
export function violationOf(
  limit: Limit<never>,
  { got, want, fix = limit.text.fix }: Finding,
  path: string,
  origin: string | undefined,
): Violation {
  return {
    id: limit.id,
    kind: limit.kind,
    path,
    ...(origin === undefined ? {} : { origin }),
    got,
    want,
    ...(fix === undefined ? {} : { fix }),
    statement: limit.text.statement,
    source: limit.text.source,
  };
}

/** Thrown before any stack is written, with everything that is wrong in the whole app. */
export class LimitError extends Error {
  public override readonly name = "LimitError";
  /** The violations as data. Not enumerable: Node would print them again below the message. */
  public readonly violations!: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const count =
      violations.length === 1
        ? "1 documented limit is broken"
        : `${violations.length} documented limits are broken`;
    super([count, ...violations.map(formatViolation)].join("\n\n"));
    Object.defineProperty(this, "violations", { value: violations, enumerable: false });
    // Frames of the engine would only hide the message; those of the user say where synthesis was asked for.
    this.stack = [`${this.name}: ${this.message}`, ...usersFrames(this.stack).map(({ text }) => text)].join(
      "\n",
    );
  }
}

/** At most six lines: it is read in the log of a pipeline. */
export function formatViolation(violation: Violation): string {
  const where = violation.origin === undefined ? violation.path : `${violation.path}   (${violation.origin})`;
  return [
    `  ${violation.id}   ${where}`,
    `    got    ${onOneLine(violation.got)}`,
    `    want   ${onOneLine(violation.want)}`,
    ...(violation.fix === undefined ? [] : [`    fix    ${onOneLine(violation.fix)}`]),
    `    see    ${whereToRead(violation.id, violation.source)}`,
  ].join("\n");
}

/** Values come from users and may hold line breaks. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
}
