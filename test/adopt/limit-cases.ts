import { TerraformOutput, type TerraformStack } from "cdktf";
import {
  Adopt,
  DedicatedCluster,
  EdgeCluster,
  LetGo,
  Login,
  ManagedCluster,
  Moved,
  ProTier,
  SecretKmsEncryption,
  ServerlessCluster,
  TerwayNetwork,
  Vpc,
  type ProCluster,
  type ProClusterProps,
} from "cdktf-ack";
import { csAutoscalingConfig, ecsKeyPair } from "cdktf-ack/alicloud";
import type { CasesById } from "../support/limit-cases";
import {
  besideStack,
  flannel,
  poolOptions,
  proCluster,
  serverless,
  severalTypes,
  terway,
  textToken,
} from "../support/stacks";

export const CLUSTER_ID = "c82e6987e2961451182edacd74faf1234";
const fixed = { serviceCidr: "192.168.0.0/20" };
const said: Partial<ProClusterProps> = {
  proxyMode: "ipvs",
  clusterDomain: "cluster.local",
  tier: ProTier.SMALL,
};
const fix = "write out what the console shows, also where it is the default";
const want = "the values that it has: none of them can be changed in place";

/** A cluster that says all that it has to, adopted. */
const cluster = (clusterId: (stack: TerraformStack) => string) => (stack: TerraformStack) => {
  const made = proCluster(stack, { ...said, network: terway(stack, fixed) });
  Adopt.cluster(made, clusterId(stack));
  return made;
};
const known = cluster(() => CLUSTER_ID);

const pool = (nodePoolId: (stack: TerraformStack) => string) => (stack: TerraformStack) =>
  Adopt.nodePool(
    known(stack).addNodePool("workers", poolOptions({ instances: severalTypes })),
    nodePoolId(stack),
  );

const vpc = (vpcId: (stack: TerraformStack) => string) => (stack: TerraformStack) =>
  Adopt.vpc(new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }), vpcId(stack));

const key = (keyId: (stack: TerraformStack) => string) => (stack: TerraformStack) =>
  Adopt.key(new SecretKmsEncryption(stack, "secrets"), keyId(stack));

const zone = { zone: "cn-hangzhou-h", nodeCidr: "10.0.1.0/24", podCidr: "10.0.128.0/18" };
const vswitches =
  (vswitchId: (stack: TerraformStack) => string, zones: Parameters<typeof terway>[1] = {}) =>
  (stack: TerraformStack) =>
    Adopt.vswitches(terway(stack, { zones: { h: zone }, ...zones }), { nodes: { h: vswitchId(stack) } });

