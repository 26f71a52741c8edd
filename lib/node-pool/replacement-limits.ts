import type { IConstruct } from "constructs";
import { declareFacts, fact, isToken, limitsOn, provider, type Fact } from "../limits";
import type { ResolvedPoolProps } from "./pool-arguments";
import { digestLength } from "./replacement";

/** What the limits need to know of pools that are created before their predecessors go. */
interface ReplacementFacts {
  /** Of a pool whose name gets a digest, the part before it. */
  readonly name: Fact<string> | undefined;
  readonly isCreateFirst: boolean;
  readonly isExisting: boolean;
  /** What the lifecycle of Terraform is told beside. */
  readonly createBeforeDestroy: boolean | undefined;
  readonly hasFixedName: boolean;
}

const pool = limitsOn<ReplacementFacts>("Replacement of node pools");
const names = { title: "ACK API", chapter: "CreateClusterNodePool, InvalidParameter.Name" };

const replacementLimits = [
  pool.length(
    "create-first-name-length",
    "name",
    { min: 1, max: 63 - digestLength, of: "characters" },
    {
      statement: `The name of a pool that is created before its predecessor goes has at most ${63 - digestLength} characters: a hyphen and a digest follow, and a pool has 63.`,
      source: names,
      authority: "service",
      fix: "give a shorter name; it can be changed in place",
    },
  ),
  pool.limit(
    "create-first-existing-instances",
    ["isCreateFirst", "isExisting"],
    {
      statement:
        "A pool of existing instances cannot be created before its predecessor goes: an instance is a node of one pool.",
      source: provider("alicloud_cs_kubernetes_node_pool.instances"),
      authority: "service",
      fix: "leave replacement out, or add a second pool with other instances and remove this one",
    },
    ({ isCreateFirst, isExisting }) =>
      isCreateFirst && isExisting
        ? [
            {
              got: "create-first replacement of existing instances",
              want: "instances that are free, which those of the pool are not before it goes",
            },
          ]
        : [],
  ),
  pool.limit(
    "create-first-lifecycle",
    ["isCreateFirst", "createBeforeDestroy"],
    {
      statement: "The lifecycle of Terraform does not take back what replacement says.",
      source: { title: "Terraform documentation", chapter: "lifecycle, create_before_destroy" },
      authority: "library",
      fix: "leave createBeforeDestroy out",
    },
    ({ isCreateFirst, createBeforeDestroy }) =>
      isCreateFirst && createBeforeDestroy === false
        ? [{ got: "create-first replacement, and createBeforeDestroy: false", want: "one of the two" }]
        : [],
  ),
  pool.limit(
    "create-first-needs-new-name",
    ["isCreateFirst", "createBeforeDestroy", "hasFixedName"],
    {
      statement:
        "A pool that is created before its predecessor goes has another name: two pools of a cluster cannot have one.",
      source: names,
      advice: true,
      fix: 'say replacement: "create-first" instead of the lifecycle: it changes the name with what replaces the pool',
    },
    ({ isCreateFirst, createBeforeDestroy, hasFixedName }) =>
      !isCreateFirst && createBeforeDestroy === true && hasFixedName
        ? [{ got: "createBeforeDestroy under a name that stays", want: "a name that changes" }]
        : [],
  ),
];

/** Registers the facts of a pool that says how it is replaced. */
export function judgeReplacement(scope: IConstruct, props: ResolvedPoolProps): void {
  const { replacement, lifecycle, capacity, name } = props;
  const isCreateFirst = replacement === "create-first";
  if (!isCreateFirst && lifecycle?.createBeforeDestroy === undefined) return;
  declareFacts(scope, replacementLimits, {
    // An empty name is refused as such.
    name: isCreateFirst && name !== "" ? fact(name) : undefined,
    isCreateFirst,
    isExisting: capacity.existing !== undefined,
    createBeforeDestroy: lifecycle?.createBeforeDestroy,
    hasFixedName: !isToken(name),
  });
}
