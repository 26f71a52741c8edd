import type { TerraformStack } from "cdktf";
import {
  Capacity,
  type AutoscaleBounds,
  type ManagedCluster,
  type NodePoolOptions,
  type ProCluster,
} from "cdktf-ack";
import type { Build } from "../support/limit-cases";
import { poolOptions, proCluster } from "../support/stacks";

export type Changes = Partial<NodePoolOptions> | ((stack: TerraformStack) => Partial<NodePoolOptions>);

/** Adds a pool, and what it needs in its cluster so that no other advice is about it. */
export function addPool(cluster: AnyCluster, changes: Partial<NodePoolOptions>): void {
  if (changes.billing?.isSpot === true || changes.management !== undefined) {
    cluster.addAddon("detector", { name: "ack-node-problem-detector" });
  }
  cluster.addNodePool("workers", poolOptions(changes));
}

type AnyCluster = ProCluster | ManagedCluster;

/** A pool of a cluster; props that need a scope, because they are tokens, come from a function. */
export const pool =
  (changes: Changes): Build =>
  (stack) => {
    const cluster = proCluster(stack);
    addPool(cluster, typeof changes === "function" ? changes(stack) : changes);
  };

/** An autoscaled pool that no other advice is about, beside a pool of fixed size. */
export const autoscaledPool =
  (bounds: Partial<AutoscaleBounds>, changes: Changes = {}): Build =>
  (stack) => {
    const cluster = proCluster(stack);
    cluster.addNodePool("system", poolOptions());
    const capacity = Capacity.autoscale({ min: 1, max: 3, ...bounds });
    addPool(cluster, { capacity, ...(typeof changes === "function" ? changes(stack) : changes) });
  };

export const at = "shop/cluster/workers";
