import type { TerraformStack } from "cdktf";
import { App } from "cdktf";
import { Fleet, ProCluster, type FleetProps, type ICluster } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { besideStack, flannel, inVpc, proCluster, terway, textToken } from "../support/stacks";

/** A fleet of the clusters that are made of its stacks: the one of the case and another. */
const fleet =
  (make: (shop: TerraformStack, bank: TerraformStack) => readonly ICluster[], props: FleetProps = {}) =>
  (stack: TerraformStack) => {
    new Fleet(App.of(stack), "fleet", props).add(...make(stack, besideStack(stack, "bank")));
  };

/** Two clusters with Terway in VPCs of these blocks. */
const vpcs = (one: string, other: string) =>
  fleet((shop, bank) => [
    proCluster(shop, { name: "shop", network: terway(shop, { cidr: one, serviceCidr: "192.168.0.0/20" }) }),
    proCluster(bank, { name: "bank", network: terway(bank, { cidr: other, serviceCidr: "192.168.0.0/20" }) }),
  ]);
const versions = (one: string, other: string, props: FleetProps) =>
  fleet(
    (shop, bank) => [
      proCluster(shop, { name: "shop", version: one }),
      proCluster(bank, { name: "bank", version: other, network: terway(bank, { cidr: "10.1.0.0/16" }) }),
    ],
    props,
  );
const fix = "raise version, one minor version at a time";

export const fleetLimitCases: CasesById = {
  "fleet-addresses-disjoint": {
    violating: {
      "two VPCs of one block in two stacks": {
        build: vpcs("10.0.0.0/16", "10.0.0.0/16"),
        at: "shop/network-vpc",
        got: "the VPC 10.0.0.0/16, which overlaps the VPC 10.0.0.0/16 of bank/network-vpc",
        want: "addresses of its own",
        fix: "take the addresses from one plan: FleetAddresses.of({ ... })",
      },
      "a VPC in the block of another": {
        build: vpcs("10.0.0.0/12", "10.3.0.0/16"),
        at: "bank/network-vpc",
        got: "the VPC 10.3.0.0/16, which overlaps the VPC 10.0.0.0/12 of shop/network-vpc",
        want: "addresses of its own",
        fix: "take the addresses from one plan: FleetAddresses.of({ ... })",
      },
      "Flannel Pods where another has its VPC": {
        build: fleet((shop, bank) => [
          proCluster(shop, { name: "shop", network: flannel(shop, { podCidr: "172.16.0.0/16" }) }),
          proCluster(bank, {
            name: "bank",
            network: terway(bank, { cidr: "172.16.0.0/16", serviceCidr: "192.168.0.0/20" }),
          }),
        ]),
        at: "shop/network",
        got: "the Pod CIDR 172.16.0.0/16, which overlaps the VPC 172.16.0.0/16 of bank/network-vpc",
        want: "addresses of its own",
        fix: "take the addresses from one plan: FleetAddresses.of({ ... })",
      },
    },
    legal: {
      "VPCs beside each other": vpcs("10.0.0.0/16", "10.1.0.0/16"),
      "two clusters in one VPC": fleet((shop) => {
        const network = flannel(shop);
        const second = inVpc(network.vpc, "second", {
          podCidr: "172.24.0.0/16",
          serviceCidr: "172.22.0.0/20",
          nodeRange: "10.0.128.0/18",
        });
        return [
          proCluster(shop, { network }),
          proCluster(shop, { id: "second-cluster", name: "second", network: second }),
        ];
      }),
      "a cluster of which nobody knows the addresses": fleet((shop, bank) => [
        proCluster(shop),
        ProCluster.fromAttributes(bank, "old", { clusterId: "c123" }),
      ]),
    },
    unknown: {
      "a Pod CIDR that only Terraform knows": {
        build: fleet((shop) => [proCluster(shop, { network: flannel(shop, { podCidr: textToken(shop) }) })]),
        limit: "partly",
      },
    },
  },
  "fleet-oldest-version": {
    violating: {
      "a cluster that is too old": {
        build: versions("1.32.1-aliyun.1", "1.34.1-aliyun.1", { oldestVersion: "1.33" }),
        at: "shop/cluster",
        got: "Kubernetes 1.32.1-aliyun.1",
        want: "1.33 or later",
        fix,
      },
    },
    legal: {
      "the oldest that is allowed": versions("1.33.1-aliyun.1", "1.34.1-aliyun.1", { oldestVersion: "1.33" }),
      "no policy": versions("1.24.6-aliyun.1", "1.34.1-aliyun.1", {}),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: fleet((shop) => [proCluster(shop, { version: textToken(shop) })], { oldestVersion: "1.33" }),
        limit: "partly",
      },
    },
  },
  "fleet-versions-apart": {
    violating: {
      "two minor versions apart where one is allowed": {
        build: versions("1.32.1-aliyun.1", "1.34.1-aliyun.1", { minorsApart: 1 }),
        at: "shop/cluster",
        got: "Kubernetes 1.32.1-aliyun.1 beside 1.34.1-aliyun.1",
        want: "at most 1 minor version apart",
        fix,
      },
    },
    legal: {
      "one minor version apart": versions("1.33.1-aliyun.1", "1.34.1-aliyun.1", { minorsApart: 1 }),
      "any number without a policy": versions("1.28.9-aliyun.1", "1.34.1-aliyun.1", {}),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: fleet((shop) => [proCluster(shop, { version: textToken(shop) })], { minorsApart: 1 }),
        limit: "partly",
      },
    },
  },
};
