import type { TerraformStack } from "cdktf";
import { AckPolicy, CustomRamPolicy, RamPolicyDocument, type RamStatement } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { proCluster, textToken } from "../support/stacks";
import { componentLimitCases } from "./component-cases";

const of = (document: RamPolicyDocument) => (stack: TerraformStack) =>
  new CustomRamPolicy(stack, "policy", { document });
const says = (...statements: readonly RamStatement[]) => of(RamPolicyDocument.of(...statements));
const parsed = (document: object) => of(RamPolicyDocument.fromJson(JSON.stringify(document)));
const at = "shop/policy";
/** The cluster of the manual's examples, with digits in place of its stars. */
const cluster = "acs:cs:*:*:cluster/c2e63856bcd7141970000";
const everyAction = (count: number) => Array.from({ length: count }, (_, index) => `oss:Action${index}`);

/** What policies of RAM say. */
export const ramLimitCases: CasesById = {
  ...componentLimitCases,
  "ram-policy-version": {
    violating: {
      "the version of another cloud": {
        build: parsed({
          Statement: [{ Action: ["cs:Get*"], Effect: "Allow", Resource: [cluster] }],
          Version: "2012-10-17",
        }),
        at,
        got: "version 2012-10-17",
        want: "version 1",
        rows: ["ram-policy-version"],
      },
      "no version": {
        build: parsed({ Statement: [{ Action: ["cs:Get*"], Effect: "Allow", Resource: [cluster] }] }),
        at,
        got: "no version",
        want: "version 1",
      },
    },
    legal: {
      "the policy of the manual that reads a bucket": {
        build: parsed({
          Version: "1",
          Statement: [
            {
              Effect: "Allow",
              Action: ["oss:ListObjects", "oss:GetBucketAcl"],
              Resource: "acs:oss:*:*:myphotos",
            },
          ],
        }),
        rows: ["ram-policy-version"],
      },
    },
  },
  "ram-resource-forms": {
    violating: {
      "an action in place of a resource, as the manual prints it": {
        build: says({ actions: ["cs:*"], resources: ["CreateCluster"] }),
        at,
        got: 'the resource "CreateCluster"',
        want: "* or acs:<service>:<region>:<account>:<what>",
        rows: ["ram-resource-forms"],
      },
    },
    legal: {
      "one cluster, several clusters, and all": {
        build: says(
          { actions: ["cs:Get*"], resources: [cluster] },
          { actions: ["cs:List*"], resources: [cluster, "acs:cs:*:*:cluster/c82e6987e2961451182edacd74faf"] },
          { actions: ["cs:Describe*"], resources: ["*"] },
        ),
        rows: ["ram-resource-forms"],
      },
      "objects whose names have spaces": says({
        actions: ["oss:GetObject"],
        resources: ["acs:oss:*:*:shop/monthly reports/*"],
      }),
      "things of other services": says(
        { actions: ["oss:GetObject"], resources: ["acs:oss:*:*:myphotos/*"] },
        { actions: ["ram:AttachPolicy"], resources: ["acs:*:*:*:user/*", "acs:ram:*:*:policy/shop"] },
        { actions: ["kms:Decrypt"], resources: ["acs:kms:cn-hangzhou:123456789:key/key-hzz62f1cb66fa42qo"] },
      ),
    },
    unknown: {
      "a resource that only Terraform knows": {
        build: (stack) => says({ actions: ["oss:GetObject"], resources: [textToken(stack)] })(stack),
        limit: "partly",
      },
    },
  },
  "ram-cluster-resource": {
    violating: {
      "the name of a cluster": {
        build: says({ actions: ["cs:Get*"], resources: ["acs:cs:*:*:cluster/shop-prod"] }),
        at,
        got: "the resource acs:cs:*:*:cluster/shop-prod",
        want: "acs:cs:*:*:cluster/<id>",
        rows: ["ram-resource-forms"],
      },
      "what is no cluster": {
        build: says({ actions: ["cs:Get*"], resources: ["acs:cs:*:*:nodepool/np123"] }),
        at,
        got: "the resource acs:cs:*:*:nodepool/np123",
        want: "acs:cs:*:*:cluster/<id>",
      },
    },
    legal: {
      "a cluster of the manual, with or without region and account": {
        build: says({
          actions: ["cs:Get*"],
          resources: [cluster, "acs:cs:cn-hangzhou:1234567890:cluster/c2e63856bcd7141970000"],
        }),
        rows: ["ram-resource-forms"],
      },
      "all clusters, or all things of ACK": says({
        actions: ["cs:Get*"],
        resources: ["acs:cs:*:*:cluster/*", "acs:cs:*:*:*"],
      }),
    },
    unknown: {
      "a cluster of the app": {
        build: (stack) => of(AckPolicy.readOnly({ clusters: [proCluster(stack)] }))(stack),
        limit: "partly",
      },
    },
  },
  "ram-non-limitable-actions": {
    violating: {
      "events of one cluster, of which the manual warns": {
        build: says({ actions: ["cs:DescribeEvents", "cs:DescribeClusterDetail"], resources: [cluster] }),
        at,
        got: `cs:DescribeEvents limited to ${cluster}`,
        want: "a statement of its own, with the resource *",
        rows: ["ram-non-limitable-actions"],
      },
      "what is limited to a cluster of the app": {
        build: (stack) =>
          says({
            actions: ["cs:CreateCluster"],
            resources: [`acs:cs:*:*:cluster/${proCluster(stack).clusterId}`],
          })(stack),
        at,
        got: "cs:CreateCluster limited to a cluster of the app",
        want: "a statement of its own, with the resource *",
      },
    },
    legal: {
      "events in a statement of their own": {
        build: says(
          { actions: ["cs:DescribeEvents"] },
          { actions: ["cs:Get*", "cs:List*", "cs:Describe*"], resources: [cluster] },
        ),
        rows: ["ram-non-limitable-actions"],
      },
      "a policy that splits them itself": of(
        AckPolicy.of(["cs:DescribeEvents", "cs:ScaleCluster"], { clusters: ["c2e63856bcd7141970000"] }),
      ),
      "what is denied": says({ effect: "Deny", actions: ["cs:OpenAckService"], resources: [cluster] }),
    },
    unknown: {
      "an action that only Terraform knows": {
        build: (stack) => says({ actions: [textToken(stack)], resources: [cluster] })(stack),
        limit: "partly",
      },
    },
  },
  "ram-action-form": {
    violating: {
      "an action without its service, as the manual prints some": {
        build: says({ actions: ["DescribeVSwitches"] }),
        at,
        got: 'the action "DescribeVSwitches"',
        want: "<service>:<action>, or *",
      },
    },
    legal: {
      "actions of several services": says({
        actions: ["vpc:DescribeVSwitches", "yundun-cert:DescribeSSLCertificateList", "cs:Scale*", "ecs:*"],
      }),
      "what all services have, as in the policy ReadOnlyAccess": says({
        actions: ["*:Describe*", "*:List*"],
      }),
    },
    unknown: {
      "an action that only Terraform knows": {
        build: (stack) => says({ actions: [textToken(stack)] })(stack),
        limit: "partly",
      },
    },
  },
  "ram-action-known": {
    violating: {
      "a name with a capital too many": {
        build: says({ actions: ["cs:DeleteClusterNodePool"] }),
        at,
        got: "the action cs:DeleteClusterNodePool",
        want: "an action that ACK documents",
      },
    },
    legal: {
      "the names of the manual": says({
        actions: [
          "cs:DeleteClusterNodepool",
          "cs:UpdateK8sClusterUserConfigExpire",
          "cs:UnInstallClusterAddons",
        ],
      }),
      "actions of others": says({ actions: ["hbr:DescribeBackupJobs2"] }),
    },
    unknown: {
      "an action that only Terraform knows": {
        build: (stack) => says({ actions: [textToken(stack)] })(stack),
        limit: "partly",
      },
    },
  },
  "ram-grants-everything": {
    violating: {
      "everything on everything": {
        build: says({ actions: ["*"] }),
        at,
        got: "* allowed on *",
        want: "actions that are named",
      },
    },
    legal: {
      "all of ACK": says({ actions: ["cs:*"] }),
      "a denial of everything": says({ effect: "Deny", actions: ["*"] }),
    },
  },
  "ram-policy-length": {
    violating: {
      "the names of five hundred actions": {
        build: says({ actions: everyAction(500) }),
        at,
        got: "length 7966 characters",
        want: "a whole number from 1 to 6144 characters",
      },
    },
    legal: { "the names of three hundred": says({ actions: everyAction(300) }) },
    unknown: {
      "a policy with what only Terraform knows": {
        build: (stack) => of(AckPolicy.readOnly({ clusters: [proCluster(stack)] }))(stack),
        limit: "silent",
      },
    },
  },
};
