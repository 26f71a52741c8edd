import { TerraformResource, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AckPolicy,
  Addon,
  AlicloudProvider,
  ComponentPolicies,
  ComponentPolicy,
  CustomRamPolicy,
  EdgeCluster,
  Egress,
  FlannelNetwork,
  ImagePullRole,
  ManagedCluster,
  NatGateway,
  NodePool,
  Policy,
  PolicyGovernance,
  Principal,
  ProCluster,
  RamPolicy,
  RemovalPolicy,
  SecretKmsEncryption,
  SecurityGroup,
  ServiceAccountRole,
  TerwayNetwork,
  Vpc,
  type ResourceOptions,
  type Timeouts,
} from "cdktf-ack";
import { securityGroup } from "cdktf-ack/alicloud";
import {
  CostSaverCluster,
  DevelopmentCluster,
  EdgeSitesCluster,
  GpuCluster,
  HardenedCluster,
  NodelessCluster,
  PrivateCluster,
  ProductionCluster,
} from "cdktf-ack/blueprints";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import { besideStack, flannel, poolOptions, proCluster, terway, testStack } from "../support/stacks";

const zones = ["cn-hangzhou-h"];
const usualVpc = (stack: TerraformStack) => new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
const removable = { removalPolicy: RemovalPolicy.DESTROY };
const usualBlueprint = { name: "it", zones: ["cn-hangzhou-h", "cn-hangzhou-i"], ...removable } as const;

type Make = (stack: TerraformStack, options: ResourceOptions) => Construct;

/** Each construct of the library, with the options that all take. What it stands on is made without them. */
const constructs: [string, Make][] = [
  [
    "Vpc",
    (stack, options) =>
      new Vpc(stack, "it", { cidr: "10.0.0.0/16", secondaryCidrs: ["10.1.0.0/16"], ...options }),
  ],
  [
    "NatGateway",
    (stack, options) =>
      new NatGateway(stack, "it", { vpc: usualVpc(stack), zone: "cn-hangzhou-h", ...options }),
  ],
  [
    "TerwayNetwork",
    (stack, options) =>
      new TerwayNetwork(stack, "it", {
        vpc: usualVpc(stack),
        zones,
        egress: Egress.existing({ snatTableId: "stb-1", snatIp: "47.0.0.1" }),
        ...options,
      }),
  ],
  [
    "FlannelNetwork",
    (stack, options) =>
      new FlannelNetwork(stack, "it", {
        vpc: usualVpc(stack),
        zones,
        egress: Egress.existing({ snatTableId: "stb-1", snatIp: "47.0.0.1" }),
        ...options,
      }),
  ],
  [
    "ManagedCluster",
    (stack, options) =>
      new ManagedCluster(stack, "it", { name: "it", network: terway(stack), ...removable, ...options }),
  ],
  [
    "ProCluster",
    (stack, options) =>
      new ProCluster(stack, "it", { name: "it", network: terway(stack), ...removable, ...options }),
  ],
  [
    "EdgeCluster",
    (stack, options) => {
      const cluster = new EdgeCluster(stack, "it", {
        name: "it",
        network: flannel(stack),
        ...removable,
        ...options,
      });
      new NodePool(stack, "cloud", { cluster, ...poolOptions() });
      return cluster;
    },
  ],
  [
    "NodePool",
    (stack, options) =>
      new NodePool(stack, "it", { cluster: proCluster(stack), ...poolOptions(), ...options }),
  ],
  [
    "Addon",
    (stack, options) =>
      new Addon(stack, "it", { cluster: proCluster(stack), name: "metrics-server", ...options }),
  ],
  [
    "SecretKmsEncryption",
    (stack, options) => new SecretKmsEncryption(stack, "it", { ...removable, ...options }),
  ],
  [
    "ServiceAccountRole",
    (stack, options) =>
      new ServiceAccountRole(stack, "it", {
        cluster: ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1" }),
        namespace: "shop",
        serviceAccount: "web",
        policies: { read: RamPolicy.system("AliyunOSSReadOnlyAccess") },
        oidc: { providerArn: "acs:ram::1:oidc-provider/ack-rrsa-c1", issuerUrl: "https://oidc.example/c1" },
        ...options,
      }),
  ],
  [
    "SecurityGroup",
    (stack, options) => {
      const network = terway(stack);
      const group = new SecurityGroup(stack, "it", { vpc: network.vpc, ...options });
      group.allowNodes(network);
      return group;
    },
  ],
  [
    "PolicyGovernance",
    (stack, options) => {
      const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1" });
      const governance = new PolicyGovernance(stack, "it", { cluster, ...options });
      governance.deny("secrets", Policy.named("ACKNoEnvVarSecrets"));
      return governance;
    },
  ],
  [
    "Principal",
    (stack, options) => {
      const user = { uid: "200000000000000001", name: "alice" };
      const principal = Principal.ramUser(stack, "it", { user, readAccess: "attach", ...options });
      ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1" }).grant(principal).dev();
      return principal;
    },
  ],
  [
    "Principal of an account",
    (stack, options) => {
      const principal = Principal.account(stack, "it", { accountId: "1234567890123456", ...options });
      principal.onAllClusters().restricted();
      return principal;
    },
  ],
  [
    "CustomRamPolicy",
    (stack, options) => {
      const document = AckPolicy.readOnly({ clusters: "all" });
      const policy = new CustomRamPolicy(stack, "it", { document, ...options });
      policy.attachToUser("ann", "ann");
      return policy;
    },
  ],
  [
    "ComponentPolicies",
    (stack, options) =>
      new ComponentPolicies(stack, "it", {
        cluster: ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1" }),
        policies: { images: ComponentPolicy.imagePull() },
        workerRoleName: "K8sWorkerRole-1",
        ...options,
      }),
  ],
  [
    "ImagePullRole",
    (stack, options) =>
      new ImagePullRole(stack, "it", { workerRoleArns: ["acs:ram::1:role/K8sWorkerRole-1"], ...options }),
  ],
  [
    "ProductionCluster",
    (stack, options) =>
      new ProductionCluster(stack, "it", {
        name: "it",
        zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"],
        ...removable,
        ...options,
      }),
  ],
  [
    "DevelopmentCluster",
    (stack, options) =>
      new DevelopmentCluster(stack, "it", { name: "it", zone: "cn-hangzhou-h", ...options }),
  ],
  ["PrivateCluster", (stack, options) => new PrivateCluster(stack, "it", { ...usualBlueprint, ...options })],
  [
    "CostSaverCluster",
    (stack, options) => new CostSaverCluster(stack, "it", { ...usualBlueprint, ...options }),
  ],
  [
    "HardenedCluster",
    (stack, options) =>
      new HardenedCluster(stack, "it", {
        ...usualBlueprint,
        registries: ["registry-vpc/"],
        namespaces: ["shop"],
        ...options,
      }),
  ],
  ["GpuCluster", (stack, options) => new GpuCluster(stack, "it", { ...usualBlueprint, ...options })],
  [
    "NodelessCluster",
    (stack, options) => new NodelessCluster(stack, "it", { ...usualBlueprint, ...options }),
  ],
  [
    "EdgeSitesCluster",
    (stack, options) =>
      new EdgeSitesCluster(stack, "it", { ...usualBlueprint, siteCidrs: ["192.168.0.0/16"], ...options }),
  ],
];

