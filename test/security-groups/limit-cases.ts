import type { TerraformStack } from "cdktf";
import {
  Egress,
  Peer,
  Port,
  Quotas,
  SecurityGroup,
  TerwayNetwork,
  Vpc,
  type IVpc,
  type RuleOptions,
  type SecurityGroupProps,
  type TerwayZone,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, terway, textToken } from "../support/stacks";

/** A group that nobody uses. */
const groupIn = (stack: TerraformStack, props: Partial<SecurityGroupProps> = {}) =>
  new SecurityGroup(stack, "nodes", { vpc: new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }), ...props });
const group =
  (props: Partial<SecurityGroupProps> = {}) =>
  (stack: TerraformStack) =>
    groupIn(stack, props);

/** A rule of it. */
const rule =
  (peer: Peer, port: Port = Port.tcp(443), options: RuleOptions = {}) =>
  (stack: TerraformStack) =>
    groupIn(stack).allowFrom("office", peer, port, options);
const office = Peer.ipv4("203.0.113.0/24");
const withPort = (port: Port) => rule(office, port);
const at = "shop/nodes/from-office";

const terwayOf = (stack: TerraformStack, vpc: IVpc, { nodeCidr, podCidr }: Partial<TerwayZone>) =>
  new TerwayNetwork(stack, "network", {
    vpc,
    serviceCidr: "172.21.0.0/20",
    egress: Egress.existing(),
    zones: {
      h:
        nodeCidr === undefined
          ? { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-nodes", podVSwitchId: "vsw-pods" }
          : { zone: "cn-hangzhou-h", nodeCidr, podCidr },
    },
  });
const rulesOf =
  (count: number, options: RuleOptions = {}) =>
  (stack: TerraformStack) => {
    const one = groupIn(stack);
    Array.from({ length: count }, (_, index) =>
      one.allowFrom(`port-${index}`, office, Port.tcp(1000 + index), options),
    );
    return one;
  };

const block = "an IPv4 block, such as 10.0.0.0/8, or an IPv4 address";
const ipv6Block = "an IPv6 block, such as 2408:4321:180:1701::/64";
const name = "2 to 128 letters, digits, colons, underscores, dots and hyphens, with a letter first";
const portBounds = "a whole number from 1 to 65535";

/** Security groups of the app, and their rules. */
export const securityGroupsLimitCases: CasesById = {
  "security-group-rule-cidr": {
    violating: {
      "a block of IPv6": { build: rule(Peer.ipv4("2408::/16")), at, got: 'peer "2408::/16"', want: block },
      "a block that is too long": {
        build: rule(Peer.ipv4("10.0.0.0/33")),
        at,
        got: 'peer "10.0.0.0/33"',
        want: block,
      },
    },
    legal: {
      "a block": rule(office),
      "an address": rule(Peer.ipv4("203.0.113.7")),
      everybody: rule(Peer.anyIpv4()),
    },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => rule(Peer.ipv4(textToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-ipv6": {
    violating: {
      "a block of IPv4": {
        build: rule(Peer.ipv6("10.0.0.0/8")),
        at,
        got: 'peer "10.0.0.0/8"',
        want: ipv6Block,
      },
    },
    legal: {
      "a block": rule(Peer.ipv6("2408:4321:180:1701::/64")),
      everybody: rule(Peer.anyIpv6()),
    },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => rule(Peer.ipv6(textToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-port": {
    violating: {
      "port 0": { build: withPort(Port.tcp(0)), at, got: "port 0", want: portBounds },
      "a port too many": { build: withPort(Port.udp(65536)), at, got: "port 65536", want: portBounds },
    },
    legal: {
      "the first and the last port": withPort(Port.tcpRange(1, 65535)),
      "a protocol without ports": withPort(Port.all()),
    },
    unknown: {
      "a port that only Terraform knows": {
        build: (stack) => withPort(Port.tcp(numberToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-last-port": {
    violating: {
      "a range that ends too late": {
        build: withPort(Port.tcpRange(8000, 70000)),
        at,
        got: "last port 70000",
        want: portBounds,
      },
    },
    legal: { "a range": withPort(Port.tcpRange(8000, 8100)) },
    unknown: {
      "a port that only Terraform knows": {
        build: (stack) => withPort(Port.tcpRange(1, numberToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-port-order": {
    violating: {
      "a range from the upper end": {
        build: withPort(Port.udpRange(8100, 8000)),
        at,
        got: "the ports 8100 to 8000",
        want: "8000 to 8100",
      },
    },
    legal: { "a range of one port": withPort(Port.udpRange(8000, 8000)) },
    unknown: {
      "a port that only Terraform knows": {
        build: (stack) => withPort(Port.tcpRange(numberToken(stack), 100))(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-priority": {
    violating: {
      "priority 0": {
        build: rule(office, Port.tcp(443), { priority: 0 }),
        at,
        got: "priority 0",
        want: "a whole number from 1 to 100",
      },
      "priority 101": {
        build: rule(office, Port.tcp(443), { priority: 101 }),
        at,
        got: "priority 101",
        want: "a whole number from 1 to 100",
      },
    },
    legal: {
      "the first": rule(office, Port.tcp(443), { priority: 1 }),
      "the last": rule(office, Port.tcp(443), { priority: 100 }),
    },
    unknown: {
      "a priority that only Terraform knows": {
        build: (stack) => rule(office, Port.tcp(443), { priority: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-why": {
    violating: {
      "a reason that is too long": {
        build: rule(office, Port.tcp(443), { why: "x".repeat(513) }),
        at,
        got: "why with 513 characters",
        want: "1 to 512 characters",
      },
    },
    legal: { "a reason": rule(office, Port.tcp(443), { why: "x".repeat(512) }) },
    unknown: {
      "a reason that only Terraform knows": {
        build: (stack) => rule(office, Port.tcp(443), { why: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "security-group-rule-once": {
    violating: {
      "one rule under two ids": {
        build: (stack) => {
          const one = groupIn(stack);
          one.allowFrom("office", office, Port.tcp(443));
          one.allowFrom("again", office, Port.tcp(443), { why: "other words" });
        },
        at: "shop/nodes/from-office",
        got: "the rule that shop/nodes/from-again is",
        want: "rules that differ",
      },
    },
    legal: {
      "rules that differ in one thing": (stack) => {
        const one = groupIn(stack);
        one.allowFrom("office", office, Port.tcp(443));
        one.allowFrom("udp", office, Port.udp(443));
        one.allowFrom("later", office, Port.tcp(443), { priority: 2 });
        one.denyFrom("never", office, Port.tcp(443));
        one.allowTo("back", office, Port.tcp(443));
      },
      "one rule of two groups": (stack) => {
        groupIn(stack).allowFrom("office", office, Port.tcp(443));
        const other = new SecurityGroup(stack, "other", {
          vpc: Vpc.fromAttributes(stack, "existing", { vpcId: "vpc-1" }),
        });
        other.allowFrom("office", office, Port.tcp(443));
      },
    },
  },
  "security-group-rule-count": {
    violating: {
      "201 rules": {
        build: rulesOf(201),
        at: "shop/nodes/from-port-0",
        got: "201 rules in this app",
        want: "at most 200",
      },
    },
    legal: {
      "200 rules": rulesOf(200),
      "201 rules with a quota for them": (stack) => {
        Quotas.of(stack).set({ securityGroupRules: 300 });
        rulesOf(201)(stack);
      },
    },
  },
  "security-group-within-basic": {
    violating: {
      "members of an enterprise group as a peer": {
        build: (stack) => groupIn(stack).allowWithin(),
        at: "shop/nodes",
        got: "allowWithin() of an enterprise group",
        want: "a basic group",
      },
    },
    legal: { "members of a basic group": (stack) => groupIn(stack, { type: "basic" }).allowWithin() },
  },
  "security-group-node-blocks": {
    violating: {
      "a network in a VPC of which nothing is known": {
        build: (stack) => {
          const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" });
          const network = terwayOf(stack, vpc, {});
          new SecurityGroup(stack, "nodes", { vpc }).allowNodes(network);
        },
        at: "shop/nodes",
        got: "the network shop/network, in a VPC and with vSwitches of which no blocks are known",
        want: "the block of the VPC, or those of all vSwitches",
      },
    },
    legal: {
      "a network in a VPC of which nothing is known, with known vSwitches": (stack) => {
        const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" });
        const network = terwayOf(stack, vpc, { nodeCidr: "10.0.0.0/20", podCidr: "10.0.64.0/19" });
        new SecurityGroup(stack, "nodes", { vpc }).allowNodes(network);
      },
      "a network in a VPC of the app": (stack) => {
        const network = terway(stack);
        new SecurityGroup(stack, "nodes", { vpc: network.vpc }).allowNodes(network);
      },
    },
  },
  "security-group-name": {
    violating: {
      "a name of one letter": { build: group({ name: "a" }), at: "shop/nodes", got: 'name "a"', want: name },
      "an address of the web": {
        build: group({ name: "https://shop" }),
        at: "shop/nodes",
        got: 'name "https://shop"',
        want: name,
      },
      "a digit first": {
        build: group({ name: "1-shop" }),
        at: "shop/nodes",
        got: 'name "1-shop"',
        want: name,
      },
    },
    legal: {
      "a name": group({ name: "shop:nodes_1.a-b" }),
      "a name in Chinese": group({ name: "商店" }),
      "no name": group(),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => group({ name: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "security-group-isolated": {
    violating: {
      "an enterprise group whose members reach each other": {
        build: group({ isolated: false }),
        at: "shop/nodes",
        got: "isolated false for an enterprise group",
        want: "rules that let its members in",
      },
    },
    legal: {
      "an enterprise group whose members are apart": group({ isolated: true }),
      "a basic group whose members reach each other": group({ type: "basic", isolated: false }),
    },
  },
};
