import * as path from "node:path";
import { fileURLToPath } from "node:url";

/** The line of the user's code that made a construct. Formatting a stack is slow, so it waits until somebody asks. */
export interface Origin {
  readonly stack?: string;
}

/** Deep enough for a construct inside a blueprint of a package: of the user's frames, the first is enough. */
const framesKept = 20;

/** Frames of the library, of installed packages and of Node say nothing to the reader of an error. */
const libraryRoot = path.resolve(__dirname, "..") + path.sep;
const installedPackages = `${path.sep}node_modules${path.sep}`;

/** `at name (file:line:column)` and `at file:line:column`; a file may have parentheses in its name. */
const frames = [/^\s*at .*? \((.+):(\d+):\d+\)$/, /^\s*at (?:async )?(.+):(\d+):\d+$/];

export function captureOrigin(): Origin {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = framesKept;
  const origin: Origin = {};
  Error.captureStackTrace(origin, captureOrigin);
  Error.stackTraceLimit = limit;
  return origin;
}

/** `stacks/shop.ts:14`, relative to the working directory; `undefined` when no frame is the user's. */
export function formatOrigin(origin: Origin): string | undefined {
  for (const line of (origin.stack ?? "").split("\n").slice(1)) {
    const [, location, lineNumber] =
      frames.map((frame) => frame.exec(line)).find((match) => match !== null) ?? [];
    if (location === undefined || lineNumber === undefined) {
      continue;
    }
    const file = location.startsWith("file://") ? fileURLToPath(location) : location;
    if (path.isAbsolute(file) && !file.startsWith(libraryRoot) && !file.includes(installedPackages)) {
      return `${path.relative(process.cwd(), file)}:${lineNumber}`;
    }
  }
  return undefined;
}
