import type { TerraformStack } from "cdktf";
import { NatGateway, Vpc, type NodeZone, type VpcProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { dualStackCases } from "./dual-stack-cases";
import { flannel, numberToken, proCluster, terway, textToken } from "../support/stacks";
import { refusalCases } from "./refusal-cases";
import { terwayLimitCases } from "./terway-limit-cases";
import { vpcAddressCases } from "./vpc-address-cases";
import { vpcLimitCases } from "./vpc-limit-cases";
import { vpcRouteCases } from "./vpc-route-cases";
import { vswitchVpcCases } from "./vswitch-vpc-cases";
import { securityGroupCases } from "./security-group-cases";
import { securityGroupNeedCases } from "./security-group-need-cases";
import { vpcGatewayCases } from "./vpc-gateway-cases";

const vpc = (props: Partial<VpcProps>) => (stack: TerraformStack) =>
  new Vpc(stack, "vpc", { cidr: "10.0.0.0/16", ...props });
const zonesOf = (letters: string) => [...letters].map((letter) => `cn-hangzhou-${letter}`);
const nodeCidr = (cidr: string) => (stack: TerraformStack) =>
  flannel(stack, { cidr: "10.0.0.0/8", zones: { h: { zone: "cn-hangzhou-h", nodeCidr: cidr } } });

/** A network of vSwitches that exist. */
const existing = (zones: Record<string, NodeZone>) => (stack: TerraformStack) => flannel(stack, { zones });

const gateway = (bandwidth: (stack: TerraformStack) => number) => (stack: TerraformStack) =>
  new NatGateway(stack, "nat", {
    vpc: vpc({})(stack),
    zone: "cn-hangzhou-h",
    bandwidth: bandwidth(stack),
  });

export const networkLimitCases: CasesById = {
  ...dualStackCases,
  "cidr-format": {
    violating: {
      "a word": {
        build: vpc({ cidr: "banana" }),
        at: "shop/vpc",
        got: '"banana"',
        want: "an IPv4 range in CIDR notation, such as 10.0.0.0/16",
      },
      "host bits": {
        build: vpc({ cidr: "10.0.0.1/16" }),
        at: "shop/vpc",
        got: '"10.0.0.1/16"',
        want: "no bits set after the first 16",
        fix: "write 10.0.0.0/16 for the range that holds this address",
      },
      "a Pod CIDR that is no block": {
        build: (stack) => flannel(stack, { podCidr: "172.20.0.0/40" }),
        at: "shop/network",
        got: '"172.20.0.0/40"',
        want: "an IPv4 range in CIDR notation, such as 10.0.0.0/16",
      },
      "a Service CIDR without a prefix": {
        build: (stack) => terway(stack, { serviceCidr: "172.21.0.0" }),
        at: "shop/network",
        got: '"172.21.0.0"',
        want: "an IPv4 range in CIDR notation, such as 10.0.0.0/16",
        fix: "add the prefix length, as in 172.21.0.0/32 for this one address",
      },
    },
    legal: { "a block": vpc({ cidr: "192.168.0.0/16" }) },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => vpc({ cidr: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  ...vpcLimitCases,
  "vswitch-cidr-mask": {
    violating: {
      "a /15": {
        build: nodeCidr("10.2.0.0/15"),
        at: "shop/network",
        got: "the vSwitch 10.2.0.0/15",
        want: "a prefix length from /16 to /29",
        rows: ["vswitch-subnet-of-vpc"],
      },
      "a /30": {
        build: nodeCidr("10.2.0.0/30"),
        at: "shop/network",
        got: "the vSwitch 10.2.0.0/30",
        want: "a prefix length from /16 to /29",
      },
    },
    legal: {
      "a /16": { build: nodeCidr("10.2.0.0/16"), rows: ["vswitch-subnet-of-vpc"] },
      "a /29": nodeCidr("10.2.0.0/29"),
    },
    unknown: {
      "a block that only Terraform knows": {
        build: (stack) => nodeCidr(textToken(stack))(stack),
        limit: "partly",
      },
    },
  },
  "vswitch-id-format": {
    violating: {
      "the id of a VPC": {
        build: existing({ h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vpc-bp1" } }),
        at: "shop/network",
        got: 'the vSwitch "vpc-bp1"',
        want: "an id such as vsw-bp1mkmk9xaf5q4c3b0000",
      },
      "an id with something before it": {
        build: existing({ h: { zone: "cn-hangzhou-h", nodeVSwitchId: "my-vsw-bp1" } }),
        at: "shop/network",
        got: 'the vSwitch "my-vsw-bp1"',
        want: "an id such as vsw-bp1mkmk9xaf5q4c3b0000",
      },
      "upper case": {
        build: existing({ h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-BP1" } }),
        at: "shop/network",
        got: 'the vSwitch "vsw-BP1"',
        want: "an id such as vsw-bp1mkmk9xaf5q4c3b0000",
      },
    },
    legal: { "the id of a vSwitch": existing({ h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-bp1a" } }) },
    unknown: {
      "an id that only Terraform knows": {
        build: (stack) =>
          existing({
            h: { zone: "cn-hangzhou-h", nodeVSwitchId: textToken(stack) },
            i: { zone: "cn-hangzhou-i", nodeVSwitchId: "vsw-bp1a" },
          })(stack),
        limit: "partly",
      },
    },
  },
  "node-vswitches-unique": {
    violating: {
      "one vSwitch for two zones": {
        build: existing({
          h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-bp1a" },
          i: { zone: "cn-hangzhou-i", nodeVSwitchId: "vsw-bp1a" },
        }),
        at: "shop/network",
        got: 'existingNodeVSwitches with "vsw-bp1a" more than once',
        want: "members that differ",
      },
      "one vSwitch for two zones of a Terway network": {
        build: (stack) =>
          terway(stack, {
            zones: {
              h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-bp1a" },
              i: { zone: "cn-hangzhou-i", nodeVSwitchId: "vsw-bp1a" },
            },
          }),
        at: "shop/network",
        got: 'existingNodeVSwitches with "vsw-bp1a" more than once',
        want: "members that differ",
      },
    },
    legal: {
      "a vSwitch for each zone": existing({
        h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-bp1a" },
        i: { zone: "cn-hangzhou-i", nodeVSwitchId: "vsw-bp1b" },
      }),
    },
    unknown: {
      "an id that only Terraform knows": {
        build: (stack) =>
          existing({
            h: { zone: "cn-hangzhou-h", nodeVSwitchId: textToken(stack) },
            i: { zone: "cn-hangzhou-i", nodeVSwitchId: "vsw-bp1a" },
          })(stack),
        limit: "partly",
      },
    },
  },
  "cluster-vswitch-count": {
    violating: {
      "6 zones": {
        build: (stack) => terway(stack, { zones: zonesOf("abcdef") }),
        at: "shop/network",
        got: "zones 6",
        want: "a whole number from 1 to 5",
        rows: ["vswitch-count-1-3"],
      },
    },
    legal: {
      "1 zone": (stack) => terway(stack, { zones: zonesOf("h") }),
      "3 zones, as many as the manual allows": {
        build: (stack) => terway(stack, { zones: zonesOf("hik") }),
        rows: ["vswitch-count-1-3"],
      },
      "5 zones, as many as the provider takes": (stack) => terway(stack, { zones: zonesOf("abcde") }),
    },
  },
  "flannel-node-cidr-mask": {
    violating: {
      "a mask of 23": {
        build: (stack) => flannel(stack, { nodeCidrMask: 23 }),
        at: "shop/network",
        got: "nodeCidrMask 23",
        want: "a whole number from 24 to 28",
      },
      "a mask of 29": {
        build: (stack) => flannel(stack, { nodeCidrMask: 29 }),
        at: "shop/network",
        got: "nodeCidrMask 29",
        want: "a whole number from 24 to 28",
        rows: ["flannel-node-ip-count"],
      },
      "half a bit, in a network with a cluster": {
        build: (stack) => proCluster(stack, { network: flannel(stack, { nodeCidrMask: 24.5 }) }),
        at: "shop/network",
        got: "nodeCidrMask 24.5",
        want: "a whole number from 24 to 28",
      },
    },
    legal: {
      "a mask of 24": {
        build: (stack) => flannel(stack, { nodeCidrMask: 24 }),
        rows: ["flannel-node-ip-count"],
      },
      "a mask of 28": (stack) => flannel(stack, { nodeCidrMask: 28 }),
    },
    unknown: {
      "a mask that only Terraform knows": {
        build: (stack) => flannel(stack, { nodeCidrMask: numberToken(stack) }),
        limit: "silent",
      },
    },
  },
  "flannel-pod-cidr-holds-a-node": {
    violating: {
      "a Pod CIDR of /25 with blocks of /24": {
        build: (stack) => flannel(stack, { podCidr: "172.20.0.0/25" }),
        at: "shop/network",
        got: "the Pod CIDR 172.20.0.0/25, of which each node takes a /24",
        want: "a Pod CIDR of /24 or larger",
        fix: "take a larger Pod CIDR: a /16 holds 256 nodes with 256 addresses each",
      },
    },
    legal: {
      "a Pod CIDR for one node": (stack) => flannel(stack, { podCidr: "172.20.0.0/24" }),
      "a small Pod CIDR with small blocks": (stack) =>
        flannel(stack, { podCidr: "172.20.0.0/25", nodeCidrMask: 25 }),
    },
    unknown: {
      "a Pod CIDR that only Terraform knows": {
        build: (stack) => flannel(stack, { podCidr: textToken(stack) }),
        limit: "silent",
      },
    },
  },
  "nat-bandwidth": {
    violating: {
      "no bandwidth": {
        build: gateway(() => 0),
        at: "shop/nat",
        got: "bandwidth 0 Mbit/s",
        want: "a whole number from 1 to 200 Mbit/s",
      },
      "201 Mbit/s": {
        build: gateway(() => 201),
        at: "shop/nat",
        got: "bandwidth 201 Mbit/s",
        want: "a whole number from 1 to 200 Mbit/s",
      },
    },
    legal: { "1 Mbit/s": gateway(() => 1), "200 Mbit/s": gateway(() => 200) },
    unknown: {
      "a number that only Terraform knows": { build: gateway(numberToken), limit: "silent" },
    },
  },
  ...refusalCases,
  ...securityGroupCases,
  ...securityGroupNeedCases,
  ...terwayLimitCases,
  ...vpcAddressCases,
  ...vpcGatewayCases,
  ...vpcRouteCases,
  ...vswitchVpcCases,
};
