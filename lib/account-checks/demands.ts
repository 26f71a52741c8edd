import type { Account } from "./account";
import type { Inventory, Pool } from "./inventory";
import { refersToResource, termOf, type Term } from "./terms";

/** Addresses that a pool may still take. */
export interface Demand {
  readonly path: string;
  readonly what: "nodes" | "Pods";
  /** Lists of ids: of one id, or what Terraform alone knows. */
  readonly vswitches: ReadonlySet<Term>;
  readonly amount: Term;
}

/** What pools ask of vSwitches that exist. */
export function demandsOf(account: Account, { pools }: Inventory, podsPerNode: number | undefined): Demand[] {
  return pools.flatMap((pool) => {
    const nodeVSwitches = existing(pool.body["vswitch_ids"]);
    const podVSwitches = existing(pool.cluster?.body["pod_vswitch_ids"]);
    const beside = nodeVSwitches ?? podVSwitches;
    const nodes = beside === undefined ? undefined : furtherNodes(account, pool);
    if (nodes === undefined) {
      return [];
    }
    const pods = podVSwitches === undefined ? undefined : podsOf(account, pool, podsPerNode);
    return [
      ...demand(pool, "nodes", nodeVSwitches, nodes),
      ...demand(pool, "Pods", podVSwitches, pods === undefined ? undefined : `${nodes} * ${pods}`),
    ];
  });
}

function demand(
  { path }: Pool,
  what: Demand["what"],
  vswitches: ReadonlySet<Term> | undefined,
  amount: Term | undefined,
): Demand[] {
  return vswitches === undefined || amount === undefined ? [] : [{ path, what, vswitches, amount }];
}

/** vSwitches of an argument, unless the stack makes one of them: it is as large as its network needs it. */
function existing(ids: unknown): ReadonlySet<Term> | undefined {
  const lists = Array.isArray(ids) ? ids.map((id: unknown) => termOf([id])) : [termOf(ids)];
  const isExisting = lists.every((list) => list !== undefined && list !== "null" && !refersToResource(list));
  return isExisting && lists.length > 0 ? new Set(lists as Term[]) : undefined;
}

/**
 * The nodes that a pool may grow to beyond what it may have now: those have, or may have, their addresses already. Undefined where
 * the pool cannot be looked up.
 */
function furtherNodes(account: Account, pool: Pool): Term | undefined {
  const beside = account.poolsBeside(pool);
  if (beside === undefined || pool.name === undefined) {
    return undefined;
  }
  const mayHave =
    "try(one.scaling_config[0].enable, false) ? one.scaling_config[0].max_size : try(tonumber(one.desired_size), 0)";
  const now = `sum(concat([0], [for one in ${beside} : ${mayHave} if one.node_pool_name == ${pool.name}]))`;
  return account.named(`further-nodes-${pool.path}`, `max(0, ${pool.max} - ${now})`);
}

/** Pods of a node: each has an address of an interface that is not the first. Unknown types, and those that are sold out, count none. */
function podsOf(account: Account, pool: Pool, podsPerNode: number | undefined): Term | undefined {
  if (podsPerNode !== undefined) {
    return String(podsPerNode);
  }
  const types: unknown = pool.body["instance_types"];
  const terms = Array.isArray(types) ? types.map(termOf) : [];
  const known = terms.filter((term): term is Term => term !== undefined && !refersToResource(term));
  if (known.length === 0) {
    return undefined;
  }
  const instances = `concat(${known.map((type) => account.instanceType(type)).join(", ")})`;
  const pods = `[for one in ${instances} : max(0, (one.eni_amount - 1) * one.eni_private_ip_address_quantity)]`;
  return account.named(`pods-per-node-${pool.path}`, `try(min(${pods}...), 0)`);
}
