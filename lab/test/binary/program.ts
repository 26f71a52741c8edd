import { spawn } from "node:child_process";
import { join } from "node:path";

const PROGRAM = join(__dirname, "..", "..", "dist", "cli.js");

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface Start {
  readonly args: readonly string[];
  readonly cwd: string;
  /** The folder for temporary files: what the program leaves there is seen. */
  readonly temporary: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A signal for the program alone, as soon as it has said this. */
  readonly signalAt?: { readonly text: string; readonly signal: NodeJS.Signals };
}

/** Runs the built program, as users do. */
export function runProgram({ args, cwd, temporary, env, signalAt }: Start): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, {
      cwd,
      env: { ...process.env, ...env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let isSent = false;
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (signalAt === undefined || isSent || !output.includes(signalAt.text)) return;
      isSent = true;
      child.kill(signalAt.signal);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("close", (exitCode, signal) => resolve({ exitCode, signal, output }));
  });
}
