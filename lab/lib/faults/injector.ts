import type { Fault } from "./fault";
import type { Operation } from "./operation";

/** A call to the service. */
export interface Call {
  readonly operation: Operation;
  readonly type: string;
  readonly name?: string;
}

/** What comes in the way of a call. */
export type Interruption =
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "refuse"; readonly code: string; readonly message: string }
  | { readonly kind: "lose-answer"; readonly code: string; readonly message: string }
  | { readonly kind: "crash"; readonly after: boolean };

/** How often the provider tries again when it is throttled. The real one does so for minutes. */
export const RETRIES = 5;

const SLOW_SECONDS = 2;

/** Decides which faults hit a call. */
export class FaultInjector {
  constructor(
    private readonly faults: readonly Fault[],
    /** Counts the calls that a fault has seen, from 1; remembered as long as the account is. */
    private readonly count: (what: string) => number,
  ) {}

  public interrupt(call: Call): readonly Interruption[] {
    return this.faults.filter((fault) => matches(fault, call)).flatMap((fault) => this.hit(fault));
  }

  private hit(fault: Fault): readonly Interruption[] {
    const { fault: name, seconds, after, code, message } = fault;
    if (!this.isDue(fault)) return [];
    switch (name) {
      case "slow":
        return [{ kind: "wait", seconds: seconds ?? SLOW_SECONDS }];
      case "throttling":
        return this.outlastsRetries(fault)
          ? [refusal(fault, "Throttling.User", "Request was denied due to user flow control.")]
          : [];
      case "quota-exceeded":
        return [refusal(fault, "QuotaExceeded", "The maximum number of resources is exceeded.")];
      case "error":
        return [
          refusal(
            fault,
            "ServiceUnavailable",
            "The request has failed due to a temporary failure of the server.",
          ),
        ];
      case "timeout-after-create":
        return [
          {
            kind: "lose-answer",
            code: code ?? "WaitForStateTimeout",
            message: message ?? "timeout while waiting for the resource to become available",
          },
        ];
      case "crash":
        return [{ kind: "crash", after: after ?? false }];
    }
  }

  private isDue(fault: Fault): boolean {
    const nth = this.count(`fault ${JSON.stringify(fault)}`);
    const first = fault.nth ?? 1;
    return nth >= first && nth < first + (fault.times ?? 1);
  }

  private outlastsRetries(fault: Fault): boolean {
    for (let retry = 0; retry < RETRIES; retry++) if (!this.isDue(fault)) return false;
    return true;
  }
}

function refusal({ code, message }: Fault, ownCode: string, ownMessage: string): Interruption {
  return { kind: "refuse", code: code ?? ownCode, message: message ?? ownMessage };
}

function matches({ fault, on, type, name }: Fault, call: Call): boolean {
  const operation = on ?? (fault === "timeout-after-create" ? "create" : "any");
  if (operation !== "any" && operation !== call.operation) return false;
  return (type === undefined || type === call.type) && (name === undefined || name === call.name);
}