/** The arguments of every resource that a construct made. */
function argumentsOf(construct: Construct, stack: TerraformStack): Arguments[] {
  const { resources } = synthesize(stack);
  return construct.node
    .findAll()
    .filter((node) => TerraformResource.isTerraformResource(node))
    .map((node) => resources(node.terraformResourceType)[node.friendlyUniqueId] ?? {});
}

describe.each(constructs)("%s", (_name, make) => {
  test("uses the provider that it is given, in every resource", () => {
    const stack = testStack();
    const provider = new AlicloudProvider(stack, "account", { region: "cn-hangzhou", alias: "account" });
    const made = argumentsOf(make(stack, { provider }), stack);
    expect(made).not.toEqual([]);
    expect(new Set(made.map((one) => one["provider"]))).toEqual(new Set(["alicloud.account"]));
  });

  test("uses the provider without an alias unless it is given one", () => {
    const stack = testStack();
    const made = argumentsOf(make(stack, {}), stack);
    expect(new Set(made.map((one) => one["provider"]))).toEqual(new Set([undefined]));
  });

  test("waits for a resource and for all resources of a construct, but for nothing in another stack", () => {
    const stack = testStack();
    const group = new securityGroup.SecurityGroup(stack, "group", {});
    const other = new Vpc(stack, "other", { cidr: "10.0.0.0/16", secondaryCidrs: ["10.1.0.0/16"] });
    const elsewhere = new Vpc(besideStack(stack, "elsewhere"), "vpc", { cidr: "10.0.0.0/16" });
    const made = argumentsOf(
      make(stack, { dependsOn: [group, other, elsewhere, elsewhere.resource] }),
      stack,
    );
    for (const one of made) {
      const before = one["depends_on"] as string[];
      const wanted = before.filter((address) => /\.(group|other)(_|$)/.test(address));
      expect(wanted.map((address) => address.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
        "alicloud_security_group.group",
        "alicloud_vpc.other_vpc",
        "alicloud_vpc_ipv4_cidr_block.other_secondary-cidr-10-1-0-0-16",
      ]);
      expect(before.join()).not.toMatch(/elsewhere|\$/);
    }
  });

  test("merges lifecycle settings over its own", () => {
    const stack = testStack();
    const plain = argumentsOf(make(stack, {}), stack);
    const other = testStack();
    const made = argumentsOf(
      make(other, { lifecycle: { preventDestroy: true, ignoreChanges: ["tags"] } }),
      other,
    );
    for (const [index, one] of made.entries()) {
      const own = (plain[index]?.["lifecycle"] ?? {}) as { ignore_changes?: string[] };
      expect(one["lifecycle"]).toEqual({
        ...own,
        prevent_destroy: true,
        ignore_changes: [...(own.ignore_changes ?? []), "tags"],
      });
    }
  });

  test("synthesizes to the same bytes every time", () => {
    const texts = [testStack(), testStack()].map((stack) => {
      make(stack, {});
      return JSON.stringify(synthesize(stack).json);
    });
    expect(texts[0]).toBe(texts[1]);
  });
});

