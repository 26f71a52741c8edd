import type { TerraformStack } from "cdktf";
import { ClusterSecurityGroup, EdgeCluster, type NodePoolOptions, type ProClusterProps } from "cdktf-ack";
import { securityGroup, securityGroupRule } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import { besideStack, flannel, listToken, poolOptions, proCluster, textToken } from "../support/stacks";

type RuleConfig = Partial<securityGroupRule.SecurityGroupRuleConfig>;

/** A security group of the user's own, with rules. */
function groupIn(stack: TerraformStack, id: string, rules: readonly RuleConfig[], type?: string) {
  const group = new securityGroup.SecurityGroup(stack, id, { vpcId: "vpc-1", securityGroupType: type });
  rules.forEach((rule, index) => {
    new securityGroupRule.SecurityGroupRule(stack, `${id}-rule-${index}`, {
      type: "ingress",
      ipProtocol: "all",
      securityGroupId: group.id,
      ...rule,
    });
  });
  return group;
}

/** A cluster with such a group. */
const clusterWith =
  (rules: readonly RuleConfig[], props: Partial<ProClusterProps> = {}, type?: string) =>
  (stack: TerraformStack) =>
    proCluster(stack, {
      securityGroup: ClusterSecurityGroup.existing(groupIn(stack, "group", rules, type).id),
      ...props,
    });
const flannelWith =
  (...rules: RuleConfig[]) =>
  (stack: TerraformStack) =>
    clusterWith(rules, { network: flannel(stack, { podCidr: "172.20.0.0/16" }) })(stack);

/** A pool with groups. */
const poolWith =
  (securityGroupIds: (stack: TerraformStack) => NodePoolOptions["securityGroupIds"]) =>
  (stack: TerraformStack) =>
    proCluster(stack).addNodePool("workers", poolOptions({ securityGroupIds: securityGroupIds(stack) }));
const groupIds = (count: number) => Array.from({ length: count }, (_, index) => `sg-${index}`);

const vpcRule = { cidrIp: "10.0.0.0/16" };
const outRule = { type: "egress", cidrIp: "0.0.0.0/0" };
const noRules = (at: string) => ({
  at,
  got: "the security group shop/group without a rule in this stack",
  want: "the rules that a cluster needs",
  fix: "make it a SecurityGroup of this library, and call group.allowNodes(network) before the cluster is made",
});
const noPods = {
  at: "shop/cluster",
  got: "the security group shop/group without a rule that lets in 172.20.0.0/16",
  want: "an inbound rule for all protocols from the Pod CIDR",
  fix: 'group.allowNodes(network); or add a SecurityGroupRule: { type: "ingress", ipProtocol: "all", cidrIp: "172.20.0.0/16", securityGroupId: group.id }',
};

