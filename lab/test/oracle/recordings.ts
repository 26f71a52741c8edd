import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The files in `recorded/`: see the README there. */
export type Recording = "validate" | "plan-create" | "plan-change";

/** The recorded cases of the real providers, one for each line. The caller names the form of a line. */
export function readRecording<Case>(name: Recording): Case[] {
  const text = gunzipSync(readFileSync(join(__dirname, "recorded", `${name}.jsonl.gz`))).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Case);
}

/** A line of `validate`. */
export interface ValidateCase {
  /** type/kind/argument */
  readonly id: string;
  readonly type: string;
  /** Arguments of one resource in Terraform JSON. `var.u` is a variable without a type or value, so unknown. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly expect: "ok" | "error";
  readonly diagnostics: readonly RecordedDiagnostic[];
}

export interface RecordedDiagnostic {
  readonly severity: "error" | "warning";
  /** Cut to the first sentence, as is `detail`. */
  readonly summary: string;
  readonly detail?: string;
  /** Where Terraform points: the argument or something above it. */
  readonly path?: string;
}
