import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { run } from "../../lib/cli/run";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

export async function cli(...args: readonly string[]): Promise<Ran> {
  let out = "";
  let error = "";
  const exitCode = await run(args, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    readStdin: () => Buffer.from(""),
  });
  return { exitCode, out, error };
}

const folders: string[] = [];

export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cli-"));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) {
    fs.rmSync(folder, { recursive: true });
  }
}
