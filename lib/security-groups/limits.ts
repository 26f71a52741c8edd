import { ackGuide, alibabaCloud, findingsOf, limitsOn, provider, type Relation } from "../limits";
import type { GroupFacts, GroupRule, GroupRulesFacts, RuleFacts } from "./facts";

const rule = limitsOn<RuleFacts>("Rules of security groups");

const rulesOfEcs = alibabaCloud("ECS, Security group rules");

/** Limits on one rule. */
export const ruleLimits = [
  rule.format(
    "security-group-rule-cidr",
    "cidr",
    /^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)(\/(3[0-2]|[12]?\d))?$/,
    "an IPv4 block, such as 10.0.0.0/8, or an IPv4 address",
    {
      statement: "A rule names a block of IPv4 addresses, or one address.",
      source: rulesOfEcs,
      authority: "service",
      prop: "peer",
      fix: "write Peer.ipv4 with a block; Peer.ipv6 takes those of IPv6",
    },
  ),
  rule.format(
    "security-group-rule-ipv6",
    "ipv6Cidr",
    /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(\/(12[0-8]|1[01]\d|\d?\d))?$/,
    "an IPv6 block, such as 2408:4321:180:1701::/64",
    {
      statement: "A rule names a block of IPv6 addresses, or one address.",
      source: rulesOfEcs,
      authority: "service",
      prop: "peer",
      fix: "write Peer.ipv6 with a block; Peer.ipv4 takes those of IPv4",
    },
  ),
  rule.range(
    "security-group-rule-port",
    "fromPort",
    { min: 1, max: 65535 },
    {
      statement: "Ports of TCP and UDP are from 1 to 65535.",
      source: rulesOfEcs,
      authority: "service",
      prop: "port",
      fix: "take a port in these bounds; Port.all() is every protocol and every port",
    },
  ),
  rule.range(
    "security-group-rule-last-port",
    "toPort",
    { min: 1, max: 65535 },
    {
      statement: "The last port of a range is from 1 to 65535, too.",
      source: rulesOfEcs,
      authority: "service",
      prop: "last port",
      fix: "take a port in these bounds",
    },
  ),
  rule.limit(
    "security-group-rule-port-order",
    ["fromPort", "toPort"],
    {
      statement: "A range of ports begins with its lower end.",
      source: rulesOfEcs,
      authority: "service",
      fix: "swap the two ends",
    },
    ({ fromPort, toPort }) =>
      fromPort !== undefined && toPort !== undefined && fromPort > toPort
        ? [{ got: `the ports ${fromPort} to ${toPort}`, want: `${toPort} to ${fromPort}` }]
        : [],
  ),
  rule.range(
    "security-group-rule-priority",
    "priority",
    { min: 1, max: 100 },
    {
      statement: "The priority of a rule is from 1, which counts first, to 100.",
      source: provider("alicloud_security_group_rule.priority"),
      authority: "provider",
      fix: "take 1 to 100; of two rules of one priority, the one that drops counts",
    },
  ),
  rule.length(
    "security-group-rule-why",
    "why",
    { min: 1, max: 512, of: "characters" },
    {
      statement: "The description of a rule has 1 to 512 characters.",
      source: alibabaCloud("ECS, AuthorizeSecurityGroup"),
      authority: "service",
      fix: "say it in fewer words, or leave it out",
    },
  ),
];

const refused = limitsOn<object>("Rules of security groups");

export const withinBasicLimit = refused.limit(
  "security-group-within-basic",
  [],
  {
    statement: "Rules of an enterprise group name addresses: its members are no peer that it can name.",
    source: alibabaCloud("ECS, Basic security groups and advanced security groups"),
    authority: "service",
    fix: 'let addresses in: group.allowFrom("vpc", Peer.vpc(vpc), Port.all()), or take type: "basic"',
  },
  () => [],
);

export const nodeBlocksLimit = refused.limit(
  "security-group-node-blocks",
  [],
  {
    statement: "The rules for nodes name address blocks, so these have to be known.",
    source: ackGuide("6.1.2 Minimal access rules of clusters", "8219-8376"),
    authority: "library",
    fix: "give the existing VPC its cidr",
  },
  () => [],
);

const group = limitsOn<GroupFacts>("Security groups");

/** Limits on one group. */
export const groupLimits = [
  group.format(
    "security-group-name",
    "groupName",
    /^(?!https?:\/\/)\p{L}[\p{L}\p{Nd}:_.-]{1,127}$/u,
    "2 to 128 letters, digits, colons, underscores, dots and hyphens, with a letter first",
    {
      statement: "The name of a security group has 2 to 128 characters and begins with a letter.",
      source: alibabaCloud("ECS, CreateSecurityGroup"),
      authority: "service",
      prop: "name",
      fix: "take a name of this form, or leave it out for the path of the construct",
    },
  ),
  group.limit(
    "security-group-isolated",
    ["isolated", "isEnterprise"],
    {
      statement:
        "Members of an enterprise group are always apart from each other; of a basic one you may choose.",
      source: alibabaCloud("ECS, Basic security groups and advanced security groups"),
      authority: "service",
      fix: 'leave isolated out, or take type: "basic"',
    },
    ({ isolated, isEnterprise }) =>
      isEnterprise && isolated === false
        ? [{ got: "isolated false for an enterprise group", want: "rules that let its members in" }]
        : [],
  ),
];

const rules = limitsOn<GroupRulesFacts>("Rules of security groups");

/** The rules of one group; the key is the id of the group, or its path. */
export const groupRules: Relation<Omit<GroupRule, "path">, GroupRulesFacts> = {
  id: "security-group-rules",
  facts: (members) => ({
    rules: members.map(({ path, member }) => ({ path, ...member })),
  }),
  limits: [
    rules.monotone(
      "security-group-rule-once",
      ["rules"],
      {
        statement:
          "A security group has a rule once: what makes it up is its id, so that two resources would be one, and removing either would remove the rule.",
        source: provider("alicloud_security_group_rule (id is made of its arguments)"),
        authority: "library",
        fix: "leave one of the two out",
      },
      ({ rules: all }) => {
        const first = new Map<string, string>();
        return findingsOf(all, ({ path, identity }) => {
          const earlier = first.get(identity);
          first.set(identity, earlier ?? path);
          return earlier === undefined
            ? undefined
            : { at: path, got: `the rule that ${earlier} is`, want: "rules that differ" };
        });
      },
    ),
    rules.quota(
      "security-group-rule-count",
      "securityGroupRules",
      ["rules"],
      {
        statement: "A security group has at most 200 rules, in and out, unless the quota was raised.",
        source: alibabaCloud("ECS, Limits, Security groups"),
        fix: "take larger blocks or prefix lists, or declare the quota that you have: Quotas.of(stack).set({ securityGroupRules: ... })",
      },
      ({ rules: all }, max) =>
        all.length <= max ? [] : [{ got: `${all.length} rules in this app`, want: `at most ${max}` }],
    ),
  ],
};
