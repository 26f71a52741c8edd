import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ValueError } from "../values";
import { CommandError } from "./exit";
import type { Streams } from "./streams";

/** What stands for standard input, and for standard output. */
export const DASH = "-";

/**
 * Reads a file, or standard input, and makes something of its text.
 *
 * @throws CommandError when the file cannot be read, and when `parse` throws a ValueError
 */
export function readInput<T>(file: string, { readStdin }: Streams, parse: (text: string) => T): T {
  const name = nameOf(file);
  let bytes: Buffer;
  try {
    bytes = file === DASH ? readStdin() : readFileSync(file);
  } catch (error) {
    throw new CommandError(`cannot read ${name}`, {
      got: error instanceof Error ? error.message : String(error),
      want: "a file that exists and that you may read",
    });
  }
  return orCommandError(name, () => parse(decode(bytes)));
}

/** Turns the error of a value into one that names where the value comes from. */
export function orCommandError<T>(where: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof ValueError) throw new CommandError(`cannot use ${where}`, error);
    throw error;
  }
}

export function nameOf(file: string): string {
  return file === DASH ? "standard input" : file;
}

/** A file of another name in the folder of a file, if there is one; that of standard input is the working directory. */
export function besideFile(file: string, name: string): string | undefined {
  const beside = file === DASH ? name : join(dirname(file), name);
  return existsSync(beside) ? beside : undefined;
}

/** Windows PowerShell redirects output as UTF-16, and others put a byte order mark in front. */
function decode(bytes: Buffer): string {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString("utf16le") : bytes.toString("utf8");
  return text.replace(/^\ufeff/, "");
}
