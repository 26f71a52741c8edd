import { checkDay, ValueError } from "../values";
import { isObject } from "./change";
import { guardedChanges, type GuardedChange, type GuardFinding } from "./finding";

/** Says that a change is meant, and why. */
export interface Allowance {
  /**
   * Terraform address of the resource, with its modules. `*` stands for any characters; without a key, the address
   * covers all instances of a resource with count or for_each.
   */
  readonly address: string;
  readonly change: GuardedChange;
  /** Lands in the report. */
  readonly reason: string;
  /**
   * Last day (YYYY-MM-DD) on which this holds. The guard reads no clock: give it the day (`today`).
   * @default - no end
   */
  readonly until?: string;
}

/** @throws ValueError for an allowance without an address, a known change, a reason, or with an end that is no day */
export function checkAllowance(given: unknown): Allowance {
  const { address, change, reason, until } = isObject(given) ? given : {};
  if (!isText(address)) {
    throw new ValueError({
      got: `an allowance for the address ${JSON.stringify(address)}`,
      want: "the Terraform address of a resource, such as alicloud_vpc.main",
    });
  }
  const known = guardedChanges.find((name) => name === change);
  if (known === undefined) {
    throw new ValueError({
      got: `the change ${JSON.stringify(change)} in the allowance for ${address}`,
      want: `one of ${guardedChanges.join(", ")}`,
    });
  }
  if (!isText(reason)) {
    throw new ValueError({
      got: `an allowance to ${known} ${address} without a reason`,
      want: "a reason that others can read in a year",
      fix: 'add reason: "..."',
    });
  }
  return { address, change: known, reason, ...(until === undefined ? {} : { until: checkDay(until) }) };
}

/** Whether an allowance is for what a finding says. */
export function allows(allowance: Allowance, { address, change }: GuardFinding): boolean {
  return allowance.change === change && matchesAddress(allowance.address, address);
}

/** Days compare as texts. Without a day to compare with, an allowance holds. */
export function isExpired({ until }: Allowance, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && until < today;
}

export function matchesAddress(pattern: string, address: string): boolean {
  const literal = pattern
    .split("*")
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^(?:${literal})(?:\\[.*\\])?$`, "s").test(address);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
