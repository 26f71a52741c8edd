import type { Account } from "./account";
import { demandsOf, type Demand } from "./demands";
import type { Inventory } from "./inventory";
import { checked, listOf, plain, valueOf } from "./message";
import { sumOf, type Term } from "./terms";

/** vSwitches that nodes or Pods can be in: lists of one id each, or of ids that Terraform alone knows. */
type VSwitches = Demand["vswitches"];

export interface FreeAddressOptions {
  /**
   * Pods that a node of a Terway cluster takes addresses for.
   * @default - what the smallest of the instance types of the pool has addresses for
   */
  readonly podsPerNode?: number;
}

/**
 * Holds vSwitches that exist to the addresses that pools may still take. Nodes go where there is room, so a set of
 * vSwitches has to hold what can be nowhere else: this is asked of each set that a pool names, and of all sets together
 * that have vSwitches in common.
 */
export function checkAddresses(account: Account, inventory: Inventory, options: FreeAddressOptions): void {
  const demands = demandsOf(account, inventory, options.podsPerNode);
  for (const vswitches of setsToHold(demands.map((demand) => demand.vswitches))) {
    const within = demands.filter((demand) => isWithin(demand.vswitches, vswitches));
    const lists = [...vswitches].sort();
    account.vswitches(lists, addressCheck(within, `distinct(concat(${lists.join(", ")}))`));
  }
}

function addressCheck(demands: readonly Demand[], ids: Term) {
  const wanted = sumOf(demands.map(({ amount }) => amount));
  const free = "sum(concat([0], self.vswitches[*].available_ip_address_count))";
  // What the account does not list, another account has shared: nobody here can say how full it is.
  const condition = `length(self.vswitches) < length(${ids}) || ${free} >= ${wanted}`;
  return checked(condition, {
    id: "account-free-addresses",
    statement: "vSwitches that exist have addresses for what the pools in them may still grow to.",
    paths: [...new Set(demands.map(({ path }) => path))],
    got: `${valueOf(free)} free addresses in ${listOf(ids)}`,
    want: `at least ${valueOf(wanted)}: ${demands.map(({ amount, what, path }) => `${valueOf(amount)} for ${what} of ${plain(path)}`).join(", ")}`,
    fix: "add vSwitches to the pools or the network, take larger ones, or lower max",
  });
}

function setsToHold(sets: readonly VSwitches[]): VSwitches[] {
  const keyOf = (set: VSwitches): string => [...set].sort().join(", ");
  const byKey = new Map([...sets, ...connected(sets)].map((set) => [keyOf(set), set]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set);
}

/** Sets that have vSwitches in common, put together. */
function connected(sets: readonly VSwitches[]): VSwitches[] {
  return sets.reduce<VSwitches[]>((joined, set) => {
    const touching = joined.filter((other) => [...set].some((vswitch) => other.has(vswitch)));
    const rest = joined.filter((other) => !touching.includes(other));
    return [...rest, new Set([...touching.flatMap((other) => [...other]), ...set])];
  }, []);
}

function isWithin(inner: VSwitches, outer: VSwitches): boolean {
  return [...inner].every((vswitch) => outer.has(vswitch));
}
