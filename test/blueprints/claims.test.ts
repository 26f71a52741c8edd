import { TerraformResource, TerraformStack } from "cdktf";
import {
  AcsCluster,
  Billing,
  Capacity,
  Disk,
  EdgeCluster,
  Egress,
  Hardening,
  Limits,
  ManagedCluster,
  MultiAzPolicy,
  NodePool,
  Placement,
  RemovalPolicy,
  SecretKmsEncryption,
  TerwayNetwork,
  Vpc,
  type NodePoolOptions,
  type ProClusterProps,
  type TerwayNetworkInNewVpcProps,
} from "cdktf-ack";
import {
  csKubernetesNodePool,
  eipAssociation,
  instance,
  nlbLoadBalancer,
  slbLoadBalancer,
} from "cdktf-ack/alicloud";
import { claims, type ClaimFinding } from "cdktf-ack/blueprints";
import { createTestApp } from "cdktf-ack/testing";
import {
  besideStack,
  flannel,
  numberToken,
  poolOptions,
  proCluster,
  serverless,
  terway,
  testStack,
  textToken,
} from "../support/stacks";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"];

/** A cluster in three zones, and its pools. */
function made(
  pools: Readonly<Record<string, Partial<NodePoolOptions>>> = { workers: {} },
  props: Partial<ProClusterProps> = {},
  network: Partial<TerwayNetworkInNewVpcProps> = {},
) {
  const stack = testStack();
  const cluster = proCluster(stack, { network: terway(stack, { zones, ...network }), ...props });
  const made = Object.entries(pools).map(([id, options]) => cluster.addNodePool(id, poolOptions(options)));
  return { stack, cluster, pools: made };
}

const gots = (findings: readonly ClaimFinding[]) => findings.map(({ got }) => got);

describe("claims", () => {
  test("say what was claimed, where it fails, what is there, and what should be", () => {
    const { stack } = made({ workers: { capacity: Capacity.fixed(5) } });
    expect(claims.atMostNodes(stack, 3)).toEqual([
      {
        claim: "at most 3 nodes",
        path: "shop/cluster",
        got: "pools of up to 5 nodes",
        want: "at most 3 nodes",
      },
    ]);
    expect(claims.atMostNodes(stack, 5)).toEqual([]);
  });

  test.each(Object.entries(claims))(
    "%s does not hold of what has neither a cluster nor a pool",
    (_, claim) => {
      const stack = new TerraformStack(createTestApp(), "empty");
      expect(gots(claim(stack, 1 as never))).toEqual(["neither a cluster nor a pool"]);
    },
  );

  test("are about the construct that they are given, and about all stacks of an app", () => {
    const { stack } = made({ workers: { capacity: Capacity.fixed(5) } });
    const other = besideStack(stack, "other");
    const cluster = proCluster(other, { name: "other" });
    cluster.addNodePool("workers", poolOptions());
    expect(claims.atMostNodes(other, 3)).toEqual([]);
    expect(claims.atMostNodes(cluster, 3)).toEqual([]);
    expect(claims.atMostNodes(stack.node.root, 3).map(({ path }) => path)).toEqual(["shop/cluster"]);
    expect(claims.atMostNodes(stack.node.root, 2)).toHaveLength(2);
  });

  test("know the pools of a cluster that stand in another stack", () => {
    const { stack, cluster } = made({ workers: { capacity: Capacity.fixed(5) } });
    const other = besideStack(stack, "pools");
    new NodePool(other, "more", { ...poolOptions({ capacity: Capacity.fixed(4) }), cluster });
    expect(gots(claims.atMostNodes(cluster, 8))).toEqual(["pools of up to 9 nodes"]);
    expect(claims.keepsNodes(cluster, 9)).toEqual([]);
    expect(claims.survivesZoneLoss(cluster, { nodes: 3 })).toEqual([]);
  });

  test("know pools that are made with the generated classes", () => {
    const { stack, cluster } = made({});
    new csKubernetesNodePool.CsKubernetesNodePool(stack, "raw", {
      clusterId: cluster.clusterId,
      nodePoolName: "raw",
      vswitchIds: ["vsw-1"],
      instanceTypes: ["ecs.g7.xlarge"],
      desiredSize: "7",
      internetMaxBandwidthOut: 5,
    });
    expect(gots(claims.atMostNodes(stack, 6))).toEqual(["pools of up to 7 nodes"]);
    expect(gots(claims.noPublicEndpoint(stack))).toEqual(["nodes with public addresses"]);
  });

  test("see overrides", () => {
    const { stack, cluster } = made();
    expect(claims.noPublicEndpoint(stack)).toEqual([]);
    cluster.resource.addOverride("slb_internet_enabled", true);
    expect(gots(claims.noPublicEndpoint(stack))).toEqual(["a public API server"]);
  });
});

