import type { TerraformStack } from "cdktf";
import {
  ClusterSecurityGroup,
  ImageType,
  Peer,
  Port,
  SecurityGroup,
  type INetwork,
  type NodePoolOptions,
  type SecurityGroupProps,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, listToken, poolOptions, proCluster, terway, textToken } from "../support/stacks";

type Rules = (group: SecurityGroup, network: INetwork) => void;

/** A cluster with a group of the app, whose rules are given. */
const clusterWith =
  (rules: Rules, props: Partial<SecurityGroupProps> = {}, networkIn = terwayIn) =>
  (stack: TerraformStack) => {
    const network = networkIn(stack);
    const group = new SecurityGroup(stack, "nodes", { vpc: network.vpc, ...props });
    rules(group, network);
    return proCluster(stack, { network, securityGroup: ClusterSecurityGroup.of(group) });
  };
const basic = { type: "basic" } as const;
const apart = { type: "basic", isolated: true } as const;

const terwayIn = (stack: TerraformStack): INetwork => terway(stack);
const flannelIn = (stack: TerraformStack): INetwork => flannel(stack, { podCidr: "172.20.0.0/16" });
/** Nodes and Pods in the secondary block of a VPC. */
const secondaryIn = (stack: TerraformStack): INetwork =>
  terway(stack, {
    secondaryCidrs: ["10.1.0.0/16"],
    zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.0.0.0/20", podCidr: "10.1.0.0/19" } },
  });

const everything: Rules = (group, network) => group.allowNodes(network);
const ports = (...numbers: readonly number[]) => numbers.map((port) => Port.tcp(port));

/** What an enterprise group has to let in, and nothing else. */
const inboundMinimum: Rules = (group, { vpc }) => {
  [...ports(53, 10250, 443), Port.udp(53), Port.icmp()].forEach((port, index) =>
    group.allowFrom(`vpc-${index}`, Peer.vpc(vpc), port),
  );
};
/** What an enterprise group has to let out, and nothing else. */
const outboundMinimum: Rules = (group, { vpc }) => {
  [...ports(53, 10250, 443, 6443), Port.udp(53)].forEach((port, index) =>
    group.allowTo(`vpc-${index}`, Peer.vpc(vpc), port),
  );
  group.allowTo("cloud", Peer.ipv4("100.64.0.0/10"), Port.all());
};
const both =
  (...all: readonly Rules[]): Rules =>
  (group, network) =>
    all.forEach((rules) => rules(group, network));

/** A pool with groups of its own. */
const poolWith =
  (rules: Rules, options: Partial<NodePoolOptions>) =>
  (stack: TerraformStack): void => {
    const cluster = proCluster(stack);
    const group = new SecurityGroup(stack, "nodes", { vpc: cluster.vpc });
    rules(group, cluster.network);
    cluster.addNodePool("workers", poolOptions({ securityGroupIds: [group.securityGroupId], ...options }));
  };
const containerOs = { imageType: ImageType.CONTAINER_OS, management: { autoVulFix: true } };

const nobodyKnows = {
  "a group that exists, with rules of which nobody knows": {
    build: (stack: TerraformStack) =>
      proCluster(stack, { securityGroup: ClusterSecurityGroup.existing("sg-1") }),
    limit: "partly" as const,
  },
};
const group = "the security group shop/nodes/group";
const at = "shop/cluster";
const rulesThatDo = "rules that do";
const letsInNothing = "which does not let in udp 53, tcp 53, icmp, tcp 10250, tcp 443 from";

/** A group that exists, with rules that the app adds. */
const importedWith =
  (type: "basic" | "enterprise", rules: Rules, networkIn = terwayIn) =>
  (stack: TerraformStack) => {
    const existing = SecurityGroup.fromAttributes(stack, "existing", { securityGroupId: "sg-1", type });
    const network = networkIn(stack);
    rules(existing as SecurityGroup, network);
    return proCluster(stack, { network, securityGroup: ClusterSecurityGroup.of(existing) });
  };

