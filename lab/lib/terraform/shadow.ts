import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What Terraform keeps for itself, and what is a state: never seen by a rehearsal. */
const PRIVATE = /^\.terraform|\.tfstate(\.|$)|^terraform\.tfstate\.d$/;

/** What marks the top of a project. */
const PROJECT_MARKS = [".git", "cdktf.json"];

/** How far above the stack the top of its project is looked for. */
const FARTHEST = 8;

export function isPrivate(name: string): boolean {
  return PRIVATE.test(name);
}

/**
 * Makes a folder of the shadow: links to all that the original has. The folders above it are made alike, up to the top of the
 * project, so that relative paths lead from the shadow to where they lead from the original.
 */
export function shadowFolder(original: string, shadowOf: (path: string) => string): string {
  const shadow = shadowOf(original);
  const chain = [original];
  const top = projectTop(original);
  while (chain[0] !== undefined && chain[0] !== top) chain.unshift(dirname(chain[0]));
  for (const folder of chain) {
    const inShadow = shadowOf(folder);
    // As long as only the folder above was needed, this one was a link.
    if (isLink(inShadow)) rmSync(inShadow);
    mkdirSync(inShadow, { recursive: true });
    if (folder !== original) linkEntries(folder, inShadow);
  }
  return shadow;
}

function projectTop(folder: string): string {
  let candidate = folder;
  for (let step = 0; step < FARTHEST; step++) {
    if (PROJECT_MARKS.some((mark) => existsSync(join(candidate, mark)))) return candidate;
    candidate = dirname(candidate);
  }
  return folder;
}

/** Links what is not there yet, and drops the links of what is gone. Files that Terraform has written in the shadow stay. */
export function linkEntries(
  original: string,
  shadow: string,
  isOwn: (name: string) => boolean = () => false,
): void {
  const names = new Set(readdirSync(original).filter((name) => !isPrivate(name) && !isOwn(name)));
  const present = readdirSync(shadow, { withFileTypes: true });
  for (const entry of present) {
    const path = join(shadow, entry.name);
    if (entry.isSymbolicLink() && !names.has(entry.name)) rmSync(path);
    else if (entry.isSymbolicLink() && readlinkSync(path) !== join(original, entry.name)) rmSync(path);
    else names.delete(entry.name);
  }
  for (const name of names) symlinkSync(join(original, name), join(shadow, name));
}

/** Makes room for a file that Terraform is going to write: through a link it would overwrite the original. */
export function unlinkForWriting(path: string): void {
  if (isLink(path)) rmSync(path);
  else if (basename(path) !== "" && isLink(dirname(path)) === false)
    mkdirSync(dirname(path), { recursive: true });
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
