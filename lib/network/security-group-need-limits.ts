import { ackGuide, findingsOf, isUnknown, limitsOn, type Finding } from "../limits";
import { Cidr } from "../values";
import { dropping, isEveryPort, letsThrough, wordsOf, type Traffic } from "./security-group-reach";
import type { GroupUse, Rule, SecurityGroupFacts } from "./security-groups";

const groups = limitsOn<SecurityGroupFacts>("Security groups");

const minimal = ackGuide("6.1.2 Minimal access rules of clusters", "8219-8376");
const allowNodes = "group.allowNodes(network), of a SecurityGroup";

const tcp = (port: number) => ({ protocol: "tcp", port }) as const;
const dns = [{ protocol: "udp", port: 53 } as const, tcp(53)];

/** DNS, ping, kubelet and webhooks. */
const inbound: readonly Traffic[] = [...dns, { protocol: "icmp" } as const, tcp(10250), tcp(443)].map(
  (traffic) => ({ direction: "ingress", ...traffic }),
);

/** DNS, kubelet, webhooks and the API server. */
const outbound: readonly Traffic[] = [...dns, tcp(10250), tcp(443), tcp(6443)].map((traffic) => ({
  direction: "egress",
  ...traffic,
}));

const toCloud: Traffic = { direction: "egress", protocol: "all" };
const cloudServices = Cidr.parse("100.64.0.0/10");

