import type { TerraformStack } from "cdktf";
import {
  ContainerRuntime,
  Disk,
  EdgeCluster,
  ImageType,
  InstanceSelection,
  ManagedCluster,
  ProCluster,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, poolOptions, proCluster, textToken } from "../support/stacks";

const at = "shop/cluster/workers";

const options = (changes: Partial<NodePoolOptions> = {}): NodePoolOptions =>
  poolOptions({
    confidentialComputing: true,
    instances: InstanceSelection.types("ecs.g7t.xlarge"),
    imageType: ImageType.ALIBABA_CLOUD_LINUX_UEFI,
    ...changes,
  });

/** A pool for confidential computing, in a cluster with Flannel. */
const tee =
  (changes: Partial<NodePoolOptions> = {}) =>
  (stack: TerraformStack) =>
    proCluster(stack, { network: flannel(stack) }).addNodePool("workers", options(changes));
const on = (...types: string[]) => tee({ instances: InstanceSelection.types(...types) });
const image = (imageType: ImageType) => tee({ imageType });
const unknownImage = (stack: TerraformStack) => image(ImageType.of(textToken(stack)))(stack);

const otherImage = "use ImageType.ALIBABA_CLOUD_LINUX_UEFI or ImageType.ALIBABA_CLOUD_LINUX_3";

export const teeLimitCases: CasesById = {
  "sgx-managed": {
    violating: {
      "an edge cluster": {
        build: (stack) =>
          new EdgeCluster(stack, "cluster", { name: "c", network: flannel(stack) }).addNodePool(
            "workers",
            options(),
          ),
        at,
        got: "confidentialComputing in an edge cluster",
        want: "a managed cluster",
        fix: "use a ProCluster or a ManagedCluster",
        rows: ["sgx-managed", "tee-pool-existing-cluster"],
      },
    },
    legal: {
      "a managed cluster": {
        build: (stack) =>
          new ManagedCluster(stack, "cluster", { name: "c", network: flannel(stack) }).addNodePool(
            "workers",
            options(),
          ),
        rows: ["sgx-managed", "tee-pool-existing-cluster"],
      },
    },
  },
  "tee-containerd-min": {
    violating: {
      "a sandboxed runtime": {
        build: tee({
          runtime: ContainerRuntime.sandboxed(),
          instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
          imageType: ImageType.ALIBABA_CLOUD_LINUX_3,
          dataDisks: [Disk.essd({ sizeGiB: 200 })],
        }),
        at,
        got: "confidentialComputing with a sandboxed runtime",
        want: "containerd",
        fix: "use ContainerRuntime.containerd(), or leave runtime out",
        rows: ["tee-containerd-min", "tee-pool-existing-cluster"],
      },
    },
    legal: {
      containerd: {
        build: tee({ runtime: ContainerRuntime.containerd("1.6.36") }),
        rows: ["tee-containerd-min", "tee-pool-existing-cluster"],
      },
    },
  },
  "tee-families": {
    violating: {
      "a family without SGX": {
        build: on("ecs.g7t.xlarge", "ecs.g7.xlarge"),
        at,
        got: "confidentialComputing on ecs.g7.xlarge",
        want: "a family with SGX or TDX",
        fix: "take a type such as ecs.g7t.xlarge",
        rows: ["tee-families"],
      },
    },
    legal: {
      "the families with SGX": {
        build: on("ecs.c7t.xlarge", "ecs.g7t.xlarge", "ecs.r7t.xlarge"),
        rows: ["tee-families"],
      },
      "families with TDX": on("ecs.g8i.xlarge", "ecs.gn8v-tee.4xlarge"),
    },
    unknown: {
      "a type that only Terraform knows": { build: (stack) => on(textToken(stack))(stack), limit: "silent" },
    },
  },
  "tee-os": {
    violating: {
      Ubuntu: {
        build: image(ImageType.UBUNTU),
        at,
        got: "confidentialComputing on Ubuntu",
        want: "Alibaba Cloud Linux",
        fix: otherImage,
        rows: ["tee-os"],
      },
    },
    legal: {
      "Alibaba Cloud Linux with UEFI": { build: tee(), rows: ["tee-os"] },
      "Alibaba Cloud Linux 3": image(ImageType.ALIBABA_CLOUD_LINUX_3),
    },
    unknown: { "a type of image that only Terraform knows": { build: unknownImage, limit: "silent" } },
  },
  "tee-no-custom-image": {
    violating: {
      "an image of one's own": {
        build: image(ImageType.custom("m-bp1g5aob0cdb5h6n2z1w")),
        at,
        got: "confidentialComputing on an image of one's own",
        want: "an image of ACK",
        fix: otherImage,
        rows: ["tee-no-custom-image", "sgx-os-no-custom-image"],
      },
    },
    legal: {
      "an image of ACK": { build: tee(), rows: ["tee-no-custom-image", "sgx-os-no-custom-image"] },
    },
    unknown: { "a type of image that only Terraform knows": { build: unknownImage, limit: "silent" } },
  },
  "tee-flannel-only": {
    violating: {
      "a cluster with Terway": {
        build: (stack) => proCluster(stack).addNodePool("workers", options()),
        at,
        got: "confidentialComputing in a cluster with Terway",
        want: "a cluster with Flannel",
        fix: "try it before you rely on it, or use a FlannelNetwork",
        rows: ["tee-flannel-only", "sgx-flannel-only"],
      },
    },
    legal: {
      "a cluster with Flannel": { build: tee(), rows: ["tee-flannel-only", "sgx-flannel-only"] },
      "an existing cluster": (stack) =>
        ProCluster.fromAttributes(stack, "cluster", {
          clusterId: "c1",
          nodeVSwitches: { h: "vsw-1" },
        }).addNodePool("workers", options()),
    },
  },
};
