import type { Validator } from "../schema";
import type { CtyType } from "../values";

/** The schema calls both kinds of numbers of Go "number"; all but these are integers. */
const fractional: ReadonlySet<string> = new Set([
  "alicloud_cs_kubernetes_node_pool.instance_patterns.memory",
  "alicloud_cs_kubernetes_node_pool.instance_patterns.min_memory_size",
  "alicloud_cs_kubernetes_node_pool.instance_patterns.max_memory_size",
  "alicloud_ecs_launch_template.spot_price_limit",
  "alicloud_instance.spot_price_limit",
  "alicloud_quotas_quota_alarm.threshold",
  "alicloud_quotas_quota_alarm.threshold_percent",
  "alicloud_quotas_quota_application.desire_value",
]);

/** @param argument resource type and names: `alicloud_instance.spot_price_limit` */
export function isFractional(argument: string): boolean {
  return fractional.has(argument);
}

interface Style {
  /** How the provider prints a list of words. */
  readonly words: (values: readonly (string | number)[]) => string;
  readonly fractional: boolean;
}

/** What a validator says of a known value that has the right type. */
export function validatorProblems(
  validator: Validator,
  type: CtyType,
  value: string | number | bigint | boolean,
  key: string,
  style: Style,
): string[] {
  if (type === "number") return numberProblems(validator, Number(value), key, style);
  const problem = stringProblem(validator, String(value), key, style);
  return problem === undefined ? [] : [problem];
}

function numberProblems(validator: Validator, value: number, key: string, style: Style): string[] {
  const { min, max, range, oneOf } = validator;
  const print = (number: number): string => (style.fractional ? number.toFixed(6) : String(number));
  if (min !== undefined && value < min) {
    return [`expected ${key} to be at least (${print(min)}), got ${print(value)}`];
  }
  if (max !== undefined && value > max) {
    return [`expected ${key} to be at most (${print(max)}), got ${print(value)}`];
  }
  // A list and a range together are alternatives: a period of 1 to 9 months, or 12, 24, 36.
  const inRange = range !== undefined && value >= range[0] && value <= range[1];
  if (inRange || oneOf?.includes(value)) return [];
  return [
    range &&
      `expected ${key} to be in the range (${print(range[0])} - ${print(range[1])}), got ${print(value)}`,
    oneOf && `expected ${key} to be one of ${style.words(oneOf)}, got ${value}`,
  ].filter((problem) => problem !== undefined);
}

/** A number that is written as a text; what else is wrong with it says its format. */
const INTEGER = /^(0|-?[1-9]\d*)$/;

function stringProblem(validator: Validator, value: string, key: string, style: Style): string | undefined {
  const { oneOf, range, length, min, max, json } = validator;
  if (oneOf && !oneOf.map(String).includes(value)) {
    return `expected ${key} to be one of ${style.words(oneOf)}, got ${value}`;
  }
  if (range !== undefined && INTEGER.test(value) && (Number(value) < range[0] || Number(value) > range[1])) {
    return `expected ${key} to be in the range (${range[0]} - ${range[1]}), got ${value}`;
  }
  // Go counts bytes.
  const bytes = Buffer.byteLength(value);
  if (length !== undefined && (bytes < length[0] || bytes > length[1])) {
    return `expected length of ${key} to be in the range (${length[0]} - ${length[1]}), got ${value}`;
  }
  if (min !== undefined && bytes < min) {
    return `expected length of ${key} to be at least (${min}), got (${bytes})`;
  }
  if (max !== undefined && bytes > max) {
    return `expected length of ${key} to be at most (${max}), got (${bytes})`;
  }
  return json && value !== "" ? jsonProblem(value, key) : undefined;
}

function jsonProblem(value: string, key: string): string | undefined {
  try {
    JSON.parse(value);
    return undefined;
  } catch (problem) {
    return `"${key}" contains an invalid JSON: ${problem instanceof Error ? problem.message : String(problem)}`;
  }
}
