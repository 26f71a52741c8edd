import type { Json, JsonObject } from "./json";
import { bodiesOf, entriesOf } from "./json";
import type { Report } from "./problem";
import { isTemplate } from "./templates";

/** Blocks that the provider reads as nil when no member is set, and then panics at create. */
const crashing: Readonly<Record<string, readonly (readonly string[])[]>> = {
  alicloud_cs_managed_kubernetes: [
    ["auto_mode"],
    ["operation_policy"],
    ["operation_policy", "cluster_auto_upgrade"],
  ],
  alicloud_cs_serverless_kubernetes: [["operation_policy"], ["operation_policy", "cluster_auto_upgrade"]],
};

/** A duration of Go, with a unit: `30m`, `1h30m`. */
const DURATION = /^[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$/;

/** What `terraform validate` lets through, although plan or apply always fails on it. */
export function checkBeyondValidate(type: string, body: JsonObject, report: Report): void {
  for (const path of crashing[type] ?? []) {
    if (blocksAt(body, path).some((block) => Object.values(block).every(isUnset))) {
      report(path.join("."), "is an empty block, on which the provider crashes");
    }
  }
  for (const timeouts of bodiesOf(body["timeouts"])) {
    for (const [operation, value] of entriesOf(timeouts)) {
      if (value !== null && !isTemplate(value) && !DURATION.test(String(value))) {
        report(`timeouts.${operation}`, `takes a duration such as 30m, got ${JSON.stringify(value)}`);
      }
    }
  }
}

function blocksAt(body: JsonObject, path: readonly string[]): JsonObject[] {
  return path.reduce<JsonObject[]>((bodies, name) => bodies.flatMap((one) => bodiesOf(one[name])), [body]);
}

function isUnset(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
