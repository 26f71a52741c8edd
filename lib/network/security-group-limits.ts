import { ackGuide, findingsOf, isUnknown, limitsOn, type Fact, type Finding } from "../limits";
import { Cidr } from "../values";
import type { Rule, SecurityGroupFacts } from "./security-groups";

const groups = limitsOn<SecurityGroupFacts>("Security groups");

export const securityGroupLimits = [
  groups.each(
    "existing-security-group-no-rules",
    "uses",
    {
      statement:
        "ACK writes no rules into a security group that it is given: without rules of yours, nodes may not reach each other.",
      source: ackGuide("6.1.2 Minimal access rules of clusters", "8219"),
      rows: ["existing-security-group-no-rules", "security-group-existing-no-rules", "custom-sg-no-rules"],
      advice: true,
      fix: "make it a SecurityGroup of this library, and call group.allowNodes(network) before the cluster is made",
    },
    ({ path, label, rules, isImported }) =>
      rules.length === 0 && !isImported
        ? { at: path, got: `${label} without a rule in this stack`, want: "the rules that a cluster needs" }
        : undefined,
  ),
  groups.each(
    "sg-pod-cidr-rule",
    "uses",
    {
      statement:
        "The security group of a Flannel cluster lets in everything from the Pod CIDR, or Pods of different nodes do not reach each other.",
      source: ackGuide("12.4 FAQ on container security", "42888-42917"),
      rows: ["sg-pod-cidr-rule"],
      advice: true,
    },
    ({ path, label, rules, podCidr }): Finding | undefined => {
      const pods = typeof podCidr === "string" ? Cidr.tryParse(podCidr) : undefined;
      return pods === undefined || rules.length === 0 || rules.some((rule) => mayAdmit(rule, pods))
        ? undefined
        : {
            at: path,
            got: `${label} without a rule that lets in ${pods}`,
            want: "an inbound rule for all protocols from the Pod CIDR",
            fix: `group.allowNodes(network); or add a SecurityGroupRule: { type: "ingress", ipProtocol: "all", cidrIp: "${pods}", securityGroupId: group.id }`,
          };
    },
  ),
  groups.monotone(
    "sg-basic-vs-enterprise",
    ["uses"],
    {
      statement: "A rule of an enterprise security group names addresses, not other security groups.",
      source: ackGuide("6.1.1 Add existing nodes", "8059-8084"),
      rows: ["sg-basic-vs-enterprise"],
      fix: "give the rule cidrIp, or make the group a basic one (securityGroupType: normal)",
    },
    ({ uses }) => {
      // Several clusters and pools may share one group.
      const atFault = uses
        .filter(({ types }) => types.every((type) => type === "enterprise"))
        .flatMap(({ rules }) => rules.filter(({ sourceGroup }) => sourceGroup).map(({ path }) => path));
      return findingsOf([...new Set(atFault)], (path) => ({
        at: path,
        got: "sourceSecurityGroupId in a rule of an enterprise group",
        want: "an address block (cidrIp) or a prefix list",
      }));
    },
  ),
  groups.each(
    "node-pool-sg-single-kind",
    "uses",
    {
      statement: "The security groups of a node pool are all basic or all enterprise.",
      source: ackGuide("6.2.2 Manage node pools", "9323"),
      rows: ["node-pool-sg-single-kind"],
      fix: "leave out those of one type",
    },
    ({ path, label, types }) => {
      const known = new Set(types.filter((type) => !isUnknown(type)));
      return known.size > 1
        ? { at: path, got: `${label}, of the types ${[...known].join(" and ")}`, want: "groups of one type" }
        : undefined;
    },
  ),
];

/** What is unknown, or stands in a prefix list, may let the Pods in. */
function mayAdmit({ type, policy, protocol, cidr, prefixList }: Rule, pods: Cidr): boolean {
  const from = typeof cidr === "string" ? Cidr.tryParse(cidr) : undefined;
  return (
    isOr(type, "ingress") &&
    isOr(policy ?? "accept", "accept") &&
    isOr(protocol, "all") &&
    (prefixList || isUnknown(cidr) || from?.contains(pods) === true)
  );
}

function isOr(value: Fact<string> | undefined, wanted: string): boolean {
  return isUnknown(value) || value === wanted;
}
