import { formatSource, type Source } from "./source";

/** What the ids of limits of teams begin with, so that they are never those of this library. */
export const ownPrefix = "own-";

/** Where a limit is documented: the reference of this library has its own limits alone. */
export function whereToRead(id: string, source: Source): string {
  return isOwn(id) ? formatSource(source) : `${formatSource(source)}, ${inReference(id)}`;
}

/** The same for warnings, which have one line. */
export function placeToRead(id: string, source: Source): string {
  return isOwn(id) ? formatSource(source) : inReference(id);
}

function isOwn(id: string): boolean {
  return id.startsWith(ownPrefix);
}

function inReference(id: string): string {
  return `docs/limits.md#${id}`;
}