describe("survivesZoneLoss", () => {
  test("holds of three nodes that are spread over three zones", () => {
    expect(claims.survivesZoneLoss(made().stack)).toEqual([]);
    expect(claims.survivesZoneLoss(made().cluster, { nodes: 2 })).toEqual([]);
  });

  test("counts what is left for certain", () => {
    expect(gots(claims.survivesZoneLoss(made().stack, { nodes: 3 }))).toEqual([
      "2 nodes for certain when cn-hangzhou-h is lost",
      "2 nodes for certain when cn-hangzhou-i is lost",
      "2 nodes for certain when cn-hangzhou-k is lost",
    ]);
  });

  test("asks for two zones of the control plane, and of the nodes", () => {
    const { stack } = made({ workers: {} }, {}, { zones: ["cn-hangzhou-h"] });
    expect(gots(claims.survivesZoneLoss(stack))).toEqual([
      "a control plane with vSwitches in 1 known zone",
      "0 nodes for certain when cn-hangzhou-h is lost",
    ]);
  });

  test("knows pools of single zones", () => {
    const pool = (zone: string) => ({ placement: Placement.zones(zone), capacity: Capacity.fixed(2) });
    expect(claims.survivesZoneLoss(made({ h: pool("h"), i: pool("i") }).stack, { nodes: 2 })).toEqual([]);
    expect(gots(claims.survivesZoneLoss(made({ h: pool("h") }).stack))).toEqual([
      "0 nodes for certain when cn-hangzhou-h is lost",
    ]);
  });

  test.each<[string, Partial<NodePoolOptions>]>([
    ["the first zone that has stock", { multiAzPolicy: MultiAzPolicy.PRIORITY }],
    ["spot instances", { billing: Billing.spot() }],
    ["a pool that may shrink to nothing", { capacity: Capacity.autoscale({ min: 0, max: 9 }) }],
    ["one node", { capacity: Capacity.fixed(1) }],
  ])("does not count on %s", (_, options) => {
    expect(claims.survivesZoneLoss(made({ workers: options }).stack)).toHaveLength(3);
  });

  test("does not count on numbers, zones and vSwitches that only Terraform knows", () => {
    const stack = testStack();
    const network = terway(stack, {
      zones: { a: { zone: textToken(stack, "a") }, b: { zone: textToken(stack, "b") } },
    });
    proCluster(stack, { network }).addNodePool("workers", poolOptions());
    expect(gots(claims.survivesZoneLoss(stack))).toEqual([
      "a control plane with vSwitches in 0 known zones",
      "no pool in a known zone",
    ]);
    const other = testStack();
    const cluster = proCluster(other, { network: terway(other, { zones }) });
    cluster.addNodePool("workers", poolOptions({ capacity: Capacity.fixed(numberToken(other)) }));
    expect(claims.survivesZoneLoss(other)).toHaveLength(3);
  });

  test("takes the key of a vSwitch that exists for its zone", () => {
    const stack = testStack();
    const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16" });
    const zone = (letter: string) => ({
      zone: `cn-hangzhou-${letter}`,
      nodeVSwitchId: `vsw-nodes${letter}`,
      podVSwitchId: `vsw-pods${letter}`,
    });
    const network = new TerwayNetwork(stack, "network", {
      vpc,
      zones: { h: zone("h"), i: zone("i") },
      serviceCidr: "172.21.0.0/20",
      egress: Egress.existing(),
    });
    proCluster(stack, { network }).addNodePool("workers", poolOptions());
    expect(claims.survivesZoneLoss(stack)).toEqual([]);
  });

  test("asks a cluster without nodes for the zones of its Pods alone", () => {
    const inZones = (names: readonly string[]) => {
      const stack = testStack();
      new AcsCluster(stack, "jobs", { name: "jobs", network: serverless(stack, { zones: names }) });
      return gots(claims.survivesZoneLoss(stack));
    };
    expect(inZones(zones)).toEqual([]);
    expect(inZones(["cn-hangzhou-h"])).toEqual(["a control plane with vSwitches in 1 known zone"]);
  });

  test("does not hold of a cluster without pools", () => {
    expect(gots(claims.survivesZoneLoss(made({}).stack))).toEqual(["no pool in a known zone"]);
  });
});

