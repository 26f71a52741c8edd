import { dirname, isAbsolute, relative, resolve } from "node:path";
import { LabError } from "./errors";
import type { Mirror } from "./mirror";
import { unlinkForWriting } from "./shadow";
import { real } from "./state-place";

/** Files of state that a command names itself. */
const STATE_OPTIONS = ["state", "state-out", "backup"];

/**
 * The arguments of a command of Terraform, when it runs in the mirror: what is a place in the stack is the same place in the
 * mirror, and what would lead to a state outside of the lab is left out or refused.
 */
export function redirect(args: readonly string[], mirror: Mirror, rehearsalFolder: string): string[] {
  const result: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const { name, value, joined } = optionAt(args, index);
    if (name === undefined || value === undefined) {
      result.push(toMirror(args[index] ?? "", mirror));
      continue;
    }
    if (!joined) index += 1;
    // The backend is the lab's: it has no use for the settings of another.
    if (name === "backend-config") continue;
    if (name === "generate-config-out") {
      // A file for the user, not for Terraform.
      result.push(`-${name}=${resolve(mirror.original, value)}`);
      continue;
    }
    const place = resolve(mirror.folder, toMirror(value, mirror));
    if (
      STATE_OPTIONS.includes(name) &&
      value !== "-" &&
      !isInside(real(dirname(place)), real(rehearsalFolder))
    ) {
      throw new LabError(`-${name}=${value} is outside of the stack: a rehearsal keeps to states of its own`);
    }
    if (name !== "var-file") unlinkForWriting(place);
    result.push(`-${name}=${toMirror(value, mirror)}`);
  }
  return result;
}

/** The options whose values are places, which may be written as two words. */
const PLACES = ["out", "var-file", "backend-config", "generate-config-out", ...STATE_OPTIONS];

function optionAt(
  args: readonly string[],
  index: number,
): { name?: string; value?: string; joined: boolean } {
  const [, name = "", value] = /^--?([a-z-]+)(?:=(.*))?$/s.exec(args[index] ?? "") ?? [];
  if (!PLACES.includes(name)) return { joined: true };
  const found = value ?? args[index + 1];
  return { name, ...(found !== undefined && { value: found }), joined: value !== undefined };
}

function toMirror(word: string, { original, folder }: Mirror): string {
  return isAbsolute(word) && isInside(word, original) ? resolve(folder, relative(original, word)) : word;
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}
