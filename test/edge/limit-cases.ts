import type { TerraformStack } from "cdktf";
import {
  EdgeCluster,
  EdgeNodeNames,
  Limits,
  type EdgeClusterProps,
  type EdgeNodeAccess,
  type EdgePoolPlanOptions,
} from "cdktf-ack";
import type { Build, CasesById } from "../support/limit-cases";
import { flannel, listToken, mapToken, numberToken, poolOptions, textToken } from "../support/stacks";

type Options = EdgePoolPlanOptions | ((stack: TerraformStack) => EdgePoolPlanOptions);

/** An edge cluster that machines reach over the internet, with the nodes in the cloud that it needs. */
function edgeCluster(stack: TerraformStack, props: Partial<EdgeClusterProps> = {}): EdgeCluster {
  const cluster = new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack, { podCidr: "172.20.0.0/16", serviceCidr: "172.16.0.0/20" }),
    publicApiServer: true,
    ...props,
  });
  cluster.addNodePool("cloud", poolOptions());
  return cluster;
}

/** A planned pool that somebody makes by hand. */
const plan =
  (options: Options = {}, props: Partial<EdgeClusterProps> = {}): Build =>
  (stack) => {
    Limits.of(stack).acknowledge("edge-pool-by-hand", { reason: "made in the console" });
    edgeCluster(stack, props).planEdgePool("shops", typeof options === "function" ? options(stack) : options);
  };
const access = (options: EdgeNodeAccess): Build => plan({ access: options });
const inVersion = (version: string, options: Options = {}): Build => plan(options, { version });
const versionToken = (options: Options = {}): Build => {
  return (stack) => plan(options, { version: textToken(stack) })(stack);
};

const at = "shop/cluster/shops";

