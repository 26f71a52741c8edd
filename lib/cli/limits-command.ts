import { Command, Option } from "commander";
// Limits exist once their modules are loaded: these load every domain.
import "../blueprints";
import "../index";
import { allLimits, canBecomeWarning, formatSource, quotas, type Limit, type LimitKind } from "../limits";
import { CommandError } from "./exit";
import { toJson } from "./options";
import type { Streams } from "./streams";

interface LimitsOptions {
  readonly kind?: LimitKind;
  readonly json?: true;
}

const help = `
Exit codes:
  0  found
  1  called wrongly, or there is no such limit

Examples:
  $ cdktf-ack limits                        all limits
  $ cdktf-ack limits vswitch zone           those that speak of both
  $ cdktf-ack limits flannel-vpc-routes     what one says, and what can be done about it
  $ cdktf-ack limits --kind quota --json`;

/** `cdktf-ack limits`: searches the documented limits, and explains one. */
export function limitsCommand(streams: Streams): Command {
  return new Command("limits")
    .summary("search the documented limits, or explain one")
    .description(
      "Searches the limits that synthesis enforces, by id, subject, property and statement. The id of a limit alone " +
        "explains it: what it says, how to mend it, where it is documented, and how to be excused from it.",
    )
    .argument("[words...]", "the id of a limit, or words that all have to occur")
    .addOption(new Option("--kind <kind>", "limits of one kind").choices(["hard", "quota", "advice"]))
    .option("--json", "write JSON")
    .addHelpText("after", help)
    .action((words: string[], { kind, json }: LimitsOptions) => {
      const ofKind = allLimits().filter((limit) => kind === undefined || limit.kind === kind);
      const exact = words.length === 1 ? ofKind.find(({ id }) => id === words[0]) : undefined;
      const found = exact === undefined ? ofKind.filter((limit) => speaksOf(limit, words)) : [exact];
      if (found.length === 0) {
        throw new CommandError(`no limit found`, {
          got: [...words, ...(kind === undefined ? [] : [`--kind ${kind}`])].join(" "),
          want: "the id of a limit, or words that one limit has all of",
          fix: "take fewer or shorter words; without any, all limits are listed",
        });
      }
      streams.out(
        json === true
          ? toJson({ version: 1, limits: found.map(factsOf) })
          : exact === undefined
            ? list(found)
            : explain(exact),
      );
    });
}

function speaksOf({ id, subject, text }: Limit<never>, words: readonly string[]): boolean {
  const all = [id, subject, text.prop, text.statement, text.fix].join(" ").toLowerCase();
  return words.every((word) => all.includes(word.toLowerCase()));
}

function list(limits: readonly Limit<never>[]): string {
  const count = limits.length === 1 ? "1 limit" : `${limits.length} limits`;
  return `${[...limits.map(({ id, kind, text }) => `${id} (${kind}): ${text.statement}`), "", count].join("\n")}\n`;
}

interface LimitFacts {
  readonly id: string;
  readonly kind: LimitKind;
  readonly subject: string;
  readonly statement: string;
  readonly prop?: string;
  readonly fix?: string;
  readonly source: string;
  readonly quota?: { readonly name: string; readonly default: number; readonly unit: string };
  /** How a team is excused from the limit. */
  readonly excuse: string;
}

function factsOf(limit: Limit<never>): LimitFacts {
  const { id, kind, subject, text, quota } = limit;
  return {
    id,
    kind,
    subject,
    statement: text.statement,
    ...(text.prop === undefined ? {} : { prop: text.prop }),
    ...(text.fix === undefined ? {} : { fix: text.fix }),
    source: formatSource(text.source),
    ...(quota === undefined
      ? {}
      : { quota: { name: quota, default: quotas[quota].default, unit: quotas[quota].unit } }),
    excuse: excuseOf(limit),
  };
}

function excuseOf(limit: Limit<never>): string {
  const { id, kind, quota } = limit;
  if (quota !== undefined) return `Quotas.of(scope).set({ ${quota}: <what the account has> })`;
  if (kind === "advice") return `Limits.of(scope).acknowledge("${id}", { reason: "..." })`;
  if (canBecomeWarning(limit)) return `Limits.of(scope).warnOnly("${id}", { reason: "..." })`;
  return "none: without it, the deploy would fail or the library could not do its work";
}

function explain(limit: Limit<never>): string {
  const { id, kind, subject, statement, prop, fix, source, quota, excuse } = factsOf(limit);
  const rows: (readonly [string, string | undefined])[] = [
    ["subject", subject],
    ["prop", prop],
    ["default", quota === undefined ? undefined : `${quota.default} ${quota.unit} (${quota.name})`],
    ["fix", fix],
    ["source", source],
    ["excuse", excuse],
  ];
  const facts = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`    ${name.padEnd(8)} ${value}`],
  );
  return `${[`${id} (${kind})`, `    ${statement}`, ...facts].join("\n")}\n`;
}
