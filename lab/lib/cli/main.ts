import { basename, join } from "node:path";
import { CommanderError } from "commander";
import { Lab } from "../lab";
import { runCommand } from "./command";
import { parseArguments, type Invocation, type Voice } from "./options";

/** The whole program: reads the command line, starts a lab, runs the command in it. Gives the exit code. */
export async function main(argv: readonly string[], voice: Voice): Promise<number> {
  let invocation: Invocation;
  try {
    invocation = parseArguments(argv, voice);
  } catch (failure) {
    // Commander has said it already.
    if (failure instanceof CommanderError) return failure.exitCode;
    return complain(failure, voice);
  }
  let lab: Lab | undefined;
  try {
    lab = await Lab.start(invocation.lab);
    const env = await lab.env();
    if (invocation.verbose) await introduce(lab, env, voice);
    return await runCommand({ command: inLab(invocation.command, env), args: invocation.args, env });
  } catch (failure) {
    return complain(failure, voice, invocation.verbose);
  } finally {
    await lab?.stop();
  }
}

/** A path to Terraform would lead past the lab. */
function inLab(command: string, env: NodeJS.ProcessEnv): string {
  const isTerraform = ["terraform", "tofu"].includes(basename(command));
  return isTerraform ? (env["TERRAFORM_BINARY_NAME"] ?? command) : command;
}

async function introduce(lab: Lab, env: NodeJS.ProcessEnv, { err }: Voice): Promise<void> {
  const { path, version } = await lab.terraform();
  err(`cdktf-ack-lab: ${path} ${version}\n`);
  err(`cdktf-ack-lab: providers ${env["TF_REATTACH_PROVIDERS"]}\n`);
  err(`cdktf-ack-lab: states in ${join(lab.folder, "states")}\n`);
}

function complain(failure: unknown, { err }: Voice, verbose = false): number {
  const text =
    failure instanceof Error ? ((verbose ? failure.stack : undefined) ?? failure.message) : String(failure);
  err(`cdktf-ack-lab: ${text}\n`);
  return 1;
}