/** What nodes and Pods need of the rules of their security groups. */
export const securityGroupNeedCases: CasesById = {
  "sg-enterprise-inbound-minimum": {
    violating: {
      "a group without rules for what comes in": {
        build: clusterWith(outboundMinimum),
        at,
        got: `${group}, ${letsInNothing} 10.0.56.0/21`,
        want: rulesThatDo,
        rows: ["sg-enterprise-inbound-minimum"],
      },
      "a group that lets no kubelet in": {
        build: clusterWith(
          both(outboundMinimum, (one, { vpc }) => {
            one.allowFrom("dns", Peer.vpc(vpc), Port.udp(53));
            one.allowFrom("rest", Peer.vpc(vpc), Port.tcpRange(1, 10249));
            one.allowFrom("ping", Peer.vpc(vpc), Port.icmp());
          }),
        ),
        at,
        got: `${group}, which does not let in tcp 10250 from 10.0.56.0/21`,
        want: rulesThatDo,
      },
      "a group that lets the nodes in, and not the vSwitches of Pods": {
        build: clusterWith(
          both(outboundMinimum, (one) => one.allowFrom("nodes", Peer.ipv4("10.0.0.0/18"), Port.all())),
        ),
        at,
        got: `${group}, ${letsInNothing} 10.0.240.0/20`,
        want: rulesThatDo,
      },
      "a group that lets half of a vSwitch in": {
        build: clusterWith(
          both(outboundMinimum, (one) => {
            one.allowFrom("half", Peer.ipv4("10.0.56.0/22"), Port.all());
            one.allowFrom("pods", Peer.ipv4("10.0.128.0/17"), Port.all());
          }),
        ),
        at,
        got: `${group}, ${letsInNothing} 10.0.56.0/21`,
        want: rulesThatDo,
      },
      "a group that lets no Pods of Flannel in": {
        build: clusterWith(
          both(inboundMinimum, (one) => one.allowTo("all", Peer.anyIpv4(), Port.all())),
          {},
          flannelIn,
        ),
        at,
        got: `${group}, ${letsInNothing} 172.20.0.0/16`,
        want: rulesThatDo,
      },
    },
    legal: {
      "the minimum": {
        build: clusterWith(both(inboundMinimum, outboundMinimum)),
        rows: ["sg-enterprise-inbound-minimum"],
      },
      "the rules for nodes": clusterWith(everything),
      "the rules for nodes and the Pods of Flannel": clusterWith(everything, {}, flannelIn),
      "two halves of a VPC": clusterWith(
        both(outboundMinimum, (one) => {
          one.allowFrom("first", Peer.ipv4("10.0.0.0/17"), Port.all());
          one.allowFrom("second", Peer.ipv4("10.0.128.0/17"), Port.all());
        }),
      ),
      "a prefix list, which may have it": clusterWith(
        both(outboundMinimum, (one) => one.allowFrom("list", Peer.prefixList("pl-1"), Port.all())),
      ),
      "a block that only Terraform knows": (stack) =>
        clusterWith(
          both(outboundMinimum, (one) => one.allowFrom("some", Peer.ipv4(textToken(stack)), Port.all())),
        )(stack),
    },
    unknown: nobodyKnows,
  },
  "sg-enterprise-outbound-minimum": {
    violating: {
      "a group without rules for what leaves": {
        build: clusterWith(inboundMinimum),
        at,
        got: `${group}, which does not let out udp 53, tcp 53, tcp 10250, tcp 443, tcp 6443 to 10.0.56.0/21`,
        want: rulesThatDo,
        rows: ["sg-enterprise-outbound-minimum"],
      },
      "a group that does not let out to the services of Alibaba Cloud": {
        build: clusterWith(
          both(inboundMinimum, (one, { vpc }) => one.allowTo("vpc", Peer.vpc(vpc), Port.all())),
        ),
        at,
        got: `${group}, which does not let out all protocols to 100.64.0.0/10`,
        want: "a rule that does",
      },
      "a group that lets TCP out to the services of Alibaba Cloud": {
        build: clusterWith(
          both(inboundMinimum, (one, { vpc }) => {
            one.allowTo("vpc", Peer.vpc(vpc), Port.all());
            one.allowTo("cloud", Peer.ipv4("100.64.0.0/10"), Port.tcpRange(1, 65535));
          }),
        ),
        at,
        got: `${group}, which does not let out all protocols to 100.64.0.0/10`,
        want: "a rule that does",
      },
    },
    legal: {
      "the minimum": {
        build: clusterWith(both(inboundMinimum, outboundMinimum)),
        rows: ["sg-enterprise-outbound-minimum"],
      },
      "what allowNodes takes for the minimum": clusterWith((one, network) =>
        one.allowNodes(network, { outbound: "minimum" }),
      ),
      "a way out to everywhere": clusterWith(
        both(inboundMinimum, (one) => one.allowTo("all", Peer.anyIpv4(), Port.all())),
      ),
      "a basic group, which lets everything out": clusterWith(inboundMinimum, basic),
    },
    unknown: nobodyKnows,
  },
  "sg-basic-inbound-minimum": {
    violating: {
      "a group whose members are apart": {
        build: clusterWith(
          (one) => one.allowFrom("office", Peer.ipv4("192.168.0.0/16"), Port.tcp(443)),
          apart,
        ),
        at,
        got: `${group}, ${letsInNothing} 10.0.56.0/21`,
        want: rulesThatDo,
        rows: ["sg-basic-inbound-minimum"],
      },
      "members that reach each other over TCP alone": {
        build: clusterWith((one) => one.allowWithin(Port.tcpRange(1, 65535)), apart),
        at,
        got: `${group}, which does not let in udp 53, icmp from 10.0.56.0/21`,
        want: rulesThatDo,
      },
    },
    legal: {
      "a group whose members reach each other": {
        build: clusterWith(
          (one) => one.allowFrom("office", Peer.ipv4("192.168.0.0/16"), Port.tcp(443)),
          basic,
        ),
        rows: ["sg-basic-inbound-minimum"],
      },
      "a rule for the members": clusterWith((one) => one.allowWithin(), apart),
      "the minimum": clusterWith(inboundMinimum, apart),
    },
    unknown: nobodyKnows,
  },
  "sg-basic-outbound-minimum": {
    violating: {
      "a rule that drops what leaves for the services of Alibaba Cloud": {
        build: clusterWith((one) => one.denyTo("cloud", Peer.ipv4("100.96.0.0/11"), Port.all()), basic),
        at: "shop/nodes/deny-to-cloud",
        got: "a rule that drops all protocols to 100.64.0.0/10, of shop/cluster",
        want: "rules that let it through",
        rows: ["sg-basic-outbound-minimum"],
      },
      "a rule that drops what goes to the API server": {
        build: clusterWith((one, { vpc }) => one.denyTo("api", Peer.vpc(vpc), Port.tcp(6443)), basic),
        at: "shop/nodes/deny-to-api-vpc",
        got: "a rule that drops tcp 6443 to 10.0.56.0/21, of shop/cluster",
        want: "rules that let it through",
      },
    },
    legal: {
      "a rule that drops all else, after those of the minimum": {
        build: clusterWith((one, network) => one.allowNodes(network, { outbound: "minimum" }), basic),
        rows: ["sg-basic-outbound-minimum"],
      },
      "a rule that drops another port": clusterWith(
        (one, { vpc }) => one.denyTo("telnet", Peer.vpc(vpc), Port.tcp(23)),
        basic,
      ),
      "a rule of an enterprise group": clusterWith(
        both(everything, (one) =>
          one.denyTo("some", Peer.ipv4("100.96.0.0/11"), Port.all(), { priority: 90 }),
        ),
      ),
    },
    unknown: nobodyKnows,
  },
  "sg-pod-cidr-conflict": {
    violating: {
      "a rule that keeps Pods out": {
        build: clusterWith(
          both(everything, (one) => one.denyFrom("other", Peer.ipv4("172.16.0.0/12"), Port.all())),
          {},
          flannelIn,
        ),
        at: "shop/nodes/deny-from-other",
        got: "a rule that drops all protocols from 172.20.0.0/16, of shop/cluster",
        want: "rules that let it through",
        rows: ["sg-pod-cidr-conflict"],
      },
      "a rule that keeps a secondary block out": {
        build: clusterWith(
          both(everything, (one) => one.denyFrom("other", Peer.ipv4("10.1.0.0/16"), Port.tcpRange(1, 65535))),
          {},
          secondaryIn,
        ),
        at: "shop/nodes/deny-from-other",
        got: "a rule that drops all ports of tcp from 10.1.0.0/19, of shop/cluster",
        want: "rules that let it through",
      },
    },
    legal: {
      "a rule that lets Pods in before": {
        build: clusterWith(
          both(everything, (one) =>
            one.denyFrom("other", Peer.ipv4("172.16.0.0/12"), Port.all(), { priority: 2 }),
          ),
          {},
          flannelIn,
        ),
        rows: ["sg-pod-cidr-conflict"],
      },
      "a rule that drops a port": clusterWith(
        both(everything, (one, { vpc }) => one.denyFrom("telnet", Peer.vpc(vpc), Port.tcp(23))),
      ),
      "a rule about other addresses": clusterWith(
        both(everything, (one) => one.denyFrom("other", Peer.ipv4("192.168.0.0/16"), Port.all())),
      ),
      "a block that only Terraform knows": (stack) =>
        clusterWith(
          both(everything, (one) => one.denyFrom("other", Peer.ipv4(textToken(stack)), Port.all())),
        )(stack),
    },
    unknown: nobodyKnows,
  },
  "dns-sg-udp-53": {
    violating: {
      "a rule that drops UDP 53": {
        build: clusterWith(
          both(everything, (one, { vpc }) => one.denyFrom("dns", Peer.vpc(vpc), Port.udp(53))),
        ),
        at: "shop/nodes/deny-from-dns-vpc",
        got: "a rule that drops udp 53 from 10.0.56.0/21, of shop/cluster",
        want: "rules that let it through",
        rows: ["dns-sg-udp-53"],
      },
      "a rule that drops UDP 53 to the name servers of the VPC": {
        build: clusterWith(
          both(everything, (one) => one.denyTo("dns", Peer.ipv4("100.100.2.136"), Port.udpRange(1, 1024))),
          basic,
        ),
        at: "shop/nodes/deny-to-dns",
        got: "a rule that drops udp 53 to 100.64.0.0/10, of shop/cluster",
        want: "rules that let it through",
      },
    },
    legal: {
      "rules for everything": { build: clusterWith(everything), rows: ["dns-sg-udp-53"] },
      "a rule that drops other ports": clusterWith(
        both(everything, (one, { vpc }) => one.denyFrom("tftp", Peer.vpc(vpc), Port.udp(69))),
      ),
    },
    unknown: nobodyKnows,
  },
  "secondary-cidr-sg-rules": {
    violating: {
      "the minimum for a secondary block": {
        build: clusterWith(both(inboundMinimum, outboundMinimum), {}, secondaryIn),
        at,
        got: `${group} without rules for all protocols of the secondary block 10.1.0.0/16`,
        want: "a rule for each direction",
        rows: ["secondary-cidr-sg-rules"],
      },
    },
    legal: {
      "the rules for nodes": {
        build: clusterWith(everything, {}, secondaryIn),
        rows: ["secondary-cidr-sg-rules"],
      },
      "a secondary block without a vSwitch of the cluster": clusterWith(
        both(inboundMinimum, outboundMinimum),
        {},
        (stack) => terway(stack, { secondaryCidrs: ["10.1.0.0/16"] }),
      ),
      "a basic group": clusterWith(inboundMinimum, basic, secondaryIn),
      "a basic group whose members are apart, with a rule for them": clusterWith(
        (one, network) => one.allowNodes(network),
        apart,
        secondaryIn,
      ),
    },
    unknown: nobodyKnows,
  },
  "sg-existing-lacks-rules": {
    violating: {
      "an enterprise group that exists, of which the app makes no rules": {
        build: importedWith("enterprise", () => undefined),
        at,
        got: `the security group shop/existing, ${letsInNothing} 10.0.56.0/21`,
        want: rulesThatDo,
      },
      "an enterprise group that exists, with rules for what comes in": {
        build: importedWith("enterprise", inboundMinimum),
        at,
        got: "the security group shop/existing, which does not let out udp 53, tcp 53, tcp 10250, tcp 443, tcp 6443 to 10.0.56.0/21",
        want: rulesThatDo,
      },
      "a basic group that exists, of a Flannel cluster": {
        build: importedWith("basic", () => undefined, flannelIn),
        at,
        got: "the security group shop/existing, with no rule of this app that lets in 172.20.0.0/16",
        want: "an inbound rule for all protocols from the Pod CIDR",
      },
    },
    legal: {
      "the rules for nodes, added to a group that exists": importedWith("enterprise", everything),
      "a basic group that exists": importedWith("basic", () => undefined),
      "a basic group that exists, with the rules for nodes": importedWith("basic", everything, flannelIn),
    },
    unknown: nobodyKnows,
  },
  "containeros-sg-port-22": {
    violating: {
      "a pool of ContainerOS with a group that lets the VPC in for the minimum": {
        build: poolWith(both(inboundMinimum, outboundMinimum), containerOs),
        at: "shop/cluster/workers",
        got: `nodes of ContainerOS in ${group}, which does not let in TCP 22`,
        want: "a rule for TCP 22 from where operators are",
        rows: ["containeros-sg-port-22"],
      },
      "a pool of ContainerOS in the group of its cluster": {
        build: (stack) =>
          clusterWith(both(inboundMinimum, outboundMinimum))(stack).addNodePool(
            "workers",
            poolOptions(containerOs),
          ),
        at: "shop/cluster/workers",
        got: `nodes of ContainerOS in ${group}, which does not let in TCP 22`,
        want: "a rule for TCP 22 from where operators are",
      },
    },
    legal: {
      "a rule for TCP 22": {
        build: poolWith(
          both(inboundMinimum, outboundMinimum, (one) =>
            one.allowFrom("ssh", Peer.ipv4("192.168.0.0/16"), Port.tcp(22)),
          ),
          containerOs,
        ),
        rows: ["containeros-sg-port-22"],
      },
      "another system": poolWith(both(inboundMinimum, outboundMinimum), {}),
      "the rules for nodes": poolWith(everything, containerOs),
      "a pool of ContainerOS in the group that ACK makes": (stack) =>
        proCluster(stack).addNodePool("workers", poolOptions(containerOs)),
    },
    unknown: {
      "groups that only Terraform knows": {
        build: (stack) =>
          proCluster(stack).addNodePool(
            "workers",
            poolOptions({ securityGroupIds: listToken(stack), ...containerOs }),
          ),
        limit: "partly",
      },
    },
  },
};
