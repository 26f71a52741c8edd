import { checkDay } from "../values";
import { allows, checkAllowance, isExpired, type Allowance } from "./allowance";
import { effectOf, type ResourceChange } from "./change";
import { checkChange } from "./check-change";
import type { GuardFinding, Severity } from "./finding";
import type { ChangeContext } from "./losses";
import { readPlan, type Plan } from "./plan-json";

export interface GuardOptions {
  /** What is meant, with a reason. @default - nothing */
  readonly allow?: readonly Allowance[];
  /**
   * The day (YYYY-MM-DD) to compare the ends of allowances with: the guard reads no clock.
   * @default - allowances do not end
   */
  readonly today?: string;
}

/** A finding that a team allowed. */
export interface AllowedFinding extends GuardFinding {
  readonly reason: string;
  readonly until?: string;
}

/** What the guard says about a plan. */
export interface GuardReport {
  readonly version: 1;
  /** How many resources the plan names. */
  readonly resources: number;
  /** Errors first, then warnings, then notes; each group in the order of the plan. */
  readonly findings: readonly GuardFinding[];
  /** Errors and warnings that an allowance covers. */
  readonly allowed: readonly AllowedFinding[];
  /** Allowances that covered nothing in this plan. */
  readonly unusedAllowances: readonly Allowance[];
  /** Allowances that would have covered something, had they not ended. */
  readonly expiredAllowances: readonly Allowance[];
}

/**
 * Judges a whole plan.
 *
 * @param plan the JSON of `terraform show -json <plan>`
 * @throws ValueError when it is no plan, and when an allowance has no reason
 */
export function checkPlan(plan: unknown, options: GuardOptions = {}): GuardReport {
  return judge(readPlan(plan), options);
}

/** @internal */
export function judge({ changes, isPartial }: Plan, options: GuardOptions): GuardReport {
  const contexts = contextsOf(changes);
  const findings = changes.flatMap((change) => checkChange(change, contexts(change)));
  return reportOn(isPartial ? [...findings, incomplete] : findings, changes.length, options);
}

const incomplete: GuardFinding = {
  rule: "plan-incomplete",
  severity: "warning",
  address: "(the plan)",
  type: "",
  arguments: [],
  got: "a plan that puts changes off to a later one",
  want: "a plan with all changes",
  fix: "check the next plan, too",
  source: { title: "Terraform documentation", chapter: "JSON output format, complete" },
};

/** What each change has to know of the others; groups are made once. */
function contextsOf(changes: readonly ResourceChange[]): (change: ResourceChange) => ChangeContext {
  const versions = new Map<string, Pick<ChangeContext, "clusterVersion" | "clusterVersionBefore">>();
  const going = new Set<string>();
  const created = new Map<string, string[]>();
  for (const change of changes) {
    const { type, address, before, after } = change;
    const id = before?.["id"];
    const effect = effectOf(change);
    if (effect === "create") {
      created.set(type, [...(created.get(type) ?? []), address]);
    }
    if (typeof id !== "string" || !/^alicloud_cs_\w*kubernetes$/.test(type)) continue;
    versions.set(id, {
      ...textOf("clusterVersionBefore", before?.["version"]),
      ...textOf("clusterVersion", after?.["version"]),
    });
    if (effect === "destroy" || effect === "replace") going.add(id);
  }
  return ({ type, before }) => {
    const cluster = before?.["cluster_id"];
    return {
      ...(typeof cluster === "string" ? versions.get(cluster) : {}),
      clusterGoes: typeof cluster === "string" && going.has(cluster),
      created: created.get(type) ?? [],
    };
  };
}

function textOf<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  return (typeof value === "string" ? { [key]: value } : {}) as Partial<Record<Key, string>>;
}

const order: readonly Severity[] = ["error", "warning", "note"];

/** Sorts findings into those that stand and those that are allowed. Notes need no allowance. */
export function reportOn(
  findings: readonly GuardFinding[],
  resources: number,
  { allow = [], today }: GuardOptions,
): GuardReport {
  const allowances = allow.map(checkAllowance);
  const day = today === undefined ? undefined : checkDay(today);
  const used = new Set<Allowance>();
  const expired = new Set<Allowance>();
  const allowed: AllowedFinding[] = [];
  const standing: GuardFinding[] = [];
  for (const finding of findings) {
    const matching = allowances.filter((allowance) => allows(allowance, finding));
    const valid = matching.find((allowance) => !isExpired(allowance, day));
    (valid === undefined ? matching : [valid]).forEach((one) =>
      (valid === undefined ? expired : used).add(one),
    );
    if (valid === undefined || finding.severity === "note") {
      standing.push(finding);
    } else {
      const { reason, until } = valid;
      allowed.push({ ...finding, reason, ...(until === undefined ? {} : { until }) });
    }
  }
  return {
    version: 1,
    resources,
    findings: order.flatMap((severity) => standing.filter((finding) => finding.severity === severity)),
    allowed,
    unusedAllowances: allowances.filter((allowance) => !used.has(allowance) && !expired.has(allowance)),
    expiredAllowances: [...expired].filter((allowance) => !used.has(allowance)),
  };
}
