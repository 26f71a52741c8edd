import { canBecomeWarning } from "./catalogue";
import type { Limit } from "./limit";
import type { Violation } from "./limit-error";
import type { Acknowledgement, Place, Registry } from "./registry";
import type { Excused, LimitReport, Unused } from "./report";

/** Sorts findings into what breaks the synthesis, what warns, and what a team excused. */
export class Verdicts {
  private readonly broken: Violation[] = [];
  private readonly warnings = new Map<string, Violation>();
  private readonly acknowledged: Excused[] = [];
  private readonly turnedIntoWarnings: Excused[] = [];
  private readonly used = new Set<Acknowledgement>();
  private stacks: readonly string[] | undefined;

  constructor(private readonly registry: Registry) {}

  public add(limit: Limit<never>, violation: Violation): void {
    const { path } = violation;
    const excuse = excuseFor(this.registry, limit, path);
    if (excuse !== undefined) {
      this.used.add(excuse);
      const excused = {
        ...violation,
        reason: excuse.reason,
        ...(excuse.until === undefined ? {} : { until: excuse.until }),
      };
      (excuse.effect === "warn" ? this.turnedIntoWarnings : this.acknowledged).push(excused);
    } else if (limit.kind === "advice") {
      const key = `${limit.id} ${this.stackOf(path)}`;
      if (!this.warnings.has(key)) {
        this.warnings.set(key, violation);
      }
    } else {
      this.broken.push(violation);
    }
  }

  public result(): Pick<
    LimitReport,
    "broken" | "warnings" | "acknowledged" | "turnedIntoWarnings" | "unusedAcknowledgements"
  > {
    const unusedAcknowledgements: Unused[] = this.registry.acknowledgements
      .filter((acknowledgement) => !this.used.has(acknowledgement))
      .map(({ id, path, reason }) => ({ id, path, reason }));
    return {
      broken: this.broken,
      warnings: [...this.warnings.values()],
      acknowledged: this.acknowledged,
      turnedIntoWarnings: this.turnedIntoWarnings,
      unusedAcknowledgements,
    };
  }

  /** The innermost stack around a path; a finding may name a construct that registered nothing itself. */
  private stackOf(path: string): string {
    this.stacks ??= innermostFirst([...this.registry.checks, ...this.registry.members]);
    return this.stacks.find((stack) => covers(stack, path)) ?? "";
  }
}

/** An acknowledgement covers the scope that it was made for and everything below. */
export function excuseFor(
  { acknowledgements }: Registry,
  limit: Limit<never>,
  path: string,
): Acknowledgement | undefined {
  return acknowledgements.find(
    (excuse) =>
      excuse.id === limit.id &&
      covers(excuse.path, path) &&
      (excuse.effect === "acknowledge" ? limit.kind === "advice" : canBecomeWarning(limit)),
  );
}

/** Whether a path is that of a scope or lies below it; the path of an app is empty. */
function covers(scope: string, path: string): boolean {
  return scope === "" || path === scope || path.startsWith(`${scope}/`);
}

function innermostFirst(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ stack }) => stack))].sort((a, b) => b.length - a.length);
}
