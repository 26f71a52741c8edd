import type { TerraformStack } from "cdktf";
import { isUnknown, quotas, registryOf, type Fact, type QuotaName } from "../limits";
import { vpcAddresses, type AddressMember } from "../network";
import type { Account, QuotaQuery } from "./account";
import type { Cluster, Inventory } from "./inventory";
import { checked, valueOf } from "./message";
import { blockOf, providerOf, resolved } from "../resource";
import { choice, numberTerm, sumOf, type Term } from "./terms";

/**
 * The quotas of which Alibaba Cloud documents what Quota Center calls them: the code in the reference of its API, or the name in the
 * quotas of the product. Those of node pools have no documented code, and are not asked for.
 */
const queries = {
  clusters: { productCode: "csk", quotaActionCode: "q_cbdch3" },
  clusterNodes: { productCode: "csk", quotaActionCode: "q_i5uzm3" },
  securityGroups: { productCode: "ecs", quotaActionCode: "q_security-groups", isRegional: true },
  vpcRouteEntries: { productCode: "vpc", nameRegex: "^vpc_quota_route_entrys_num$" },
  eips: { productCode: "eip", nameRegex: "^eip_quota_instances_num$" },
} as const satisfies { readonly [name in QuotaName]?: QuotaQuery };

type CheckedQuota = keyof typeof queries;

/** What a stack asks of one quota. */
interface QuotaDemand {
  readonly paths: readonly string[];
  /** All that the stack has, or will have. */
  readonly amount: Term;
  /** What of it the account cannot have yet, where that can be told: it comes on top of what is in use. */
  readonly more?: Term;
}

/** Holds the quotas of the account to what the stack asks for. */
export function checkQuotas(account: Account, inventory: Inventory, stack: TerraformStack): void {
  const demands: { readonly [name in CheckedQuota]: readonly QuotaDemand[] } = {
    clusters: [clusterDemand(account, inventory.clusters)],
    clusterNodes: nodeDemands(inventory),
    securityGroups: [groupDemand(account, inventory)],
    vpcRouteEntries: routeDemands(inventory, stack),
    eips: [eipDemand(inventory)],
  };
  for (const name of Object.keys(queries) as CheckedQuota[]) {
    const asked = demands[name].filter(({ amount }) => amount !== "0");
    if (asked.length > 0) {
      account.quota(
        name,
        queries[name],
        asked.map((demand) => quotaCheck(name, demand)),
      );
    }
  }
}

function quotaCheck(name: CheckedQuota, { paths, amount, more }: QuotaDemand) {
  const total = "try(max(self.quotas[*].total_quota...), 0)";
  const used = "try(max([for one in self.quotas : one.consumable ? one.total_usage : 0]...), 0)";
  const fits = `${amount} <= one.total_quota`;
  const fitsBesideOthers = `(!one.consumable || one.total_usage + ${more ?? "0"} <= one.total_quota)`;
  // Quota Center may not list a quota for an account; and -1 stands for no limit.
  const condition = `length(self.quotas) == 0 || anytrue([for one in self.quotas : one.total_quota < 0 || (${
    more === undefined ? fits : `${fits} && ${fitsBesideOthers}`
  })])`;
  const others = more === undefined ? "" : `, ${valueOf(more)} of them on top of ${valueOf(used)} in use`;
  return checked(condition, {
    id: `account-quota-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    statement: `The account has the quota for what the stack makes (${name}).`,
    paths,
    got: `${valueOf(amount)} ${things[name]}${others}`,
    want: `at most ${valueOf(total)}, the quota of this account: ${quotas[name].unit}`,
    fix: `ask for more: ${quotas[name].raise}`,
  });
}

const things: { readonly [name in CheckedQuota]: string } = {
  clusters: "clusters",
  clusterNodes: "nodes to begin with",
  securityGroups: "security groups, with those that ACK makes for clusters",
  vpcRouteEntries: "route entries, with one for each node that Flannel pools may grow to",
  eips: "public addresses (EIPs), with those that ACK makes",
};

/** Clusters, and those of them that the account does not have: names are unique in it. */
function clusterDemand(account: Account, clusters: readonly Cluster[]): QuotaDemand {
  const amount = String(clusters.length);
  const paths = clusters.map(({ path }) => path);
  const names = clusters.map(({ name }) => name);
  if (clusters.length === 0 || names.includes(undefined)) {
    return { paths, amount };
  }
  const present = `[for one in ${account.clusters()} : one.cluster_name]`;
  return { paths, amount, more: `length(setsubtract([${names.join(", ")}], ${present}))` };
}

/** ACK makes a group for each cluster that names none. */
function groupDemand(account: Account, { clusters, securityGroups }: Inventory): QuotaDemand {
  const withGroup = clusters.filter(({ body }) => body["security_group_id"] === undefined);
  const { more } = clusterDemand(account, withGroup);
  return {
    paths: [...withGroup, ...securityGroups].map(({ path }) => path),
    amount: String(withGroup.length + securityGroups.length),
    ...(more === undefined ? {} : { more }),
  };
}

/** What the pools of each cluster begin with: a bound above it is no promise, and ACK takes any. */
function nodeDemands({ clusters, pools }: Inventory): QuotaDemand[] {
  return clusters.map((cluster) => {
    const own = pools.filter((pool) => pool.cluster === cluster);
    return { paths: [cluster, ...own].map(({ path }) => path), amount: sumOf(own.map(({ min }) => min)) };
  });
}

/** Public addresses that the stack makes, or ACK for its clusters and pools. */
function eipDemand({ clusters, pools, eips }: Inventory): QuotaDemand {
  const byAck = [
    ...clusters.map(({ path, body }) => ({
      path,
      amount: sumOf([
        choice(body["slb_internet_enabled"], "1", "0"),
        choice(body["new_nat_gateway"], "1", "0"),
      ]),
    })),
    ...pools.map(({ path, body, min }) => ({
      path,
      amount: choice(blockOf(body, "scaling_config")["is_bond_eip"], min, "0"),
    })),
  ].filter(({ amount }) => amount !== "0");
  return {
    paths: [...eips, ...byAck].map(({ path }) => path),
    amount: sumOf([String(eips.length), ...byAck.map(({ amount }) => amount)]),
  };
}

/** Route entries of each VPC, as the limits on addresses count them. */
function routeDemands({ provider }: Inventory, stack: TerraformStack): QuotaDemand[] {
  const byVpc = new Map<string, { path: string; entries: Term; ofVpc: boolean }[]>();
  for (const { relation, key, member, scope, stack: of, path } of registryOf(stack).members) {
    if (relation.id === vpcAddresses.id && of === stack.node.path && providerOf(scope) === provider) {
      const uses = (member as AddressMember).routes.map(({ entries, ofVpc = false }) => ({
        path,
        entries: numberTerm(resolved(given(entries), scope)),
        ofVpc,
      }));
      byVpc.set(key, [...(byVpc.get(key) ?? []), ...uses]);
    }
  }
  return [...byVpc.values()].map((uses) => {
    const ofVpc = [...new Set(uses.filter((use) => use.ofVpc).map(({ entries }) => entries))];
    const others = uses.filter((use) => !use.ofVpc).map(({ entries }) => entries);
    return {
      paths: uses.map(({ path }) => path).sort(),
      // Several constructs may stand for one VPC, and say the same of it.
      amount: sumOf([ofVpc.length > 1 ? `max(${ofVpc.join(", ")})` : (ofVpc[0] ?? "0"), ...others]),
    };
  });
}

function given(entries: Fact<number>): unknown {
  return isUnknown(entries) ? entries.source : entries;
}
