import type { TerraformStack } from "cdktf";
import { EdgeCluster, ManagedCluster, type EdgeClusterProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const at = "shop/cluster";

const pro = (version: string) => (stack: TerraformStack) => proCluster(stack, { version, rrsa: false });
const managed = (version: string) => (stack: TerraformStack) =>
  new ManagedCluster(stack, "cluster", { name: "shop", network: terway(stack), version, rrsa: false });
const dualStack = (version: string) => (stack: TerraformStack) =>
  proCluster(stack, { network: terway(stack, { ipv6: true, dualStack: true }), version, rrsa: false });
/** An edge cluster with a node in the cloud, that its edge can reach. */
const edge = (props: Partial<EdgeClusterProps>) => (stack: TerraformStack) =>
  new EdgeCluster(stack, "cluster", {
    name: "shop",
    network: flannel(stack),
    publicApiServer: true,
    ...props,
  }).addNodePool("cloud", poolOptions());

const tooOld = (version: string) => ({
  build: managed(version),
  at,
  got: `version ${version}`,
  want: "1.12.6-aliyun.1 or later",
  fix: "upgrade the cluster to a version that ACK maintains",
});

/** What a version of Kubernetes has. */
export const versionLimitCases: CasesById = {
  "dualstack-min-version": {
    violating: {
      "the version that the manual names": {
        build: dualStack("1.20.4-aliyun.1"),
        at,
        got: "a dual-stack network with Kubernetes 1.20.4-aliyun.1",
        want: "1.22 or later",
        fix: "take a later version, or a network without dualStack",
        rows: ["dualstack-min-version"],
      },
    },
    legal: {
      "the first version that has it": {
        build: dualStack("1.22.3-aliyun.1"),
        rows: ["dualstack-min-version"],
      },
      "an old version with IPv4": pro("1.20.4-aliyun.1"),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) =>
          proCluster(stack, {
            network: terway(stack, { ipv6: true, dualStack: true }),
            version: textToken(stack),
          }),
        limit: "silent",
      },
    },
  },
  "node-pool-min-version": {
    violating: {
      "1.9, which the pages on managed pools exclude": {
        ...tooOld("1.9.7-aliyun.1"),
        rows: ["managed-pool-min-version"],
      },
      "the version before 1.10.4": { ...tooOld("1.10.3"), rows: ["data-disk-mount-min-version"] },
      "the version before 1.12.6": { ...tooOld("1.12.5-aliyun.1"), rows: ["node-pool-min-version"] },
    },
    legal: {
      "1.12.6-aliyun.1": {
        build: managed("1.12.6-aliyun.1"),
        rows: ["data-disk-mount-min-version", "managed-pool-min-version", "node-pool-min-version"],
      },
      "no version": (stack) => proCluster(stack),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => pro(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "pro-min-version": {
    violating: {
      "a Pro cluster with 1.14": {
        build: pro("1.14.8-aliyun.1"),
        at,
        got: "a Pro cluster with Kubernetes 1.14.8-aliyun.1",
        want: "1.16 or later",
        fix: "upgrade the basic cluster first: keep ManagedCluster, and raise version",
        rows: ["standard-to-pro-min-version"],
      },
    },
    legal: {
      "a Pro cluster with 1.16": { build: pro("1.16.6-aliyun.1"), rows: ["standard-to-pro-min-version"] },
      "a basic cluster with 1.14": managed("1.14.8-aliyun.1"),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => pro(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "edge-ipvs-min-116": {
    violating: {
      "ipvs with 1.14": {
        build: edge({ proxyMode: "ipvs", version: "1.14.8-aliyunedge.1" }),
        at,
        got: "proxyMode ipvs with Kubernetes 1.14.8-aliyunedge.1 at the edge",
        want: "1.16 or later, or iptables",
        fix: 'take a later version, or proxyMode: "iptables"',
        rows: ["edge-ipvs-min-116"],
      },
    },
    legal: {
      "ipvs with 1.16": {
        build: edge({ proxyMode: "ipvs", version: "1.16.9-aliyunedge.1" }),
        rows: ["edge-ipvs-min-116"],
      },
      "iptables with 1.14": edge({ proxyMode: "iptables", version: "1.14.8-aliyunedge.1" }),
      "ipvs with 1.14 that is not at the edge": managed("1.14.8-aliyun.1"),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => edge({ version: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
};
