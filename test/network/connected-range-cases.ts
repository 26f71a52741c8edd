import type { TerraformStack } from "cdktf";
import { EdgeCluster, Vpc } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, textToken } from "../support/stacks";

/** An edge cluster whose edge nodes are in this range. */
const atTheEdge = (range: string) => (stack: TerraformStack) => {
  const network = flannel(stack, { onPremisesCidrs: [range] });
  new EdgeCluster(stack, "cluster", { name: "shop", network }).addNodePool("cloud", poolOptions());
};

/** Ranges that a VPC has or reaches beside its primary block. */
export const connectedRangeCases: CasesById = {
  "secondary-cidr-disjoint": {
    violating: {
      "a secondary block inside of the primary": {
        build: (stack) => new Vpc(stack, "vpc", { cidr: "10.0.0.0/8", secondaryCidrs: ["10.1.0.0/16"] }),
        at: "shop/vpc",
        got: "the secondary block 10.1.0.0/16, inside the VPC 10.0.0.0/8",
        want: "blocks that do not overlap",
        rows: ["secondary-cidr-disjoint"],
      },
      "a secondary block twice": {
        build: (stack) =>
          new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs: ["10.1.0.0/16", "10.1.0.0/16"] }),
        at: "shop/vpc",
        got: "the secondary block 10.1.0.0/16, inside the secondary block 10.1.0.0/16",
        want: "blocks that do not overlap",
      },
    },
    legal: {
      "blocks that touch": {
        build: (stack) =>
          new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs: ["10.1.0.0/16", "10.2.0.0/16"] }),
        rows: ["secondary-cidr-disjoint"],
      },
      "a VPC that is imported twice": (stack) => {
        for (const id of ["one", "two"]) {
          Vpc.fromAttributes(stack, id, {
            vpcId: "vpc-1",
            cidr: "10.0.0.0/16",
            secondaryCidrs: ["10.1.0.0/16"],
          });
        }
      },
    },
    unknown: {
      "a secondary block that only Terraform knows": {
        build: (stack) => new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", secondaryCidrs: [textToken(stack)] }),
        limit: "partly",
      },
    },
  },
  "interconnect-cidr-disjoint": {
    violating: {
      "a VPC inside of a connected range": {
        build: (stack) => new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", peerCidrs: ["10.0.0.0/12"] }),
        at: "shop/vpc",
        got: "the VPC 10.0.0.0/16, inside the peer range 10.0.0.0/12",
        want: "no overlap with the ranges of connected VPCs",
        rows: ["interconnect-cidr-disjoint"],
      },
      "the Pod CIDR of a connected cluster": {
        build: (stack) => flannel(stack, { peerCidrs: ["172.20.0.0/16"] }),
        at: "shop/network",
        got: "the Pod CIDR 172.20.0.0/16, inside the peer range 172.20.0.0/16 of shop/network-vpc",
        want: "no overlap with the ranges of connected VPCs",
        fix: "take a free range, for example 172.16.0.0/16",
        rows: ["interconnect-cidr-disjoint"],
      },
    },
    legal: {
      "ranges that touch": {
        build: (stack) => flannel(stack, { peerCidrs: ["10.1.0.0/16", "172.19.0.0/16", "172.22.0.0/16"] }),
        rows: ["interconnect-cidr-disjoint"],
      },
    },
    unknown: {
      "a range that only Terraform knows": {
        build: (stack) => flannel(stack, { peerCidrs: [textToken(stack)] }),
        limit: "partly",
      },
    },
  },
  "idc-cidr-disjoint": {
    violating: {
      "a Pod CIDR of the data centre": {
        build: (stack) => flannel(stack, { onPremisesCidrs: ["172.20.0.0/16"] }),
        at: "shop/network",
        got: "the Pod CIDR 172.20.0.0/16, inside the on-premises range 172.20.0.0/16 of shop/network-vpc",
        want: "no overlap with the ranges of the data centre",
        fix: "take a free range, for example 172.16.0.0/16",
        rows: ["idc-cidr-disjoint"],
      },
      "a Service CIDR of the data centre": {
        build: (stack) => flannel(stack, { onPremisesCidrs: ["172.21.0.0/16"] }),
        at: "shop/network",
        got: "the Service CIDR 172.21.0.0/20, inside the on-premises range 172.21.0.0/16 of shop/network-vpc",
        want: "no overlap with the ranges of the data centre",
        fix: "take a free range, for example 172.16.0.0/20",
        rows: ["hybrid-cidr-no-overlap"],
      },
      "a VPC with addresses of its edge": {
        build: atTheEdge("10.0.128.0/17"),
        at: "shop/network-vpc",
        got: "the VPC 10.0.0.0/16, around the on-premises range 10.0.128.0/17",
        want: "no overlap with the ranges of the data centre",
        rows: ["enhanced-cidr-disjoint"],
      },
    },
    legal: {
      "ranges that touch": {
        build: (stack) => flannel(stack, { onPremisesCidrs: ["172.22.0.0/16", "10.1.0.0/16"] }),
        rows: ["idc-cidr-disjoint", "hybrid-cidr-no-overlap"],
      },
      "an edge beside the VPC": { build: atTheEdge("10.1.0.0/16"), rows: ["enhanced-cidr-disjoint"] },
    },
    unknown: {
      "a range that only Terraform knows": {
        build: (stack) => flannel(stack, { onPremisesCidrs: [textToken(stack)] }),
        limit: "partly",
      },
    },
  },
};
