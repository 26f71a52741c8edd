import type { TerraformStack } from "cdktf";
import { ContainerRuntime, ImageType, type NodePoolOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { numberToken, poolOptions, proCluster, textToken } from "../support/stacks";
import { at, pool } from "./pools";

const rolling = (rollingPolicy: NodePoolOptions["rollingPolicy"]) => pool({ rollingPolicy });
const inVersion =
  (cluster: string | ((stack: TerraformStack) => string) | undefined, nodes: string) =>
  (stack: TerraformStack) => {
    const version = typeof cluster === "function" ? cluster(stack) : cluster;
    proCluster(stack, { version }).addNodePool(
      "workers",
      poolOptions({ upgrade: { kubernetesVersion: nodes } }),
    );
  };
const unknownVersion = (stack: TerraformStack) => ({ upgrade: { kubernetesVersion: textToken(stack) } });
const custom = ImageType.custom("m-bp1example");

/** How nodes change in batches, and to what. */
export const poolUpgradeCases: CasesById = {
  "rolling-max-parallelism": {
    violating: {
      "no node": {
        build: rolling({ maxParallelism: 0 }),
        at,
        got: "rollingPolicy maxParallelism 0 nodes",
        want: "a whole number from 1 to 10 nodes",
      },
      "eleven nodes": {
        build: rolling({ maxParallelism: 11 }),
        at,
        got: "rollingPolicy maxParallelism 11 nodes",
        want: "a whole number from 1 to 10 nodes",
      },
    },
    legal: { "one node": rolling({ maxParallelism: 1 }), "ten nodes": rolling({ maxParallelism: 10 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: pool((stack) => ({ rollingPolicy: { maxParallelism: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "rolling-batch-interval": {
    violating: {
      "a part of a whole": {
        build: rolling({ batchInterval: 0.5 }),
        at,
        got: "rollingPolicy batchInterval 0.5",
        want: "a whole number from 0 to 2147483647",
      },
    },
    legal: { "a whole number": rolling({ batchInterval: 5 }) },
    unknown: {
      "a number that only Terraform knows": {
        build: pool((stack) => ({ rollingPolicy: { batchInterval: numberToken(stack) } })),
        limit: "silent",
      },
    },
  },
  "pool-upgrade-of-something": {
    violating: {
      "an upgrade of nothing": {
        build: pool({ upgrade: { useReplace: true } }),
        at,
        got: "an upgrade of nothing",
        want: "kubernetesVersion, image or runtime in it",
      },
    },
    legal: {
      "an upgrade of kubelets": inVersion("1.35.2-aliyun.1", "1.35.2-aliyun.1"),
      "an upgrade of the runtime": pool({
        runtime: ContainerRuntime.containerd("2.1.5"),
        upgrade: { runtime: true },
      }),
    },
  },
  "pool-upgrade-version": {
    violating: {
      "a minor version": {
        build: inVersion("1.35.2-aliyun.1", "1.35"),
        at,
        got: 'upgrade kubernetesVersion "1.35"',
        want: "a whole version such as 1.35.2-aliyun.1",
      },
      "no version": {
        build: inVersion("1.35.2-aliyun.1", "latest"),
        at,
        got: 'upgrade kubernetesVersion "latest"',
        want: "a whole version such as 1.35.2-aliyun.1",
      },
    },
    legal: { "a whole version": inVersion("1.35.2-aliyun.1", "1.34.3-aliyun.1") },
    unknown: {
      "a version that only Terraform knows": { build: pool(unknownVersion), limit: "silent" },
    },
  },
  "pool-upgrade-not-newer": {
    violating: {
      "a version after that of the cluster": {
        build: inVersion("1.34.3-aliyun.1", "1.35.2-aliyun.1"),
        at,
        got: "upgrade kubernetesVersion 1.35.2-aliyun.1 in a cluster of 1.34.3-aliyun.1",
        want: "1.34.3-aliyun.1 or earlier",
      },
    },
    legal: {
      "the version of the cluster": inVersion("1.35.2-aliyun.1", "1.35.2-aliyun.1"),
      "a cluster whose version nobody says": inVersion(undefined, "1.35.2-aliyun.1"),
    },
    unknown: {
      "a cluster whose version only Terraform knows": {
        build: inVersion(textToken, "1.35.2-aliyun.1"),
        limit: "silent",
      },
    },
  },
  "pool-upgrade-image": {
    violating: {
      "an image of ACK": {
        build: pool({ imageType: ImageType.ALIBABA_CLOUD_LINUX_3, upgrade: { image: true } }),
        at,
        got: "an upgrade of the image in a pool without an image of one's own",
        want: "ImageType.custom",
      },
    },
    legal: { "an image of one's own": pool({ imageType: custom, upgrade: { image: true } }) },
  },
  "pool-upgrade-runtime": {
    violating: {
      "a runtime without a version": {
        build: pool({ runtime: ContainerRuntime.containerd(), upgrade: { runtime: true } }),
        at,
        got: "an upgrade of the runtime in a pool that names no version",
        want: "a runtime with a version",
      },
      "no runtime": {
        build: pool({ upgrade: { runtime: true } }),
        at,
        got: "an upgrade of the runtime in a pool that names no version",
        want: "a runtime with a version",
      },
    },
    legal: {
      "a runtime with a version": pool({
        runtime: ContainerRuntime.containerd("2.1.5"),
        upgrade: { runtime: true },
      }),
    },
  },
};
