import { Command, InvalidArgumentError, Option } from "commander";
import { QUOTA_NAMES, type QuotaName } from "../account";
import { parseFaultText } from "../faults";
import type { LabOptions } from "../lab";

/** What the command line asks for. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly lab: LabOptions;
  readonly verbose: boolean;
}

/** Where the words of the program go that are not those of the command. */
export interface Voice {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

type Quotas = Partial<Record<QuotaName, number>>;

interface Options {
  readonly account?: string;
  readonly state?: string;
  readonly faults?: string;
  readonly quota?: Quotas;
  readonly existing?: "assumed" | "strict";
  readonly tcp?: number | true;
  readonly terraform?: string;
  readonly verbose?: true;
}

const EXAMPLES = `
Examples:
  cdktf-ack-lab -- cdktf deploy --auto-approve my-stack
  cdktf-ack-lab --account account.json -- terraform apply
  cdktf-ack-lab --faults faults.json -- npx jest

The command runs with \`terraform\`, \`tofu\` and \`cdktf\` at work in the lab: the providers aliyun/alicloud and
hashicorp/kubernetes are simulated, states are the lab's own, and no backend, state file or lock file of the project
is touched. The exit code is that of the command.`;

/** Reads the command line. Throws a CommanderError where it is wrong, and where it asks for help alone. */
export function parseArguments(argv: readonly string[], { out, err }: Voice): Invocation {
  let words: readonly string[] = [];
  const program = new Command("cdktf-ack-lab")
    .description("Runs a command against a cloud account that is none: nothing leaves this machine.")
    .usage("[options] -- <command> [args...]")
    .argument("<command...>", "what to run, with its arguments")
    .option(
      "--account <file>",
      "keep the account in a file, so that the next command finds what this one has made",
    )
    .option("--state <folder>", "keep the states in a folder; beside the file of the account, unless said")
    .addOption(
      new Option("--faults <file>", "what goes wrong: a JSON file, or JSON in the variable").env(
        "CDKTF_ACK_LAB_FAULTS",
      ),
    )
    .option(
      "--quota <name=value>",
      `a quota of the account, again for each: ${QUOTA_NAMES.join(", ")}`,
      quota,
    )
    .addOption(
      new Option("--existing <how>", "what an id stands for that was never made here").choices([
        "assumed",
        "strict",
      ]),
    )
    .option(
      "--tcp [port]",
      "listen on 127.0.0.1 instead of unix sockets; from this port on, or where there is room",
      port,
    )
    .option("--terraform <program>", "the Terraform or OpenTofu to run, by name or path")
    .option("--verbose", "say what the lab does")
    .addHelpText("after", EXAMPLES)
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride()
    .enablePositionalOptions()
    .passThroughOptions()
    .action((given: readonly string[]) => {
      words = given;
    });
  program.parse(argv, { from: "user" });
  const options = program.opts<Options>();
  const [command = "", ...args] = words;
  return { command, args, lab: labOptions(options), verbose: options.verbose ?? false };
}

function labOptions({
  account,
  state,
  faults,
  quota: quotas,
  existing,
  tcp,
  terraform,
}: Options): LabOptions {
  return {
    ...(account !== undefined && { account }),
    ...(state !== undefined && { state }),
    ...(faults !== undefined && { faults: readFaults(faults) }),
    ...(quotas !== undefined && { quotas }),
    ...(existing !== undefined && { existing }),
    ...(tcp !== undefined && { transport: "tcp" as const }),
    ...(typeof tcp === "number" && { port: tcp }),
    ...(terraform !== undefined && { terraform }),
  };
}

function readFaults(given: string): NonNullable<LabOptions["faults"]> {
  return given.trimStart().startsWith("{") ? parseFaultText(given, "CDKTF_ACK_LAB_FAULTS") : given;
}

function quota(text: string, before: Quotas = {}): Quotas {
  const [, name, value] = /^(\w+)=(\d+)$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError("Expected name=value, with a whole number.");
  if (!QUOTA_NAMES.some((known) => known === name)) {
    throw new InvalidArgumentError(`Known are ${QUOTA_NAMES.join(", ")}.`);
  }
  return { ...before, [name]: Number(value) };
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 65_534) return number;
  throw new InvalidArgumentError("Expected a port from 1 to 65534.");
}