export const edgeLimitCases: CasesById = {
  "edge-pool-by-hand": {
    violating: {
      "each planned pool": {
        build: (stack) => edgeCluster(stack).planEdgePool("shops"),
        at,
        got: "a pool that Terraform does not make",
        want: "one that was made from the output of the plan",
      },
    },
    legal: {
      "a plan that somebody has carried out": plan(),
      "an edge cluster without planned pools": (stack) => edgeCluster(stack),
    },
  },
  "edge-pool-name-length": {
    violating: {
      "64 characters": {
        build: plan({ name: "a".repeat(64) }),
        at,
        got: `the name "${"a".repeat(64)}" (64 characters)`,
        want: "1 to 63 characters",
      },
    },
    legal: { "63 characters": plan({ name: "a".repeat(63) }) },
    unknown: {
      "a name that only Terraform knows": {
        build: plan((stack) => ({ name: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "edge-pool-label-format": {
    violating: {
      "a key with a space": {
        build: plan({ labels: { "my region": "north" } }),
        at,
        got: 'the label key "my region"',
        want: 'an optional DNS subdomain of at most 253 characters and a slash, then 1 to 63 letters, digits, "-", "_" and ".", first and last a letter or digit',
      },
    },
    legal: {
      "labels of a pool and of its machines": plan({
        labels: { region: "north" },
        access: { labels: { "example.com/shop": "7" } },
      }),
    },
    unknown: {
      "a value that only Terraform knows": {
        build: plan((stack) => ({ labels: { region: textToken(stack) } })),
        limit: "partly",
      },
    },
  },
  "edge-pool-labels-known": {
    violating: {
      "labels as a whole that only Terraform knows": {
        build: plan((stack) => ({ labels: mapToken(stack) })),
        at,
        got: "labels as a whole that only Terraform knows",
        want: "literal keys; values may be unknown",
        fix: "write the labels out: { team: team.stringValue }",
      },
    },
    legal: {
      "a value that only Terraform knows": plan((stack) => ({ labels: { team: textToken(stack) } })),
    },
  },
  "edge-pool-label-reserved": {
    violating: {
      "the label that tells the edge from the cloud": {
        build: plan({ labels: { "alibabacloud.com/is-edge-worker": "true" } }),
        at,
        got: "the label alibabacloud.com/is-edge-worker",
        want: "labels of your own",
        rows: ["is-edge-worker-reserved"],
      },
      "the label of the pool, on single machines": {
        build: access({ labels: { "apps.openyurt.io/nodepool": "shops" } }),
        at,
        got: "the label apps.openyurt.io/nodepool",
        want: "labels of your own",
      },
    },
    legal: {
      "a label of one's own": {
        build: plan({ labels: { "shop.example/edge": "true" } }),
        rows: ["is-edge-worker-reserved"],
      },
    },
    unknown: {
      "a value that only Terraform knows": {
        build: plan((stack) => ({ labels: { [textToken(stack)]: "true" } })),
        limit: "partly",
      },
    },
  },
  "edge-pool-taint-format": {
    violating: {
      "a value with a slash": {
        build: plan({ taints: [{ key: "edge", value: "a/b", effect: "NoSchedule" }] }),
        at,
        got: 'the taint value "a/b"',
        want: 'nothing, or 1 to 63 letters, digits, "-", "_" and ".", first and last a letter or digit',
      },
    },
    legal: { "a taint": plan({ taints: [{ key: "edge", value: "north", effect: "NoSchedule" }] }) },
    unknown: {
      "a value that only Terraform knows": {
        build: plan((stack) => ({
          taints: [{ key: "edge", value: textToken(stack), effect: "NoSchedule" }],
        })),
        limit: "partly",
      },
    },
  },
  "edge-node-cidrs-disjoint": {
    violating: {
      "machines among the addresses of the Pods": {
        build: plan({ nodeCidrs: ["172.20.128.0/17"] }),
        at,
        got: "machines in 172.20.128.0/17, which overlaps the Pods 172.20.0.0/16",
        want: "a block of their own",
        rows: ["edge-no-cidr-conflict-on-join"],
      },
      "machines around the Services": {
        build: plan({ nodeCidrs: ["172.16.0.0/14"] }),
        at,
        got: "machines in 172.16.0.0/14, which overlaps the Services 172.16.0.0/20",
        want: "a block of their own",
      },
      "machines in the VPC": {
        build: plan({ nodeCidrs: ["192.168.0.0/16", "10.0.9.0/24"] }),
        at,
        got: "machines in 10.0.9.0/24, which overlaps the VPC 10.0.0.0/16",
        want: "a block of their own",
      },
      "what is no block": {
        build: plan({ nodeCidrs: ["192.168.0.0"] }),
        at,
        got: 'nodeCidrs with "192.168.0.0"',
        want: "a block such as 192.168.0.0/16",
      },
    },
    legal: {
      "machines of two shops with the same addresses": {
        build: plan({ nodeCidrs: ["192.168.0.0/24", "192.168.0.0/24"] }),
        rows: ["edge-no-cidr-conflict-on-join"],
      },
    },
    unknown: {
      "a block that only Terraform knows": {
        build: plan((stack) => ({ nodeCidrs: [textToken(stack), "192.168.0.0/24"] })),
        limit: "partly",
      },
      "blocks that only Terraform knows": {
        build: plan((stack) => ({ nodeCidrs: listToken(stack) })),
        limit: "silent",
      },
    },
  },
  "edge-pool-min-version": {
    violating: {
      "1.14": {
        build: inVersion("1.14.8-aliyunedge.1"),
        at,
        got: "the version of the cluster 1.14.8-aliyunedge.1",
        want: "1.16 or later",
        rows: ["edge-pool-min-version", "access-116-params"],
        also: ["edge-ipvs-min-116"],
      },
    },
    legal: {
      "1.16": {
        build: inVersion("1.16.9-aliyunedge.1"),
        rows: ["edge-pool-min-version", "access-116-params"],
      },
    },
    unknown: { "a version that only Terraform knows": { build: versionToken(), limit: "silent" } },
  },
  "edge-arm-min-version": {
    violating: {
      "machines of ARM below 1.14.8": {
        build: inVersion("1.12.6-aliyunedge.1", { access: { architecture: "arm64" } }),
        at,
        got: "the version of the cluster 1.12.6-aliyunedge.1",
        want: "1.14.8 or later",
        rows: ["arm-min-version"],
        also: ["edge-ipvs-min-116", "edge-pool-min-version"],
      },
    },
    legal: {
      "machines of ARM in 1.16": {
        build: inVersion("1.16.9-aliyunedge.1", { access: { architecture: "arm64" } }),
        rows: ["arm-min-version"],
      },
    },
    unknown: {
      "a version that only Terraform knows": {
        build: versionToken({ access: { architecture: "arm64" } }),
        limit: "silent",
      },
    },
  },
  "edge-private-min-version": {
    violating: {
      "a private line to 1.20": {
        build: inVersion("1.20.11-aliyunedge.1", { interconnect: "private" }),
        at,
        got: "the version of the cluster 1.20.11-aliyunedge.1",
        want: "1.22 or later",
      },
    },
    legal: {
      "a private line to 1.22": inVersion("1.22.15-aliyun.1", { interconnect: "private" }),
      "the internet to 1.20": inVersion("1.20.11-aliyunedge.1"),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: versionToken({ interconnect: "private" }),
        limit: "silent",
      },
    },
  },
  "edge-basic-needs-public-api-server": {
    violating: {
      "the internet to a private API server": {
        build: plan({}, { publicApiServer: false }),
        at,
        got: "a basic pool in a cluster with a private API server",
        want: "one that machines can reach",
        also: ["edge-apiserver-reachable"],
      },
    },
    legal: { "the internet to a public API server": plan() },
  },
  "edge-arm-32": {
    violating: {
      "32-bit ARM": {
        build: access({ architecture: "arm" }),
        at,
        got: "machines of 32-bit ARM",
        want: "amd64 or arm64",
      },
    },
    legal: { amd64: access({ architecture: "amd64" }), arm64: access({ architecture: "arm64" }) },
  },
  "edge-access-addons": {
    violating: {
      "no component": {
        build: access({ addons: [] }),
        at,
        got: "addons with 0 components",
        want: "1 to 100 components",
        rows: ["access-addons"],
      },
    },
    legal: {
      "those of an ordinary node": {
        build: access({ addons: ["kube-proxy", "flannel", "coredns"] }),
        rows: ["access-addons"],
      },
    },
    unknown: {
      "a list that only Terraform knows": {
        build: plan((stack) => ({ access: { addons: listToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "edge-access-gpu": {
    violating: {
      "a model that is not documented": {
        build: access({ gpuVersion: "Nvidia_Tesla_V100" }),
        at,
        got: 'gpuVersion "Nvidia_Tesla_V100"',
        want: "one of Nvidia_Tesla_T4, Nvidia_Tesla_P4, Nvidia_Tesla_P100",
        rows: ["access-gpu-version"],
      },
    },
    legal: {
      T4: { build: access({ gpuVersion: "Nvidia_Tesla_T4" }), rows: ["access-gpu-version"] },
      "no GPU": access({}),
    },
    unknown: {
      "a model that only Terraform knows": {
        build: plan((stack) => ({ access: { gpuVersion: textToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "edge-access-interface": {
    violating: {
      "two interfaces": {
        build: access({ networkInterface: "eth0", parameters: { flannelIface: "eth1" } }),
        at,
        got: 'networkInterface eth0 and flannelIface "eth1"',
        want: "one interface",
        rows: ["access-node-iface"],
      },
    },
    legal: {
      "one interface": { build: access({ networkInterface: "eth0" }), rows: ["access-node-iface"] },
      "one interface by both names": access({
        networkInterface: "eth0",
        parameters: { flannelIface: "eth0" },
      }),
    },
    unknown: {
      "an interface that only Terraform knows": {
        build: plan((stack) => ({
          access: { networkInterface: textToken(stack), parameters: { flannelIface: "eth1" } },
        })),
        limit: "silent",
      },
    },
  },
  "edge-access-parameters": {
    violating: {
      "a parameter that nobody knows": {
        build: access({ parameters: { nodelface: "eth0" } }),
        at,
        got: "the parameter nodelface",
        want: "a documented one, such as flannelIface, platform, taints",
        rows: ["access-param-names"],
      },
      "a parameter that has a prop": {
        build: access({ parameters: { quiet: false } }),
        at,
        got: "the parameter quiet, which is left out",
        want: "the prop that says the same",
      },
    },
    legal: {
      "that of Windows": {
        build: access({ manageRuntime: true, parameters: { platform: "Windows" } }),
        rows: ["access-param-names"],
      },
      "props alone": access({
        quiet: false,
        enableIptables: true,
        names: EdgeNodeNames.random("shop-7"),
        annotations: { "example.com/rack": "3" },
      }),
    },
  },
  "edge-access-script-hours": {
    violating: {
      "for ever": {
        build: access({ scriptHours: 0 }),
        at,
        got: "scriptHours 0, which is for ever",
        want: "a whole number of hours, from 1",
        rows: ["access-script-validity"],
      },
      "half an hour": {
        build: access({ scriptHours: 0.5 }),
        at,
        got: "scriptHours 0.5",
        want: "a whole number of hours, from 1",
      },
    },
    legal: { "1 hour": { build: access({ scriptHours: 1 }), rows: ["access-script-validity"] } },
    unknown: {
      "a number that only Terraform knows": {
        build: plan((stack) => ({ access: { scriptHours: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
};
