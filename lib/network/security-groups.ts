import type { SecurityGroup } from "@cdktf/provider-alicloud/lib/security-group";
import type { SecurityGroupRule } from "@cdktf/provider-alicloud/lib/security-group-rule";
import { DefaultTokenResolver, StringConcat, TerraformResource, TerraformStack, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import {
  fact,
  isToken,
  unknown,
  type Fact,
  type FactList,
  type Joined,
  type Relation,
  type TypedElement,
} from "../limits";
import { securityGroupLimits } from "./security-group-limits";

/** A cluster or a pool that brings security groups of its own. */
interface GroupUser {
  readonly scope: IConstruct;
  readonly securityGroupIds: readonly string[];
  /** Of a Flannel cluster. */
  readonly podCidr: string | undefined;
}

export interface Rule {
  readonly path: string;
  readonly type: Fact<string> | undefined;
  readonly policy: Fact<string> | undefined;
  readonly protocol: Fact<string> | undefined;
  readonly cidr: Fact<string> | undefined;
  readonly sourceGroup: boolean;
  readonly prefixList: boolean;
}

/** Security groups of the stack, in use together. */
export interface GroupUse {
  readonly path: string;
  /** "the security group shop/group". */
  readonly label: string;
  readonly types: readonly Fact<string>[];
  readonly rules: readonly Rule[];
  readonly podCidr: Fact<string> | undefined;
}

export interface SecurityGroupFacts {
  /** Unknown where a group is not of the stack: its rules are then elsewhere, too. */
  readonly uses: FactList<GroupUse>;
}

/** The security groups of one stack that its clusters and pools name; the key is the path of the stack. */
export const securityGroups: Relation<GroupUser, SecurityGroupFacts> = {
  id: "security-groups",
  limits: securityGroupLimits,
  facts: (members, elementsIn) => {
    const [first] = members;
    const inStack =
      first === undefined ? undefined : groupsAmong(elementsIn(TerraformStack.of(first.member.scope)));
    return { uses: members.map((user) => useOf(user, inStack ?? new Map())) };
  },
};

interface GroupWithRules {
  readonly path: string;
  readonly type: Fact<string>;
  readonly rules: Rule[];
}

function useOf(
  { path, member }: Joined<GroupUser>,
  inStack: ReadonlyMap<string, GroupWithRules>,
): Fact<GroupUse> {
  const { scope, securityGroupIds, podCidr } = member;
  if (isToken(securityGroupIds)) {
    return unknown(String(securityGroupIds));
  }
  const groups = securityGroupIds.map((id) => inStack.get(addressOf(scope, id) ?? ""));
  const known = groups.filter((group) => group !== undefined);
  return known.length < groups.length
    ? unknown(securityGroupIds.join(", "))
    : {
        path,
        label: `the security ${known.length === 1 ? "group" : "groups"} ${known.map((group) => group.path).join(", ")}`,
        types: known.map(({ type }) => type),
        rules: known.flatMap(({ rules }) => rules),
        podCidr: fact(podCidr),
      };
}

/** The groups that a stack makes, with their rules, by their Terraform addresses. */
function groupsAmong(elements: readonly TypedElement[]): Map<string, GroupWithRules> {
  const groups = new Map<string, GroupWithRules>();
  const rules: SecurityGroupRule[] = [];
  for (const node of elements) {
    if (!TerraformResource.isTerraformResource(node)) {
      continue;
    }
    // By their types and not their classes, so that two copies of the bindings agree.
    if (node.terraformResourceType === "alicloud_security_group") {
      const type = fact((node as SecurityGroup).securityGroupTypeInput ?? "normal");
      groups.set(`alicloud_security_group.${node.friendlyUniqueId}`, {
        path: node.node.path,
        type,
        rules: [],
      });
    } else if (node.terraformResourceType === "alicloud_security_group_rule") {
      rules.push(node as SecurityGroupRule);
    }
  }
  for (const rule of rules) {
    groups.get(addressOf(rule, rule.securityGroupIdInput ?? "") ?? "")?.rules.push(ruleOf(rule));
  }
  return groups;
}

function ruleOf(rule: SecurityGroupRule): Rule {
  return {
    path: rule.node.path,
    type: fact(rule.typeInput),
    policy: fact(rule.policyInput),
    protocol: fact(rule.ipProtocolInput),
    cidr: fact(rule.cidrIpInput),
    sourceGroup: rule.sourceSecurityGroupIdInput !== undefined,
    prefixList: rule.prefixListIdInput !== undefined,
  };
}

/** The address of the group that a token is the id of. */
function addressOf(scope: IConstruct, id: string): string | undefined {
  if (!isToken(id)) {
    return undefined;
  }
  const resolver = new DefaultTokenResolver(new StringConcat());
  const text: unknown = Tokenization.resolve(id, { scope, resolver, preparing: false });
  return typeof text === "string" ? /^\$\{([\w.-]+)\.id\}$/.exec(text)?.[1] : undefined;
}
