import type { TerraformStack } from "cdktf";
import { ProCluster, type ProClusterProps } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { listToken, poolOptions, proCluster, textToken } from "../support/stacks";
import { accountLimitCases } from "./account-cases";
import { creationLimitCases } from "./creation-limit-cases";
import { lifecycleLimitCases } from "./lifecycle-limit-cases";
import { networkOfClusterCases } from "./network-limit-cases";
import { operationLimitCases } from "./operation-limit-cases";
import { versionLimitCases } from "./version-limit-cases";
import { kindCases } from "./kind-cases";
import { apiServerCases } from "./api-server-cases";
import { connectionCases } from "./connection-cases";

/** A cluster with these props. */
const cluster = (props: Partial<ProClusterProps>) => (stack: TerraformStack) => proCluster(stack, props);
/** A cluster with props of which some need a scope: tokens. */
const clusterOf = (props: (stack: TerraformStack) => Partial<ProClusterProps>) => (stack: TerraformStack) =>
  proCluster(stack, props(stack));

const at = "shop/cluster";
const nameWanted =
  "1 to 63 bytes of digits, Latin letters, Chinese characters (3 bytes each) and hyphens, not first a hyphen";
const versionWanted = "a Kubernetes version of ACK, such as 1.34.1-aliyun.1 or 1.34";
const domainWanted = "a DNS name, such as cluster.local";
const start = "2026-01-05T01:00:00.000+08:00";

