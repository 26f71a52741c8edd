import type { TerraformStack } from "cdktf";
import { Egress, TerwayNetwork, Vpc, type FlannelNetworkProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, inVpc, terway, textToken } from "../support/stacks";
import { connectedRangeCases } from "./connected-range-cases";

/** Two Flannel networks in one VPC; the second has ranges of its own unless it says otherwise. */
const twoNetworks =
  (first: Partial<FlannelNetworkProps>, second: Partial<FlannelNetworkProps>) => (stack: TerraformStack) => {
    const vpc = new Vpc(stack, "vpc", { cidr: "10.0.0.0/16" });
    inVpc(vpc, "one", { podCidr: "172.20.0.0/16", serviceCidr: "172.21.0.0/20", ...first });
    inVpc(vpc, "two", {
      nodeRange: "10.0.64.0/19",
      podCidr: "172.22.0.0/16",
      serviceCidr: "172.21.16.0/20",
      ...second,
    });
  };

export const vpcAddressCases: CasesById = {
  "cluster-cidrs-disjoint": {
    violating: {
      "a Service CIDR inside of the VPC": {
        build: (stack) => terway(stack, { serviceCidr: "10.0.96.0/20" }),
        at: "shop/network",
        got: "the Service CIDR 10.0.96.0/20, inside the VPC 10.0.0.0/16 of shop/network-vpc",
        want: "Service and VPC blocks that do not overlap",
        fix: "take a free range, for example 172.16.0.0/20",
        rows: ["service-cidr-no-overlap-vpc", "service-cidr-no-overlap", "service-cidr"],
      },
      "a Pod CIDR around the VPC": {
        build: (stack) => flannel(stack, { podCidr: "10.0.0.0/8" }),
        at: "shop/network",
        got: "the Pod CIDR 10.0.0.0/8, around the VPC 10.0.0.0/16 of shop/network-vpc",
        want: "Pod and VPC blocks that do not overlap",
        rows: ["cluster-cidrs-disjoint", "pod-cidr-no-overlap-vpc", "pod-cidr-no-overlap"],
      },
      "a Pod CIDR that is a secondary block": {
        build: (stack) => flannel(stack, { podCidr: "192.168.0.0/16", secondaryCidrs: ["192.168.0.0/16"] }),
        at: "shop/network",
        got: "the Pod CIDR 192.168.0.0/16, inside the secondary block 192.168.0.0/16 of shop/network-vpc",
        want: "Pod and VPC blocks that do not overlap",
        fix: "take a free range, for example 172.16.0.0/16",
      },
      "a Service CIDR inside of the Pod CIDR": {
        build: (stack) => flannel(stack, { podCidr: "172.20.0.0/16", serviceCidr: "172.20.0.0/20" }),
        at: "shop/network",
        got: "the Service CIDR 172.20.0.0/20, inside the Pod CIDR 172.20.0.0/16",
        want: "Service and Pod blocks that do not overlap",
        fix: "take a free range, for example 172.16.0.0/20",
        rows: ["service-cidr-no-overlap-pod", "pod-cidr-flannel"],
      },
    },
    legal: {
      "blocks that touch": {
        build: (stack) => flannel(stack, { podCidr: "10.1.0.0/16", serviceCidr: "10.2.0.0/20" }),
        rows: [
          "cluster-cidrs-disjoint",
          "pod-cidr-no-overlap-vpc",
          "service-cidr-no-overlap-vpc",
          "service-cidr-no-overlap-pod",
          "pod-cidr-no-overlap",
          "service-cidr-no-overlap",
          "pod-cidr-flannel",
          "service-cidr",
        ],
      },
    },
    unknown: {
      "a Service CIDR that only Terraform knows": {
        build: (stack) => terway(stack, { serviceCidr: textToken(stack) }),
        limit: "partly",
      },
      "a VPC whose block nobody gave": {
        build: (stack) =>
          new TerwayNetwork(stack, "network", {
            vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" }),
            zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1", podVSwitchId: "vsw-2" } },
            serviceCidr: "172.21.0.0/20",
            egress: Egress.none(),
          }),
        limit: "partly",
      },
    },
  },
  "multi-cluster-pod-cidr-disjoint": {
    violating: {
      "one Pod CIDR in two clusters": {
        build: twoNetworks({}, { podCidr: "172.20.0.0/16" }),
        at: "shop/two",
        got: "the Pod CIDR 172.20.0.0/16, inside the Pod CIDR 172.20.0.0/16 of shop/one",
        want: "Pod CIDRs of the clusters of a VPC that do not overlap",
        fix: "take a free range, for example 172.16.0.0/16",
        rows: ["multi-cluster-pod-cidr-disjoint", "pod-cidr-no-overlap-clusters", "pod-cidr-no-overlap"],
      },
      "a Service CIDR in the Pod CIDR of another cluster": {
        build: twoNetworks({}, { serviceCidr: "172.20.16.0/20" }),
        at: "shop/two",
        got: "the Service CIDR 172.20.16.0/20, inside the Pod CIDR 172.20.0.0/16 of shop/one",
        want: "no overlap with the Pod CIDR of another cluster",
        fix: "take a free range, for example 172.16.0.0/20",
        rows: ["service-cidr-no-overlap"],
      },
    },
    legal: {
      "Pod CIDRs that touch": {
        build: twoNetworks({}, { podCidr: "172.22.0.0/16" }),
        rows: [
          "multi-cluster-pod-cidr-disjoint",
          "pod-cidr-no-overlap-clusters",
          "pod-cidr-no-overlap",
          "service-cidr-no-overlap",
        ],
      },
      "one Pod CIDR in two VPCs": (stack) => {
        flannel(stack, { id: "one" });
        flannel(stack, { id: "two" });
      },
    },
    unknown: {
      "a Pod CIDR that only Terraform knows": {
        build: (stack) => twoNetworks({}, { podCidr: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  "multi-cluster-service-cidr": {
    violating: {
      "one Service CIDR in two clusters": {
        build: twoNetworks({}, { serviceCidr: "172.21.0.0/20" }),
        at: "shop/two",
        got: "the Service CIDR 172.21.0.0/20, inside the Service CIDR 172.21.0.0/20 of shop/one",
        want: "different Service CIDRs for the clusters of a VPC",
        fix: "take a free range, for example 172.16.0.0/20",
        rows: ["service-cidr-no-overlap-clusters"],
      },
    },
    legal: {
      "Service CIDRs that touch": {
        build: twoNetworks({}, { serviceCidr: "172.21.16.0/20" }),
        rows: ["service-cidr-no-overlap-clusters"],
      },
    },
    unknown: {
      "a Service CIDR that only Terraform knows": {
        build: (stack) => twoNetworks({}, { serviceCidr: textToken(stack) })(stack),
        limit: "partly",
      },
    },
  },
  "vswitch-inside-vpc": {
    violating: {
      "a vSwitch of another block": {
        build: (stack) =>
          flannel(stack, { zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.1.0.0/24" } } }),
        at: "shop/network",
        got: "the node vSwitch in cn-hangzhou-h 10.1.0.0/24, outside of 10.0.0.0/16",
        want: "a block inside the VPC",
        fix: "take a block inside, or name the further blocks of the VPC in secondaryCidrs",
        rows: ["vswitch-subnet-of-vpc"],
      },
      "a vSwitch of another block than the two": {
        build: (stack) =>
          flannel(stack, {
            secondaryCidrs: ["10.2.0.0/16"],
            zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.1.0.0/24" } },
          }),
        at: "shop/network",
        got: "the node vSwitch in cn-hangzhou-h 10.1.0.0/24, outside of 10.0.0.0/16 and 10.2.0.0/16",
        want: "a block inside the VPC",
        fix: "take a block inside, or name the further blocks of the VPC in secondaryCidrs",
      },
    },
    legal: {
      "the last /24 of the VPC": (stack) =>
        flannel(stack, { zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.0.255.0/24" } } }),
      "a vSwitch in the secondary block": {
        build: (stack) =>
          flannel(stack, {
            secondaryCidrs: ["10.1.0.0/16"],
            zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.1.0.0/24" } },
          }),
        rows: ["vswitch-subnet-of-vpc"],
      },
    },
    unknown: {
      "a secondary block that only Terraform knows": {
        build: (stack) =>
          flannel(stack, {
            secondaryCidrs: [textToken(stack)],
            zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.1.0.0/24" } },
          }),
        limit: "silent",
      },
    },
  },
  "vswitches-disjoint": {
    violating: {
      "two networks without ranges of their own": {
        build: twoNetworks({}, { nodeRange: undefined }),
        at: "shop/two",
        got: "the node vSwitch in cn-hangzhou-h 10.0.56.0/21, inside the node vSwitch in cn-hangzhou-h 10.0.56.0/21 of shop/one",
        want: "vSwitches that do not overlap",
        fix: "take a free block, for example 10.0.0.0/21",
      },
      "a vSwitch around another": {
        build: (stack) =>
          terway(stack, {
            zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.0.0.0/24", podCidr: "10.0.0.0/16" } },
          }),
        at: "shop/network",
        got: "the node vSwitch in cn-hangzhou-h 10.0.0.0/24, inside the Pod vSwitch in cn-hangzhou-h 10.0.0.0/16",
        want: "vSwitches that do not overlap",
        fix: "the VPC has no free block of this size: take smaller vSwitches or add a secondary block",
        rows: ["vswitch-subnet-of-vpc"],
      },
    },
    legal: {
      "two networks with ranges of their own": {
        build: twoNetworks({}, {}),
        rows: ["vswitch-subnet-of-vpc"],
      },
      "an existing vSwitch that two networks name with its block": twoNetworks(
        { zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1", nodeCidr: "10.0.9.0/24" } } },
        { zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1", nodeCidr: "10.0.9.0/24" } } },
      ),
      "an existing vSwitch of unknown block beside a plan that would put it elsewhere": (stack) => {
        const { vpc } = terway(stack, { id: "one", podRange: "10.0.128.0/18" });
        new TerwayNetwork(stack, "two", {
          vpc,
          zones: { h: { zone: "cn-hangzhou-h", nodeVSwitchId: "vsw-1" } },
          podRange: "10.0.192.0/18",
          serviceCidr: "172.21.16.0/20",
          egress: Egress.none(),
        });
      },
      "an existing vSwitch for the Pods of two parts of a zone": (stack) => {
        const pods = { zone: "cn-hangzhou-h", podVSwitchId: "vsw-1", podCidr: "10.0.160.0/19" };
        terway(stack, { zones: { a: { ...pods, slot: 0 }, b: { ...pods, slot: 1 } } });
      },
    },
    unknown: {
      "a vSwitch that only Terraform knows": {
        build: (stack) =>
          flannel(stack, { zones: { h: { zone: "cn-hangzhou-h", nodeCidr: textToken(stack) } } }),
        limit: "partly",
      },
    },
  },
  ...connectedRangeCases,
};
