import { blockOf, type Rendered } from "../resource";
import { isOn } from "./claim";

/** The nodes that a pool has for certain: its number, or the least that it shrinks to. What only Terraform knows counts as none. */
export function leastNodes({ body }: Rendered): number {
  const scaling = blockOf(body, "scaling_config");
  if (Array.isArray(body["instances"])) {
    return body["instances"].length;
  }
  return whole(isOn(scaling["enable"]) ? scaling["min_size"] : body["desired_size"]) ?? 0;
}

/** The nodes that a pool may grow to. What only Terraform knows has no bound. */
export function mostNodes({ body }: Rendered): number {
  const scaling = blockOf(body, "scaling_config");
  if (Array.isArray(body["instances"])) {
    return body["instances"].length;
  }
  return whole(isOn(scaling["enable"]) ? scaling["max_size"] : body["desired_size"]) ?? Infinity;
}

/** The nodes for certain that nobody takes back: those of a spot pool that it buys by use. */
export function onDemandNodes(pool: Rendered): number {
  const { body } = pool;
  if (!isSpot(pool)) {
    return leastNodes(pool);
  }
  const base = body["multi_az_policy"] === "COST_OPTIMIZED" ? whole(body["on_demand_base_capacity"]) : 0;
  return Math.min(base ?? 0, leastNodes(pool));
}

/** What is known not to be a spot pool is none. */
export function isSpot({ body }: Rendered): boolean {
  return ![undefined, "NoSpot"].includes(body["spot_strategy"] as string | undefined);
}

/** Whether ACK spreads the nodes of a pool evenly over its vSwitches; it does unless it is told otherwise. */
export function isBalanced({ body }: Rendered): boolean {
  return [undefined, "BALANCE"].includes(body["multi_az_policy"] as string | undefined);
}

export function sum(pools: readonly Rendered[], nodes: (pool: Rendered) => number): number {
  return pools.reduce((total, pool) => total + nodes(pool), 0);
}

function whole(value: unknown): number | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && /^\d+$/.test(text) ? Number(text) : undefined;
}
