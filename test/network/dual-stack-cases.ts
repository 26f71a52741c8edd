import type { TerraformStack } from "cdktf";
import { Egress, TerwayNetwork, Vpc, type TerwayNetworkProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { terway } from "../support/stacks";

/** Two dual-stack networks in one VPC; the second one with these props. */
const second = (props: Partial<TerwayNetworkProps>) => (stack: TerraformStack) => {
  const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", ipv6: true });
  const usual = { vpc, zones: ["cn-hangzhou-h"], egress: Egress.existing(), dualStack: true };
  new TerwayNetwork(stack, "one", { ...usual, nodeRange: "10.0.0.0/20", podRange: "10.0.128.0/18" });
  new TerwayNetwork(stack, "two", {
    ...usual,
    serviceCidr: "172.22.0.0/20",
    nodeRange: "10.0.16.0/20",
    podRange: "10.0.192.0/18",
    ...props,
  });
};
const inExisting = (ipv6: boolean) => (stack: TerraformStack) =>
  new TerwayNetwork(stack, "network", {
    vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1", cidr: "10.0.0.0/16", ipv6 }),
    zones: ["cn-hangzhou-h"],
    egress: Egress.existing(),
    dualStack: true,
  });

const withoutIpv6 = {
  at: "shop/network",
  got: "dualStack in a VPC without IPv6",
  want: "a VPC with IPv6",
  fix: "give the VPC ipv6: true (it can be switched on in place); of an existing one, say ipv6: true in fromAttributes",
};

export const dualStackCases: CasesById = {
  "dualstack-vpc-ecs-ipv6": {
    violating: {
      "a VPC of the app without IPv6": {
        build: (stack) => terway(stack, { dualStack: true }),
        ...withoutIpv6,
        rows: ["dualstack-vpc-ecs-ipv6"],
      },
      "an existing VPC without IPv6": { build: inExisting(false), ...withoutIpv6 },
    },
    legal: {
      "a VPC of the app with IPv6": {
        build: (stack) => terway(stack, { ipv6: true, dualStack: true }),
        rows: ["dualstack-vpc-ecs-ipv6"],
      },
      "an existing VPC with IPv6": inExisting(true),
      "a network of IPv4 in a VPC with IPv6": (stack) => terway(stack, { ipv6: true }),
    },
  },
  "vswitch-ipv6-blocks-differ": {
    violating: {
      "two networks with the same blocks": {
        build: second({}),
        at: "shop/two",
        got: "the IPv6 block 7 of the VPC, which shop/one has",
        want: "blocks of its own",
        fix: "give the second network a firstIpv6Block beyond those of the first",
      },
    },
    legal: {
      "two networks with blocks of their own": second({ firstIpv6Block: 16 }),
      "a second network of IPv4": second({ dualStack: false }),
      "a second network of other zones": second({ zones: ["cn-hangzhou-i"] }),
    },
  },
};
