import type { ICluster } from "../cluster/kinds";
import { canBeLimited, operations, type AckAction } from "./actions";
import { RamPolicyDocument, type RamStatement } from "./document";

/** Clusters that a policy is about: constructs or ids, or `all` of the account, those included that come later. */
export type PolicyClusters = readonly (ICluster | string)[] | "all";

/** What a policy on clusters is about. */
export interface AckPolicyOptions {
  readonly clusters: PolicyClusters;
}

/**
 * Policies for those who work with clusters: users, groups and roles of RAM. They are about the API of ACK. What somebody may do inside of a
 * cluster is said by RBAC, for which reading is enough here.
 *
 * Actions that cannot be limited to a cluster stand in a statement of their own, as they would grant nothing in another.
 */
export class AckPolicy {
  /** Some actions, limited to clusters as far as they can be. */
  public static of(actions: readonly AckAction[], { clusters }: AckPolicyOptions): RamPolicyDocument {
    const limited = actions.filter(canBeLimited);
    const others = actions.filter((action) => !canBeLimited(action));
    return RamPolicyDocument.of(...statement(limited, resourcesOf(clusters)), ...statement(others, ["*"]));
  }

  /** Reads clusters, with the kubeconfig that RBAC then says the rights of. What is of the account as a whole stays closed. */
  public static readOnly(options: AckPolicyOptions): RamPolicyDocument {
    return AckPolicy.of(reading, options);
  }

  /** What a developer of applications needs: to see a cluster and to come into it. The rest is RBAC. */
  public static developer(options: AckPolicyOptions): RamPolicyDocument {
    return AckPolicy.of(
      [
        "cs:GetClusters",
        "cs:DescribeClusterDetail",
        "cs:DescribeClusterUserKubeconfig",
        "cs:DescribeClusterNamespaces",
        "cs:DescribeResourcesDeleteProtection",
        "cs:GetClusterAuditProject",
      ],
      options,
    );
  }

  /**
   * Runs clusters: scales and upgrades them, works on pools, nodes and add-ons, and sees tasks and events. It neither makes clusters
   * nor deletes them.
   */
  public static operator(options: AckPolicyOptions): RamPolicyDocument {
    return AckPolicy.of(
      [...reading, ...operations, ...accountReading, "cs:PauseTask", "cs:ResumeTask", "cs:CancelTask"],
      options,
    );
  }

  /** Makes clusters, and finds the networks to put them in. */
  public static creator(): RamPolicyDocument {
    return RamPolicyDocument.of(
      { actions: ["cs:CreateCluster", ...accountReading] },
      { actions: ["vpc:Describe*", "vpc:List*"] },
    );
  }

  /**
   * Gives others their rights in clusters, and attaches policies to users.
   *
   * @param policies names of the policies that may be attached. `all` lets the holder attach any policy, and so become an administrator
   */
  public static delegatedAdmin({
    policies,
  }: {
    readonly policies: readonly string[] | "all";
  }): RamPolicyDocument {
    const names = policies === "all" ? ["*"] : policies;
    return RamPolicyDocument.of(
      {
        actions: [
          "ram:Get*",
          "ram:List*",
          "cs:GetUserPermissions",
          "cs:GetSubUsers",
          // The manual and the API spell these in two ways.
          "cs:GrantPermission",
          "cs:GrantPermissions",
          "cs:DescribeUserPermission",
          "cs:UpdateUserPermissions",
        ],
      },
      {
        actions: ["ram:AttachPolicyToUser", "ram:AttachPolicy"],
        resources: [...names.map((name) => `acs:ram:*:*:policy/${name}`), "acs:*:*:*:user/*"],
      },
    );
  }
}

const reading: readonly AckAction[] = ["cs:Get*", "cs:List*", "cs:Describe*"];

/** What is of the account, and shows nothing of other clusters but their tasks and events. */
const accountReading: readonly AckAction[] = [
  "cs:DescribeAddons",
  "cs:DescribeEvents",
  "cs:DescribeKubernetesVersionMetadata",
  "cs:DescribePolicies",
  "cs:DescribePolicyDetails",
  "cs:DescribeTaskInfo",
  "cs:DescribeTasks",
  "cs:DescribeUserQuota",
  "cs:CheckServiceRole",
];

function statement(actions: readonly string[], resources: readonly string[]): RamStatement[] {
  return actions.length === 0 ? [] : [{ actions, resources }];
}

function resourcesOf(clusters: PolicyClusters): string[] {
  return clusters === "all"
    ? ["*"]
    : clusters.map((one) => clusterArn(typeof one === "string" ? one : one.clusterId));
}

/** The resource of a cluster, in any region of the account. */
export function clusterArn(clusterId: string): string {
  return `acs:cs:*:*:cluster/${clusterId}`;
}
