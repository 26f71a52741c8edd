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

/** Quotas as Quota Center shows them. */
export interface QuotaListing {
  readonly product: string;
  /** The code of the quota, where it is documented; the others are as opaque as those of Quota Center. */
  readonly code?: string;
  readonly name?: string;
  /** Counted in each region, which is then a dimension. */
  readonly isRegional?: true;
}

export const QUOTA_LISTINGS: Readonly<Record<QuotaName, QuotaListing>> = {
  vpcs: { product: "vpc", name: "vpc_quota_instances_num" },
  vswitchesPerVpc: { product: "vpc", name: "vpc_quota_vswitches_num" },
  vpcRouteEntries: { product: "vpc", name: "vpc_quota_route_entrys_num" },
  securityGroups: {
    product: "ecs",
    code: "q_security-groups",
    name: "Maximum Number of Security Groups",
    isRegional: true,
  },
  eips: { product: "eip", name: "eip_quota_instances_num" },
  natGatewaysPerVpc: { product: "nat" },
  slbs: { product: "slb", name: "slb_quota_instances_num" },
  clusters: { product: "csk", code: "q_cbdch3", name: "Maximum number of clusters" },
  nodePoolsPerCluster: { product: "csk" },
  nodesPerCluster: { product: "csk", code: "q_i5uzm3", name: "The maximum number of nodes in a cluster" },
  nodesPerNodePool: { product: "csk" },
  ramRoles: { product: "ram" },
  logProjects: { product: "sls" },
  keyPairs: { product: "ecs" },
};

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
