import type { TerraformStack } from "cdktf";
import { DedicatedCluster, type NodePoolOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, textToken } from "../support/stacks";
import { at, pool } from "./pools";

/** A pool of a cluster in a version; one that nobody says is that which ACK gives new clusters. */
const inVersion =
  (version: string | undefined, changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
    proCluster(stack, version === undefined ? {} : { version }).addNodePool("workers", poolOptions(changes));
const inUnknownVersion = (changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  inVersion(textToken(stack), changes)(stack);
const inDedicated = (stack: TerraformStack) =>
  DedicatedCluster.fromAttributes(stack, "cluster", {
    clusterId: "c123",
    nodeVSwitches: { h: "vsw-1" },
  }).addNodePool("workers", poolOptions({ ramRoleName: "shop-nodes" }));

/** Who the instances of a pool are, and what they tell of it. */
export const identityLimitCases: CasesById = {
  "instance-metadata-version": {
    violating: {
      "Kubernetes 1.26": {
        build: inVersion("1.26.3-aliyun.1", { instanceMetadata: "required" }),
        at,
        got: "instanceMetadata required in Kubernetes 1.26.3-aliyun.1",
        want: "1.28 or later",
      },
    },
    legal: {
      "Kubernetes 1.28": inVersion("1.28.9-aliyun.1", { instanceMetadata: "required" }),
      "a version that nobody says": inVersion(undefined, { instanceMetadata: "required" }),
      "metadata without a token in 1.26": inVersion("1.26.3-aliyun.1", { instanceMetadata: "optional" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: inUnknownVersion({ instanceMetadata: "required" }),
        limit: "silent",
      },
    },
  },
  "ram-role-reserved": {
    violating: {
      "the role of the workers of a cluster": {
        build: pool({ ramRoleName: "KubernetesWorkerRole-5f3b" }),
        at,
        got: 'ramRoleName "KubernetesWorkerRole-5f3b"',
        want: "a name that ACK does not use",
        rows: ["ram-no-custom-cluster-role"],
      },
    },
    legal: {
      "a role of one's own": {
        build: pool({ ramRoleName: "shop-nodes" }),
        rows: ["ram-no-custom-cluster-role"],
      },
    },
    unknown: {
      "a role that only Terraform knows": {
        build: (stack) =>
          proCluster(stack).addNodePool("workers", poolOptions({ ramRoleName: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "ram-role-cluster": {
    violating: {
      "a dedicated cluster": {
        build: inDedicated,
        at,
        got: "ramRoleName in a dedicated cluster",
        want: "a managed cluster",
        rows: ["ram-no-custom-cluster-role"],
      },
      "Kubernetes 1.20": {
        build: inVersion("1.20.11-aliyun.1", { ramRoleName: "shop-nodes" }),
        at,
        got: "ramRoleName in Kubernetes 1.20.11-aliyun.1",
        want: "1.22 or later",
        also: ["rrsa-needs-1.22.3"],
      },
    },
    legal: {
      "Kubernetes 1.22": {
        build: inVersion("1.22.15-aliyun.1", { ramRoleName: "shop-nodes" }),
        rows: ["ram-no-custom-cluster-role"],
      },
      "a version that nobody says": inVersion(undefined, { ramRoleName: "shop-nodes" }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: inUnknownVersion({ ramRoleName: "shop-nodes" }),
        limit: "silent",
      },
    },
  },
};
