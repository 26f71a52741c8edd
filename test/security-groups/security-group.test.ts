import { App, type TerraformStack } from "cdktf";
import {
  AlicloudProvider,
  ClusterSecurityGroup,
  Peer,
  Port,
  SecurityGroup,
  Vpc,
  type INetwork,
  type SecurityGroupProps,
} from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import {
  besideStack,
  flannel,
  inVpc,
  numberToken,
  proCluster,
  terway,
  testStack,
  textToken,
} from "../support/stacks";

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const resourcesIn = (stack: TerraformStack, type: string): Bodies =>
  (synthesize(stack).json as { resource: Readonly<Record<string, Bodies>> }).resource[type] ?? {};
const groupsIn = (stack: TerraformStack) => Object.values(resourcesIn(stack, "alicloud_security_group"));
/** The rules of a stack, by what follows the group in their addresses. */
const rulesIn = (stack: TerraformStack) =>
  Object.fromEntries(
    Object.entries(resourcesIn(stack, "alicloud_security_group_rule")).map(([address, body]) => [
      address.replace(/^nodes_(.*)_[0-9A-F]{8}$/, "$1"),
      body,
    ]),
  );
/** The same in few words. */
const wordsIn = (stack: TerraformStack) =>
  Object.fromEntries(
    Object.entries(rulesIn(stack)).map(([key, body]) => [
      key,
      ["type", "policy", "ip_protocol", "port_range", "cidr_ip", "priority"]
        .map((name) => body[name])
        .join(" "),
    ]),
  );

const groupFor = (network: INetwork, props: Partial<SecurityGroupProps> = {}) =>
  new SecurityGroup(network.node.scope ?? network, "nodes", { vpc: network.vpc, ...props });

describe("a security group", () => {
  test("lets nobody in, and is an enterprise group of its VPC", () => {
    const stack = testStack();
    new SecurityGroup(stack, "nodes", { vpc: new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }) });
    expect(groupsIn(stack)).toEqual([
      {
        security_group_name: "shop-nodes",
        security_group_type: "enterprise",
        vpc_id: expect.stringMatching(/alicloud_vpc\.\w+\.id/) as string,
      },
    ]);
    expect(rulesIn(stack)).toEqual({});
  });

  test.each([
    [undefined, "Accept"],
    [false, "Accept"],
    [true, "Drop"],
  ])("says what members of a basic group may, when isolated is %s", (isolated, policy) => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    new SecurityGroup(stack, "nodes", { vpc, type: "basic", isolated });
    expect(groupsIn(stack)).toMatchObject([{ security_group_type: "normal", inner_access_policy: policy }]);
  });

  test("takes the provider of its VPC, a name, tags, timeouts, dependencies and overrides", () => {
    const stack = testStack();
    const provider = new AlicloudProvider(stack, "alias", { region: "cn-shanghai", alias: "shanghai" });
    const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", provider });
    const group = new SecurityGroup(stack, "nodes", {
      vpc,
      name: "shop",
      description: "nodes of the shop",
      resourceGroupId: "rg-1",
      tags: { team: "shop" },
      timeouts: { delete: "20m" },
      lifecycle: { preventDestroy: true },
    });
    group.allowFrom("office", Peer.ipv4("203.0.113.0/24"), Port.tcp(443));
    group.resource.addOverride("inner_access_policy", "Drop");
    expect(groupsIn(stack)).toEqual([
      {
        provider: "alicloud.shanghai",
        security_group_name: "shop",
        security_group_type: "enterprise",
        description: "nodes of the shop",
        resource_group_id: "rg-1",
        tags: { team: "shop" },
        timeouts: { delete: "20m" },
        inner_access_policy: "Drop",
        lifecycle: { prevent_destroy: true },
        vpc_id: "vpc-1",
      },
    ]);
    expect(rulesIn(stack)["from-office"]).toMatchObject({
      provider: "alicloud.shanghai",
      lifecycle: { create_before_destroy: true, prevent_destroy: true },
    });
  });
});

