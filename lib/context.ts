import * as fs from "node:fs";

/**
 * The `context` of a cdktf.json, for programs that are started with node and not by the cdktf command line, which
 * alone passes it on: `new App({ context: readContext() })`.
 */
export function readContext(file = "cdktf.json"): Record<string, unknown> {
  if (!fs.existsSync(file)) {
    return {};
  }
  const { context } = JSON.parse(fs.readFileSync(file, "utf8")) as { context?: Record<string, unknown> };
  return context ?? {};
}