/** What nodes and Pods need of the rules of their security groups. */
export const securityGroupNeedLimits = [
  groups.each(
    "sg-enterprise-inbound-minimum",
    "uses",
    {
      statement:
        "An enterprise security group lets in DNS, ICMP, kubelet (10250) and webhooks (443) from all vSwitches of the cluster, and from the Pod CIDR of Flannel.",
      source: minimal,
      rows: ["sg-enterprise-inbound-minimum"],
      fix: allowNodes,
    },
    (use) => (isJudged(use, "enterprise") ? lackOf(use, inbound, "in", "from") : undefined),
  ),
  groups.each(
    "sg-enterprise-outbound-minimum",
    "uses",
    {
      // The manual has 100.96.0.0/10, which is no canonical block, and means the same addresses.
      statement:
        "An enterprise security group lets out DNS, kubelet (10250), webhooks (443) and the API server (6443) to all vSwitches of the cluster and the Pod CIDR of Flannel, and everything to the services of Alibaba Cloud (100.64.0.0/10).",
      source: minimal,
      rows: ["sg-enterprise-outbound-minimum"],
      fix: allowNodes,
    },
    (use) => (isJudged(use, "enterprise") ? outboundLack(use) : undefined),
  ),
  groups.each(
    "sg-basic-inbound-minimum",
    "uses",
    {
      statement:
        "A basic security group whose members are apart from each other lets in DNS, ICMP, kubelet (10250) and webhooks (443) from the nodes and the Pods.",
      source: minimal,
      rows: ["sg-basic-inbound-minimum"],
      advice: true,
      fix: "group.allowWithin(), or leave isolated out",
    },
    (use) => (isJudged(use, "normal") && use.isIsolated ? lackOf(use, inbound, "in", "from") : undefined),
  ),
  groups.each(
    "sg-basic-outbound-minimum",
    "uses",
    {
      statement:
        "Rules that drop what leaves a basic security group leave the services of Alibaba Cloud (100.64.0.0/10), kubelet (10250), webhooks (443) and the API server (6443) reachable.",
      source: minimal,
      rows: ["sg-basic-outbound-minimum"],
      advice: true,
      fix: 'group.allowNodes(network, { outbound: "minimum" }), whose rules come before the one that drops all else',
    },
    (use) => {
      if (!isJudged(use, "normal")) {
        return undefined;
      }
      const wanted = [
        ...outbound
          .filter(({ protocol }) => protocol === "tcp")
          .map((traffic) => ({ traffic, blocks: blocksOf(use) })),
        { traffic: toCloud, blocks: [cloudServices] },
      ];
      return dropFinding(use, wanted);
    },
  ),
  groups.each(
    "sg-pod-cidr-conflict",
    "uses",
    {
      statement:
        "No rule of a security group keeps the nodes, the Pods or the secondary blocks of the VPC of its cluster out: Pods would not reach each other.",
      source: ackGuide("6.1.1 Add existing nodes", "8089-8094"),
      rows: ["sg-pod-cidr-conflict"],
      advice: true,
      fix: "leave the rule out, narrow its block, or let the addresses in with an earlier priority",
    },
    (use) =>
      dropFinding(
        use,
        (["ingress", "egress"] as const).map((direction) => ({
          traffic: { direction, protocol: "all" },
          blocks: blocksOf(use),
        })),
      ),
  ),
  groups.each(
    "dns-sg-udp-53",
    "uses",
    {
      statement: "Names are looked up over UDP 53, at Pods of the cluster and at the servers of the VPC.",
      source: ackGuide("8.6.3 FAQ on DNS", "22300-22319"),
      rows: ["dns-sg-udp-53"],
      advice: true,
      fix: "leave the rule out, or take UDP 53 out of its ports",
    },
    (use) => {
      // Of rules that drop everything, others speak.
      const about53 = use.rules.filter(
        ({ policy, protocol, ports }) =>
          policy !== "drop" || (protocol === "udp" && !isUnknown(ports) && !isEveryPort(ports)),
      );
      const blocks = [...blocksOf(use), cloudServices];
      return dropFinding({ ...use, rules: about53 }, [
        { traffic: { direction: "ingress", protocol: "udp", port: 53 }, blocks },
        { traffic: { direction: "egress", protocol: "udp", port: 53 }, blocks },
      ]);
    },
  ),
  groups.each(
    "secondary-cidr-sg-rules",
    "uses",
    {
      statement:
        "The security group of a cluster with vSwitches in a secondary block of the VPC lets everything in from that block, and out to it.",
      source: ackGuide("7.3.3 Extend the addresses of a VPC", "11196"),
      rows: ["secondary-cidr-sg-rules"],
      advice: true,
      fix: allowNodes,
    },
    (use) => {
      if (!use.isIsolated || use.isImported || use.rules.length === 0) {
        return undefined;
      }
      // A basic group lets everything out.
      const directions = typeOf(use) === "normal" ? (["ingress"] as const) : (["ingress", "egress"] as const);
      const lacking = use.secondaryCidrs.find((block) =>
        directions.some((direction) => !letsThrough(use.rules, { direction, protocol: "all" }, block, true)),
      );
      return lacking === undefined
        ? undefined
        : {
            at: use.path,
            got: `${use.label} without rules for all protocols of the secondary block ${lacking}`,
            want: "a rule for each direction",
          };
    },
  ),
  groups.each(
    "sg-existing-lacks-rules",
    "uses",
    {
      statement:
        "A security group that exists has to have the rules of a cluster, of which this app makes some or none.",
      source: minimal,
      advice: true,
      fix: "add them with allowNodes(network) of the imported group, or acknowledge this where the group has them",
    },
    (use) => {
      if (!use.isImported) {
        return undefined;
      }
      if (typeOf(use) === "enterprise") {
        return lackOf(use, inbound, "in", "from") ?? outboundLack(use);
      }
      const pods = use.rules.length === 0 ? podBlock(use) : undefined;
      return pods === undefined
        ? undefined
        : {
            at: use.path,
            got: `${use.label}, with no rule of this app that lets in ${pods}`,
            want: "an inbound rule for all protocols from the Pod CIDR",
          };
    },
  ),
  groups.monotone(
    "containeros-sg-port-22",
    ["uses"],
    {
      statement: "Workbench logs on to nodes of ContainerOS through TCP 22.",
      source: ackGuide("4.2 ContainerOS", "3849-3850"),
      rows: ["containeros-sg-port-22"],
      advice: true,
      fix: 'let your operators in: group.allowFrom("ssh", Peer.ipv4("10.0.0.0/8"), Port.tcp(22)), or acknowledge this if nobody is to log on',
    },
    ({ uses }) => {
      const ssh: Traffic = { direction: "ingress", protocol: "tcp", port: 22 };
      const closed = uses.filter(
        (use) =>
          !use.isImported &&
          use.rules.length > 0 &&
          // From wherever it may be.
          !use.rules.some((rule) =>
            letsThrough([{ ...rule, cidr: undefined, prefixList: true }], ssh, cloudServices, true),
          ),
      );
      return findingsOf(
        closed.flatMap(({ containerOs, label }) => containerOs.map((path) => ({ path, label }))),
        ({ path, label }) => ({
          at: path,
          got: `nodes of ContainerOS in ${label}, which does not let in TCP 22`,
          want: "a rule for TCP 22 from where operators are",
        }),
      );
    },
  ),
];