describe("a rule", () => {
  test("says all that the provider would assume, at an address that other rules do not move", () => {
    const stack = testStack();
    const group = groupFor(terway(stack));
    group.allowFrom("office", Peer.ipv4("203.0.113.0/24"), Port.tcp(443), { why: "operators", priority: 7 });
    expect(rulesIn(stack)["from-office"]).toEqual({
      security_group_id: expect.stringMatching(/alicloud_security_group\.\w+\.id/) as string,
      type: "ingress",
      policy: "accept",
      ip_protocol: "tcp",
      port_range: "443/443",
      cidr_ip: "203.0.113.0/24",
      priority: 7,
      nic_type: "intranet",
      description: "operators",
      lifecycle: { create_before_destroy: true },
    });
  });

  test("is for one direction, and lets through or drops", () => {
    const stack = testStack();
    const group = groupFor(terway(stack));
    group.allowFrom("a", Peer.ipv4("10.0.0.0/8"), Port.udpRange(8000, 8100));
    group.allowTo("a", Peer.anyIpv4(), Port.all());
    group.denyFrom("a", Peer.ipv4("10.1.0.0/16"), Port.icmp());
    group.denyTo("a", Peer.ipv4("10.1.0.0/16"), Port.gre(), { priority: 100 });
    expect(wordsIn(stack)).toEqual({
      "from-a": "ingress accept udp 8000/8100 10.0.0.0/8 1",
      "to-a": "egress accept all -1/-1 0.0.0.0/0 1",
      "deny-from-a": "ingress drop icmp -1/-1 10.1.0.0/16 1",
      "deny-to-a": "egress drop gre -1/-1 10.1.0.0/16 100",
    });
  });

  test.each([
    [Peer.ipv6("2408:4321::/32"), Port.icmpv6(), { ipv6_cidr_ip: "2408:4321::/32", ip_protocol: "icmpv6" }],
    [Peer.anyIpv6(), Port.all(), { ipv6_cidr_ip: "::/0" }],
    [Peer.prefixList("pl-1"), Port.all(), { prefix_list_id: "pl-1" }],
    [Peer.group("sg-1"), Port.all(), { source_security_group_id: "sg-1" }],
    [Peer.group({ securityGroupId: "sg-2" }), Port.all(), { source_security_group_id: "sg-2" }],
  ])("names what its peer is (%#)", (peer, port, expected) => {
    const stack = testStack();
    groupFor(terway(stack), { type: "basic" }).allowFrom("a", peer, port);
    expect(rulesIn(stack)["from-a"]).toMatchObject(expected);
    expect(rulesIn(stack)["from-a"]).not.toHaveProperty("cidr_ip");
  });

  test("is one for each block of a VPC, which keep their addresses when blocks are added", () => {
    const stack = testStack();
    const vpc = new Vpc(stack, "vpc", {
      cidr: "10.0.0.0/16",
      secondaryCidrs: ["10.1.0.0/16", "10.2.0.0/16"],
    });
    new SecurityGroup(stack, "nodes", { vpc }).allowFrom("vpc", Peer.vpc(vpc), Port.tcp(443));
    expect(Object.keys(rulesIn(stack))).toEqual([
      "from-vpc-10-1-0-0-16",
      "from-vpc-10-2-0-0-16",
      "from-vpc-vpc",
    ]);
  });

  test("takes ports and blocks that only Terraform knows, and holds them to their limits in the plan", () => {
    const stack = testStack();
    const port = numberToken(stack);
    groupFor(terway(stack)).allowFrom("office", Peer.ipv4(textToken(stack)), Port.tcpRange(port, 9000));
    expect(rulesIn(stack)["from-office"]).toMatchObject({
      port_range: "${var.number}/9000",
      cidr_ip: "${var.text}",
      lifecycle: { precondition: expect.arrayContaining([]) as unknown },
    });
    expect(JSON.stringify(rulesIn(stack)["from-office"])).toContain("security-group-rule-port");
  });
});

test("members of a basic group reach each other over all ports, or some", () => {
  const stack = testStack();
  const group = groupFor(terway(stack), { type: "basic", isolated: true });
  group.allowWithin();
  group.allowWithin(Port.tcpRange(8000, 8100), { why: "peers" });
  expect(rulesIn(stack)).toMatchObject({
    "within-all": { ip_protocol: "all", description: "Members of the group" },
    "within-tcp-8000-8100": { ip_protocol: "tcp", port_range: "8000/8100", description: "peers" },
  });
  const [address] = Object.keys(resourcesIn(stack, "alicloud_security_group"));
  expect(rulesIn(stack)["within-all"]?.["source_security_group_id"]).toContain(address);
});

