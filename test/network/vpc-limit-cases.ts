import type { TerraformStack } from "cdktf";
import { Vpc, type VpcProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, textToken } from "../support/stacks";

const vpc = (props: Partial<VpcProps>) => (stack: TerraformStack) =>
  new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", ...props });

const allowedBlock = "a block that VPCs may use";
const allowedFix = "take a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16";

/** What a VPC may be on its own. */
export const vpcLimitCases: CasesById = {
  "vpc-cidr-allowed": {
    violating: {
      "a part of 100.64.0.0/10": {
        build: vpc({ cidr: "100.127.0.0/16" }),
        at: "shop/vpc",
        got: "the block 100.127.0.0/16, in 100.64.0.0/10",
        want: allowedBlock,
        fix: allowedFix,
        rows: ["vpc-cidr-allowed"],
      },
      "224.0.0.0/4 itself, in part": {
        build: vpc({ cidr: "239.0.0.0/8" }),
        at: "shop/vpc",
        got: "the block 239.0.0.0/8, in 224.0.0.0/4",
        want: allowedBlock,
        fix: allowedFix,
        rows: ["vpc-cidr-allowed"],
      },
      "127.0.0.0/8": {
        build: vpc({ cidr: "127.0.0.0/8" }),
        at: "shop/vpc",
        got: "the block 127.0.0.0/8, in 127.0.0.0/8",
        want: allowedBlock,
        fix: allowedFix,
        rows: ["vpc-cidr-allowed"],
      },
      "a secondary block in 169.254.0.0/16": {
        build: vpc({ secondaryCidrs: ["169.254.1.0/24"] }),
        at: "shop/vpc",
        got: "the block 169.254.1.0/24, in 169.254.0.0/16",
        want: allowedBlock,
        fix: allowedFix,
        rows: ["vpc-cidr-allowed"],
      },
    },
    legal: {
      "192.168.0.0/16": { build: vpc({ cidr: "192.168.0.0/16" }), rows: ["vpc-cidr-allowed"] },
      "172.16.0.0/12": { build: vpc({ cidr: "172.16.0.0/12" }), rows: ["vpc-cidr-allowed"] },
      "10.0.0.0/8": { build: vpc({ cidr: "10.0.0.0/8" }), rows: ["vpc-cidr-allowed"] },
      "a range of one's own": vpc({ cidr: "11.0.0.0/16" }),
      "the neighbours of a forbidden block": vpc({
        cidr: "100.128.0.0/16",
        secondaryCidrs: ["100.63.0.0/16"],
      }),
    },
    unknown: {
      "a secondary block that only Terraform knows": {
        build: (stack) => vpc({ secondaryCidrs: [textToken(stack)] })(stack),
        limit: "partly",
      },
    },
  },
  "vpc-cidr-mask": {
    violating: {
      "a /7": {
        build: vpc({ cidr: "10.0.0.0/7" }),
        at: "shop/vpc",
        got: "the VPC block 10.0.0.0/7",
        want: "a prefix length from /8 to /28",
      },
      "a /29": {
        build: vpc({ cidr: "10.0.0.0/29" }),
        at: "shop/vpc",
        got: "the VPC block 10.0.0.0/29",
        want: "a prefix length from /8 to /28",
        rows: ["vpc-cidr-allowed"],
      },
    },
    legal: {
      "a /8": vpc({ cidr: "10.0.0.0/8" }),
      "a /28": { build: vpc({ cidr: "10.0.0.0/28" }), rows: ["vpc-cidr-allowed"] },
    },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => vpc({ cidr: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  "custom-route-entries": {
    violating: {
      "less than none": {
        build: vpc({ customRouteEntries: -1 }),
        at: "shop/vpc",
        got: "customRouteEntries -1 route entries",
        want: "a whole number from 0 to 10000 route entries",
      },
      "half an entry": {
        build: vpc({ customRouteEntries: 0.5 }),
        at: "shop/vpc",
        got: "customRouteEntries 0.5 route entries",
        want: "a whole number from 0 to 10000 route entries",
      },
    },
    legal: { "no entry": vpc({ customRouteEntries: 0 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: (stack) => vpc({ customRouteEntries: numberToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
};
