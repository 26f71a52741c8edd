import { AckPolicy, ComponentPolicy, inspectionPolicy, type RamPolicyDocument } from "cdktf-ack";
import type { FactCases } from "../support/fact-cases";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** Actions and resources of a policy, by statement. */
const says = (document: RamPolicyDocument): readonly (readonly [readonly string[], readonly string[]])[] =>
  (JSON.parse(document.toJson()) as { Statement: readonly Statement[] }).Statement.map(
    ({ Action, Resource }) => [Action, Resource],
  );

export const ramFactCases: FactCases = {
  "ram-action-wildcards": {
    by: { AckPolicy },
    vectors: {
      "cs:Get*, cs:List* and cs:Describe* on one cluster are one statement": {
        is: () =>
          says(
            AckPolicy.of(["cs:Get*", "cs:List*", "cs:Describe*"], { clusters: ["c2e63856bcd7141970000"] }),
          ),
        documented: [[["cs:Describe*", "cs:Get*", "cs:List*"], ["acs:cs:*:*:cluster/c2e63856bcd7141970000"]]],
      },
    },
  },
  "ram-create-cluster-permission": {
    by: { AckPolicy },
    vectors: {
      "cs:CreateCluster on everything, and reading of VPCs": {
        is: () => {
          const [[actions = [], resources] = []] = says(AckPolicy.creator());
          const asked = ["cs:CreateCluster", "vpc:Describe*", "vpc:List*"];
          return [asked.filter((action) => actions.includes(action)), resources];
        },
        documented: [["cs:CreateCluster", "vpc:Describe*", "vpc:List*"], ["*"]],
      },
    },
  },
  "rbac-delegated-policy-actions": {
    by: { AckPolicy },
    vectors: {
      "the attachment of one policy to users": {
        is: () => says(AckPolicy.delegatedAdmin({ policies: ["xxxxxx"] }))[1],
        documented: [
          ["ram:AttachPolicy", "ram:AttachPolicyToUser"],
          ["acs:*:*:*:user/*", "acs:ram:*:*:policy/xxxxxx"],
        ],
      },
      "what it sees and grants": {
        is: () => {
          const [[actions = [], resources] = []] = says(AckPolicy.delegatedAdmin({ policies: ["xxxxxx"] }));
          const asked = [
            "ram:Get*",
            "ram:List*",
            "cs:GetUserPermissions",
            "cs:GetSubUsers",
            "cs:GrantPermission",
          ];
          return [asked.filter((action) => !actions.includes(action)), resources];
        },
        documented: [[], ["*"]],
      },
    },
  },
  "dedicated-to-pro-oss-bucket": {
    by: { ComponentPolicy },
    vectors: {
      "reading and writing of objects of the bucket": {
        is: () => says(ComponentPolicy.moveToPro({ bucket: "moves" }).document),
        documented: [[["oss:GetObject", "oss:PutObject"], ["acs:oss:*:*:moves/*"]]],
      },
    },
  },
  "diag-oss-policy": {
    by: { ComponentPolicy },
    vectors: {
      "objects of a folder, and the bucket itself": {
        is: () => says(ComponentPolicy.diagnosisLogs({ bucket: "logs", folder: "nodes" }).document),
        documented: [
          [["oss:GetBucketInfo"], ["acs:oss:*:*:logs"]],
          [["oss:GetBucket", "oss:GetObject", "oss:PutObject"], ["acs:oss:*:*:logs/nodes/*"]],
        ],
      },
    },
  },
  "inspection-ram": {
    by: { inspectionPolicy },
    vectors: {
      "five actions on the cluster": {
        is: () => says(inspectionPolicy({ clusterId: "c82e6987", logProject: "k8s-log-c82e6987" }))[0],
        documented: [
          [
            "cs:DescribePolarisConfig",
            "cs:DescribePolarisCronJob",
            "cs:DescribePolarisJob",
            "cs:UpdatePolarisCronJob",
            "cs:UpdatePolarisJob",
          ],
          ["acs:cs:*:*:cluster/c82e6987"],
        ],
      },
      "reading of its logs": {
        is: () => says(inspectionPolicy({ clusterId: "c82e6987", logProject: "k8s-log-c82e6987" }))[1]?.[0],
        documented: ["log:Get*", "log:List*"],
      },
    },
  },
};
