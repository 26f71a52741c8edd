import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import {
  ackGuide,
  dedicatedGpuGuide,
  isUnknown,
  limitsOn,
  type ElementsIn,
  type Fact,
  type FactList,
  type Named,
  type Relation,
} from "../limits";

interface AccountMember {
  readonly name: Fact<string>;
  /** How many security groups ACK makes for the cluster. */
  readonly securityGroups: number;
  readonly scope: IConstruct;
}

interface GroupSource {
  readonly path: string;
  readonly count: number;
}

interface AccountFacts {
  readonly clusters: FactList<Named>;
  readonly clusterCount: number;
  /** Where security groups come from: made by ACK for clusters, or in the stacks. */
  readonly securityGroups: FactList<GroupSource>;
}

const account = limitsOn<AccountFacts>("Clusters");

const accountLimits = [
  account.namesDiffer(
    "cluster-name-unique",
    "clusters",
    {
      got: (name, earlier) => `the name "${name}", which ${earlier} has as well`,
      want: "a name of its own for each cluster",
    },
    {
      statement: "The name of a cluster is unique in its account.",
      source: { title: "ACK API", chapter: "CreateCluster, ClusterNameAlreadyExist" },
      authority: "service",
      fix: "give each cluster a name of its own, for example with the region in it",
    },
  ),
  account.quota(
    "security-group-quota",
    "securityGroups",
    ["securityGroups"],
    {
      statement:
        "An account has at most 100 security groups by default; ACK makes one for each cluster that brings none.",
      source: ackGuide("4.3 Create a cluster", "3953"),
      rows: ["security-group-quota-100"],
    },
    ({ securityGroups }, max) => {
      const total = securityGroups.reduce((sum, { count }) => sum + count, 0);
      return total <= max
        ? []
        : [
            {
              got: `${total} security groups, counting one for each cluster that has none of its own`,
              want: `at most ${max}`,
              fix:
                "share groups (ClusterSecurityGroup.existing), or raise the quota (Quota Center, product ECS) and declare it: " +
                `Quotas.of(stack).set({ securityGroups: ${total} })`,
            },
          ];
    },
  ),
  account.quota(
    "cluster-quota",
    "clusters",
    ["clusterCount"],
    {
      statement: "An account has at most 50 clusters by default, in all regions together.",
      source: dedicatedGpuGuide("Restrictions", "24"),
      rows: ["quota-clusters-nodes-new"],
    },
    ({ clusterCount }, max) =>
      clusterCount <= max
        ? []
        : [
            {
              got: `${clusterCount} clusters`,
              want: `at most ${max}, the quota of clusters of an account (clusters)`,
              fix:
                "make fewer, or raise the quota (Quota Center, product ACK) and declare it: " +
                `Quotas.of(stack).set({ clusters: ${clusterCount} })`,
            },
          ],
  ),
];

/** The clusters of one account: of one stack, or of all stacks that name the same account. */
export const accountClusters: Relation<AccountMember, AccountFacts> = {
  id: "account-clusters",
  limits: accountLimits,
  facts: (members, elementsIn) => ({
    clusters: members.map(({ path, member }) =>
      isUnknown(member.name) ? member.name : { path, name: member.name },
    ),
    clusterCount: members.length,
    securityGroups: [
      ...members.map(({ path, member }) => ({ path, count: member.securityGroups })),
      ...groupsInStacks(new Set(members.map(({ member }) => TerraformStack.of(member.scope))), elementsIn),
    ],
  }),
};

/** Security groups that the same stacks make with the generated resource. */
function groupsInStacks(stacks: ReadonlySet<TerraformStack>, elementsIn: ElementsIn): GroupSource[] {
  return [...stacks].map((stack) => ({
    path: stack.node.path,
    count: elementsIn(stack).filter(
      (node) =>
        node.terraformResourceType === "alicloud_security_group" &&
        TerraformResource.isTerraformResource(node),
    ).length,
  }));
}