export const clusterLimitCases: CasesById = {
  ...kindCases,
  "cluster-name-format": {
    violating: {
      "no character": { build: cluster({ name: "" }), at, got: 'the name "" (0 bytes)', want: nameWanted },
      "64 characters": {
        build: cluster({ name: "a".repeat(64) }),
        at,
        got: `the name "${"a".repeat(64)}" (64 bytes)`,
        want: nameWanted,
        rows: ["cluster-name-format"],
      },
      "a leading hyphen": {
        build: cluster({ name: "-shop" }),
        at,
        got: 'the name "-shop" (5 bytes)',
        want: nameWanted,
      },
      "22 Chinese characters, which are 66 bytes": {
        build: cluster({ name: "集".repeat(22) }),
        at,
        got: `the name "${"集".repeat(22)}" (66 bytes)`,
        want: nameWanted,
      },
      "an underscore": {
        build: cluster({ name: "shop_prod" }),
        at,
        got: 'the name "shop_prod" (9 bytes)',
        want: nameWanted,
      },
    },
    legal: {
      "63 characters": { build: cluster({ name: "a".repeat(63) }), rows: ["cluster-name-format"] },
      "21 Chinese characters, which are 63 bytes": cluster({ name: "集".repeat(21) }),
      "digits, letters and hyphens, also at the end": cluster({ name: "1-Shop-集群-" }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({ name: `-${textToken(stack)}` })),
        limit: "silent",
      },
    },
  },
  "kubernetes-version-format": {
    violating: {
      "a version with a v": {
        build: cluster({ version: "v1.34" }),
        at,
        got: '"v1.34"',
        want: versionWanted,
        fix: "write 1.34",
      },
      "the word latest": {
        build: cluster({ version: "latest" }),
        at,
        got: '"latest"',
        want: versionWanted,
        fix: "name the version, such as 1.34.1-aliyun.1",
      },
    },
    legal: {
      "a version of ACK": cluster({ version: "1.34.1-aliyun.1" }),
      "no version": cluster({}),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: clusterOf((stack) => ({ version: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "version-or-auto-upgrade": {
    violating: {
      "a version beside automatic upgrades": {
        build: cluster({
          version: "1.34.1-aliyun.1",
          maintenanceWindow: { start, hours: 3, autoUpgrade: "patch" },
        }),
        at,
        got: "version and autoUpgrade",
        want: "version or autoUpgrade, not both",
        fix: "leave out version, or autoUpgrade; or ignore changes of version by the lifecycle of cluster.resource, and acknowledge this",
      },
    },
    legal: {
      "a version and a window without upgrades": cluster({
        version: "1.34.1-aliyun.1",
        maintenanceWindow: { start, hours: 3 },
      }),
      "automatic upgrades": cluster({ maintenanceWindow: { start, hours: 3, autoUpgrade: "stable" } }),
    },
  },
  "nftables-needs-1.35": {
    violating: {
      "nftables with 1.34": {
        build: cluster({ proxyMode: "nftables", version: "1.34.9-aliyun.1" }),
        at,
        got: "proxyMode nftables with Kubernetes 1.34.9-aliyun.1",
        want: "1.35 or later, or another proxy mode",
      },
    },
    legal: {
      "nftables with 1.35": cluster({ proxyMode: "nftables", version: "1.35.0-aliyun.1" }),
      "nftables with the newest version": cluster({ proxyMode: "nftables" }),
      "ipvs with 1.34": cluster({ proxyMode: "ipvs", version: "1.34.9-aliyun.1" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: clusterOf((stack) => ({ proxyMode: "nftables", version: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "cluster-domain-format": {
    violating: {
      "an empty part": {
        build: cluster({ clusterDomain: "cluster..local" }),
        at,
        got: 'clusterDomain "cluster..local"',
        want: domainWanted,
      },
      "a part of 64 characters": {
        build: cluster({ clusterDomain: `${"a".repeat(64)}.local` }),
        at,
        got: `clusterDomain "${"a".repeat(64)}.local"`,
        want: domainWanted,
        rows: ["cluster-domain-format"],
      },
    },
    legal: {
      "the default": cluster({}),
      "a part of 63 characters": {
        build: cluster({ clusterDomain: `${"a".repeat(63)}.local` }),
        rows: ["cluster-domain-format"],
      },
    },
    unknown: {
      "a domain that only Terraform knows": {
        build: clusterOf((stack) => ({ clusterDomain: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "cluster-domain-lower-case": {
    violating: {
      "capital letters": {
        build: cluster({ clusterDomain: "Cluster.Local" }),
        at,
        got: 'clusterDomain "Cluster.Local"',
        want: "lower-case letters",
      },
    },
    legal: { "lower-case letters and digits": cluster({ clusterDomain: "shop1.local" }) },
    unknown: {
      "a domain that only Terraform knows": {
        build: clusterOf((stack) => ({ clusterDomain: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  ...creationLimitCases,
  ...connectionCases,
  ...apiServerCases,
  ...lifecycleLimitCases,
  ...networkOfClusterCases,
  ...operationLimitCases,
  ...versionLimitCases,
  ...accountLimitCases,
  "creation-addons-unique": {
    violating: {
      "an add-on twice": {
        build: cluster({ addons: [{ name: "logtail-ds" }, { name: "logtail-ds", disabled: true }] }),
        at,
        got: 'addonNames with "logtail-ds" more than once',
        want: "members that differ",
      },
    },
    legal: {
      "an add-on that the library would add": cluster({ addons: [{ name: "csi-plugin" }] }),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: clusterOf((stack) => ({ addons: [{ name: "logtail-ds" }, { name: textToken(stack) }] })),
        limit: "partly",
      },
    },
  },
  "service-account-audiences": {
    violating: {
      "no audience": {
        build: cluster({ serviceAccountTokens: { issuer: "https://kubernetes.default.svc", audiences: [] } }),
        at,
        got: "serviceAccountTokens audiences with 0 audiences",
        want: "1 to 100 audiences",
      },
    },
    legal: {
      "one audience": cluster({
        serviceAccountTokens: { issuer: "https://kubernetes.default.svc", audiences: ["api"] },
      }),
    },
    unknown: {
      "audiences that only Terraform knows": {
        build: clusterOf((stack) => ({
          serviceAccountTokens: { issuer: "https://kubernetes.default.svc", audiences: listToken(stack) },
        })),
        limit: "silent",
      },
    },
  },
  "imported-attribute": {
    violating: {
      "a pool of a cluster whose vSwitches were not given": {
        build: (stack) =>
          ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123" }).addNodePool(
            "workers",
            poolOptions(),
          ),
        at,
        got: "nodeVSwitches of an imported cluster, which was not given",
        want: "the vSwitches that its node pools use",
        fix: "give nodeVSwitches to fromAttributes of shop/cluster, or Placement.vswitches to the pool",
      },
    },
    legal: {
      "a pool of a cluster whose vSwitches were given": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c123",
          nodeVSwitches: { h: "vsw-1" },
        }).addNodePool("workers", poolOptions()),
    },
  },
};
