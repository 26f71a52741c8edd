import type { TerraformStack } from "cdktf";
import { AlicloudProvider, Egress, EdgeCluster, NatGateway, ProCluster, TerwayNetwork, Vpc } from "cdktf-ack";
import type { FlannelNetworkInNewVpcProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { besideStack, flannel, poolOptions, proCluster, terway, textToken } from "../support/stacks";

const at = "shop/cluster";

const flannelIn = (surroundings: Partial<FlannelNetworkInNewVpcProps>) => (stack: TerraformStack) =>
  proCluster(stack, { network: flannel(stack, { podCidr: "10.1.0.0/16", ...surroundings }) });
const routes = {
  at,
  got: "the Pod CIDR 10.1.0.0/16, in a VPC that is connected to others",
  want: "a route to it from there, if Pods are called from there",
  fix: "route the Pod CIDR to the VPC on the other side (at the VBR of a data centre), or take Terway, and acknowledge this",
};

const providerIn = (stack: TerraformStack, region: string, alias: string) =>
  new AlicloudProvider(stack, alias, { region, alias });
const vpcOf = (stack: TerraformStack, provider?: AlicloudProvider) =>
  new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", provider });
const elsewhere = (path: string) => ({
  at: path,
  want: "a provider of cn-hangzhou",
  fix: "leave provider out, or give both constructs provider configurations of one region",
});

/** What a cluster has to do with the VPC that it is in. */
export const connectionCases: CasesById = {
  "interconnect-return-route": {
    violating: {
      "Flannel in a VPC that another VPC reaches": {
        build: flannelIn({ peerCidrs: ["172.16.0.0/12"], serviceCidr: "192.168.0.0/20" }),
        ...routes,
        rows: ["interconnect-return-route"],
      },
      "Flannel in a VPC that a data centre reaches": {
        build: flannelIn({ onPremisesCidrs: ["192.168.0.0/16"] }),
        ...routes,
        rows: ["interconnect-return-route"],
      },
    },
    legal: {
      "Flannel in a VPC on its own": flannelIn({}),
      "Terway, whose Pods are in the VPC": {
        build: (stack) => proCluster(stack, { network: terway(stack, { peerCidrs: ["172.16.0.0/16"] }) }),
        rows: ["interconnect-return-route"],
      },
      "Flannel at the edge, an overlay": (stack) => {
        const network = flannel(stack, { onPremisesCidrs: ["192.168.0.0/16"] });
        new EdgeCluster(stack, "cluster", { name: "shop", network }).addNodePool("cloud", poolOptions());
      },
    },
    unknown: {
      "a Pod CIDR that only Terraform knows": {
        build: (stack) => flannelIn({ podCidr: textToken(stack), peerCidrs: ["192.168.0.0/16"] })(stack),
        limit: "silent",
      },
    },
  },
  "vpc-region-equals-resources": {
    violating: {
      "a cluster of another region than its VPC": {
        build: (stack) => proCluster(stack, { provider: providerIn(stack, "cn-shanghai", "shanghai") }),
        ...elsewhere(at),
        got: "a provider of cn-shanghai for what is in the VPC shop/cluster-network-vpc",
        rows: ["vpc-region-equals-resources"],
      },
      "a NAT gateway of another region": {
        build: (stack) =>
          new NatGateway(stack, "nat", {
            vpc: vpcOf(stack, providerIn(stack, "cn-hangzhou", "hangzhou")),
            zone: "cn-shanghai-b",
            provider: providerIn(stack, "cn-shanghai", "shanghai"),
          }),
        ...elsewhere("shop/nat"),
        got: "a provider of cn-shanghai for what is in the VPC shop/vpc",
        rows: ["vpc-region-equals-resources"],
      },
      "a network in a stack of another region, where the VPC's provider does not reach": {
        build: (stack) => {
          const vpc = vpcOf(stack, providerIn(stack, "cn-shanghai", "shanghai"));
          const other = besideStack(stack, "other");
          new TerwayNetwork(other, "network", {
            vpc,
            zones: ["cn-shanghai-b"],
            egress: Egress.existing(),
          });
        },
        ...elsewhere("other/network"),
        got: "a provider of cn-hangzhou for what is in the VPC shop/vpc",
        want: "a provider of cn-shanghai",
        also: ["zone-of-region"],
      },
      "a pool of another region": {
        build: (stack) =>
          proCluster(stack).addNodePool("workers", {
            ...poolOptions(),
            provider: providerIn(stack, "cn-shanghai", "shanghai"),
          }),
        ...elsewhere("shop/cluster/workers"),
        got: "a provider of cn-shanghai for what is in the cluster shop/cluster",
      },
    },
    legal: {
      "a NAT gateway of another account in the same region": {
        build: (stack) =>
          new NatGateway(stack, "nat", {
            vpc: vpcOf(stack),
            zone: "cn-hangzhou-h",
            provider: providerIn(stack, "cn-hangzhou", "other-account"),
          }),
        rows: ["vpc-region-equals-resources"],
      },
      "a network of any region in an existing VPC of which nothing is said": (stack) =>
        new TerwayNetwork(stack, "network", {
          vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16" }),
          zones: ["cn-shanghai-b"],
          egress: Egress.existing(),
          provider: providerIn(stack, "cn-shanghai", "shanghai"),
        }),
      "a pool of any region in an existing cluster of which nothing is said": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c1",
          nodeVSwitches: { b: "vsw-1" },
        }).addNodePool("workers", {
          ...poolOptions(),
          provider: providerIn(stack, "cn-shanghai", "shanghai"),
        }),
    },
    unknown: {
      "a region that only Terraform knows": {
        build: (stack) =>
          new NatGateway(stack, "nat", {
            vpc: vpcOf(stack),
            zone: "cn-hangzhou-h",
            provider: providerIn(stack, textToken(stack), "some"),
          }),
        limit: "silent",
      },
    },
  },
};
