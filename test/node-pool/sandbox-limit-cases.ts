import type { TerraformStack } from "cdktf";
import {
  ContainerRuntime,
  Disk,
  EdgeCluster,
  ImageType,
  InstanceSelection,
  ManagedCluster,
  type NodePoolOptions,
} from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { flannel, numberToken, poolOptions, proCluster, terway, textToken } from "../support/stacks";
import { addPool } from "./pools";

const at = "shop/cluster/workers";

const options = (changes: Partial<NodePoolOptions> = {}): NodePoolOptions =>
  poolOptions({
    runtime: ContainerRuntime.sandboxed("2.2.0"),
    instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
    dataDisks: [Disk.essd({ sizeGiB: 1024 })],
    ...changes,
  });

/** A pool for sandboxed containers. */
const sandbox =
  (changes: Partial<NodePoolOptions> = {}) =>
  (stack: TerraformStack) =>
    proCluster(stack).addNodePool("workers", options(changes));
const on = (...types: string[]) => sandbox({ instances: InstanceSelection.types(...types) });
const disks = (...sizes: number[]) => sandbox({ dataDisks: sizes.map((sizeGiB) => Disk.essd({ sizeGiB })) });
const inVersion = (version: string) => (stack: TerraformStack) =>
  proCluster(stack, { version }).addNodePool("workers", options());

const exclusive = "k8s.aliyun.com/exclusive-mode-eni-type";
const noVirtualMachine = {
  at,
  want: "a type that starts with ecs.ebm",
  fix: "take types that start with ecs.ebm, such as ecs.ebmg7.32xlarge",
};
const noDisk = {
  at,
  want: "a data disk of at least 200 GiB",
  fix: "dataDisks: [Disk.essd({ sizeGiB: 1024 })]",
};
const noImage = { at, want: "Alibaba Cloud Linux 3", fix: "leave imageType out" };

export const sandboxLimitCases: CasesById = {
  "rt-runv-ebm-only": {
    violating: {
      "a virtual machine": {
        build: on("ecs.ebmg7.32xlarge", "ecs.g7.xlarge"),
        ...noVirtualMachine,
        got: "a sandboxed runtime on ecs.g7.xlarge",
        rows: ["rt-runv-ebm-only", "sbx-required-params"],
      },
    },
    legal: {
      "elastic bare metal": {
        build: on("ecs.ebmg5s.24xlarge", "ecs.ebmg7.32xlarge"),
        rows: ["rt-runv-ebm-only", "sbx-required-params"],
      },
      "a virtual machine for ordinary containers": sandbox({
        runtime: ContainerRuntime.containerd(),
        instances: InstanceSelection.types("ecs.g7.xlarge"),
      }),
    },
    unknown: {
      "a type that only Terraform knows": { build: (stack) => on(textToken(stack))(stack), limit: "partly" },
    },
  },
  "rt-runv-data-disk-200": {
    violating: {
      "no data disk": {
        build: disks(),
        ...noDisk,
        got: "a sandboxed runtime without a data disk",
        rows: ["rt-runv-data-disk-200", "sbx-required-params"],
      },
      "data disks that are too small": {
        build: disks(40, 199),
        ...noDisk,
        got: "a sandboxed runtime with data disks of 40, 199 GiB",
        rows: ["rt-runv-data-disk-200"],
      },
    },
    legal: {
      "a data disk of 200 GiB": {
        build: disks(40, 200),
        rows: ["rt-runv-data-disk-200", "sbx-required-params"],
      },
    },
    unknown: {
      "a size that only Terraform knows": {
        build: (stack) => disks(40, numberToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "sandbox-image": {
    violating: {
      "CentOS, which containerd has": {
        build: sandbox({ imageType: ImageType.of("CentOS") }),
        ...noImage,
        got: "a sandboxed runtime on CentOS",
        rows: ["rt-os-matrix", "mixed-pool-os"],
      },
      "ContainerOS, which is for containerd": {
        build: sandbox({ imageType: ImageType.CONTAINER_OS }),
        ...noImage,
        got: "a sandboxed runtime on ContainerOS",
        rows: ["containeros-containerd-only"],
      },
      "an image of one's own": {
        build: sandbox({ imageType: ImageType.custom("m-bp1g5aob0cdb5h6n2z1w") }),
        ...noImage,
        got: "a sandboxed runtime on Custom",
        rows: ["sbx-required-params"],
      },
    },
    legal: {
      "Alibaba Cloud Linux 3": {
        build: sandbox({ imageType: ImageType.ALIBABA_CLOUD_LINUX_3 }),
        rows: ["rt-os-matrix", "mixed-pool-os", "sbx-required-params"],
      },
      "ContainerOS with containerd": {
        build: (stack) =>
          addPool(proCluster(stack), {
            imageType: ImageType.CONTAINER_OS,
            runtime: ContainerRuntime.containerd(),
            management: { autoRepair: true },
          }),
        rows: ["containeros-containerd-only"],
      },
      "what the library chooses": sandbox(),
    },
    unknown: {
      "a type of image that only Terraform knows": {
        build: (stack) => sandbox({ imageType: ImageType.of(textToken(stack)) })(stack),
        limit: "silent",
      },
    },
  },
  "rt-runv-network": {
    violating: {
      "interfaces of their own": {
        build: sandbox({ labels: { [exclusive]: "eniOnly" } }),
        at,
        got: "a sandboxed runtime with exclusive network interfaces",
        want: "shared ones",
        fix: `leave the label ${exclusive} out`,
        rows: ["rt-runv-network"],
      },
    },
    legal: {
      "Terway with shared interfaces": { build: sandbox(), rows: ["rt-runv-network"] },
      Flannel: {
        build: (stack) => proCluster(stack, { network: flannel(stack) }).addNodePool("workers", options()),
        rows: ["rt-runv-network"],
      },
      "interfaces of their own for ordinary containers": sandbox({
        runtime: ContainerRuntime.containerd(),
        labels: { [exclusive]: "eniOnly" },
      }),
    },
  },
  "sandbox-kubernetes-version": {
    violating: {
      "1.35": {
        build: inVersion("1.35.2-aliyun.1"),
        at,
        got: "a sandboxed runtime in Kubernetes 1.35.2-aliyun.1",
        want: "1.34 or earlier",
        fix: "take a version up to 1.34 for the cluster, or another runtime",
      },
    },
    legal: { "1.34": inVersion("1.34.1-aliyun.1"), "a version that ACK chooses": sandbox() },
    unknown: {
      "a version that only Terraform knows": {
        build: (stack) => inVersion(textToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "sandbox-managed-cluster": {
    violating: {
      "an edge cluster": {
        build: (stack) =>
          new EdgeCluster(stack, "cluster", { name: "c", network: flannel(stack) }).addNodePool(
            "workers",
            options(),
          ),
        at,
        got: "a sandboxed runtime in an edge cluster",
        want: "a managed cluster",
        fix: "use a ProCluster or a ManagedCluster",
      },
    },
    legal: {
      "a basic managed cluster": (stack) =>
        new ManagedCluster(stack, "cluster", { name: "c", network: terway(stack) }).addNodePool(
          "workers",
          options(),
        ),
    },
  },
};
