import type { TerraformStack } from "cdktf";
import { EdgeCluster, Egress, FlannelNetwork, TerwayNetwork, Vpc } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster } from "../support/stacks";

const at = "shop/cluster";

/** What a network in an existing VPC is made from. */
const inVpc = (stack: TerraformStack, isShared: boolean | undefined) => ({
  vpc: Vpc.fromAttributes(stack, "vpc", {
    vpcId: "vpc-1",
    cidr: "10.0.0.0/16",
    ...(isShared === undefined ? {} : { isShared }),
  }),
  zones: ["cn-hangzhou-h"],
  egress: Egress.existing(),
});

const withFlannel = (isShared?: boolean) => (stack: TerraformStack) =>
  proCluster(stack, { network: new FlannelNetwork(stack, "network", inVpc(stack, isShared)) });
const atTheEdge = (isShared?: boolean) => (stack: TerraformStack) => {
  const network = new FlannelNetwork(stack, "network", inVpc(stack, isShared));
  const cluster = new EdgeCluster(stack, "cluster", { name: "shop", network, publicApiServer: true });
  cluster.addNodePool("cloud", poolOptions());
};

const got = "a Flannel network in a VPC that another account shares";

/** Clusters in a VPC that another account shares. */
export const networkOfClusterCases: CasesById = {
  "shared-vpc-terway": {
    violating: {
      "a Flannel network in a shared VPC": {
        build: withFlannel(true),
        at,
        got,
        want: "a Terway network",
        fix: "make a TerwayNetwork, or take a VPC of this account",
        rows: ["shared-vpc-terway"],
      },
    },
    legal: {
      "a Terway network in a shared VPC": {
        build: (stack) =>
          proCluster(stack, { network: new TerwayNetwork(stack, "network", inVpc(stack, true)) }),
        rows: ["shared-vpc-terway"],
      },
      "a Flannel network in a VPC of the account": withFlannel(false),
      "a Flannel network in a VPC of which nothing is said": withFlannel(),
    },
  },
  "shared-vpc-edge": {
    violating: {
      "an edge cluster in a shared VPC": {
        build: atTheEdge(true),
        at,
        got,
        want: "a VPC of this account",
        fix: "take a VPC of this account",
      },
    },
    legal: { "an edge cluster in another VPC": atTheEdge() },
  },
};