describe("noPublicEndpoint", () => {
  test.each<[string, string, (stack: TerraformStack) => unknown]>([
    [
      "nodes with public addresses",
      "nodes",
      (stack) => proCluster(stack).addNodePool("p", poolOptions({ publicIp: { bandwidthMbps: 5 } })),
    ],
    [
      "nodes with an EIP each",
      "EIPs of nodes",
      (stack) =>
        proCluster(stack).addNodePool(
          "p",
          poolOptions({ capacity: Capacity.autoscale({ min: 1, max: 2, eip: { bandwidthMbps: 5 } }) }),
        ),
    ],
    [
      "a public API server",
      "an address of the API server",
      (stack) => proCluster(stack, { publicApiServer: true }),
    ],
    [
      "a public load balancer for the API server",
      "a load balancer of the API server",
      (stack) =>
        proCluster(stack, { apiServer: { privateLoadBalancerId: "nlb-1", publicLoadBalancerId: "nlb-2" } }),
    ],
    [
      "an EIP of what is no NAT gateway",
      "an EIP",
      (stack) =>
        new eipAssociation.EipAssociation(proCluster(stack), "eip", {
          allocationId: "eip-1",
          instanceId: "i-1",
        }),
    ],
    [
      "a load balancer that is not said to be private",
      "a CLB",
      (stack) => new slbLoadBalancer.SlbLoadBalancer(proCluster(stack), "slb", { addressType: "internet" }),
    ],
    [
      "a load balancer that is not said to be private",
      "an NLB",
      (stack) =>
        new nlbLoadBalancer.NlbLoadBalancer(proCluster(stack), "nlb", {
          addressType: "Internet",
          vpcId: "vpc-1",
          zoneMappings: [{ vswitchId: "vsw-1", zoneId: "cn-hangzhou-h" }],
        }),
    ],
    [
      "a port that a NAT gateway forwards",
      "a resource without a generated class",
      (stack) =>
        new TerraformResource(proCluster(stack), "port", { terraformResourceType: "alicloud_forward_entry" }),
    ],
    [
      "an instance with a public address",
      "an instance",
      (stack) =>
        new instance.Instance(proCluster(stack), "instance", {
          instanceType: "ecs.g7.xlarge",
          internetMaxBandwidthOut: 5,
        }),
    ],
  ])("finds %s: %s", (got, _, make) => {
    const stack = testStack();
    make(stack);
    expect(gots(claims.noPublicEndpoint(stack))).toEqual([got]);
  });

  test("lets NAT gateways and private load balancers be", () => {
    const { stack } = made({ workers: {} }, {}, { egress: Egress.natGateway() });
    new slbLoadBalancer.SlbLoadBalancer(stack, "slb", { addressType: "intranet" });
    expect(claims.noPublicEndpoint(stack)).toEqual([]);
  });
});

