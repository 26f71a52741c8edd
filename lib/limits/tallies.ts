import type { Verdict } from "./evaluate";
import type { Limit } from "./limit";
import type { LimitReport, LimitTally } from "./report";
import type { Subject } from "./subjects";

/**
 * Counts how often limits were applied. Subjects of one kind share their list of limits, so the count of a list stands
 * for all limits in it, and only what is not simply passed is counted one by one.
 */
export class Tallies {
  private readonly subjects = new Map<readonly Limit<never>[], number>();
  private readonly exceptions: Record<string, LimitTally> = {};
  private readonly stacks: Record<string, LimitTally> = {};

  public add({ limits, stack }: Subject): void {
    this.subjects.set(limits, (this.subjects.get(limits) ?? 0) + 1);
    this.inStack(stack).checked += limits.length;
  }

  /** Advice that is not followed warns; only what stops the synthesis is called broken. */
  public count({ stack }: Subject, { id, kind }: Limit<never>, verdict: Verdict): void {
    for (const tally of [(this.exceptions[id] ??= emptyTally()), this.inStack(stack)]) {
      if (verdict.silencedBy.length > 0) {
        tally.silent++;
        tally.checked--;
      }
      tally.partly += verdict.partlyBy.length > 0 ? 1 : 0;
      tally.broken += kind !== "advice" && verdict.findings.length > 0 ? 1 : 0;
    }
  }

  public result(): Pick<LimitReport, "limits" | "stacks"> {
    const limits: Record<string, LimitTally> = {};
    for (const [list, count] of this.subjects) {
      for (const { id } of list) {
        const tally = (limits[id] ??= { ...(this.exceptions[id] ?? emptyTally()) });
        tally.checked += count;
      }
    }
    return { limits: sortKeys(limits), stacks: sortKeys(this.stacks) };
  }

  private inStack(stack: string): LimitTally {
    return (this.stacks[stack] ??= emptyTally());
  }
}

function emptyTally(): LimitTally {
  return { checked: 0, silent: 0, partly: 0, broken: 0 };
}

function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
