import { alibabaCloud, facts, limitsOn, provider, type FactList } from "../limits";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits of pools of instances that exist need to know. */
export interface ExistingPoolFacts {
  readonly instanceIds: FactList<string>;
}

const pool = limitsOn<ExistingPoolFacts>("Node pools of existing instances");

export const existingLimits = [
  pool.length(
    "existing-instances-count",
    "instanceIds",
    { min: 1, max: 100, of: "instances" },
    {
      prop: "capacity",
      statement: "A pool of existing instances names 1 to 100 of them.",
      source: provider("alicloud_cs_kubernetes_node_pool.instances"),
      authority: "provider",
      fix: "make a second pool for more than 100, and take Capacity.fixed(0) for none",
    },
  ),
  pool.unique("existing-instances-unique", "instanceIds", {
    prop: "capacity",
    statement: "A pool of existing instances names each of them once.",
    source: provider("alicloud_cs_kubernetes_node_pool.instances"),
    authority: "service",
    fix: "leave the second one out",
  }),
  pool.eachFormat(
    "existing-instances-format",
    "instanceIds",
    /^i-[a-z0-9]+$/,
    { member: "instance", want: "the id of an ECS instance, such as i-bp1example" },
    {
      statement: "Existing instances are named by their ids.",
      source: alibabaCloud("ACK, AttachInstancesToNodePool, instances"),
      authority: "service",
      fix: 'Capacity.existing(["i-bp1example"])',
    },
  ),
];

/** Undefined for the other pools. */
export function existingFacts({ capacity }: ResolvedPoolProps): ExistingPoolFacts | undefined {
  const { existing } = capacity;
  return existing === undefined ? undefined : { instanceIds: facts(existing.instanceIds) ?? [] };
}
