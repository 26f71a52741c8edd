import type { Finding, Limit } from "./limit";
import type { Violation } from "./limit-error";
import type { Acknowledgement, Registry } from "./registry";
import type { Excused, LimitReport, Unused } from "./report";

/** Sorts findings into what breaks the synthesis, what warns, and what a team excused. */
export class Verdicts {
  private readonly broken: Violation[] = [];
  private readonly warnings = new Map<string, Violation>();
  private readonly acknowledged: Excused[] = [];
  private readonly turnedIntoWarnings: Excused[] = [];
  private readonly used = new Set<Acknowledgement>();
  private readonly stacks = new Map<string, string>();

  constructor(
    private readonly registry: Registry,
    private readonly originOf: (path: string) => string | undefined,
  ) {
    for (const { path, stack } of [...registry.checks, ...registry.members]) {
      this.stacks.set(path, stack);
    }
  }

  public add(limit: Limit<never>, finding: Finding, path: string): void {
    const violation = this.violation(limit, finding, path);
    const excuse = this.excuseFor(limit, path);
    if (excuse !== undefined) {
      this.used.add(excuse);
      const excused = {
        ...violation,
        reason: excuse.reason,
        ...(excuse.until === undefined ? {} : { until: excuse.until }),
      };
      (excuse.effect === "warn" ? this.turnedIntoWarnings : this.acknowledged).push(excused);
    } else if (limit.kind === "advice") {
      const key = `${limit.id} ${this.stacks.get(path) ?? ""}`;
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

  private violation(limit: Limit<never>, { got, want, fix }: Finding, path: string): Violation {
    const origin = this.originOf(path);
    const mend = fix ?? limit.text.fix;
    return {
      id: limit.id,
      kind: limit.kind,
      path,
      ...(origin === undefined ? {} : { origin }),
      got,
      want,
      ...(mend === undefined ? {} : { fix: mend }),
      statement: limit.text.statement,
      source: limit.text.source,
    };
  }

  /** An acknowledgement covers the scope that it was made for and everything below. */
  private excuseFor(limit: Limit<never>, path: string): Acknowledgement | undefined {
    return this.registry.acknowledgements.find(
      (excuse) =>
        excuse.id === limit.id &&
        (excuse.path === "" || path === excuse.path || path.startsWith(`${excuse.path}/`)) &&
        (excuse.effect === "acknowledge" ? limit.kind === "advice" : limit.kind === "hard"),
    );
  }
}
