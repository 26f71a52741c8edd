import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LabError } from "./errors";
import type { JsonObject } from "./state-place";

/** The folder in which the lab keeps what Terraform writes: states, and the shadows of the stacks. */
export class RehearsalFolder {
  private isMine = false;

  constructor(public readonly root: string) {}

  /** Takes the folder for this process. Two labs in one folder would write over each other. */
  public open(): void {
    mkdirSync(join(this.root, "states"), { recursive: true });
    this.lock();
    this.isMine = true;
  }

  public shadowOf(path: string): string {
    return join(this.root, "shadow", path);
  }

  /** Where a stack is written that comes as an object. */
  public sourceFolder(stack: string): string {
    return join(this.root, "stacks", stack);
  }

  /** The arguments of a local backend for the state of that name. */
  public localState(name: string): JsonObject {
    const path = join(this.root, "states", name);
    return { path: `${path}.tfstate`, workspace_dir: `${path}.workspaces` };
  }

  public release(): void {
    if (this.isMine) rmSync(this.lockFile, { force: true });
    this.isMine = false;
  }

  private get lockFile(): string {
    return join(this.root, "lab.lock");
  }

  private lock(): void {
    try {
      writeFileSync(this.lockFile, String(process.pid), { flag: "wx" });
    } catch {
      const holder = Number(readFileSync(this.lockFile, "utf8"));
      if (isRunning(holder)) {
        throw new LabError(
          `another lab (process ${holder}) works in ${this.root}; wait for it, or name another folder`,
        );
      }
      // Its process did not live to release it.
      writeFileSync(this.lockFile, String(process.pid));
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}
