import type { SecurityGroup } from "@cdktf/provider-alicloud/lib/security-group";
import type { SecurityGroupRule } from "@cdktf/provider-alicloud/lib/security-group-rule";
import { DefaultTokenResolver, StringConcat, TerraformResource, TerraformStack, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import {
  fact,
  isToken,
  isUnknown,
  unknown,
  type Fact,
  type FactList,
  type Joined,
  type Relation,
  type TypedElement,
} from "../limits";
import { Cidr } from "../values";
import type { INetwork } from "./network";
import { securityGroupLimits } from "./security-group-limits";
import { securityGroupNeedLimits } from "./security-group-need-limits";

/** A cluster or a pool that brings security groups of its own. */
interface GroupUser {
  readonly kind: "user";
  readonly scope: IConstruct;
  readonly securityGroupIds: readonly string[];
  /** Of a Flannel cluster. */
  readonly podCidr: string | undefined;
  /** Of the cluster, when the app owns it. */
  readonly network: INetwork | undefined;
  /** Of the cluster. */
  readonly clusterKey: string;
  readonly isContainerOs: boolean;
}

type GroupMember =
  | GroupUser
  /** A ContainerOS pool in the groups of its cluster. */
  | { readonly kind: "containeros"; readonly clusterKey: string }
  /** A group that exists, of which the app knows the type. */
  | {
      readonly kind: "imported";
      readonly securityGroupId: string;
      readonly type: "normal" | "enterprise";
    };

export interface Rule {
  readonly path: string;
  readonly type: Fact<string> | undefined;
  readonly policy: Fact<string> | undefined;
  readonly protocol: Fact<string> | undefined;
  /** `53/53`. */
  readonly ports: Fact<string> | undefined;
  readonly priority: Fact<number> | undefined;
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
  /** Whether members reach each other by rules alone. */
  readonly isIsolated: boolean;
  /** Whether the groups exist, and so may have rules that the app does not know. */
  readonly isImported: boolean;
  readonly rules: readonly Rule[];
  readonly podCidr: Fact<string> | undefined;
  /** Blocks of the vSwitches of the cluster, as far as they are known. */
  readonly vswitchCidrs: readonly Cidr[];
  /** Secondary blocks of the VPC in which vSwitches of the cluster are. */
  readonly secondaryCidrs: readonly Cidr[];
  /** Paths of the ContainerOS pools in these groups. */
  readonly containerOs: readonly string[];
}

export interface SecurityGroupFacts {
  /** Unknown where a group is not of the stack: its rules are then elsewhere, too. */
  readonly uses: FactList<GroupUse>;
}

/** The security groups of one stack that its clusters and pools name; the key is the path of the stack. */
export const securityGroups: Relation<GroupMember, SecurityGroupFacts> = {
  id: "security-groups",
  limits: [...securityGroupLimits, ...securityGroupNeedLimits],
  facts: (members, elementsIn) => {
    const users = members.filter(isUser);
    const [first] = users;
    if (first === undefined) {
      return { uses: [] };
    }
    const imported = members.flatMap(({ path, member }) =>
      member.kind === "imported" ? [{ path, ...member }] : [],
    );
    const groups = groupsAmong(elementsIn(TerraformStack.of(first.member.scope)), imported);
    const containerOs = members.flatMap(({ path, member }) =>
      member.kind === "containeros" ? [{ path, clusterKey: member.clusterKey }] : [],
    );
    return {
      uses: users.map((user) =>
        useOf(
          user,
          groups,
          containerOs
            .filter(({ clusterKey }) => isCluster(user) && clusterKey === user.member.clusterKey)
            .map(({ path }) => path),
        ),
      ),
    };
  },
};

function isUser(one: Joined<GroupMember>): one is Joined<GroupUser> {
  return one.member.kind === "user";
}

/** Pools of ContainerOS stand in the groups of their cluster, and not in those of another pool. */
function isCluster({ path, member }: Joined<GroupUser>): boolean {
  return member.clusterKey === `new:${path}`;
}

interface GroupWithRules {
  readonly path: string;
  readonly type: Fact<string>;
  readonly isIsolated: boolean;
  readonly isImported: boolean;
  readonly rules: Rule[];
}

function useOf(
  { path, member }: Joined<GroupUser>,
  inStack: ReadonlyMap<string, GroupWithRules>,
  containerOs: readonly string[],
): Fact<GroupUse> {
  const { scope, securityGroupIds, podCidr, network, isContainerOs } = member;
  if (isToken(securityGroupIds)) {
    return unknown(String(securityGroupIds));
  }
  const groups = securityGroupIds.map((id) => inStack.get(addressOf(scope, id) ?? id));
  const known = groups.filter((group) => group !== undefined);
  if (known.length < groups.length) {
    return unknown(securityGroupIds.join(", "));
  }
  const vswitchCidrs = parsed([
    ...(network?.nodeVSwitchCidrs?.values() ?? []),
    ...(network?.podVSwitchCidrs?.values() ?? []),
  ]);
  return {
    path,
    label: `the security ${known.length === 1 ? "group" : "groups"} ${known.map((group) => group.path).join(", ")}`,
    types: known.map(({ type }) => type),
    isIsolated: known.every((group) => group.isIsolated),
    isImported: known.some((group) => group.isImported),
    rules: known.flatMap(({ rules }) => rules),
    podCidr: fact(podCidr),
    vswitchCidrs,
    secondaryCidrs: parsed(network?.vpc.secondaryCidrs ?? []).filter((block) =>
      vswitchCidrs.some((cidr) => block.contains(cidr)),
    ),
    containerOs: isContainerOs ? [path, ...containerOs] : containerOs,
  };
}

/** What only Terraform knows, and what is no block, is left out. */
function parsed(cidrs: readonly (string | undefined)[]): readonly Cidr[] {
  return cidrs.flatMap((text) => {
    const cidr = text === undefined || isToken(text) ? undefined : Cidr.tryParse(text);
    return cidr === undefined ? [] : [cidr];
  });
}

/** The groups that a stack makes, by their Terraform addresses, and those that exist, by their ids; with their rules. */
function groupsAmong(
  elements: readonly TypedElement[],
  imported: readonly { readonly path: string; readonly securityGroupId: string; readonly type: string }[],
): Map<string, GroupWithRules> {
  const groups = new Map<string, GroupWithRules>();
  for (const { path, securityGroupId, type } of imported) {
    const isIsolated = type === "enterprise";
    groups.set(securityGroupId, { path, type, isIsolated, isImported: true, rules: [] });
  }
  const rules: SecurityGroupRule[] = [];
  for (const node of elements) {
    if (!TerraformResource.isTerraformResource(node)) {
      continue;
    }
    // By their types and not their classes, so that two copies of the bindings agree.
    if (node.terraformResourceType === "alicloud_security_group") {
      groups.set(`alicloud_security_group.${node.friendlyUniqueId}`, madeGroup(node as SecurityGroup));
    } else if (node.terraformResourceType === "alicloud_security_group_rule") {
      rules.push(node as SecurityGroupRule);
    }
  }
  for (const rule of rules) {
    const id = rule.securityGroupIdInput ?? "";
    groups.get(addressOf(rule, id) ?? id)?.rules.push(ruleOf(rule));
  }
  return groups;
}

function madeGroup(group: SecurityGroup): GroupWithRules {
  const type = fact(group.securityGroupTypeInput ?? "normal");
  const policy = fact(group.innerAccessPolicyInput);
  return {
    path: group.node.path,
    type,
    isIsolated: type === "enterprise" || (!isUnknown(policy) && policy === "Drop"),
    isImported: false,
    rules: [],
  };
}

function ruleOf(rule: SecurityGroupRule): Rule {
  return {
    path: rule.node.path,
    type: fact(rule.typeInput),
    policy: fact(rule.policyInput),
    protocol: fact(rule.ipProtocolInput),
    ports: fact(rule.portRangeInput),
    priority: fact(rule.priorityInput),
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
