import { Egress, NatGateway, TerwayNetwork, Vpc } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, listToken, proCluster, terway, textToken } from "../support/stacks";

/** Limits that refuse at once, because nothing can be built from the value. */
export const refusalCases: CasesById = {
  "address-plan": {
    violating: {
      "no zone": {
        build: (stack) => terway(stack, { zones: [] }),
        at: "shop/network",
        got: "no zone",
        want: "at least one zone; three for production",
      },
      "one zone twice": {
        build: (stack) => terway(stack, { zones: ["cn-hangzhou-h", "cn-beijing-h"] }),
        at: "shop/network",
        got: "the zones cn-hangzhou-h and cn-beijing-h",
        want: "one key for each zone",
        fix: "give a map: { a: { zone: ... } }",
      },
      "a zone in a list that only Terraform knows": {
        build: (stack) => terway(stack, { zones: [textToken(stack)] }),
        at: "shop/network",
        got: "a list of zones with one that only Terraform knows",
        want: "a key of your own for it",
        fix: "give a map: { a: { zone: ... } }",
      },
      "a zone without an id": {
        build: (stack) => terway(stack, { zones: { h: { zone: "" } } }),
        at: "shop/network",
        got: "no zone for the key h",
        want: "the id of a zone, such as cn-hangzhou-h",
      },
      "a key with a dot": {
        build: (stack) => terway(stack, { zones: { "h.1": { zone: "cn-hangzhou-h" } } }),
        at: "shop/network",
        got: 'the zone key "h.1"',
        want: "letters, digits and hyphens",
      },
      "a list of secondary blocks that only Terraform knows": {
        build: (stack) => new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs: listToken(stack) }),
        at: "shop/vpc",
        got: "a list of secondary blocks that only Terraform knows",
        want: "a list written out; its members may be unknown",
      },
      "a Terway network in a VPC of unknown block": {
        build: (stack) =>
          new TerwayNetwork(stack, "network", {
            vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" }),
            zones: ["cn-hangzhou-h"],
            serviceCidr: "172.21.0.0/20",
            egress: Egress.none(),
          }),
        at: "shop/network",
        got: "no CIDR block of the VPC that is known at synth, to plan the vSwitches",
        want: "the literal CIDR block of the VPC, or addresses of your own",
        fix: "give nodeCidr (and podCidr) or the ids of existing vSwitches for each zone",
      },
      "a NAT gateway in a VPC of unknown block": {
        build: (stack) =>
          new NatGateway(stack, "nat", {
            vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" }),
            zone: "cn-hangzhou-h",
          }),
        at: "shop/nat",
        got: "a NAT gateway in a VPC whose CIDR block is unknown at synth",
        want: "the CIDR block of its vSwitch",
        fix: "give vswitchCidr, or the literal cidr of the VPC",
      },
      "a Flannel network that has to choose beside a Service CIDR that only Terraform knows": {
        build: (stack) => flannel(stack, { serviceCidr: textToken(stack) }),
        at: "shop/network",
        got: "a Service CIDR that is unknown at synth and no podCidr",
        want: "a Pod CIDR that does not overlap it",
        fix: "give podCidr",
      },
    },
    legal: {
      "a VPC of unknown block whose addresses are given": (stack) =>
        new TerwayNetwork(stack, "network", {
          vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" }),
          zones: { h: { zone: textToken(stack), nodeCidr: "10.0.0.0/24", podVSwitchId: "vsw-1" } },
          serviceCidr: "172.21.0.0/20",
          egress: Egress.none(),
        }),
    },
  },
  "network-serves-one-cluster": {
    violating: {
      "one network for two clusters": {
        build: (stack) => {
          const network = terway(stack);
          proCluster(stack, { id: "one", network });
          proCluster(stack, { id: "two", network });
        },
        at: "shop/network",
        got: "the network of shop/one, given to shop/two as well",
        want: "a network for each cluster",
        fix: "make a second network in the same VPC; with the ids of the same vSwitches it takes Egress.existing()",
      },
    },
    legal: {
      "a network for each cluster": (stack) => {
        proCluster(stack, { id: "one" });
        proCluster(stack, { id: "two" });
      },
    },
  },
  "nat-gateway-of-vpc": {
    violating: {
      "the gateway of another VPC": {
        build: (stack) => {
          const other = new Vpc(stack, "other", { cidr: "10.1.0.0/16" });
          const gateway = new NatGateway(stack, "nat", { vpc: other, zone: "cn-hangzhou-h" });
          return terway(stack, { egress: Egress.natGateway(gateway) });
        },
        at: "shop/network",
        got: "a NAT gateway of shop/other for a network in shop/network-vpc",
        want: "a NAT gateway of the VPC of the network",
        rows: ["nat-same-region-vpc"],
      },
    },
    legal: {
      "a gateway of one's own in the VPC": {
        build: (stack) => {
          const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
          const gateway = new NatGateway(stack, "nat", { vpc, zone: "cn-hangzhou-h" });
          return new TerwayNetwork(stack, "network", {
            vpc,
            zones: ["cn-hangzhou-h"],
            egress: Egress.natGateway(gateway),
          });
        },
        rows: ["nat-same-region-vpc"],
      },
      "VPCs with ids that only Terraform knows, which may be one": (stack) => {
        const vpc = (id: string) =>
          Vpc.fromAttributes(stack, id, { vpcId: textToken(stack, `${id}-id`), cidr: "10.0.0.0/16" });
        const gateway = new NatGateway(stack, "nat", { vpc: vpc("one"), zone: "cn-hangzhou-h" });
        return new TerwayNetwork(stack, "network", {
          vpc: vpc("two"),
          zones: ["cn-hangzhou-h"],
          serviceCidr: "172.21.0.0/20",
          egress: Egress.natGateway(gateway),
        });
      },
    },
  },
};
