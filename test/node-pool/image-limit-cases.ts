import type { TerraformStack } from "cdktf";
import { ImageType, InstanceSelection, type NodePoolOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { poolOptions, proCluster, textToken } from "../support/stacks";

const pool = (changes: Partial<NodePoolOptions>) => (stack: TerraformStack) =>
  proCluster(stack).addNodePool("workers", poolOptions(changes));
const image = (imageType: ImageType, ...types: string[]) =>
  pool({ imageType, ...(types.length === 0 ? {} : { instances: InstanceSelection.types(...types) }) });
const custom = (imageId: string) => image(ImageType.custom(imageId));
const imageOf = (make: (text: string) => ImageType) => (stack: TerraformStack) =>
  image(make(textToken(stack)))(stack);
const hardened = (imageType: ImageType) => pool({ imageType, osHardening: "ack" });

const at = "shop/cluster/workers";
const known =
  "one of AliyunLinux, AliyunLinux3, AliyunLinux3Arm64, AliyunLinux3ContainerOptimized, AliyunLinux4, AliyunLinux4Arm64, " +
  "AliyunLinux4ContainerOptimized, AliyunLinux4ContainerOptimizedArm64, AliyunLinux4Security, AliyunLinuxSecurity, " +
  "AliyunLinuxUEFI, CentOS, ContainerOS, Custom, Ubuntu, Windows, WindowsCore";
const unknownType = {
  at,
  want: known,
  fix: "use a member of ImageType, or ImageType.custom with the id of an image",
};
const newImage = "use ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED; a change is for new nodes";
const otherImage = "take the image of the other architecture, or make a pool for each";
const noHardening = {
  at,
  want: "an image of Alibaba Cloud Linux",
  fix: "use Alibaba Cloud Linux, or leave osHardening out",
};

export const imageLimitCases: CasesById = {
  "image-type-known": {
    violating: {
      "CentOS 8": {
        build: image(ImageType.of("CentOS8")),
        ...unknownType,
        got: 'imageType "CentOS8"',
        rows: ["node-os-enum", "os-no-centos8"],
      },
      "Debian on a managed pool": {
        build: image(ImageType.of("Debian")),
        ...unknownType,
        got: 'imageType "Debian"',
        rows: ["managed-pool-os-enum"],
      },
      "Windows Server Core 1909 as a type": {
        build: image(ImageType.of("WindowsCore1909")),
        ...unknownType,
        got: 'imageType "WindowsCore1909"',
        rows: ["windows-os-enum"],
      },
      "an image type in small letters": {
        build: image(ImageType.of("containeros")),
        ...unknownType,
        got: 'imageType "containeros"',
      },
    },
    legal: {
      "Alibaba Cloud Linux": {
        build: image(ImageType.ALIBABA_CLOUD_LINUX_3),
        rows: ["node-os-enum", "os-no-centos8", "managed-pool-os-enum"],
      },
      ContainerOS: {
        build: pool({ imageType: ImageType.of("ContainerOS"), management: { autoVulFix: true } }),
        rows: ["managed-pool-os-enum"],
      },
      "Windows Server Core 1909 as an image": {
        build: custom("win2019_1909_x64_dtc_zh-cn_40G_container_alibase_20210411.vhd"),
        rows: ["windows-os-enum"],
      },
      "an edition for security": image(ImageType.ALIBABA_CLOUD_LINUX_SECURITY),
      "a type by its name": image(ImageType.of("AliyunLinux4Security")),
    },
    unknown: {
      "a type that only Terraform knows": { build: imageOf(ImageType.of), limit: "silent" },
    },
  },
  "image-end-of-life": {
    violating: {
      "CentOS 7": {
        build: image(ImageType.CENTOS),
        at,
        got: "imageType CentOS, which is CentOS 7",
        want: "a system with support",
        fix: newImage,
      },
      "Alibaba Cloud Linux 2": {
        build: image(ImageType.ALIBABA_CLOUD_LINUX_2),
        at,
        got: "imageType AliyunLinux, which is Alibaba Cloud Linux 2",
        want: "a system with support",
        fix: newImage,
      },
    },
    legal: { "Alibaba Cloud Linux 3": image(ImageType.ALIBABA_CLOUD_LINUX_3) },
    unknown: {
      "a type that only Terraform knows": { build: imageOf(ImageType.of), limit: "silent" },
    },
  },
  "containeros-managed-nodepool-only": {
    violating: {
      "a pool that people manage": {
        build: image(ImageType.CONTAINER_OS),
        at,
        got: "ContainerOS without management",
        want: "management beside ContainerOS",
        fix: "let ACK manage the pool: management: { autoUpgrade: true }",
        rows: ["containeros-managed-nodepool-only"],
      },
      "a pool whose management does nothing": {
        build: pool({ imageType: ImageType.CONTAINER_OS, management: {} }),
        at,
        got: "ContainerOS without management",
        want: "management beside ContainerOS",
        fix: "let ACK manage the pool: management: { autoUpgrade: true }",
      },
    },
    legal: {
      "a pool that ACK manages": {
        build: pool({ imageType: ImageType.CONTAINER_OS, management: { autoVulFix: true } }),
        rows: ["containeros-managed-nodepool-only"],
      },
    },
    unknown: {
      "a type that only Terraform knows": { build: imageOf(ImageType.of), limit: "silent" },
    },
  },
  "custom-image-id": {
    violating: {
      "a type of image": {
        build: custom("AliyunLinux3ContainerOptimized"),
        at,
        got: 'the image id "AliyunLinux3ContainerOptimized"',
        want: "an id such as m-bp1example",
        fix: "use ImageType.of for a type",
      },
      nothing: {
        build: custom(""),
        at,
        got: 'the image id ""',
        want: "an id such as m-bp1example",
        fix: "use ImageType.of for a type",
      },
    },
    legal: {
      "the id of an image": custom("m-bp1g5aob0cdb5h6n2z1w"),
      "a public image": custom("aliyun_3_x64_20G_alibase_20240528.vhd"),
    },
    unknown: {
      "an id that only Terraform knows": { build: imageOf(ImageType.custom), limit: "silent" },
    },
  },
  "image-architecture": {
    violating: {
      "an image for ARM on an x86 instance": {
        build: image(ImageType.ALIBABA_CLOUD_LINUX_3_ARM64, "ecs.g7.xlarge"),
        at,
        got: "AliyunLinux3Arm64 on ecs.g7.xlarge",
        want: "ARM instances",
        fix: otherImage,
      },
      "an image for x86 where one of the types is ARM": {
        build: image(ImageType.ALIBABA_CLOUD_LINUX_3, "ecs.g7.xlarge", "ecs.g8y.xlarge"),
        at,
        got: "AliyunLinux3 on ecs.g8y.xlarge",
        want: "x86 instances",
        fix: otherImage,
      },
    },
    legal: {
      "an image for ARM on ARM instances": image(ImageType.ALIBABA_CLOUD_LINUX_3_ARM64, "ecs.g8y.xlarge"),
      "an image for ARM on a family that is newer than this library": image(
        ImageType.ALIBABA_CLOUD_LINUX_3_ARM64,
        "ecs.u9y-c1m2.xlarge",
      ),
      "an image for x86 on x86 instances": image(ImageType.ALIBABA_CLOUD_LINUX_4, "ecs.i4r.xlarge"),
      "an image whose name says nothing": image(ImageType.UBUNTU, "ecs.g8y.xlarge"),
    },
    unknown: {
      "a type of image that only Terraform knows": { build: imageOf(ImageType.of), limit: "silent" },
    },
  },
  "os-hardening-image": {
    violating: {
      "CIS hardening of Ubuntu": {
        build: hardened(ImageType.UBUNTU),
        ...noHardening,
        got: "osHardening ack with Ubuntu",
      },
      "MLPS hardening of ContainerOS": {
        build: pool({ imageType: ImageType.CONTAINER_OS, osHardening: "mlps", login: undefined }),
        ...noHardening,
        got: "osHardening mlps with ContainerOS",
        rows: ["os-hardening-alinux2-only"],
      },
      "MLPS hardening of CentOS": {
        build: pool({ imageType: ImageType.of("CentOS"), osHardening: "mlps", login: undefined }),
        ...noHardening,
        got: "osHardening mlps with CentOS",
      },
    },
    legal: {
      "MLPS hardening of Alibaba Cloud Linux": {
        build: pool({ imageType: ImageType.ALIBABA_CLOUD_LINUX_3, osHardening: "mlps", login: undefined }),
        rows: ["os-hardening-alinux2-only"],
      },
      "hardening of the usual system": pool({ osHardening: "ack" }),
      "hardening of an image of one's own": hardened(ImageType.custom("m-bp1g5aob0cdb5h6n2z1w")),
      "no hardening of Ubuntu": image(ImageType.UBUNTU),
    },
    unknown: {
      "a type of image that only Terraform knows": {
        build: (stack) => hardened(ImageType.of(textToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
};
