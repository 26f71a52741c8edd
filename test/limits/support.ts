import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { App, type AppConfig } from "cdktf";
import { Construct } from "constructs";
import { declareFacts, LimitError, type Limit, type LimitReport, type LimitText } from "../../lib/limits";

/** The text of a limit of which a test looks at something else. */
export const text: LimitText = {
  statement: "A limit of the tests.",
  source: { title: "Manual of the tests", chapter: "4.2 Limits", lines: "7-9" },
};

/** A construct that does nothing but declare facts. */
export class Thing<F extends object> extends Construct {
  constructor(scope: Construct, id: string, limits: readonly Limit<F>[], facts: F) {
    super(scope, id);
    declareFacts(this, limits, facts);
  }
}

const outdirs: string[] = [];

/** An app as users make it, that writes into a folder of its own. */
export function newApp(config: AppConfig = {}): App {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "cdktf-ack-limits-"));
  outdirs.push(outdir);
  return new App({ outdir, ...config });
}

afterAll(() => {
  for (const outdir of outdirs.splice(0)) {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
});

/** The context of cdktf.json that a team writes for this library. */
export function context(settings: unknown): AppConfig {
  return { context: { "cdktf-ack": settings } };
}

/** Runs something that must break limits. */
export function limitErrorOf(action: () => unknown): LimitError {
  try {
    action();
  } catch (error) {
    if (error instanceof LimitError) {
      return error;
    }
    throw error;
  }
  throw new Error("No limit is broken");
}

/** What is broken, as `id at path`. */
export function brokenIn({ violations }: Pick<LimitError, "violations">): string[] {
  return violations.map(({ id, path: where }) => `${id} at ${where}`);
}

/** All files below a folder, by relative path. */
export function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The report that a run left behind. */
export function writtenReport(app: App): LimitReport {
  return JSON.parse(fs.readFileSync(path.join(app.outdir, "limits.json"), "utf8")) as LimitReport;
}
