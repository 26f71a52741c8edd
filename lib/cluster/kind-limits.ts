import { ackGuide, alibabaCloud, limitsOn, provider } from "../limits";
import type { ClusterFacts } from "./facts";

const cluster = limitsOn<ClusterFacts>("Clusters");

/** What ACK says of single kinds of clusters. */
export const kindLimits = [
  cluster.limit(
    "dedicated-creation-stopped",
    ["kind"],
    {
      statement: "ACK has made no new dedicated clusters since 21 August 2024; those that exist go on.",
      source: provider("alicloud_cs_kubernetes (deprecated since 1.276.0)"),
      advice: true,
      fix: "make a ProCluster; acknowledge this for a cluster that exists and is adopted",
    },
    ({ kind }) =>
      kind === "dedicated"
        ? [{ got: "a dedicated cluster", want: "one that exists already, or a ProCluster" }]
        : [],
  ),
  cluster.limit(
    "serverless-creation-closed",
    ["kind"],
    {
      statement:
        "Accounts that had no ACK Serverless cluster on 17 February 2025 cannot make one; ACS has taken its place.",
      source: alibabaCloud("ACK Serverless, Create a cluster"),
      advice: true,
      fix: "make an AcsCluster, or a ProCluster with the add-on ack-virtual-node; acknowledge this where the account may",
    },
    ({ kind }) =>
      kind === "serverless"
        ? [{ got: "an ACK Serverless cluster", want: "an account that had one before, or an AcsCluster" }]
        : [],
  ),
  cluster.limit(
    "kind-region",
    ["kind", "edition", "region"],
    {
      statement: "ACK does not offer every kind of cluster in every region.",
      source: alibabaCloud("ACK, Supported regions (2021 and 2026)"),
      advice: true,
      fix: "take another kind or region; acknowledge this where the console offers it, as more regions come",
    },
    ({ kind, edition, region }) => {
      const missing = missingIn.find((one) => one.kind === kind && one.edition === edition);
      return region === undefined || missing?.regions.includes(region) !== true
        ? []
        : [{ got: `${missing.name} in ${region}`, want: "a region for which ACK documents them" }];
    },
  ),
  cluster.limit(
    "dualstack-hosted-only",
    ["kind", "isDualStack"],
    {
      statement: "The resource of dedicated clusters has no argument for IPv6.",
      source: provider("alicloud_cs_kubernetes (has no ip_stack)"),
      authority: "provider",
      fix: "leave dualStack out of the network, or make a ProCluster",
    },
    ({ kind, isDualStack }) =>
      kind === "dedicated" && isDualStack
        ? [{ got: "a dual-stack network for a dedicated cluster", want: "a network of IPv4" }]
        : [],
  ),
  cluster.monotone(
    "virtual-node-not-ask",
    ["kind", "installedAddons"],
    {
      statement:
        "A cluster without nodes has virtual nodes built in: ack-virtual-node is not installed there.",
      source: ackGuide("23.1 Create ECI Pods through virtual nodes", "61514-61516"),
      rows: ["virtual-node-not-ask"],
      advice: true,
      fix: "leave ack-virtual-node out of addons",
    },
    ({ kind, installedAddons }) =>
      (kind === "serverless" || kind === "acs") && (installedAddons ?? []).includes("ack-virtual-node")
        ? [{ got: "ack-virtual-node in a cluster without nodes", want: "none" }]
        : [],
  ),
];

/** Where the lists of regions name a kind as not offered. Regions that no list names are not judged. */
const missingIn = [
  {
    kind: "edge",
    edition: "basic",
    name: "edge clusters of the standard edition",
    regions: [
      "cn-hangzhou-finance-1",
      "cn-shanghai-finance-2",
      "cn-shenzhen-finance-1",
      "cn-north-2-gov-1",
      "cn-nanjing",
    ],
  },
  {
    kind: "serverless",
    edition: "pro",
    name: "clusters without nodes",
    regions: ["cn-zhongwei", "cn-wuhan-lr"],
  },
];
