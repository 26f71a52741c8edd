import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const made: string[] = [];

/** An empty folder, without links in its path. Call {@link removeFolders} when the tests are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "lab-test-"));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes a file, and the folders that it is in. Gives its path. */
export function file(folder: string, name: string, content: string | object, mode = 0o644): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content), { mode });
  return path;
}
