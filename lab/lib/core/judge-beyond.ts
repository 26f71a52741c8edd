import type { Value, ValueObject } from "../values";
import { isList, isObject } from "../values";
import type { Report } from "./judge-problem";

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
export function checkBeyondValidate(type: string, config: ValueObject, report: Report): void {
  for (const path of crashing[type] ?? []) {
    if (blocksAt(config, path).some((block) => Object.values(block).every(isUnset))) {
      report(path.join("."), "is an empty block, on which the provider crashes");
    }
  }
  const { timeouts } = config;
  for (const [operation, value] of isObject(timeouts) ? Object.entries(timeouts) : []) {
    if (typeof value === "string" && !DURATION.test(value)) {
      report(`timeouts.${operation}`, `takes a duration such as 30m, got ${JSON.stringify(value)}`);
    }
  }
}

function blocksAt(config: ValueObject, path: readonly string[]): readonly ValueObject[] {
  return path.reduce<readonly ValueObject[]>(
    (bodies, name) =>
      bodies.flatMap((body) => {
        const blocks = body[name];
        return isList(blocks) ? blocks.filter(isObject) : [];
      }),
    [config],
  );
}

function isUnset(value: Value): boolean {
  return value === null || (isList(value) && value.length === 0);
}
