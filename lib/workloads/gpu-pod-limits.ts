import { ackGuide, alibabaCloud, findingsOf, kubernetes, limitsOn } from "../limits";
import { gpuCountLabel, gpuLabels, gpuResources } from "./gpu-labels";
import type { WorkloadFacts } from "./workload-facts";

const pods = limitsOn<WorkloadFacts>("Pods");

const oldResource = "alpha.kubernetes.io/nvidia-gpu";

/** What nodes offer, by how their GPUs are given to Pods. */
const offered: Readonly<Record<string, readonly string[]>> = {
  default: [gpuResources.whole],
  topology: [gpuResources.byTopology],
  share: [gpuResources.memory],
  cgpu: [gpuResources.memory],
  mps: [gpuResources.memory],
  core_mem: [gpuResources.memory, gpuResources.compute],
};
const ofGpus = new Set<string>(Object.values(offered).flat());

/** The limits on Pods that ask for GPUs and other accelerators. */
export const gpuPodLimits = [
  pods.each(
    "gpu-limit-key",
    "asks",
    {
      statement:
        "Accelerators are asked for in limits, by whole numbers; a request beside a limit is the same number.",
      source: kubernetes("Schedule GPUs"),
      authority: "kubernetes",
      rows: ["gpu-limit-key", "directx-resource"],
      fix: "resources: { limits: Gpu.exclusive().request({ gpus: 1 }).limits }",
    },
    ({ at, container, resource, limit, request }) => {
      const what = `container ${JSON.stringify(container)} with ${resource}`;
      if (limit === undefined) {
        return { at, got: `${what} in requests alone`, want: "it in limits" };
      }
      if (!/^\d+$/.test(limit)) {
        return { at, got: `${what} ${limit}`, want: "a whole number" };
      }
      return request === undefined || request === limit
        ? undefined
        : { at, got: `${what} ${limit}, and ${request} in requests`, want: "the same in both" };
    },
  ),
  pods.each(
    "gpu-old-scheme-removed",
    "asks",
    {
      statement: "The resource of GPUs before device plug-ins is gone since Kubernetes 1.11.",
      source: kubernetes("Schedule GPUs"),
      authority: "kubernetes",
      rows: ["gpu-old-scheme-removed"],
      fix: `ask for ${gpuResources.whole}`,
    },
    ({ at, resource }) =>
      resource === oldResource
        ? { at, got: `the resource ${oldResource}`, want: gpuResources.whole }
        : undefined,
  ),
  pods.each(
    "gpu-hostpath-unneeded",
    "hostPaths",
    {
      statement: "Pods get the driver of NVIDIA from their runtime, and mount none from the node.",
      source: ackGuide("18.2.1 Use the default GPU scheduling of Kubernetes", "54640-54651"),
      advice: true,
      rows: ["gpu-hostpath-unneeded"],
      fix: "leave the volume out",
    },
    ({ at, value }) =>
      /\/nvidia(-\d+)?(\/|$)/.test(value)
        ? { at, got: `a volume with the path ${value} of the node`, want: "no volume for the driver" }
        : undefined,
  ),
  pods.monotone(
    "gpu-schedule-resource-map",
    ["gpuSelections"],
    {
      statement: "Nodes offer the resource of the way in which their GPUs are given to Pods, and no other.",
      source: ackGuide("18.2.3 Labels of GPU nodes", "54829-54842"),
      rows: ["gpu-schedule-resource-map", "gpu-topology-excludes-default", "cgpu-basic-resource"],
      fix: "take limits and nodeSelector from one Gpu: Gpu.shared().request({ memoryGiB: 4 })",
    },
    ({ gpuSelections }) =>
      findingsOf(gpuSelections, ({ at, schedule, cgpu, resources }) => {
        // What no table knows may be new.
        const offers = schedule === undefined ? ofCgpu(cgpu) : offered[schedule];
        const selected =
          schedule === undefined ? `cgpu ${String(cgpu)}` : `${gpuLabels.schedule} ${schedule}`;
        const wrong = resources.find((one) => ofGpus.has(one) && offers?.includes(one) === false);
        return wrong === undefined
          ? undefined
          : {
              at,
              got: `${wrong} of nodes with ${selected}`,
              want: (offers ?? []).join(", "),
            };
      }),
  ),
  pods.limit(
    "cgpu-nodeselector",
    ["anywhere", "waysToShare"],
    {
      statement: "Where pools share GPUs in different ways, Pods had better say on which of them they run.",
      source: ackGuide("18.3.3.4 Manage shared GPUs by node pools", "57067-57069"),
      advice: true,
      rows: ["cgpu-nodeselector"],
      fix: "nodeSelector: the one of Gpu.shared(...).request(...)",
    },
    ({ anywhere, waysToShare }) =>
      waysToShare < 2
        ? []
        : anywhere.map((at) => ({
            at,
            got: `${gpuResources.memory} without a nodeSelector, beside pools that share in ${waysToShare} ways`,
            want: "a nodeSelector",
          })),
  ),
  pods.each(
    "gpu-count-divides",
    "gpuCounts",
    {
      statement: "Memory from several GPUs is divided evenly among them, in whole GiB.",
      source: ackGuide("18.3.3.2 Run examples of shared GPUs", "56871-56873"),
      rows: ["gpu-count-divides"],
      fix: "Gpu.shared().request({ memoryGiB: 2, gpus: 4 }), which multiplies",
    },
    ({ at, count, memories }) => {
      const uneven = memories.find((memory) => !(Number(memory) % Number(count) === 0));
      return uneven === undefined
        ? undefined
        : { at, got: `${uneven} GiB from ${count} GPUs`, want: "a multiple of the number of GPUs" };
    },
  ),
  pods.monotone(
    "gpu-count-label-location",
    ["misplacedCounts"],
    {
      statement: "The number of GPUs that memory is from is a label of the Pod.",
      source: ackGuide("18.3.3.2 Run examples of shared GPUs", "56884-56886"),
      rows: ["gpu-count-label-location"],
      fix: "template: { metadata: { labels: { ...request.podLabels } } }",
    },
    ({ misplacedCounts }) =>
      misplacedCounts.map(({ at, value }) => ({
        at,
        got: `${gpuCountLabel} in ${value}`,
        want: "it in the labels of the Pod",
      })),
  ),
  pods.monotone(
    "gpu-count-pro-only",
    ["gpuCounts", "isDedicated"],
    {
      statement:
        "Memory from several GPUs is for Pro clusters; ack-cgpu in dedicated ones takes it from one.",
      source: ackGuide("18.3.1 Overview of shared GPU scheduling", "55578-55588"),
      advice: true,
      rows: ["gpu-count-pro-only"],
      fix: `leave the label ${gpuCountLabel} out, or move the cluster to Pro`,
    },
    ({ gpuCounts, isDedicated }) =>
      isDedicated
        ? findingsOf(gpuCounts, ({ at, count }) => ({
            at,
            got: `memory from ${count} GPUs in a dedicated cluster`,
            want: "memory from one",
          }))
        : [],
  ),
  pods.monotone(
    "mig-pod-resource",
    ["asks", "partitions"],
    {
      statement: "Pods ask for parts of GPUs into which a pool of their cluster splits them.",
      source: alibabaCloud("ACK, Use MIG by node pools"),
      // A pool of another program may split them so.
      advice: true,
      rows: ["mig-pod-resource"],
      fix: "take the parts from the Gpu of the pool: Gpu.partitions(...).request(...)",
    },
    ({ asks, partitions }) =>
      partitions === undefined
        ? []
        : findingsOf(asks, ({ at, resource }) => {
            const isPart = resource.startsWith(gpuResources.partition);
            return isPart && !partitions.has(resource.slice(gpuResources.partition.length))
              ? {
                  at,
                  got: `the resource ${resource}`,
                  want: [...partitions].map((one) => gpuResources.partition + one).join(", "),
                }
              : undefined;
          }),
  ),
];

/** Nodes with ack-cgpu, in dedicated clusters. */
function ofCgpu(cgpu: string | undefined): readonly string[] {
  return cgpu === "true" ? [gpuResources.memory] : [gpuResources.whole];
}