describe("what nodes need", () => {
  const all = (key: string, words: string) => [key, words] as const;

  test.each([
    [
      "an enterprise group of a Terway cluster",
      {},
      terway,
      undefined,
      [
        all("ack-from-nodes-vpc", "ingress accept all -1/-1 10.0.0.0/16 1"),
        all("ack-to-anywhere", "egress accept all -1/-1 0.0.0.0/0 1"),
      ],
    ],
    [
      "an enterprise group of a Flannel cluster",
      {},
      flannel,
      undefined,
      [
        all("ack-from-nodes-vpc", "ingress accept all -1/-1 10.0.0.0/16 1"),
        all("ack-from-pods-172-20-0-0-16", "ingress accept all -1/-1 172.20.0.0/16 1"),
        all("ack-to-anywhere", "egress accept all -1/-1 0.0.0.0/0 1"),
      ],
    ],
    [
      "an enterprise group that lets out little",
      {},
      flannel,
      "minimum",
      [
        all("ack-from-nodes-vpc", "ingress accept all -1/-1 10.0.0.0/16 1"),
        all("ack-from-pods-172-20-0-0-16", "ingress accept all -1/-1 172.20.0.0/16 1"),
        all("ack-to-nodes-vpc", "egress accept all -1/-1 10.0.0.0/16 1"),
        all("ack-to-pods-172-20-0-0-16", "egress accept all -1/-1 172.20.0.0/16 1"),
        all("ack-to-cloud", "egress accept all -1/-1 100.64.0.0/10 1"),
      ],
    ],
    [
      "a basic group of a Terway cluster",
      { type: "basic" },
      terway,
      undefined,
      [all("ack-from-members", "ingress accept all -1/-1  1")],
    ],
    [
      "a basic group of a Flannel cluster",
      { type: "basic" },
      flannel,
      undefined,
      [
        all("ack-from-members", "ingress accept all -1/-1  1"),
        all("ack-from-pods-172-20-0-0-16", "ingress accept all -1/-1 172.20.0.0/16 1"),
      ],
    ],
    [
      "a basic group whose members are apart",
      { type: "basic", isolated: true },
      terway,
      undefined,
      [all("ack-from-members", "ingress accept all -1/-1  1")],
    ],
    [
      "a basic group that lets out little",
      { type: "basic" },
      terway,
      "minimum",
      [
        all("ack-from-members", "ingress accept all -1/-1  1"),
        all("ack-to-nodes-vpc", "egress accept all -1/-1 10.0.0.0/16 1"),
        all("ack-to-cloud", "egress accept all -1/-1 100.64.0.0/10 1"),
        all("ack-to-all-else", "egress drop all -1/-1 0.0.0.0/0 100"),
      ],
    ],
  ] as const)("are the rules of %s", (_name, props, networkIn, outbound, rules) => {
    const stack = testStack();
    const options = networkIn === flannel ? { podCidr: "172.20.0.0/16" } : {};
    const network = networkIn(stack, options);
    groupFor(network, props).allowNodes(network, outbound === undefined ? {} : { outbound });
    expect(wordsIn(stack)).toEqual(Object.fromEntries(rules));
  });

  test("are there once, when two networks of a VPC ask for them", () => {
    const stack = testStack();
    const network = flannel(stack, { podCidr: "172.20.0.0/16" });
    const other = inVpc(network.vpc, "other", {
      podCidr: "172.22.0.0/16",
      serviceCidr: "172.23.0.0/20",
      nodeRange: "10.0.64.0/19",
    });
    const group = groupFor(network);
    [network, other, network].forEach((one) => group.allowNodes(one));
    expect(Object.keys(rulesIn(stack))).toEqual([
      "ack-from-nodes-vpc",
      "ack-from-pods-172-20-0-0-16",
      "ack-from-pods-172-22-0-0-16",
      "ack-to-anywhere",
    ]);
  });

  test("are let out over IPv6, too, where the VPC has it", () => {
    const stack = testStack();
    const network = terway(stack, { ipv6: true });
    expect(network.vpc.hasIpv6).toBe(true);
    groupFor(network).allowNodes(network);
    expect(rulesIn(stack)["ack-to-anywhere-ipv6"]).toMatchObject({ type: "egress", ipv6_cidr_ip: "::/0" });
  });
});

describe("the group of a cluster", () => {
  test("is named by the cluster, which waits for its rules", () => {
    const stack = testStack();
    const network = terway(stack);
    const group = groupFor(network);
    group.allowNodes(network);
    proCluster(stack, { network, securityGroup: ClusterSecurityGroup.of(group) });
    const [cluster] = Object.values(resourcesIn(stack, "alicloud_cs_managed_kubernetes"));
    expect(cluster).toMatchObject({
      security_group_id: expect.stringMatching(/alicloud_security_group\.\w+\.id/) as string,
      depends_on: expect.arrayContaining([
        expect.stringMatching(/^alicloud_security_group_rule\.nodes_ack-from-nodes-vpc_/),
        expect.stringMatching(/^alicloud_security_group_rule\.nodes_ack-to-anywhere_/),
      ]) as unknown,
    });
    expect(cluster).not.toHaveProperty("is_enterprise_security_group");
  });

  test("may stand in a stack of its own, for which the cluster waits as a whole", () => {
    const stack = testStack("clusters");
    const base = besideStack(stack, "base");
    const network = terway(base);
    const group = groupFor(network);
    group.allowNodes(network);
    proCluster(stack, { network, securityGroup: ClusterSecurityGroup.of(group) });
    App.of(stack).synth();
    const [cluster] = Object.values(resourcesIn(stack, "alicloud_cs_managed_kubernetes"));
    expect(cluster).toMatchObject({
      security_group_id: expect.stringMatching(/data\.terraform_remote_state\./) as string,
    });
    expect(JSON.stringify(cluster)).not.toContain("alicloud_security_group_rule");
  });

  test("may exist, and get what it lacks", () => {
    const stack = testStack();
    const network = terway(stack);
    const group = SecurityGroup.fromAttributes(stack, "nodes", {
      securityGroupId: "sg-1",
      type: "enterprise",
    });
    group.allowNodes(network);
    proCluster(stack, { network, securityGroup: ClusterSecurityGroup.of(group) });
    expect(groupsIn(stack)).toEqual([]);
    expect(Object.values(rulesIn(stack)).map((body) => body["security_group_id"])).toEqual(["sg-1", "sg-1"]);
    expect(synthesize(stack).limits.warnings).toEqual([]);
  });
});