export const adoptLimitCases: CasesById = {
  "adopted-cluster-id": {
    violating: {
      "the name of a cluster": {
        build: cluster(() => "prod"),
        at: "shop/cluster",
        got: 'the cluster id "prod"',
        want: "c and 32 hexadecimal digits, the id of the cluster and not its name",
        fix: "take the id from the list of clusters: aliyun cs GET /api/v1/clusters",
      },
      "an id that was cut short": {
        build: cluster(() => CLUSTER_ID.slice(0, -1)),
        at: "shop/cluster",
        got: 'the cluster id "c82e6987e2961451182edacd74faf123"',
        want: "c and 32 hexadecimal digits, the id of the cluster and not its name",
        fix: "take the id from the list of clusters: aliyun cs GET /api/v1/clusters",
      },
    },
    legal: { "the id of a cluster": known },
    unknown: { "an id from a variable": { build: cluster(textToken), limit: "silent" } },
  },
  "adopted-node-pool-id": {
    violating: {
      "an id with that of the cluster": {
        build: pool(() => `${CLUSTER_ID}:np31da1b38983f4511b490fc62108a1234`),
        at: "shop/cluster/workers",
        got: `the node pool id "${CLUSTER_ID}:np31da1b38983f4511b490fc62108a1234"`,
        want: "the id of the pool alone, np and what follows: that of the cluster is put before it",
        fix: "take nodepool_id from the list of pools: aliyun cs GET /clusters/<id>/nodepools",
      },
    },
    legal: { "the id of a pool": pool(() => "np31da1b38983f4511b490fc62108a1234") },
    unknown: { "an id from a variable": { build: pool(textToken), limit: "silent" } },
  },
  "adopted-vpc-id": {
    violating: {
      "the name of a VPC": {
        build: vpc(() => "prod"),
        at: "shop/vpc",
        got: 'the VPC id "prod"',
        want: "vpc- and what follows",
      },
    },
    legal: { "the id of a VPC": vpc(() => "vpc-bp1abc") },
    unknown: { "an id from a variable": { build: vpc(textToken), limit: "silent" } },
  },
  "adopted-vswitch-id": {
    violating: {
      "the id of a VPC": {
        build: vswitches(() => "vpc-bp1abc"),
        at: "shop/network",
        got: 'the vSwitch id "vpc-bp1abc"',
        want: "vsw- and what follows",
      },
    },
    legal: { "the id of a vSwitch": vswitches(() => "vsw-bp1abc") },
    unknown: { "an id from a variable": { build: vswitches(textToken), limit: "partly" } },
  },
  "adopted-key-id": {
    violating: {
      "an alias": {
        build: key(() => "alias/prod"),
        at: "shop/secrets",
        got: 'the key id "alias/prod"',
        want: "the id of a key, not its ARN and no alias",
      },
    },
    legal: {
      "a UUID": key(() => "599fa825-17de-417e-9554-bb032cc6c6ba"),
      "an id of today": key(() => "key-hzz65f3a68554abcd1234"),
    },
    unknown: { "an id from a variable": { build: key(textToken), limit: "silent" } },
  },
  "adopted-can-be-imported": {
    violating: {
      "the settings of an autoscaler": {
        build: (stack) =>
          Adopt.resource(
            new csAutoscalingConfig.CsAutoscalingConfig(stack, "scaler", { clusterId: CLUSTER_ID }),
            CLUSTER_ID,
          ),
        at: "shop/scaler",
        got: "alicloud_cs_autoscaling_config",
        want: "a resource that the provider can import",
        fix: "leave the call out: the first apply writes over the settings that the cluster has",
      },
    },
    legal: {
      "a key pair": (stack) =>
        Adopt.resource(new ecsKeyPair.EcsKeyPair(stack, "ops", { keyPairName: "ops" }), "ops"),
    },
  },
  "adopted-says-what-is-fixed": {
    violating: {
      "a Pro cluster that says nothing": {
        build: (stack) => Adopt.cluster(proCluster(stack, { network: terway(stack) }), CLUSTER_ID),
        at: "shop/cluster",
        got: "the default of clusterDomain (cluster.local), proxyMode (ipvs), tier (ack.pro.small), serviceCidr of shop/network (172.21.0.0/20)",
        want,
        fix,
      },
      "a Flannel network that says nothing": {
        build: (stack) =>
          Adopt.cluster(proCluster(stack, { ...said, network: flannel(stack, fixed) }), CLUSTER_ID),
        at: "shop/cluster",
        got: "the default of podCidr of shop/network (172.20.0.0/16), nodeCidrMask of shop/network (24)",
        want,
        fix,
      },
      "an edge cluster without its edition": {
        build: (stack) => {
          const made = new EdgeCluster(stack, "cluster", {
            name: "edge",
            network: flannel(stack, { ...fixed, podCidr: "172.20.0.0/16", nodeCidrMask: 25 }),
            proxyMode: "ipvs",
            clusterDomain: "cluster.local",
          });
          made.addNodePool("cloud", poolOptions({ instances: severalTypes }));
          Adopt.cluster(made, CLUSTER_ID);
        },
        at: "shop/cluster",
        got: "the default of edition (pro)",
        want,
        fix,
      },
      "vSwitches that leave their blocks to the plan": {
        build: vswitches(() => "vsw-bp1abc", { zones: ["cn-hangzhou-h"] }),
        at: "shop/network",
        got: "the default of nodeCidr of the zone h (from the plan of the VPC)",
        want,
        fix,
      },
    },
    legal: {
      "a Pro cluster that says it all": known,
      "a basic cluster, which has one tier": (stack) =>
        Adopt.cluster(
          new ManagedCluster(stack, "cluster", {
            name: "basic",
            network: flannel(stack, { ...fixed, podCidr: "172.20.0.0/16", nodeCidrMask: 25 }),
            proxyMode: "ipvs",
            clusterDomain: "cluster.local",
          }),
          CLUSTER_ID,
        ),
      "a cluster without nodes, which has no proxy": (stack) =>
        Adopt.cluster(
          new ServerlessCluster(stack, "cluster", {
            name: "pods",
            network: serverless(stack, fixed),
            clusterDomain: "cluster.local",
            edition: "pro",
          }),
          CLUSTER_ID,
        ),
      "values that only Terraform knows": (stack) => {
        const made = proCluster(stack, {
          ...said,
          clusterDomain: textToken(stack),
          network: terway(stack, fixed),
        });
        Adopt.cluster(made, CLUSTER_ID);
      },
      "vSwitches with their blocks": vswitches(() => "vsw-bp1abc"),
    },
  },
  "adopted-has-a-resource": {
    violating: {
      "a vSwitch of a zone that the network does not have": {
        build: (stack) =>
          Adopt.vswitches(terway(stack, { zones: { h: zone } }), { pods: { k: "vsw-bp1abc" } }),
        at: "shop/network",
        got: "the vSwitch vsw-bp1abc for Pods of the zone k",
        want: "a zone for which the network makes such a vSwitch, and names no existing one",
      },
      "a vSwitch that the network refers to": {
        build: vswitches(() => "vsw-bp1abc", { zones: { h: { ...zone, nodeVSwitchId: "vsw-bp1abc" } } }),
        at: "shop/network",
        got: "the vSwitch vsw-bp1abc for nodes of the zone h",
        want: "a zone for which the network makes such a vSwitch, and names no existing one",
      },
      "a secondary block that the VPC does not have": {
        build: (stack) =>
          Adopt.vpc(new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" }), "vpc-bp1abc", {
            secondaryCidrs: ["10.1.0.0/16"],
          }),
        at: "shop/vpc",
        got: "the secondary block 10.1.0.0/16",
        want: "a block among the secondaryCidrs of the VPC",
      },
      "a key that is referred to": {
        build: (stack) => Adopt.key(SecretKmsEncryption.withKey(stack, "secrets", "key-1"), "key-1"),
        at: "shop/secrets",
        got: "the key key-1 for an encryption that refers to an existing key",
        want: "an encryption that has a key of its own",
      },
    },
    legal: {
      "one of two secondary blocks": (stack) => {
        const made = new Vpc(stack, "vpc", {
          cidr: "10.0.0.0/16",
          secondaryCidrs: ["10.1.0.0/16", "10.2.0.0/16"],
        });
        Adopt.vpc(made, "vpc-bp1abc", { secondaryCidrs: ["10.2.0.0/16"] });
      },
      "a key that is made": key(() => "key-1"),
    },
  },
  "adopted-once": {
    violating: {
      "a VPC that two stacks adopt": {
        build: (stack) => {
          vpc(() => "vpc-bp1abc")(stack);
          vpc(() => "vpc-bp1abc")(besideStack(stack, "bank"));
        },
        at: "shop/vpc",
        got: "alicloud_vpc vpc-bp1abc, which bank/vpc adopts as well",
        want: "one resource for it",
        fix: "remove one of the two, or refer to it by fromAttributes",
      },
      "a VPC that is adopted as two": {
        build: (stack) => {
          const made = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
          Adopt.vpc(made, "vpc-bp1abc");
          Adopt.vpc(made, "vpc-bp1def");
        },
        at: "shop/vpc",
        got: "alicloud_vpc vpc-bp1def, after alicloud_vpc vpc-bp1abc",
        want: "one thing for one resource",
        fix: "remove one of the two, or refer to it by fromAttributes",
      },
    },
    legal: {
      "two VPCs": (stack) => {
        vpc(() => "vpc-bp1abc")(stack);
        vpc(() => "vpc-bp1def")(besideStack(stack, "bank"));
      },
    },
    unknown: { "an id from a variable": { build: vpc(textToken), limit: "partly" } },
  },
};

