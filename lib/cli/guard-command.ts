import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import {
  ALLOWANCES_FILE,
  checkPlan,
  checkSynthesis,
  formatGuardReport,
  parsePlanJson,
  readAllowances,
  toGuardSarif,
  type Allowance,
  type GuardReport,
  type NamedReport,
} from "../guard";
import { CommandError, ExitCode } from "./exit";
import { parseDay, toJson } from "./options";
import { besideFile, DASH, nameOf, orCommandError, readInput } from "./read-input";
import type { Streams } from "./streams";
import { parseStack } from "./synthesized";

interface GuardCommandOptions {
  readonly allowances?: string;
  readonly today?: string;
  readonly failOn: "error" | "warning";
  readonly before?: string;
  readonly json?: true;
  readonly sarif?: string;
}

const help = `
Exit codes:
  0  nothing found, or nothing that counts (see --fail-on)
  1  called wrongly, or a file cannot be read
  2  something found that is not allowed

Examples:
  $ terraform plan -out tfplan && terraform show -json tfplan > plan.json
  $ cdktf-ack guard plan.json
  $ terraform show -json tfplan | cdktf-ack guard - --allowances cdktf.out/stacks/shop/cdk.tf.json
  $ cdktf-ack guard --before main/cdk.tf.json cdktf.out/stacks/shop/cdk.tf.json`;

/** `cdktf-ack guard`: what a plan would destroy, replace, or leave undone. */
export function guardCommand(streams: Streams, setExitCode: (code: number) => void): Command {
  return new Command("guard")
    .summary("judge what a plan destroys, replaces or leaves undone")
    .description(
      "Judges plans: clusters, pools and data that would be replaced or destroyed, changes that the provider ignores, " +
        "and steps that it refuses.",
    )
    .argument("<files...>", "JSON of plans (terraform show -json), - for standard input")
    .option(
      "--allowances <file>",
      `what is meant: the cdk.tf.json of the stack (default: ${ALLOWANCES_FILE} beside the plan)`,
    )
    .option(
      "--today <day>",
      "the day (YYYY-MM-DD) after which allowances no longer hold: no clock is read",
      parseDay,
    )
    .addOption(
      new Option("--fail-on <severity>", "what makes the command fail")
        .choices(["error", "warning"])
        .default("error"),
    )
    .option(
      "--before <file>",
      "compare synthesized stacks instead of reading plans: the cdk.tf.json as it was",
    )
    .option("--json", "write the reports as JSON")
    .option("--sarif <file>", "write the reports as SARIF, too; - for standard output, instead of the text")
    .addHelpText("after", help)
    .action((files: string[], options: GuardCommandOptions) => {
      setExitCode(guard(files, options, streams));
    });
}

function guard(files: readonly string[], options: GuardCommandOptions, streams: Streams): number {
  checkOptions(files, options);
  const reports = files.map((file): NamedReport => ({
    file: nameOf(file),
    report: reportOn(file, options, streams),
  }));
  if (options.sarif !== undefined) {
    writeSarif(options.sarif, reports, streams);
  }
  if (options.json === true) {
    streams.out(toJson({ version: 1, reports: reports.map(({ file, report }) => ({ file, ...report })) }));
  } else if (options.sarif !== DASH) {
    streams.out(`${reports.map(({ file, report }) => formatGuardReport(file, report)).join("\n\n")}\n`);
  }
  return reports.some(({ report }) => fails(report, options)) ? ExitCode.FOUND : ExitCode.OK;
}

/** A file that is read must not be the one that is written, and standard input and output can be used once. */
function checkOptions(
  files: readonly string[],
  { sarif, json, allowances, before }: GuardCommandOptions,
): void {
  const inputs = [...files, ...[allowances, before].filter((file) => file !== undefined)];
  if (inputs.filter((file) => file === DASH).length > 1) {
    throw new CommandError("standard input", {
      got: "- more than once",
      want: "- once: it can be read only once",
    });
  }
  if (sarif === DASH && json === true) {
    throw new CommandError("standard output", {
      got: "--json and --sarif -",
      want: "one of them: both write to it",
    });
  }
  if (sarif !== undefined && sarif !== DASH && inputs.some((file) => resolve(file) === resolve(sarif))) {
    throw new CommandError("--sarif", { got: `${sarif}, which is also read`, want: "a file of its own" });
  }
}

function reportOn(file: string, options: GuardCommandOptions, streams: Streams): GuardReport {
  const allowancesFile = options.allowances ?? besideFile(file, ALLOWANCES_FILE);
  const allow: readonly Allowance[] =
    allowancesFile === undefined ? [] : readInput(allowancesFile, streams, readAllowances);
  const checked = { allow, ...(options.today === undefined ? {} : { today: options.today }) };
  if (options.before === undefined) {
    return readInput(file, streams, (text) => checkPlan(parsePlanJson(text), checked));
  }
  const before = readInput(options.before, streams, parseStack);
  const after = readInput(file, streams, parseStack);
  return orCommandError(nameOf(file), () => checkSynthesis(before, after, checked));
}

function fails({ findings }: GuardReport, { failOn }: GuardCommandOptions): boolean {
  return findings.some(
    ({ severity }) => severity === "error" || (failOn === "warning" && severity === "warning"),
  );
}

function writeSarif(file: string, reports: readonly NamedReport[], streams: Streams): void {
  const text = toJson(toGuardSarif(reports));
  if (file === DASH) {
    streams.out(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandError(`cannot write ${file}`, {
      got: error instanceof Error ? error.message : String(error),
      want: "a file in a folder that exists and that you may write to",
    });
  }
}
