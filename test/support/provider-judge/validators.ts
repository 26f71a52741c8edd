import type { Json } from "./json";
import type { TypeName, Validator } from "./schema";

/** The patterns that recorded answers show; those of other arguments are not checked. */
const formats: readonly { readonly of: RegExp; readonly pattern: RegExp; readonly wants: string }[] = [
  {
    of: /^alicloud_cs_\w+\.\w*vswitch_ids$/,
    pattern: /^vsw-[a-z0-9]*$/,
    wants: "an id that starts with vsw-",
  },
  {
    of: /\.containerd_config\.ignore_image_defined_volume$/,
    pattern: /^(true|false)?$/,
    wants: "true or false as a string",
  },
  {
    of: /\.containerd_config\.limit_/,
    pattern: /^(0|-?[1-9]\d*)?$/,
    wants: "an integer without leading zero as a string",
  },
  { of: /^alicloud_log_project\./, pattern: /^[A-Za-z0-9_-]+$/, wants: "letters, digits, - and _" },
  {
    of: /^alicloud_cs_kubernetes\.node_name_mode$/,
    pattern: /^customized,[a-z0-9][-a-z0-9.]*,([5-9]|1[0-2]),[-a-z0-9.]*$/,
    wants: "customized,<prefix>,<5 to 12>,<suffix>",
  },
];

/** The schema calls both of Go's kinds "number"; all but these are integers. */
const fractional = new Set([
  "alicloud_cs_kubernetes_node_pool.instance_patterns.memory",
  "alicloud_cs_kubernetes_node_pool.instance_patterns.min_memory_size",
  "alicloud_cs_kubernetes_node_pool.instance_patterns.max_memory_size",
  "alicloud_ecs_launch_template.spot_price_limit",
  "alicloud_instance.spot_price_limit",
  "alicloud_quotas_quota_alarm.threshold",
  "alicloud_quotas_quota_alarm.threshold_percent",
  "alicloud_quotas_quota_application.desire_value",
]);

/**
 * What a validator says of a known value that has the right type.
 *
 * @param argument resource type and path: `alicloud_vpc.cidr_block`
 */
export function validatorProblem(
  validator: Validator | undefined,
  type: TypeName,
  argument: string,
  value: Json,
): string | undefined {
  if (type === "number") return numberProblem(validator ?? {}, argument, Number(value));
  if (type !== "string" || validator === undefined) return undefined;
  return stringProblem(validator, argument, String(value));
}

function numberProblem(validator: Validator, argument: string, value: number): string | undefined {
  if (!Number.isInteger(value) && !fractional.has(argument)) return `must be a whole number, got ${value}`;
  if (validator.min !== undefined && value < validator.min) {
    return `is at least ${validator.min}, got ${value}`;
  }
  if (validator.max !== undefined && value > validator.max) {
    return `is at most ${validator.max}, got ${value}`;
  }
  // A list and a range together are alternatives: a period of 1 to 9 months, or 12, 24, 36.
  if (validator.oneOf?.includes(value)) return undefined;
  if (validator.range !== undefined) return rangeProblem(validator.range, value);
  return validator.oneOf && `must be one of ${validator.oneOf.join(", ")}, got ${value}`;
}

function stringProblem(validator: Validator, argument: string, value: string): string | undefined {
  const format = validator.format ? formats.find(({ of }) => of.test(argument)) : undefined;
  if (format && !format.pattern.test(value)) return `takes ${format.wants}, got ${JSON.stringify(value)}`;
  if (validator.oneOf && !validator.oneOf.map(String).includes(value)) {
    return `must be one of ${validator.oneOf.join(", ")}, got ${JSON.stringify(value)}`;
  }
  if (validator.range !== undefined && value !== "") return rangeProblem(validator.range, Number(value));
  // Go counts bytes.
  const length = Buffer.byteLength(value);
  const [shortest, longest] = validator.length ?? [validator.min ?? 0, validator.max ?? Infinity];
  if (length < shortest || length > longest) return `has ${length} bytes, wants ${shortest} to ${longest}`;
  return validator.json && value !== "" && !isJson(value) ? "must be JSON" : undefined;
}

function rangeProblem([least, most]: readonly [number, number], value: number): string | undefined {
  return value < least || value > most ? `must be in the range ${least} to ${most}, got ${value}` : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
