import { ackGuide, alibabaCloud, findingsOf, limitsOn, provider } from "../limits";
import type { NodePoolFacts } from "./facts";
import { isArm, isKnownX86 } from "./instance-types";

const pool = limitsOn<NodePoolFacts>("Node pools");

const imageTypes = new Set([
  "AliyunLinux",
  "AliyunLinux3",
  "AliyunLinux3Arm64",
  "AliyunLinux3ContainerOptimized",
  "AliyunLinux4",
  "AliyunLinux4Arm64",
  "AliyunLinux4ContainerOptimized",
  "AliyunLinux4ContainerOptimizedArm64",
  "AliyunLinux4Security",
  "AliyunLinuxSecurity",
  "AliyunLinuxUEFI",
  "CentOS",
  "ContainerOS",
  "Custom",
  "Ubuntu",
  "Windows",
  "WindowsCore",
]);

const endOfLife = new Map([
  ["AliyunLinux", "Alibaba Cloud Linux 2"],
  ["CentOS", "CentOS 7"],
]);

const neverHardened = new Set(["CentOS", "ContainerOS", "Ubuntu", "Windows", "WindowsCore"]);

/** For x86 instances alone; their siblings for ARM instances have names of their own. */
const x86Images = new Set(["AliyunLinux3", "AliyunLinux4", "AliyunLinux4ContainerOptimized"]);

/** The limits on the operating system of nodes. */
export const imageLimits = [
  // Of a type that a later provider knows, a team can make this a warning.
  pool.limit(
    "image-type-known",
    ["imageType"],
    {
      statement: "The operating system of nodes is one that ACK offers; CentOS 8 and later never was.",
      source: provider("alicloud_cs_kubernetes_node_pool.image_type"),
      rows: ["node-os-enum", "os-no-centos8", "managed-pool-os-enum", "windows-os-enum"],
      fix: "use a member of ImageType, or ImageType.custom with the id of an image",
    },
    ({ imageType }) =>
      imageType === undefined || imageTypes.has(imageType)
        ? []
        : [{ got: `imageType ${JSON.stringify(imageType)}`, want: `one of ${[...imageTypes].join(", ")}` }],
  ),
  pool.limit(
    "image-end-of-life",
    ["imageType"],
    {
      statement: "CentOS 7 and Alibaba Cloud Linux 2 get no security fixes any more.",
      source: alibabaCloud("ACK, End of support for CentOS and Alibaba Cloud Linux 2"),
      advice: true,
      fix: "use ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED; a change is for new nodes",
    },
    ({ imageType }) => {
      const name = imageType === undefined ? undefined : endOfLife.get(imageType);
      return name === undefined
        ? []
        : [{ got: `imageType ${imageType}, which is ${name}`, want: "a system with support" }];
    },
  ),
  pool.limit(
    "containeros-managed-nodepool-only",
    ["imageType", "isManaged"],
    {
      statement:
        "ContainerOS is documented for pools that ACK manages; whether others may have it is not certain.",
      source: ackGuide("4.2 ContainerOS", "3774-3775"),
      advice: true,
      rows: ["containeros-managed-nodepool-only"],
      fix: "let ACK manage the pool: management: { autoUpgrade: true }",
    },
    ({ imageType, isManaged }) =>
      imageType === "ContainerOS" && !isManaged
        ? [{ got: "ContainerOS without management", want: "management beside ContainerOS" }]
        : [],
  ),
  pool.limit(
    "custom-image-id",
    ["imageId"],
    {
      statement: "An image of one's own is named by its id, not by a type of image.",
      source: provider("alicloud_cs_kubernetes_node_pool.image_id (accepts any text)"),
      authority: "service",
      fix: "use ImageType.of for a type",
    },
    ({ imageId }) =>
      imageId !== undefined && (imageId === "" || imageTypes.has(imageId))
        ? [{ got: `the image id ${JSON.stringify(imageId)}`, want: "an id such as m-bp1example" }]
        : [],
  ),
  pool.limit(
    "image-architecture",
    ["imageType", "instanceTypes"],
    {
      statement: "An image for ARM runs on ARM instances, and one for x86 on x86 instances.",
      source: provider("alicloud_cs_kubernetes_node_pool.image_type (accepts any instance type)"),
      fix: "take the image of the other architecture, or make a pool for each",
    },
    ({ imageType, instanceTypes }) => {
      if (imageType === undefined) {
        return [];
      }
      const forArm = imageType.endsWith("Arm64");
      if (!forArm && !x86Images.has(imageType)) {
        return [];
      }
      return findingsOf(instanceTypes, (type) =>
        (forArm ? isKnownX86(type) : isArm(type))
          ? { got: `${imageType} on ${type}`, want: `${forArm ? "ARM" : "x86"} instances` }
          : undefined,
      );
    },
  ),
  pool.limit(
    "os-hardening-image",
    ["osHardening", "imageType"],
    {
      statement: "Hardening is for Alibaba Cloud Linux; no other system of ACK has it.",
      source: ackGuide("4.3.2 Create a managed cluster", "4870-4886"),
      rows: ["os-hardening-alinux2-only"],
      fix: "use Alibaba Cloud Linux, or leave osHardening out",
    },
    ({ osHardening, imageType }) =>
      osHardening !== undefined && imageType !== undefined && neverHardened.has(imageType)
        ? [{ got: `osHardening ${osHardening} with ${imageType}`, want: "an image of Alibaba Cloud Linux" }]
        : [],
  ),
];