/** Security groups that clusters and pools are given. */
export const securityGroupCases: CasesById = {
  "existing-security-group-no-rules": {
    violating: {
      "a group of a cluster without rules": {
        build: clusterWith([]),
        ...noRules("shop/cluster"),
        rows: ["existing-security-group-no-rules"],
      },
      "a group of a pool without rules": {
        build: poolWith((stack) => [groupIn(stack, "group", []).id]),
        ...noRules("shop/cluster/workers"),
        rows: ["security-group-existing-no-rules"],
      },
      "a group of a Flannel cluster without rules, of which that is all there is to say": {
        build: flannelWith(),
        ...noRules("shop/cluster"),
      },
      "a group of an edge cluster without rules": {
        build: (stack) =>
          new EdgeCluster(stack, "cluster", {
            name: "shop",
            network: flannel(stack),
            publicApiServer: true,
            securityGroup: ClusterSecurityGroup.existing(groupIn(stack, "group", []).id),
          }).addNodePool("cloud", poolOptions()),
        ...noRules("shop/cluster"),
        rows: ["custom-sg-no-rules"],
      },
    },
    legal: {
      "a group of a cluster with a rule": {
        build: clusterWith([vpcRule]),
        rows: ["existing-security-group-no-rules"],
      },
      "a group of a pool with a rule": {
        build: poolWith((stack) => [groupIn(stack, "group", [vpcRule]).id]),
        rows: ["security-group-existing-no-rules"],
      },
      "the group that ACK makes for an edge cluster": {
        build: (stack) =>
          new EdgeCluster(stack, "cluster", {
            name: "shop",
            network: flannel(stack),
            publicApiServer: true,
          }).addNodePool("cloud", poolOptions()),
        rows: ["custom-sg-no-rules"],
      },
    },
    unknown: {
      "a group that exists, with rules of which nobody knows": {
        build: (stack) => proCluster(stack, { securityGroup: ClusterSecurityGroup.existing("sg-1") }),
        limit: "partly",
      },
      "a group of another stack": {
        build: (stack) => {
          const { id } = groupIn(besideStack(stack, "groups"), "group", []);
          proCluster(stack, { securityGroup: ClusterSecurityGroup.existing(id) });
        },
        limit: "partly",
      },
    },
  },
  "sg-pod-cidr-rule": {
    violating: {
      "a group that lets the VPC in alone": {
        build: flannelWith(vpcRule),
        ...noPods,
        rows: ["sg-pod-cidr-rule"],
      },
      "a rule for a part of the Pod CIDR": { build: flannelWith({ cidrIp: "172.20.0.0/17" }), ...noPods },
      "a rule for TCP": {
        build: flannelWith({ cidrIp: "172.20.0.0/16", ipProtocol: "tcp", portRange: "1/65535" }),
        ...noPods,
      },
      "a rule for a security group, which Pods are not in": {
        build: flannelWith({ sourceSecurityGroupId: "sg-1" }),
        ...noPods,
      },
      "a rule that lets Pods out": {
        build: flannelWith({ cidrIp: "172.20.0.0/16", type: "egress" }),
        ...noPods,
      },
      "a rule that drops what comes from Pods": {
        build: flannelWith({ cidrIp: "172.20.0.0/16", policy: "drop" }),
        ...noPods,
        also: ["sg-pod-cidr-conflict"],
      },
    },
    legal: {
      "a rule for the Pod CIDR": {
        build: flannelWith(vpcRule, { cidrIp: "172.20.0.0/16" }),
        rows: ["sg-pod-cidr-rule"],
      },
      "a rule for a larger block": flannelWith({ cidrIp: "172.16.0.0/12" }),
      "a prefix list, which may have it": flannelWith({ prefixListId: "pl-1" }),
      "a block that only Terraform knows": (stack) => flannelWith({ cidrIp: textToken(stack) })(stack),
      "a Terway cluster": clusterWith([vpcRule]),
      "a Pod CIDR that only Terraform knows": (stack) =>
        clusterWith([vpcRule], { network: flannel(stack, { podCidr: textToken(stack) }) })(stack),
    },
    unknown: {
      "a group that exists, with rules of which nobody knows": {
        build: (stack) =>
          proCluster(stack, {
            network: flannel(stack),
            securityGroup: ClusterSecurityGroup.existing(textToken(stack)),
          }),
        limit: "partly",
      },
    },
  },
  "sg-basic-vs-enterprise": {
    violating: {
      "a rule of an enterprise group that names another group": {
        build: clusterWith([{ sourceSecurityGroupId: "sg-1" }], {}, "enterprise"),
        at: "shop/group-rule-0",
        got: "sourceSecurityGroupId in a rule of an enterprise group",
        want: "an address block (cidrIp) or a prefix list",
        fix: "give the rule cidrIp, or make the group a basic one (securityGroupType: normal)",
        rows: ["sg-basic-vs-enterprise"],
        also: ["sg-enterprise-outbound-minimum"],
      },
    },
    legal: {
      "a rule of a group beside an enterprise group": (stack) => {
        const ids = [
          groupIn(stack, "one", [{ sourceSecurityGroupId: "sg-1" }], textToken(stack)).id,
          groupIn(stack, "two", [vpcRule], "enterprise").id,
        ];
        poolWith(() => ids)(stack);
      },
      "a rule of a basic group that names another group": {
        build: clusterWith([{ sourceSecurityGroupId: "sg-1" }], {}, "normal"),
        rows: ["sg-basic-vs-enterprise"],
      },
      "a rule of an enterprise group that names a block": clusterWith([vpcRule, outRule], {}, "enterprise"),
      "a rule of a group whose type only Terraform knows": (stack) =>
        clusterWith([{ sourceSecurityGroupId: "sg-1" }], {}, textToken(stack))(stack),
    },
    unknown: {
      "a group that exists": {
        build: (stack) => proCluster(stack, { securityGroup: ClusterSecurityGroup.existing("sg-1") }),
        limit: "partly",
      },
    },
  },
  "node-pool-sg-single-kind": {
    violating: {
      "a basic group and an enterprise group": {
        build: poolWith((stack) => [
          groupIn(stack, "basic", [vpcRule]).id,
          groupIn(stack, "large", [vpcRule], "enterprise").id,
        ]),
        at: "shop/cluster/workers",
        got: "the security groups shop/basic, shop/large, of the types normal and enterprise",
        want: "groups of one type",
        fix: "leave out those of one type",
        rows: ["node-pool-sg-single-kind"],
      },
    },
    legal: {
      "two basic groups": {
        build: poolWith((stack) => [
          groupIn(stack, "one", [vpcRule]).id,
          groupIn(stack, "two", [vpcRule], "normal").id,
        ]),
        rows: ["node-pool-sg-single-kind"],
      },
      "a basic group and one whose type only Terraform knows": poolWith((stack) => [
        groupIn(stack, "one", [vpcRule]).id,
        groupIn(stack, "two", [vpcRule], textToken(stack)).id,
      ]),
    },
    unknown: {
      "groups that exist": { build: poolWith(() => ["sg-1", "sg-2"]), limit: "partly" },
      "groups that only Terraform knows": { build: poolWith((stack) => listToken(stack)), limit: "partly" },
    },
  },
  "node-pool-sg-max-5": {
    violating: {
      "6 groups": {
        build: poolWith(() => groupIds(6)),
        at: "shop/cluster/workers",
        got: "securityGroupIds with 6 security groups",
        want: "1 to 5 security groups",
        fix: "name one to five, or leave securityGroupIds out for that of the cluster",
        rows: ["node-pool-sg-max-5"],
      },
      "no group": {
        build: poolWith(() => []),
        at: "shop/cluster/workers",
        got: "securityGroupIds with 0 security groups",
        want: "1 to 5 security groups",
        fix: "name one to five, or leave securityGroupIds out for that of the cluster",
      },
    },
    legal: {
      "5 groups": { build: poolWith(() => groupIds(5)), rows: ["node-pool-sg-max-5"] },
      "that of the cluster": poolWith(() => undefined),
    },
    unknown: {
      "groups that only Terraform knows": { build: poolWith((stack) => listToken(stack)), limit: "silent" },
    },
  },
};
