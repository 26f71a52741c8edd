import { Refusal } from "./refusal";

/**
 * What an account may have, by default as much as a new one. Those of ACK and VPC are documented; of the rest there is more than a
 * rehearsal needs.
 */
const DEFAULTS = {
  /** Virtual networks of a region. */
  vpcs: 10,
  vswitchesPerVpc: 150,
  /** Custom routes of a VPC. Each node of a Flannel cluster takes one. */
  vpcRouteEntries: 48,
  securityGroups: 100,
  eips: 20,
  natGatewaysPerVpc: 5,
  /** Load balancers of the kind CLB. Each cluster takes one for its API server. */
  slbs: 60,
  clusters: 50,
  nodePoolsPerCluster: 20,
  nodesPerCluster: 100,
  nodesPerNodePool: 1000,
  ramRoles: 1000,
  logProjects: 50,
  keyPairs: 500,
} as const;

export type QuotaName = keyof typeof DEFAULTS;

export const QUOTA_NAMES = Object.keys(DEFAULTS) as readonly QuotaName[];

export class Quotas {
  private readonly limits: Readonly<Record<QuotaName, number>>;

  constructor(given: Readonly<Record<string, number>> = {}) {
    for (const [name, limit] of Object.entries(given)) {
      if (!QUOTA_NAMES.some((known) => known === name)) {
        throw new Error(`there is no quota "${name}"; the lab knows ${QUOTA_NAMES.join(", ")}`);
      }
      if (!Number.isInteger(limit) || limit < 0) {
        throw new Error(
          `the quota "${name}" must be a whole number of at least 0, it is ${JSON.stringify(limit)}`,
        );
      }
    }
    this.limits = { ...DEFAULTS, ...given };
  }

  public limit(name: QuotaName): number {
    return this.limits[name];
  }

  /** Refuses what would take more than there is. */
  public take(name: QuotaName, more: number, used: number, where = "this account"): void {
    const limit = this.limits[name];
    if (used + more <= limit) return;
    const code = `QuotaExceeded.${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
    throw new Refusal(
      code,
      `the quota ${name} of ${where} is ${limit}: ${used} used, ${more} more asked for.`,
    );
  }
}
