import type { TerraformDiagnostic } from "./diagnostics";

/** Something the lab was given that it cannot work with. The message says what, and what to do. */
export class LabError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** Terraform has failed. */
export class TerraformError extends LabError {
  constructor(
    /** What was run, as one would type it. */
    public readonly command: string,
    public readonly exitCode: number | null,
    /** What Terraform had to say: errors, and warnings beside them. */
    public readonly diagnostics: readonly TerraformDiagnostic[],
    /** All that it wrote. */
    public readonly output: string,
  ) {
    super(`${command} failed (exit code ${exitCode ?? "none"})\n\n${describe(diagnostics) || output.trim()}`);
  }

  /** The summaries of the errors, for short assertions. */
  public get summaries(): readonly string[] {
    return this.diagnostics.filter(({ severity }) => severity === "error").map(({ summary }) => summary);
  }
}

function describe(diagnostics: readonly TerraformDiagnostic[]): string {
  return diagnostics
    .map(({ severity, summary, detail, address }) => {
      const head = `${severity}: ${summary}${address === undefined ? "" : ` (${address})`}`;
      return detail === "" ? head : `${head}\n  ${detail.replaceAll("\n", "\n  ")}`;
    })
    .join("\n");
}
