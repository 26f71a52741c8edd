import type { ValueError } from "../values";

/** What the exit codes of the commands say. */
export const ExitCode = {
  /** Nothing, or nothing that counts. */
  OK: 0,
  /** The command was called wrongly, or cannot read its input. */
  USAGE: 1,
  /** The input was read, and something in it is wrong. */
  FOUND: 2,
} as const;

/** Why a command cannot do its work, in the format of all messages of the library. */
export class CommandError extends Error {
  public override readonly name = "CommandError";

  constructor(where: string, { got, want, fix }: Pick<ValueError, "got" | "want" | "fix">) {
    super(
      [
        `error: ${where}`,
        `    got    ${got}`,
        `    want   ${want}`,
        ...(fix === undefined ? [] : [`    fix    ${fix}`]),
      ].join("\n"),
    );
  }
}
