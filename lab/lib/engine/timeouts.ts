import type { Value, ValueObject } from "../values";
import { isObject, isUnknown } from "../values";

/** The text that the SDK puts in the place of what it does not know, and then reads as a duration. */
const UNKNOWN_TEXT = "74D93920-ED26-11E3-AC10-0800200C9A66";
const UNITS = ["ns", "us", "µs", "ms", "s", "m", "h"];
const DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/;

/** What the provider says to the durations in `timeouts`, which it reads when it plans. */
export function timeoutProblems(config: ValueObject): string[] {
  const timeouts = config["timeouts"] ?? null;
  if (!isObject(timeouts)) return [];
  return Object.entries(timeouts).flatMap(([operation, value]) => {
    const problem = durationProblem(value);
    return problem === undefined ? [] : [`Error parsing "${operation}" timeout: time: ${problem}`];
  });
}

function durationProblem(value: Value): string | undefined {
  if (value === null) return undefined;
  const text = isUnknown(value) ? UNKNOWN_TEXT : String(value);
  if (DURATION.test(text)) return undefined;
  // The words of Go's time.ParseDuration.
  const [, number = "", unit = ""] = /^([+-]?[\d.]+)([^\d.]*)/.exec(text) ?? [];
  if (number === "") return `invalid duration "${text}"`;
  if (unit === "") return `missing unit in duration "${text}"`;
  return UNITS.includes(unit) ? `invalid duration "${text}"` : `unknown unit "${unit}" in duration "${text}"`;
}
