import type { CsKubernetesNodePoolRollingPolicy } from "@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool";
import { fact, limitsOn, provider, type Fact } from "../limits";
import type { NodePoolOptions } from "./node-pool-options";

/**
 * In which batches ACK changes the nodes that a pool has: with a change of `kubelet`, and with an `upgrade`. By itself a
 * change of it does nothing.
 */
export interface RollingPolicy {
  /**
   * Nodes of a batch, 1 to 10.
   * @default 10
   */
  readonly maxParallelism?: number;

  /**
   * Time between batches, a whole number as ACK counts it.
   * @default - none
   */
  readonly batchInterval?: number;

  /**
   * After which batches ACK waits for somebody to go on in the console; Terraform waits as long, up to its time for updates.
   * @default "NotPause"
   */
  readonly pausePolicy?: "FirstBatch" | "EveryBatch" | "NotPause";

  /**
   * The nodes that are changed, by their names.
   * @default - all
   */
  readonly nodeNames?: readonly string[];
}

interface RollingFacts {
  readonly maxParallelism: Fact<number> | undefined;
  readonly batchInterval: Fact<number> | undefined;
}

const pool = limitsOn<RollingFacts>("Node pools");

export const rollingLimits = [
  pool.range(
    "rolling-max-parallelism",
    "maxParallelism",
    { min: 1, max: 10, unit: "nodes" },
    {
      prop: "rollingPolicy maxParallelism",
      statement: "ACK changes 1 to 10 nodes of a pool at a time.",
      source: provider("alicloud_cs_kubernetes_node_pool.rolling_policy.max_parallelism"),
      authority: "service",
      fix: "maxParallelism: 1",
    },
  ),
  pool.range(
    "rolling-batch-interval",
    "batchInterval",
    { min: 0, max: 2 ** 31 - 1 },
    {
      prop: "rollingPolicy batchInterval",
      // Text in the provider, which reads what is no number as 0.
      statement: "The time between batches is a whole number.",
      source: provider("alicloud_cs_kubernetes_node_pool.rolling_policy.batch_interval"),
      authority: "provider",
      fix: "take a whole number, or leave it out",
    },
  ),
];

/** Undefined for the many pools that leave it to ACK. */
export function rollingFacts({ rollingPolicy }: NodePoolOptions): RollingFacts | undefined {
  return (
    rollingPolicy && {
      maxParallelism: fact(rollingPolicy.maxParallelism),
      batchInterval: fact(rollingPolicy.batchInterval),
    }
  );
}

export function rollingArguments(
  policy: RollingPolicy | undefined,
): CsKubernetesNodePoolRollingPolicy | undefined {
  if (policy === undefined || Object.values(policy).every((value) => value === undefined)) {
    return undefined;
  }
  const { batchInterval, maxParallelism, nodeNames, pausePolicy } = policy;
  return {
    maxParallelism,
    batchInterval: batchInterval === undefined ? undefined : String(batchInterval),
    pausePolicy,
    nodeNames: nodeNames === undefined ? undefined : [...nodeNames],
  };
}
