import type { Path } from "./values";

/** What a provider tells the user about one resource. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly path?: Path;
}

export function error(summary: string, detail?: string, path?: Path): Diagnostic {
  return { severity: "error", summary, ...(detail !== undefined && { detail }), ...(path && { path }) };
}
