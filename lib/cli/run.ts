import { Command, CommanderError } from "commander";
import { acksCommand } from "./acks-command";
import { diagramCommand } from "./diagram-command";
import { diffCommand } from "./diff-command";
import { guardCommand } from "./guard-command";
import { CommandError, ExitCode } from "./exit";
import { ipPlanCommand } from "./ip-plan-command";
import { limitsCommand } from "./limits-command";
import { upgradeCommand } from "./upgrade-command";
import type { Streams } from "./streams";

/**
 * The command line of the library, as a function.
 *
 * @param args what stands behind `cdktf-ack`
 * @returns the exit code
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let exitCode: number = ExitCode.OK;
  const program = new Command("cdktf-ack")
    .description("Commands for stacks of cdktf-ack.")
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.error })
    .showHelpAfterError("(--help says how)");
  const setExitCode = (code: number): void => void (exitCode = code);
  for (const command of [
    acksCommand(streams, setExitCode),
    diagramCommand(streams),
    diffCommand(streams),
    guardCommand(streams, setExitCode),
    ipPlanCommand(streams, setExitCode),
    limitsCommand(streams),
    upgradeCommand(streams),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help that was asked for is no failure; commander has written everything.
      return error.exitCode === 0 ? ExitCode.OK : ExitCode.USAGE;
    }
    if (error instanceof CommandError) {
      streams.error(`${error.message}\n`);
      return ExitCode.USAGE;
    }
    throw error;
  }
}
