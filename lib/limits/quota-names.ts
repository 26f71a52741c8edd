import { ackGuide, alibabaCloud, dedicatedGpuGuide, type Source } from "./source";

/** A default of the Alibaba Cloud account that a ticket can raise. */
export interface QuotaDefinition {
  readonly default: number;
  readonly unit: string;
  /** Where the team asks for more. */
  readonly raise: string;
  readonly source: Source;
}

/**
 * The quotas that limits know. The figures are the manual's. The service grants more route entries today (200 in each
 * VPC); the stricter default stays on purpose, and a team declares what it really has.
 */
export const quotas = {
  vpcRouteEntries: {
    default: 48,
    unit: "custom route entries in each VPC",
    raise: "Quota Center, product VPC, quota vpc_quota_route_entrys_num",
    source: ackGuide("4.3 Create a cluster", "3949-3951"),
  },
  securityGroups: {
    default: 100,
    unit: "security groups in each account and region",
    raise: "Quota Center, product ECS, maximum number of security groups",
    source: ackGuide("4.3 Create a cluster", "3953"),
  },
  securityGroupRules: {
    default: 200,
    unit: "rules in each security group",
    raise: "Quota Center, product ECS, rules of a security group",
    source: alibabaCloud("ECS, Limits, Security groups"),
  },
  eips: {
    default: 20,
    unit: "public addresses (EIPs) in each account",
    raise: "Quota Center, product EIP, maximum number of EIPs",
    source: ackGuide("4.3 Create a cluster", "3957"),
  },
  clusters: {
    default: 50,
    unit: "clusters in each account, in all regions",
    raise: "Quota Center, product ACK, maximum number of clusters",
    source: dedicatedGpuGuide("Restrictions", "24"),
  },
  clusterNodes: {
    default: 100,
    unit: "nodes in each cluster",
    raise: "Quota Center, product ACK, maximum number of nodes in a cluster",
    source: dedicatedGpuGuide("Restrictions", "24"),
  },
  nodePools: {
    default: 20,
    unit: "node pools in each cluster",
    raise: "Quota Center, product ACK, maximum number of node pools in a cluster",
    source: ackGuide("6.2.1 Node pools", "9159"),
  },
  nodePoolNodes: {
    default: 1000,
    unit: "nodes in each node pool",
    raise: "Quota Center, product ACK, maximum number of nodes in a node pool",
    source: ackGuide("6.2.1 Node pools", "9159"),
  },
} as const satisfies Record<string, QuotaDefinition>;

export type QuotaName = keyof typeof quotas;

/** Values that a team declares for quotas of its account. */
export type QuotaValues = { readonly [name in QuotaName]?: number };

export function isQuotaValue(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isQuotaName(name: string): name is QuotaName {
  return Object.hasOwn(quotas, name);
}
