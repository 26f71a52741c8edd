import type { Operation } from "./operation";

/** What can go wrong on demand. */
export const FAULTS = {
  throttling: "the service refuses calls for a while; the provider tries again a few times by itself",
  "quota-exceeded": "the service refuses: a quota is used up",
  "timeout-after-create": "the object is made, but the answer is an error: Terraform keeps it as tainted",
  error: "the service refuses",
  slow: "the service takes its time",
  crash:
    "the provider dies: before the request reaches the service, or with `after`, before the answer reaches Terraform",
} as const;

export type FaultName = keyof typeof FAULTS;

export interface Fault {
  readonly fault: FaultName;
  /** Which calls. All, unless said; `timeout-after-create` is about creates alone. */
  readonly on?: Operation | "any";
  /** Only those of one type of resource or data source. */
  readonly type?: string;
  /** Only those of objects with that name. */
  readonly name?: string;
  /** The matching call with which it begins, from 1. */
  readonly nth?: number;
  /** How many matching calls in a row it hits. One, unless said. */
  readonly times?: number;
  readonly code?: string;
  readonly message?: string;
  /** How long `slow` takes. */
  readonly seconds?: number;
  /** Whether a `crash` comes after the service has done what was asked. */
  readonly after?: boolean;
}
