import { ackGuide, alibabaCloud, fact, facts, limitsOn, type Fact, type FactList } from "../limits";
import type { KubernetesVersion } from "../values";
import { exclusiveEniLabel } from "./exclusive-eni";
import { asDataDisk } from "./disk-use";
import { isBareMetal } from "./instance-types";
import type { ResolvedPoolProps } from "./pool-arguments";
import { versionFact } from "./version-fact";

/** What the limits of pools for sandboxed containers need to know. */
export interface SandboxPoolFacts {
  readonly instanceTypes: FactList<string>;
  readonly imageType: Fact<string> | undefined;
  readonly dataDiskSizes: FactList<number>;
  readonly isEdge: boolean;
  /** Whether each Pod is to have a network interface of its own. */
  readonly hasExclusiveInterfaces: boolean;
  /** When it is said, and can be read. */
  readonly kubernetesVersion: Fact<KubernetesVersion> | undefined;
}

const pool = limitsOn<SandboxPoolFacts>("Node pools for sandboxed containers");

const sandboxPage = alibabaCloud("ACK, Manage node pools for sandboxed containers");

/** Alibaba Cloud Linux 2 is for clusters below 1.30, of which the app need not know. */
const images = new Set(["AliyunLinux", "AliyunLinux3"]);

/** The limits on pools in which each Pod has a virtual machine of its own. */
export const sandboxLimits = [
  pool.each(
    "rt-runv-ebm-only",
    "instanceTypes",
    {
      statement: "Sandboxed containers run on elastic bare metal.",
      source: ackGuide("27.3 Choose a runtime", "70899-70914"),
      rows: ["rt-runv-ebm-only", "sbx-required-params"],
      fix: "take types that start with ecs.ebm, such as ecs.ebmg7.32xlarge",
    },
    (type) =>
      isBareMetal(type)
        ? undefined
        : { got: `a sandboxed runtime on ${type}`, want: "a type that starts with ecs.ebm" },
  ),
  pool.limit(
    "rt-runv-data-disk-200",
    ["dataDiskSizes"],
    {
      statement: "A node for sandboxed containers has a data disk of at least 200 GiB; 1 TiB is better.",
      source: ackGuide("27.5.1 Create a sandboxed cluster", "71323-71325"),
      rows: ["rt-runv-data-disk-200", "sbx-required-params"],
      fix: "dataDisks: [Disk.essd({ sizeGiB: 1024 })]",
    },
    ({ dataDiskSizes }) =>
      dataDiskSizes.some((sizeGiB) => sizeGiB >= 200)
        ? []
        : [
            {
              got:
                dataDiskSizes.length === 0
                  ? "a sandboxed runtime without a data disk"
                  : `a sandboxed runtime with data disks of ${dataDiskSizes.join(", ")} GiB`,
              want: "a data disk of at least 200 GiB",
            },
          ],
  ),
  pool.limit(
    "sandbox-image",
    ["imageType"],
    {
      statement: "Nodes for sandboxed containers run Alibaba Cloud Linux 3, and no image of one's own.",
      source: sandboxPage,
      rows: ["containeros-containerd-only", "rt-os-matrix", "mixed-pool-os", "sbx-required-params"],
      fix: "leave imageType out",
    },
    ({ imageType }) =>
      imageType === undefined || images.has(imageType)
        ? []
        : [{ got: `a sandboxed runtime on ${imageType}`, want: "Alibaba Cloud Linux 3" }],
  ),
  pool.limit(
    "rt-runv-network",
    ["hasExclusiveInterfaces"],
    {
      statement: "Sandboxed containers share network interfaces; none has one of its own.",
      source: ackGuide("27.3 Choose a runtime", "71015-71021"),
      rows: ["rt-runv-network"],
      fix: `leave the label ${exclusiveEniLabel} out`,
    },
    ({ hasExclusiveInterfaces }) =>
      hasExclusiveInterfaces
        ? [{ got: "a sandboxed runtime with exclusive network interfaces", want: "shared ones" }]
        : [],
  ),
  pool.limit(
    "sandbox-kubernetes-version",
    ["kubernetesVersion"],
    {
      statement: "Sandboxed containers (runV) are for clusters up to Kubernetes 1.34.",
      source: sandboxPage,
      fix: "take a version up to 1.34 for the cluster, or another runtime",
    },
    ({ kubernetesVersion }) =>
      kubernetesVersion?.isAtLeast("1.35") === true
        ? [{ got: `a sandboxed runtime in Kubernetes ${String(kubernetesVersion)}`, want: "1.34 or earlier" }]
        : [],
  ),
  pool.limit(
    "sandbox-managed-cluster",
    ["isEdge"],
    {
      statement: "Sandboxed containers are for managed clusters.",
      source: sandboxPage,
      fix: "use a ProCluster or a ManagedCluster",
    },
    ({ isEdge }) =>
      isEdge ? [{ got: "a sandboxed runtime in an edge cluster", want: "a managed cluster" }] : [],
  ),
];

/** Undefined for pools with another runtime. */
export function sandboxFacts(props: ResolvedPoolProps): SandboxPoolFacts | undefined {
  const { cluster, dataDisks = [], imageType, instances, labels = {}, runtime } = props;
  if (runtime?.isSandboxed !== true) {
    return undefined;
  }
  return {
    instanceTypes: facts(instances.instanceTypes) ?? [],
    imageType: fact(imageType?.name),
    dataDiskSizes: dataDisks.map((disk) => fact(asDataDisk(disk).disk.options.sizeGiB)),
    isEdge: cluster.kind === "edge",
    hasExclusiveInterfaces: labels[exclusiveEniLabel] === "eniOnly",
    kubernetesVersion: versionFact(cluster.kubernetesVersion),
  };
}
