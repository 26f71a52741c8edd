import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { acknowledgementsIn, judgeAcknowledgements, type JudgedAcknowledgement } from "./acknowledgements";
import { ExitCode } from "./exit";
import { parseCount, parseDay, toJson } from "./options";
import { nameOf, readInput } from "./read-input";
import type { Streams } from "./streams";
import { isFolder, OUTPUT_FOLDER, stackFilesOf } from "./synthesized";

interface AcksOptions {
  readonly today: string;
  readonly soon: number;
  readonly json?: true;
}

const help = `
An acknowledgement holds on its last day, and has expired on the next one. The last day of allowances is in the
cdk.tf.json of each stack, that of acknowledged advice and of limits turned into warnings in limits.json.

Exit codes:
  0  nothing has expired
  1  called wrongly, or a file cannot be read
  2  something has expired

Examples:
  $ cdktf synth && cdktf-ack acks --today "$(date +%F)"
  $ cdktf-ack acks cdktf.out/limits.json --today 2026-12-31 --soon 60
  $ cdktf-ack acks cdktf.out/stacks/shop/cdk.tf.json --today 2026-12-31 --json`;

/** `cdktf-ack acks`: which acknowledgements and allowances have expired, soon will, or excuse nothing. */
export function acksCommand(streams: Streams, setExitCode: (code: number) => void): Command {
  return new Command("acks")
    .summary("tell which acknowledgements and allowances have expired")
    .description(
      "Reads what a synthesized app excuses: advice that is acknowledged, limits that are turned into warnings, and " +
        "changes that the guard allows. Says which have expired, will soon, or excuse nothing.",
    )
    .argument("[paths...]", "output of cdktf, limits.json, or cdk.tf.json of stacks", [OUTPUT_FOLDER])
    .requiredOption("--today <day>", "the day (YYYY-MM-DD) to compare with: no clock is read", parseDay)
    .option("--soon <days>", "how many days before its end something is said to end soon", parseCount, 30)
    .option("--json", "write JSON")
    .addHelpText("after", help)
    .action((paths: string[], options: AcksOptions) => {
      const files = [...new Set(paths.flatMap(filesOf))];
      const given = files.flatMap((file) =>
        readInput(file, streams, (text) => acknowledgementsIn(nameOf(file), text)),
      );
      const judged = judgeAcknowledgements(given, options);
      const { today, soon } = options;
      streams.out(
        options.json === true
          ? toJson({ version: 1, today, soon, acknowledgements: judged })
          : format(judged, today),
      );
      setExitCode(judged.some(({ state }) => state === "expired") ? ExitCode.FOUND : ExitCode.OK);
    });
}

function filesOf(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  const report = join(path, "limits.json");
  return [...(existsSync(report) ? [report] : []), ...stackFilesOf(path)];
}

const titles = {
  expired: "expired",
  "ends-soon": "ends soon",
  unused: "excuses nothing",
  holds: "holds",
} as const;

function format(judged: readonly JudgedAcknowledgement[], today: string): string {
  const counts = (Object.keys(titles) as (keyof typeof titles)[])
    .map((state) => [titles[state], judged.filter((one) => one.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([title, count]) => `${count} ${title}`);
  const entries = judged.map(({ state, what, id, at, reason, until }) =>
    [
      `${titles[state]}: ${what} ${id}`,
      `    at      ${at.map((path) => (path === "" ? "the app" : path)).join(", ")}`,
      `    reason  ${reason}`,
      `    until   ${until ?? (state === "unused" ? "it can be removed" : "no end")}`,
    ].join("\n"),
  );
  return `${[...entries, `${today}: ${counts.length === 0 ? "nothing is excused" : counts.join(", ")}`].join("\n\n")}\n`;
}
