import type { TerraformStack } from "cdktf";
import { Capacity, type AutoscaleBounds, type NodePoolOptions } from "cdktf-ack";
import type { Build } from "../support/limit-cases";
import { poolOptions, proCluster } from "../support/stacks";

export type Changes = Partial<NodePoolOptions> | ((stack: TerraformStack) => Partial<NodePoolOptions>);

/** A pool of a cluster; props that need a scope, because they are tokens, come from a function. */
export const pool =
  (changes: Changes): Build =>
  (stack) =>
    proCluster(stack).addNodePool(
      "workers",
      poolOptions(typeof changes === "function" ? changes(stack) : changes),
    );

/** An autoscaled pool that no other advice is about, beside a pool of fixed size. */
export const autoscaledPool =
  (bounds: Partial<AutoscaleBounds>, changes: Changes = {}): Build =>
  (stack) => {
    const cluster = proCluster(stack);
    cluster.addNodePool("system", poolOptions());
    const capacity = Capacity.autoscale({ min: 1, max: 3, ...bounds });
    const more = typeof changes === "function" ? changes(stack) : changes;
    cluster.addNodePool("workers", poolOptions({ capacity, ...more }));
  };

export const at = "shop/cluster/workers";