test("noWayOut finds NAT gateways, SNAT entries, and what ACK makes", () => {
  const of = (egress: Egress) =>
    claims.noWayOut(made({ workers: {} }, {}, { egress, zones: ["cn-hangzhou-h"] }).stack);
  expect(of(Egress.none())).toEqual([]);
  expect(gots(of(Egress.byAck()))).toEqual(["a NAT gateway that ACK makes"]);
  expect(gots(of(Egress.natGateway()))).toEqual([
    "alicloud_nat_gateway",
    "alicloud_snat_entry",
    "alicloud_snat_entry",
  ]);
});

describe("what clusters hold and cost", () => {
  test("holdsNodes reckons with the addresses, and says which are full first", () => {
    const { stack } = made({ workers: {} }, {}, { cidr: "10.0.0.0/20" });
    expect(claims.holdsNodes(stack, 3)).toEqual([]);
    expect(claims.holdsNodes(stack, 5000)).toEqual([
      {
        claim: "addresses for 5000 nodes",
        path: "shop/cluster",
        got: expect.stringMatching(
          /^addresses for \d+ nodes?; the Pod vSwitch in .* is full first$/,
        ) as string,
        want: "addresses for 5000 nodes",
      },
    ]);
  });

  test("holdsNodes does not hold where nobody knows the blocks", () => {
    const { stack } = made(
      { workers: {} },
      {},
      {
        cidr: "10.0.0.0/16",
        zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1", podVSwitchId: "vsw-2" } },
      },
    );
    expect(gots(claims.holdsNodes(stack, 1))).toEqual(["a network of which nobody knows what it holds"]);
  });

  test("atMostNodes takes the bounds of all pools together, and none where there is none", () => {
    const { stack } = made({
      fixed: { capacity: Capacity.fixed(3) },
      scaled: { capacity: Capacity.autoscale({ min: 1, max: 7 }) },
      existing: { capacity: Capacity.existing(["i-bp1", "i-bp2"]) },
    });
    expect(claims.atMostNodes(stack, 12)).toEqual([]);
    expect(gots(claims.atMostNodes(stack, 11))).toEqual(["pools of up to 12 nodes"]);
    expect(gots(claims.atMostNodes(made({}, { autoMode: true }).stack, 100))).toEqual([
      "pools of up to any number of nodes",
    ]);
    const other = testStack();
    proCluster(other).addNodePool("p", poolOptions({ capacity: Capacity.fixed(numberToken(other)) }));
    expect(gots(claims.atMostNodes(other, 100))).toEqual(["pools of up to any number of nodes"]);
  });

  test("keepsNodes counts fixed pools, and of spot pools the base that is paid by use", () => {
    const mixed = {
      base: { capacity: Capacity.fixed(2) },
      spot: {
        capacity: Capacity.fixed(6),
        billing: Billing.spot(),
        multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandBase: 3 }),
      },
    };
    expect(claims.keepsNodes(made(mixed).stack, 5)).toEqual([]);
    expect(gots(claims.keepsNodes(made(mixed).stack, 6))).toEqual(["5 nodes for certain"]);
    expect(gots(claims.keepsNodes(made({ spot: { billing: Billing.spot() } }).stack, 1))).toEqual([
      "0 nodes for certain",
    ]);
  });

  test("shrinksToNothing is for pools that scale from zero", () => {
    const scaled = (min: number) => made({ p: { capacity: Capacity.autoscale({ min, max: 9 }) } }).stack;
    expect(claims.shrinksToNothing(scaled(0))).toEqual([]);
    expect(gots(claims.shrinksToNothing(scaled(1)))).toEqual(["1 node at least"]);
    expect(gots(claims.shrinksToNothing(made().pools[0] ?? made().stack))).toEqual(["3 nodes at least"]);
  });

  test("keepsOtherPodsOff wants a taint that keeps Pods off", () => {
    const tainted = (effect: "NoSchedule" | "PreferNoSchedule") =>
      made({ p: { taints: [{ key: "batch", value: "only", effect }] } }).stack;
    expect(claims.keepsOtherPodsOff(tainted("NoSchedule"))).toEqual([]);
    expect(gots(claims.keepsOtherPodsOff(tainted("PreferNoSchedule")))).toEqual([
      "no taint that keeps Pods off",
    ]);
  });
});

