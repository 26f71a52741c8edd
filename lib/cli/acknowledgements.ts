import { readAllowances } from "../guard";
import { checkDay, ValueError } from "../values";
import { isRecord, parseStack } from "./synthesized";

/** Something that a team excuses, as the output of a synthesis says. */
export interface Acknowledgement {
  /** Advice that is accepted, a limit that only warns, or a change that the guard lets pass. */
  readonly what: "advice" | "limit" | "allowance" | "acknowledgement";
  /** Id of the limit, or the change. */
  readonly id: string;
  /** Paths of constructs, or a Terraform address. */
  readonly at: readonly string[];
  readonly reason: string;
  /** Last day on which it holds. */
  readonly until?: string;
  /** Nothing needed it. */
  readonly unused?: true;
  readonly file: string;
}

export type AcknowledgementState = "expired" | "ends-soon" | "unused" | "holds";

export interface JudgedAcknowledgement extends Omit<Acknowledgement, "unused"> {
  readonly state: AcknowledgementState;
}

const order: readonly AcknowledgementState[] = ["expired", "ends-soon", "unused", "holds"];
const MS_OF_A_DAY = 24 * 60 * 60 * 1000;

/**
 * What has expired comes first.
 *
 * @param soon how many days before its end something is said to end soon
 */
export function judgeAcknowledgements(
  given: readonly Acknowledgement[],
  { today, soon }: { readonly today: string; readonly soon: number },
): readonly JudgedAcknowledgement[] {
  const stateOf = ({ until, unused }: Acknowledgement): AcknowledgementState => {
    if (unused === true) return "unused";
    if (until === undefined) return "holds";
    const left = (Date.parse(until) - Date.parse(today)) / MS_OF_A_DAY;
    if (left < 0) return "expired";
    return left <= soon ? "ends-soon" : "holds";
  };
  return given
    .map(({ unused, ...rest }) => ({ state: stateOf({ unused, ...rest }), ...rest }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || compare(endOf(a), endOf(b)));
}

/** @throws ValueError for what is neither a report of limits nor a synthesized stack */
export function acknowledgementsIn(file: string, text: string): readonly Acknowledgement[] {
  const report = reportIn(text);
  if (report !== undefined) return inReport(file, report);
  parseStack(text);
  return readAllowances(text).map(({ address, change, reason, until }) => ({
    what: "allowance",
    id: change,
    at: [address],
    reason,
    ...(until === undefined ? {} : { until }),
    file,
  }));
}

function reportIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) && json["version"] === 1 && Array.isArray(json["acknowledged"]) ? json : undefined;
  } catch {
    // parseStack says what is wrong with it.
    return undefined;
  }
}

function inReport(file: string, report: Readonly<Record<string, unknown>>): readonly Acknowledgement[] {
  return [
    ...together(entries(report, "acknowledged"), "advice", file),
    ...together(entries(report, "turnedIntoWarnings"), "limit", file),
    ...together(entries(report, "unusedAcknowledgements"), "acknowledgement", file).map((one) => ({
      ...one,
      unused: true as const,
    })),
  ];
}

interface Entry {
  readonly id: string;
  readonly path: string;
  readonly reason: string;
  readonly until?: string;
}

function entries(report: Readonly<Record<string, unknown>>, key: string): readonly Entry[] {
  const list: unknown = report[key];
  return (Array.isArray(list) ? list : []).map((entry: unknown) => {
    const { id, path, reason, until } = isRecord(entry) ? entry : {};
    if (typeof id !== "string" || typeof path !== "string" || typeof reason !== "string") {
      throw new ValueError({
        got: `an entry of ${key} without an id, a path or a reason`,
        want: "limits.json as synthesis writes it",
      });
    }
    return { id, path, reason, ...(until === undefined ? {} : { until: checkDay(until) }) };
  });
}

/** One acknowledgement may excuse many constructs: they are told together. */
function together(
  list: readonly Entry[],
  what: Acknowledgement["what"],
  file: string,
): readonly Acknowledgement[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of list) {
    const key = JSON.stringify([entry.id, entry.reason, entry.until]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ id, reason, until }) => ({
      what,
      id,
      at: [...new Set(group.map(({ path }) => path))].sort(),
      reason,
      ...(until === undefined ? {} : { until }),
      file,
    })),
  );
}

/** What has no end comes last. */
function endOf({ until, id }: JudgedAcknowledgement): string {
  return `${until ?? "9999-99-99"} ${id}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
