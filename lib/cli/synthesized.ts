import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ValueError } from "../values";
import { CommandError } from "./exit";
import { DASH } from "./read-input";

/** Where cdktf synthesizes to, unless told otherwise. */
export const OUTPUT_FOLDER = "cdktf.out";
const STACK_FILE = "cdk.tf.json";

/** The cdk.tf.json of each stack behind a path: the file itself, that of a folder, or those of all stacks of an app. */
export function stackFilesOf(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  const own = join(path, STACK_FILE);
  if (existsSync(own)) return [own];
  const stacks = join(path, "stacks");
  const files = (existsSync(stacks) ? readdirSync(stacks) : [])
    .sort()
    .map((name) => join(stacks, name, STACK_FILE))
    .filter((file) => existsSync(file));
  if (files.length > 0) return files;
  throw new CommandError(`cannot use ${path}`, {
    got: "a folder without a synthesized stack",
    want: `the output of cdktf (${OUTPUT_FOLDER}), the folder of a stack in it, or a ${STACK_FILE}`,
    fix: "cdktf synth",
  });
}

export function isFolder(path: string): boolean {
  return path !== DASH && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** What cdktf calls a stack, by the folder of its file. */
export function stackNameOf(file: string): string {
  return basename(file) === STACK_FILE ? basename(dirname(file)) : basename(file);
}

/** @throws ValueError for what is no synthesized stack */
export function parseStack(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    if (isRecord(json) && "terraform" in json) return json;
  } catch {
    // What is no JSON is no stack, either.
  }
  throw new ValueError({
    got: "text that is no synthesized stack",
    want: "a cdk.tf.json",
    fix: "cdktf synth, then take cdktf.out/stacks/<stack>/cdk.tf.json",
  });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
