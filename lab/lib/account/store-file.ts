import { existsSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import type { Persistence, Snapshot } from "./store";

/** Rises when a file of before can no longer be read. */
const VERSION = 1;

/** Keeps an account in a JSON file, so that one command finds what the one before has made. */
export function inFile(path: string): Persistence {
  return {
    load: () => (existsSync(path) ? parse(path, readFileSync(path, "utf8")) : undefined),
    save: async (snapshot) => {
      // Whoever dies in the middle of a write leaves the old file whole.
      const draft = `${path}.${process.pid}.tmp`;
      await writeFile(draft, JSON.stringify({ version: VERSION, ...snapshot }, encode, 1));
      await rename(draft, path);
    },
  };
}

function parse(path: string, text: string): Snapshot {
  const broken = (why: string): Error =>
    new Error(`the account file ${path} ${why}; delete it to start with an empty account`);
  let content: unknown;
  try {
    content = JSON.parse(text, decode);
  } catch {
    throw broken("is not JSON");
  }
  if (!isRecord(content)) throw broken("does not hold an account");
  const { version, objects, gone, counts } = content;
  if (version !== VERSION)
    throw broken(`has version ${JSON.stringify(version)}, this lab reads version ${VERSION}`);
  if (!Array.isArray(objects) || !Array.isArray(gone) || !isRecord(counts))
    throw broken("does not hold an account");
  if (!objects.every(isStoredObject)) throw broken("has an object without type, id or values");
  return { objects, gone: gone.map(String), counts: counts as Snapshot["counts"] };
}

function isStoredObject(object: unknown): object is Snapshot["objects"][number] {
  return (
    isRecord(object) &&
    typeof object["type"] === "string" &&
    typeof object["id"] === "string" &&
    isRecord(object["values"]) &&
    (object["madeBy"] === "terraform" || object["madeBy"] === "service")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON has no integers beyond those of a double. */
function encode(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? { $bigint: value.toString() } : value;
}

function decode(_name: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  const digits = value["$bigint"];
  return typeof digits === "string" && Object.keys(value).length === 1 ? BigInt(digits) : value;
}
