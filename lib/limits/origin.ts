import * as path from "node:path";
import { fileURLToPath } from "node:url";

/** The line of the user's code that made a construct. Formatting a stack is slow, so it waits until somebody asks. */
export interface Origin {
  readonly stack?: string;
}

/**
 * Enough to reach the user's code from a construct in a blueprint of an installed package; of the user's frames the
 * first is enough. It is what Node keeps anyway, and each frame costs half a microsecond for each construct of an app.
 */
const framesKept = 10;

/** Frames of the library, of installed packages and of Node say nothing to the reader of an error. */
const libraryRoot = path.resolve(__dirname, "..") + path.sep;
const installedPackages = `${path.sep}node_modules${path.sep}`;

/** `at name (file:line:column)` and `at file:line:column`; a file may have parentheses in its name. */
const frames = [/^\s*at .*? \((.+):(\d+):\d+\)$/, /^\s*at (?:async )?(.+):(\d+):\d+$/];

/** Something on the stack. */
export type Callee = (...args: never[]) => unknown;

/** @param below the function that the caller of interest has called: it and what it calls are left out */
export function captureOrigin(below: Callee): Origin {
  const origin: Origin = {};
  const limit = Error.stackTraceLimit;
  // Setting it is slow, and nearly always it is right.
  if (limit !== framesKept) {
    Error.stackTraceLimit = framesKept;
  }
  Error.captureStackTrace(origin, below);
  if (limit !== framesKept) {
    Error.stackTraceLimit = limit;
  }
  return origin;
}

/** `stacks/shop.ts:14`, relative to the working directory; `undefined` when no frame is the user's. */
export function formatOrigin(origin: Origin): string | undefined {
  const [first] = usersFrames(origin.stack);
  return first === undefined ? undefined : `${path.relative(process.cwd(), first.file)}:${first.line}`;
}

interface Frame {
  readonly text: string;
  readonly file: string;
  readonly line: string;
}

/** The frames of a stack that lie in the user's own code. */
export function usersFrames(stack = ""): Frame[] {
  return stack.split("\n").flatMap((text) => {
    const match = frames.map((frame) => frame.exec(text)).find((found) => found !== null);
    const [, location, line] = match ?? [];
    if (location === undefined || line === undefined) {
      return [];
    }
    const file = location.startsWith("file://") ? fileURLToPath(location) : location;
    const isUsers =
      path.isAbsolute(file) && !file.startsWith(libraryRoot) && !file.includes(installedPackages);
    return isUsers ? [{ text, file, line }] : [];
  });
}