/** The one type of all groups of a use. */
function typeOf({ types: [first, ...others] }: GroupUse): string | undefined {
  return typeof first === "string" && others.every((type) => type === first) ? first : undefined;
}

/** Groups whose rules are all of the app; of one without rules, another limit speaks. */
function isJudged(use: GroupUse, type: "normal" | "enterprise"): boolean {
  return !use.isImported && use.rules.length > 0 && typeOf(use) === type;
}

function podBlock({ podCidr }: GroupUse): Cidr | undefined {
  return typeof podCidr === "string" ? Cidr.tryParse(podCidr) : undefined;
}

function blocksOf(use: GroupUse): readonly Cidr[] {
  const pods = podBlock(use);
  return [...use.vswitchCidrs, ...(pods === undefined ? [] : [pods])];
}

function outboundLack(use: GroupUse): Finding | undefined {
  return (
    lackOf(use, outbound, "out", "to") ??
    (letsThrough(use.rules, toCloud, cloudServices, false)
      ? undefined
      : {
          at: use.path,
          got: `${use.label}, which does not let out all protocols to ${cloudServices}`,
          want: "a rule that does",
        })
  );
}

/** The first block of the cluster for which rules are lacking. */
function lackOf(
  use: GroupUse,
  wanted: readonly Traffic[],
  way: "in" | "out",
  side: "from" | "to",
): Finding | undefined {
  for (const block of blocksOf(use)) {
    const isMember = use.vswitchCidrs.includes(block);
    const lacking = wanted.filter((traffic) => !letsThrough(use.rules, traffic, block, isMember));
    if (lacking.length > 0) {
      return {
        at: use.path,
        got: `${use.label}, which does not let ${way} ${lacking.map(wordsOf).join(", ")} ${side} ${block}`,
        want: "rules that do",
      };
    }
  }
  return undefined;
}

/** All ports of a protocol are much of all protocols, and not the whole. */
function droppedBy({ protocol }: Rule, traffic: Traffic): string {
  return traffic.protocol === "all" && typeof protocol === "string" && protocol !== "all"
    ? `all ports of ${protocol}`
    : wordsOf(traffic);
}

/** The first rule that drops what has to go through. */
function dropFinding(
  use: GroupUse,
  wanted: readonly { readonly traffic: Traffic; readonly blocks: readonly Cidr[] }[],
): Finding | undefined {
  for (const { traffic, blocks } of wanted) {
    for (const block of blocks) {
      const rule = dropping(use.rules, traffic, block);
      if (rule !== undefined) {
        return {
          at: rule.path,
          got: `a rule that drops ${droppedBy(rule, traffic)} ${traffic.direction === "ingress" ? "from" : "to"} ${block}, of ${use.path}`,
          want: "rules that let it through",
        };
      }
    }
  }
  return undefined;
}
