import {
  ackGuide,
  alibabaCloud,
  fact,
  facts,
  findingsOf,
  limitsOn,
  type Fact,
  type FactList,
} from "../limits";
import type { NetworkPlugin } from "../network";
import type { ResolvedPoolProps } from "./pool-arguments";

/** What the limits of pools for confidential computing need to know. */
export interface TeePoolFacts {
  readonly instanceTypes: FactList<string>;
  readonly imageType: Fact<string> | undefined;
  readonly isSandboxed: boolean;
  readonly isEdge: boolean;
  /** Undefined where the app does not know the network of the cluster. */
  readonly networkPlugin: NetworkPlugin | undefined;
}

const pool = limitsOn<TeePoolFacts>("Node pools for confidential computing");

/** SGX: c7t, g7t, r7t. TDX: c8i and later, gn8v-tee. */
const families = /^ecs\.([cgr]7t|[cgr][89]i|gn8v-tee)\./;

/** The limits on pools for confidential computing. Accounts have to be let in, so little can be tried: most are advice. */
export const teeLimits = [
  pool.limit(
    "sgx-managed",
    ["isEdge"],
    {
      statement: "Confidential computing is for managed clusters.",
      source: ackGuide("28.3 Create a pool for confidential computing", "73983"),
      rows: ["sgx-managed", "tee-pool-existing-cluster"],
      fix: "use a ProCluster or a ManagedCluster",
    },
    ({ isEdge }) =>
      isEdge ? [{ got: "confidentialComputing in an edge cluster", want: "a managed cluster" }] : [],
  ),
  pool.limit(
    "tee-containerd-min",
    ["isSandboxed"],
    {
      statement: "Nodes for confidential computing run containerd.",
      source: alibabaCloud("ACK, Create and manage node pools, Confidential computing"),
      rows: ["tee-containerd-min", "tee-pool-existing-cluster"],
      fix: "use ContainerRuntime.containerd(), or leave runtime out",
    },
    ({ isSandboxed }) =>
      isSandboxed ? [{ got: "confidentialComputing with a sandboxed runtime", want: "containerd" }] : [],
  ),
  pool.limit(
    "tee-families",
    ["instanceTypes"],
    {
      statement:
        "Confidential computing is documented for c7t, g7t and r7t (SGX), and for 8th generation and later (TDX).",
      source: ackGuide("28.2 Create a cluster for confidential computing", "73552-73561"),
      advice: true,
      rows: ["tee-families"],
      fix: "take a type such as ecs.g7t.xlarge",
    },
    ({ instanceTypes }) =>
      findingsOf(instanceTypes, (type) =>
        families.test(type)
          ? undefined
          : { got: `confidentialComputing on ${type}`, want: "a family with SGX or TDX" },
      ),
  ),
  pool.limit(
    "tee-os",
    ["imageType"],
    {
      statement:
        "Nodes for confidential computing are documented to run Alibaba Cloud Linux: with UEFI for SGX, or 3 and later.",
      source: ackGuide("28.2 Create a cluster for confidential computing", "73568"),
      advice: true,
      rows: ["tee-os"],
      fix: "use ImageType.ALIBABA_CLOUD_LINUX_UEFI or ImageType.ALIBABA_CLOUD_LINUX_3",
    },
    ({ imageType }) =>
      imageType === undefined || imageType === "Custom" || imageType.startsWith("AliyunLinux")
        ? []
        : [{ got: `confidentialComputing on ${imageType}`, want: "Alibaba Cloud Linux" }],
  ),
  pool.limit(
    "tee-no-custom-image",
    ["imageType"],
    {
      statement: "On an image of one's own, nobody answers for confidential computing.",
      source: ackGuide("28.2 Create a cluster for confidential computing", "73860"),
      advice: true,
      rows: ["tee-no-custom-image", "sgx-os-no-custom-image"],
      fix: "use ImageType.ALIBABA_CLOUD_LINUX_UEFI or ImageType.ALIBABA_CLOUD_LINUX_3",
    },
    ({ imageType }) =>
      imageType === "Custom"
        ? [{ got: "confidentialComputing on an image of one's own", want: "an image of ACK" }]
        : [],
  ),
  pool.limit(
    "tee-flannel-only",
    ["networkPlugin"],
    {
      statement:
        "Confidential computing was documented for Flannel alone; today's pages do not say so any more.",
      source: ackGuide("28.2 Create a cluster for confidential computing", "73570"),
      advice: true,
      rows: ["tee-flannel-only", "sgx-flannel-only"],
      fix: "try it before you rely on it, or use a FlannelNetwork",
    },
    ({ networkPlugin }) =>
      networkPlugin === "terway"
        ? [{ got: "confidentialComputing in a cluster with Terway", want: "a cluster with Flannel" }]
        : [],
  ),
];

/** Undefined for the other pools. */
export function teeFacts(props: ResolvedPoolProps): TeePoolFacts | undefined {
  const { cluster, confidentialComputing, imageType, instances, runtime } = props;
  if (confidentialComputing !== true) {
    return undefined;
  }
  return {
    instanceTypes: facts(instances.instanceTypes) ?? [],
    imageType: fact(imageType?.name),
    isSandboxed: runtime?.isSandboxed === true,
    isEdge: cluster.kind === "edge",
    networkPlugin: cluster.networkPlugin,
  };
}