/** A Pro cluster with a pool, beside a pool of another construct. */
const withPool = (use: (cluster: ProCluster, stack: TerraformStack) => void) => (stack: TerraformStack) => {
  const made = proCluster(stack);
  made.addNodePool("workers", poolOptions({ instances: severalTypes }));
  use(made, stack);
};

export const stateLimitCases: CasesById = {
  "moved-from-a-free-address": {
    violating: {
      "the path that a construct has": {
        build: withPool((made) => Moved.from(made, "cluster")),
        at: "shop/cluster",
        got: "alicloud_cs_managed_kubernetes.cluster_A4C38409, where it is",
        want: "an address that is free",
        fix: "give the path that the construct had before the change of the code, without the stack",
      },
      "the path of another construct": {
        build: (stack) => {
          new Vpc(stack, "one", { cidr: "10.0.0.0/16" });
          Moved.from(new Vpc(stack, "two", { cidr: "10.1.0.0/16" }), "one");
        },
        at: "shop/two",
        got: "alicloud_vpc.one_vpc_77E4DCDC, which the stack still has",
        want: "an address that is free",
        fix: "give the path that the construct had before the change of the code, without the stack",
      },
    },
    legal: {
      "another id": withPool((made) => Moved.from(made, "old")),
      "a path in another construct": (stack) => {
        Moved.from(new Vpc(stack, "one", { cidr: "10.0.0.0/16" }), "prod/one");
      },
    },
  },
  "let-go-not-referred-to": {
    violating: {
      "an output of what is let go of": {
        build: withPool((made, stack) => {
          LetGo.of(made);
          new TerraformOutput(stack, "id", { value: made.clusterId });
        }),
        at: "shop/id",
        got: "a reference to alicloud_cs_managed_kubernetes.cluster_A4C38409",
        want: "a reference to what stays in the configuration",
        fix: "refer to it by fromAttributes, or let go of both",
      },
    },
    legal: {
      "a cluster with its pools": withPool((made) => LetGo.of(made)),
      "a cluster in a network that stays": withPool((made, stack) => {
        LetGo.of(made);
        new TerraformOutput(stack, "vpc", { value: made.vpc.vpcId });
      }),
    },
  },
  "let-go-of-a-construct": {
    violating: {
      "a stack": {
        build: (stack) => LetGo.of(stack),
        at: "shop",
        got: "the stack shop",
        want: "constructs of the stack",
        fix: "let go of its constructs one by one; or remove the stack from the code, and keep its state",
      },
    },
    legal: { "a construct": withPool((made) => LetGo.of(made)) },
  },
  "let-go-address": {
    violating: {
      "the path of a construct": {
        build: (stack) => LetGo.ofAddresses(stack, "shop/cluster"),
        at: "shop",
        got: 'the address "shop/cluster"',
        want: "a type and a name, without a key: alicloud_vpc.network-vpc_vpc_0A1B2C3D",
      },
      "one instance of a resource": {
        build: (stack) => LetGo.ofAddresses(stack, 'alicloud_vpc.all["one"]'),
        at: "shop",
        got: 'the address "alicloud_vpc.all[\\"one\\"]"',
        want: "a type and a name, without a key: alicloud_vpc.network-vpc_vpc_0A1B2C3D",
      },
    },
    legal: {
      "the address of a resource": (stack) =>
        LetGo.ofAddresses(stack, "alicloud_vpc.network-vpc_vpc_0A1B2C3D", "module.old.alicloud_vswitch.a"),
    },
  },
};

/** For the tests that are about all of it at once. */
export const dedicated = (stack: TerraformStack): DedicatedCluster =>
  new DedicatedCluster(stack, "cluster", {
    name: "old",
    network: TerwayNetwork.inNewVpc(stack, "network", {
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-h"],
      ...fixed,
    }),
    masters: {
      instanceTypes: ["ecs.g7.xlarge", "ecs.g7.xlarge", "ecs.g7.xlarge"],
      login: Login.keyPair("ops"),
    },
    proxyMode: "ipvs",
    clusterDomain: "cluster.local",
  });
