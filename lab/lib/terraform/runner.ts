import {
  diagnosticsIn,
  diagnosticsInText,
  parseLines,
  type OutputLine,
  type TerraformDiagnostic,
} from "./diagnostics";
import { TerraformError } from "./errors";
import { execute, type Finished } from "./run";

/** Terraform, ready to be run. */
export class Runner {
  constructor(
    private readonly binary: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Runs a command that prints a line of JSON for each thing that happens. */
  public async events(folder: string, args: readonly string[]): Promise<OutputLine[]> {
    const finished = await this.run(folder, args);
    const lines = parseLines(finished.stdout);
    if (finished.exitCode === 0) return lines;
    throw this.failure(args, finished, diagnosticsIn(lines));
  }

  /** Runs a command that prints one JSON document. */
  public async document<T>(folder: string, args: readonly string[]): Promise<T> {
    return JSON.parse(await this.text(folder, args)) as T;
  }

  /** Runs a command, and gives what it prints. */
  public async text(folder: string, args: readonly string[]): Promise<string> {
    const finished = await this.run(folder, args);
    if (finished.exitCode === 0) return finished.stdout;
    throw this.failure(args, finished);
  }

  /** Runs a command, and gives what came of it. */
  public run(folder: string, args: readonly string[]): Promise<Finished> {
    return execute({ file: this.binary, args, cwd: folder, env: this.env });
  }

  private failure(
    args: readonly string[],
    finished: Finished,
    told: readonly TerraformDiagnostic[] = [],
  ): TerraformError {
    const diagnostics = told.length > 0 ? told : diagnosticsInText(finished.stderr);
    const command = ["terraform", ...args].join(" ");
    return new TerraformError(command, finished.exitCode, diagnostics, outputOf(finished));
  }
}

function outputOf({ stdout, stderr }: Finished): string {
  return [stderr, stdout].filter((text) => text !== "").join("\n");
}
