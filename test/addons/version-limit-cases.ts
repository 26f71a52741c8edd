import type { TerraformStack } from "cdktf";
import type { CasesById } from "../support/limit-cases";
import { proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/it";
const fix = "leave version out, to have the newest";
const versionWanted = "a version of the component, such as v1.18.8.46-afb19e46-aliyun";

const addon = (name: string, version: string) => (stack: TerraformStack) =>
  proCluster(stack).addAddon("it", { name, version });

/** Versions of add-ons. */
export const addonVersionCases: CasesById = {
  "addon-version-format": {
    violating: {
      "the word latest": {
        build: addon("coredns", "latest"),
        at,
        got: 'version "latest"',
        want: versionWanted,
        fix,
      },
      "no text": { build: addon("coredns", ""), at, got: 'version ""', want: versionWanted, fix },
      "a range": { build: addon("coredns", ">=1.9"), at, got: 'version ">=1.9"', want: versionWanted, fix },
      "of an add-on that a cluster is created with": {
        build: (stack) => proCluster(stack, { addons: [{ name: "coredns", version: "newest" }] }),
        at: "shop/cluster",
        got: 'version "newest"',
        want: versionWanted,
        fix,
      },
    },
    legal: {
      "a version with a v": addon("metrics-server", "v0.3.9.4-ff225cd-aliyun"),
      "a version without one": addon("coredns", "1.9.3.10"),
      "a version of four numbers and a hash": addon("csi-plugin", "v1.18.8.46-afb19e46-aliyun"),
      "a release of a branch": addon("kuberay-operator", "v1.7.0-release.5"),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => addon("coredns", textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "addon-version-features": {
    violating: {
      "metrics-server before 0.3.8.5": {
        build: addon("metrics-server", "v0.3.8.4"),
        at,
        got: "metrics-server v0.3.8.4, which lacks the monitoring of containers in CloudMonitor",
        want: "v0.3.8.5 or later",
        fix,
        rows: ["metrics-server-cms"],
      },
      "storage-operator before 1.18.8.28": {
        build: addon("storage-operator", "v1.18.8.27-5fda5a5-aliyun"),
        at,
        got: "storage-operator v1.18.8.27-5fda5a5-aliyun, which lacks disks that grow by themselves",
        want: "v1.18.8.28 or later",
        fix,
        rows: ["storage-operator-min-disk"],
      },
      "csi-plugin before 1.18.8.45": {
        build: addon("csi-plugin", "v1.18.8.44"),
        at,
        got: "csi-plugin v1.18.8.44, which lacks quotas of NAS directories, and monitoring of disks and NAS volumes on the nodes",
        want: "v1.18.8.46 or later",
        fix,
        rows: ["nas-quota-plugin-min"],
      },
      "csi-plugin before 1.18.8.46": {
        build: addon("csi-plugin", "v1.18.8.45-1c5d2cd1-aliyun"),
        at,
        got: "csi-plugin v1.18.8.45-1c5d2cd1-aliyun, which lacks monitoring of disks and NAS volumes on the nodes",
        want: "v1.18.8.46 or later",
        fix,
        rows: ["storage-monitor-min"],
      },
    },
    legal: {
      "metrics-server 0.3.8.5": { build: addon("metrics-server", "v0.3.8.5"), rows: ["metrics-server-cms"] },
      "storage-operator 1.18.8.28": {
        build: addon("storage-operator", "v1.18.8.28-18cca7b-aliyun"),
        rows: ["storage-operator-min-disk"],
      },
      "a later storage-operator": addon("storage-operator", "v1.33.1"),
      "csi-plugin 1.18.8.46": {
        build: addon("csi-plugin", "v1.18.8.46-afb19e46-aliyun"),
        rows: ["nas-quota-plugin-min", "storage-monitor-min"],
      },
      "no version": (stack) => proCluster(stack).addAddon("it", { name: "csi-plugin" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => addon("csi-plugin", textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
};
