import { ackGuide, edgeGuide, limitsOn, provider } from "../limits";
import type { ClusterFacts } from "./facts";

const cluster = limitsOn<ClusterFacts>("Clusters");

/** The manuals name these versions; ACK has long since offered later ones alone, but clusters live on. */
export const versionLimits = [
  cluster.limit(
    "node-pool-min-version",
    ["parsedVersion"],
    {
      statement: "Node pools, managed pools and data disks of nodes need Kubernetes 1.12.6.",
      source: ackGuide("6.2 Node pools", "9157"),
      rows: ["data-disk-mount-min-version", "managed-pool-min-version", "node-pool-min-version"],
      fix: "upgrade the cluster to a version that ACK maintains",
    },
    ({ parsedVersion }) =>
      parsedVersion === undefined || parsedVersion.isAtLeast("1.12.6")
        ? []
        : [{ got: `version ${parsedVersion}`, want: "1.12.6-aliyun.1 or later" }],
  ),
  cluster.limit(
    "pro-min-version",
    ["edition", "isEdge", "parsedVersion"],
    {
      statement: "A cluster becomes a Pro cluster at Kubernetes 1.16 or later.",
      source: ackGuide("4.1.1 Migrate a standard cluster to Pro", "3190"),
      rows: ["standard-to-pro-min-version"],
      fix: "upgrade the basic cluster first: keep ManagedCluster, and raise version",
    },
    ({ edition, isEdge, parsedVersion }) =>
      edition !== "pro" || isEdge || parsedVersion === undefined || parsedVersion.isAtLeast("1.16")
        ? []
        : [{ got: `a Pro cluster with Kubernetes ${parsedVersion}`, want: "1.16 or later" }],
  ),
  cluster.limit(
    "dualstack-min-version",
    ["isDualStack", "parsedVersion"],
    {
      // The manual of 2021 names 1.20.4; the provider documents 1.22 today.
      statement: "Pods have IPv6 addresses beside those of IPv4 since Kubernetes 1.22.",
      source: provider("alicloud_cs_managed_kubernetes.ip_stack"),
      rows: ["dualstack-min-version"],
      fix: "take a later version, or a network without dualStack",
    },
    ({ isDualStack, parsedVersion }) =>
      !isDualStack || parsedVersion === undefined || parsedVersion.isAtLeast("1.22")
        ? []
        : [{ got: `a dual-stack network with Kubernetes ${parsedVersion}`, want: "1.22 or later" }],
  ),
  cluster.limit(
    "edge-ipvs-min-116",
    ["isEdge", "proxyMode", "parsedVersion"],
    {
      statement: "Edge clusters know the proxy mode ipvs since Kubernetes 1.16.",
      source: edgeGuide("3.2 Release notes for Kubernetes 1.16", "163"),
      rows: ["edge-ipvs-min-116"],
      fix: 'take a later version, or proxyMode: "iptables"',
    },
    ({ isEdge, proxyMode, parsedVersion }) =>
      !isEdge || proxyMode !== "ipvs" || parsedVersion === undefined || parsedVersion.isAtLeast("1.16")
        ? []
        : [
            {
              got: `proxyMode ipvs with Kubernetes ${parsedVersion} at the edge`,
              want: "1.16 or later, or iptables",
            },
          ],
  ),
];