/** Constructs that are one resource, reached as `resource`. */
const single = constructs.filter(
  ([name]) =>
    !/Network|Policies|Governance|^(Production|Development|Private|CostSaver|Hardened|Gpu|Nodeless|EdgeSites)/.test(
      name,
    ),
);

test.each(single)("%s can be overridden in every argument through its resource", (_name, make) => {
  const stack = testStack();
  const { resource } = make(stack, {}) as Construct & { readonly resource: TerraformResource };
  resource.addOverride("brand_new", { argument: true });
  resource.addOverride("lifecycle.prevent_destroy", true);
  const made = synthesize(stack).resources(resource.terraformResourceType)[resource.friendlyUniqueId];
  expect(made).toMatchObject({ brand_new: { argument: true }, lifecycle: { prevent_destroy: true } });
});

const timed: [
  string,
  (stack: TerraformStack, timeouts: Timeouts) => { readonly resource: TerraformResource },
][] = [
  ["Vpc", (stack, timeouts) => new Vpc(stack, "it", { cidr: "10.0.0.0/16", timeouts })],
  [
    "ManagedCluster",
    (stack, timeouts) => new ManagedCluster(stack, "it", { name: "it", network: terway(stack), timeouts }),
  ],
  [
    "ProCluster",
    (stack, timeouts) => new ProCluster(stack, "it", { name: "it", network: terway(stack), timeouts }),
  ],
  [
    "EdgeCluster",
    (stack, timeouts) => {
      const cluster = new EdgeCluster(stack, "it", { name: "it", network: flannel(stack), timeouts });
      cluster.addNodePool("cloud", poolOptions());
      return cluster;
    },
  ],
  ["NodePool", (stack, timeouts) => proCluster(stack).addNodePool("it", poolOptions({ timeouts }))],
  [
    "Principal",
    (stack, timeouts) => {
      const user = { uid: "200000000000000001" };
      const principal = Principal.ramUser(stack, "it", { user, readAccess: "elsewhere", timeouts });
      principal.onAllClusters().dev();
      return principal;
    },
  ],
  ["SecurityGroup", (stack, timeouts) => new SecurityGroup(stack, "it", { vpc: usualVpc(stack), timeouts })],
  [
    "PolicyGovernance",
    (stack, timeouts) => {
      const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c1" });
      const governance = new PolicyGovernance(stack, "it", { cluster });
      return { resource: governance.deny("secrets", Policy.named("ACKNoEnvVarSecrets"), { timeouts }) };
    },
  ],
  ["Addon", (stack, timeouts) => proCluster(stack).addAddon("it", { name: "metrics-server", timeouts })],
];

test.each(timed)("%s passes its timeouts on", (_name, make) => {
  const stack = testStack();
  const timeouts = { create: "2h", update: "1h30m", delete: "45m" };
  const { resource } = make(stack, timeouts);
  const made = synthesize(stack).resources(resource.terraformResourceType)[resource.friendlyUniqueId];
  expect(made?.["timeouts"]).toEqual(timeouts);
});
