import { alibabaCloud, fact, facts, limitsOn, provider, type Fact, type FactList } from "../limits";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits on what is done while nodes join need to know. */
export interface JoiningFacts {
  readonly preUserData: Fact<string> | undefined;
  readonly rdsInstanceIds: FactList<string>;
}

const pool = limitsOn<JoiningFacts>("Node pools");

const MOST_BYTES = 32 * 1024;

const rdsInstances = provider("alicloud_cs_kubernetes_node_pool.rds_instances (accepts any text)");

export const joiningLimits = [
  pool.limit(
    "pre-user-data-size",
    ["preUserData"],
    {
      statement: "The script that runs before a node is set up has at most 32 KiB.",
      source: alibabaCloud("ECS, RunInstances, UserData"),
      fix: "put the script into a bucket of OSS, and fetch it from its internal endpoint",
    },
    ({ preUserData }) => {
      const bytes = Buffer.byteLength(preUserData ?? "");
      return bytes <= MOST_BYTES
        ? []
        : [{ got: `preUserData of ${bytes} bytes`, want: `at most ${MOST_BYTES} bytes` }];
    },
  ),
  pool.eachFormat(
    "rds-instance-id",
    "rdsInstanceIds",
    /^[a-z]+-[a-z0-9]+$/,
    { member: "RDS instance", want: "the id of an RDS instance, such as rm-bp1example" },
    {
      statement: "RDS instances that let the nodes in are named by their ids.",
      source: rdsInstances,
      fix: 'rdsInstanceIds: ["rm-bp1example"]',
    },
  ),
  pool.unique("rds-instances-unique", "rdsInstanceIds", {
    statement: "An RDS instance that lets the nodes in is named once.",
    source: rdsInstances,
    authority: "library",
    fix: "leave the second one out",
  }),
];

/** Undefined for the many pools that say nothing of it. */
export function joiningFacts({ preUserData, rdsInstanceIds }: ResolvedPoolProps): JoiningFacts | undefined {
  return preUserData === undefined && rdsInstanceIds === undefined
    ? undefined
    : { preUserData: fact(preUserData), rdsInstanceIds: facts(rdsInstanceIds) ?? [] };
}
