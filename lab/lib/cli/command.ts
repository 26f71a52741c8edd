import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:os";
import { LabError } from "../terraform";

/** What can end this program from outside. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

export interface Running {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Runs a command to its end, and gives its exit code as a shell has it.
 *
 * Signals do not end this process, which the providers live in: Terraform takes them as a wish to stop, finishes what it is at, and
 * saves its state.
 */
export async function runCommand({ command, args, env }: Running): Promise<number> {
  // A terminal signals all programs at once, the command too. Without one, the command and all that it starts get their own group.
  const isOnTerminal = process.stdin.isTTY === true;
  const child = spawn(command, args, { env, stdio: "inherit", detached: !isOnTerminal });
  const pass = (signal: NodeJS.Signals): void => {
    if (!isOnTerminal) signalGroup(child, signal);
    else if (signal === "SIGTERM" || signal === "SIGHUP") child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  try {
    return await exitCodeOf(child, command);
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass);
    if (!isOnTerminal) signalGroup(child, "SIGTERM");
  }
}

function exitCodeOf(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (failure: NodeJS.ErrnoException) => {
      const why = failure.code === "ENOENT" ? "it is not there" : failure.message;
      reject(new LabError(`the command "${command}" cannot be run: ${why}`));
    });
    child.once("exit", (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // All of them have ended.
  }
}