describe("what is kept, and how", () => {
  test("encryptsAtRest asks for a key of KMS, and for disks that are encrypted, those for data too", () => {
    const stack = testStack();
    const cluster = proCluster(stack, { secretEncryption: new SecretKmsEncryption(stack, "secrets") });
    const systemDisk = Disk.essd({ sizeGiB: 120, encrypted: true });
    cluster.addNodePool("good", poolOptions({ systemDisk }));
    expect(claims.encryptsAtRest(stack)).toEqual([]);
    cluster.addNodePool("bad", poolOptions({ systemDisk, dataDisks: [Disk.essd({ sizeGiB: 100 })] }));
    expect(gots(claims.encryptsAtRest(stack))).toEqual(["disks without encryption"]);
    expect(gots(claims.encryptsAtRest(made().stack))).toEqual([
      "Secrets without a key of KMS",
      "disks without encryption",
    ]);
  });

  test("keepsLogs asks for both", () => {
    expect(claims.keepsLogs(made({}, { auditLog: {}, controlPlaneLogs: {} }).stack)).toEqual([]);
    expect(gots(claims.keepsLogs(made().stack))).toEqual(["no audit log", "no logs of the control plane"]);
  });

  test("isProtected asks for the protection of ACK and of Terraform, canBeDestroyed for none", () => {
    const protectedOne = made();
    expect(claims.isProtected(protectedOne.stack)).toEqual([]);
    expect(gots(claims.canBeDestroyed(protectedOne.stack))).toEqual(["a protection against deletion"]);
    const free = made({}, { removalPolicy: RemovalPolicy.DESTROY });
    expect(claims.canBeDestroyed(free.stack)).toEqual([]);
    expect(gots(claims.isProtected(free.stack))).toEqual(["no full protection"]);
    protectedOne.cluster.resource.addOverride("deletion_protection", false);
    expect(gots(claims.isProtected(protectedOne.stack))).toEqual(["no full protection"]);
  });

  test("isReachedFromOutside asks for a public API server, or a line into the VPC", () => {
    const of = (props: object, network: object) => {
      const stack = testStack();
      new EdgeCluster(stack, "edge", { name: "edge", network: flannel(stack, network), ...props });
      return claims.isReachedFromOutside(stack);
    };
    expect(of({ publicApiServer: true }, {})).toEqual([]);
    expect(of({}, { onPremisesCidrs: ["192.168.0.0/16"] })).toEqual([]);
    expect(gots(of({}, {}))).toEqual(["a private API server in a VPC that no line leads into"]);
  });

  test("meetsBenchmarks wants the checks, and no warning of theirs", () => {
    const { stack } = made();
    expect(gots(claims.meetsBenchmarks(stack))).toEqual(["controls that nobody checks"]);
    Hardening.checkOn(stack);
    const findings = claims.meetsBenchmarks(stack);
    expect(gots(findings)).toContain("no word on audit logs (cis-audit)");
    Limits.of(stack).acknowledge("cis-audit", { reason: "a cluster for tests" });
    expect(claims.meetsBenchmarks(stack)).toHaveLength(findings.length - 1);
  });

  test("meetsBenchmarks counts what everybody hears of: a public API server", () => {
    const stack = testStack();
    Hardening.checkOn(stack);
    new ManagedCluster(stack, "c", { name: "c", network: terway(stack), publicApiServer: true });
    expect(gots(claims.meetsBenchmarks(stack)).join()).toContain("apiserver-eip-port-6443");
  });
});
