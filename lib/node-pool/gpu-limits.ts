import { ackGuide, alibabaCloud, findingsOf, limitsOn, provider, type Finding } from "../limits";
import { gpuLabels } from "../workloads";
import type { GpuPoolFacts } from "./gpu-facts";
import { isGpu, isKnownWithoutGpu } from "./instance-types";

const pool = limitsOn<GpuPoolFacts>("Node pools with GPUs");

/** In these, several Pods share a GPU. */
const sharing = new Set(["share", "cgpu", "core_mem", "mps"]);

const schedules = ["default", ...sharing, "topology"];

const sourceOfLabels = alibabaCloud("ACK, Enable scheduling features (labels of GPU nodes)");

/** The limits on how the GPUs of a node are given to Pods, and on their drivers. */
export const gpuLimits = [
  pool.limit(
    "gpu-schedule-label-enum",
    ["schedule"],
    {
      statement: "The GPUs of a node are given whole, shared in one of four ways, or by their topology.",
      source: sourceOfLabels,
      rows: ["gpu-schedule-label-enum"],
      fix: 'labels: { "ack.node.gpu.schedule": "share" }',
    },
    ({ schedule }) => notOneOf(gpuLabels.schedule, schedule, schedules),
  ),
  pool.limit(
    "gpu-placement-label-enum",
    ["placement"],
    {
      statement: "Pods that share GPUs are packed onto few of them (binpack), or spread over all.",
      source: ackGuide("18.2.3 Labels of GPU nodes", "54843-54849"),
      rows: ["gpu-placement-label-enum"],
      fix: 'labels: { "ack.node.gpu.placement": "spread" }',
    },
    ({ placement }) => notOneOf(gpuLabels.placement, placement, ["binpack", "spread"]),
  ),
  pool.limit(
    "gpu-placement-needs-sharing",
    ["placement", "schedule"],
    {
      statement: "How Pods are placed on GPUs matters only where they share them.",
      source: ackGuide("18.2.3 Labels of GPU nodes", "54843-54849"),
      advice: true,
      rows: ["gpu-placement-label-enum"],
      fix: 'add the label "ack.node.gpu.schedule": "share"',
    },
    ({ placement, schedule }) =>
      placement !== undefined && !sharing.has(schedule ?? "default")
        ? [
            {
              got: `the label ${gpuLabels.placement} with ${gpuLabels.schedule} ${schedule ?? "default"}`,
              want: `one of ${[...sharing].join(", ")}`,
            },
          ]
        : [],
  ),
  pool.limit(
    "gpu-scheduling-pro-only",
    ["schedule", "isBasic"],
    {
      statement: "GPUs are shared, or scheduled by their topology, in clusters of a Pro edition.",
      source: ackGuide(
        "18.4 GPU topology scheduling, 18.5 Shared GPU scheduling",
        "54921-54924, 56585-56589",
      ),
      rows: ["gpu-topology-pro-only", "cgpu-pro-cluster-only"],
      fix: "take a Pro edition; a basic cluster becomes one in place",
    },
    ({ schedule, isBasic }) =>
      isBasic && (sharing.has(schedule ?? "") || schedule === "topology")
        ? [{ got: `the label ${gpuLabels.schedule} ${schedule} in a basic cluster`, want: "a Pro edition" }]
        : [],
  ),
  pool.limit(
    "cgpu-no-static-cpu-policy",
    ["schedule", "cpuPolicy"],
    {
      statement: "Nodes whose GPUs are shared do not pin CPUs to Pods.",
      source: ackGuide("18.3.2.1 Install the component for shared GPUs", "55649"),
      rows: ["cgpu-no-static-cpu-policy"],
      fix: "leave cpuPolicy out",
    },
    ({ schedule, cpuPolicy }) =>
      cpuPolicy === "static" && sharing.has(schedule ?? "")
        ? [
            {
              got: `cpuPolicy static with the label ${gpuLabels.schedule} ${schedule}`,
              want: "cpuPolicy none",
            },
          ]
        : [],
  ),
  pool.limit(
    "gpu-worker-family",
    ["instanceTypes", "isByProp"],
    {
      statement: "Labels for GPUs are for pools whose instances have GPUs: gn, ebmgn, sgn, vgn and the like.",
      source: ackGuide("18.2.3 Labels of GPU nodes", "54819-54823"),
      advice: true,
      rows: ["gpu-worker-family"],
      fix: "take instance types with GPUs, or leave the labels out",
    },
    ({ instanceTypes, isByProp }) =>
      findingsOf(instanceTypes, (type) =>
        isGpu(type) || (isByProp && isKnownWithoutGpu(type))
          ? undefined
          : { got: `labels for GPUs on ${type}`, want: "a type such as ecs.gn7i-c8g1.2xlarge" },
      ),
  ),
  pool.limit(
    "gpu-prop-types",
    ["instanceTypes", "isByProp"],
    {
      statement: "The prop gpu is for instance types with GPUs.",
      source: alibabaCloud("ECS, Instance families, GPU-accelerated"),
      fix: "take instance types with GPUs, or leave gpu out",
    },
    ({ instanceTypes, isByProp }) =>
      isByProp
        ? findingsOf(instanceTypes, (type) =>
            isKnownWithoutGpu(type)
              ? { got: `gpu on ${type}`, want: "a type such as ecs.gn7i-c8g1.2xlarge" }
              : undefined,
          )
        : [],
  ),
  pool.each(
    "gpu-label-clash",
    "clashes",
    {
      statement: "What a prop for GPUs sets does not stand among the labels with another value.",
      source: provider("alicloud_cs_kubernetes_node_pool.labels"),
      authority: "library",
      fix: "leave the label out",
    },
    ({ key, byProp, byHand }) => ({
      got: `the label ${key} ${JSON.stringify(byHand)} beside a prop that sets ${JSON.stringify(byProp)}`,
      want: "the prop alone",
    }),
  ),
  pool.limit(
    "dedicated-shared-gpu-basic-only",
    ["schedule", "isDedicated"],
    {
      statement:
        "In dedicated clusters GPUs are shared by ack-cgpu and its label, not by those of Pro clusters.",
      source: ackGuide("5.1 Overview of ACK Pro", "7046-7047"),
      advice: true,
      rows: ["dedicated-shared-gpu-basic-only"],
      fix: 'labels: { cgpu: "true" }, or move the cluster to Pro',
    },
    ({ schedule, isDedicated }) =>
      isDedicated && sharing.has(schedule ?? "")
        ? [
            {
              got: `the label ${gpuLabels.schedule} ${schedule} in a dedicated cluster`,
              want: "the label cgpu",
            },
          ]
        : [],
  ),
  pool.limit(
    "cgpu-basic-isolation-label",
    ["cgpu", "cgpuWithoutIsolation"],
    {
      statement: `Of ack-cgpu, the label ${gpuLabels.cgpuWithoutIsolation} is true or false, and stands beside cgpu true.`,
      source: ackGuide("18.5.1.5 Share GPUs without isolation", "56329-56341"),
      advice: true,
      rows: ["cgpu-basic-isolation-label"],
      fix: `labels: { cgpu: "true", "${gpuLabels.cgpuWithoutIsolation}": "true" }`,
    },
    ({ cgpu, cgpuWithoutIsolation: off }) => {
      if (off === undefined || (cgpu === "true" && (off === "true" || off === "false"))) {
        return [];
      }
      const beside = cgpu === undefined ? "without cgpu" : `beside cgpu ${JSON.stringify(cgpu)}`;
      return [
        {
          got: `the label ${gpuLabels.cgpuWithoutIsolation} ${JSON.stringify(off)} ${beside}`,
          want: "true or false, beside cgpu true",
        },
      ];
    },
  ),
  // ACK installs its default driver for what it does not know: a warning, because its list changes.
  pool.limit(
    "gpu-driver-version-enum",
    ["driverVersion"],
    {
      statement: "The version of a driver is written as NVIDIA numbers it, such as 550.144.03 or 410.104.",
      source: ackGuide("18.6.4 Choose the driver of a pool", "58142-58150"),
      advice: true,
      rows: ["gpu-driver-version-enum"],
      fix: "take a version from the list of drivers of ACK",
    },
    ({ driverVersion }) =>
      driverVersion === undefined || /^\d{3}\.\d{2,3}(\.\d{2})?$/.test(driverVersion)
        ? []
        : [
            {
              got: `the label ${gpuLabels.driverVersion} ${JSON.stringify(driverVersion)}`,
              want: "a version such as 550.144.03",
            },
          ],
  ),
  pool.limit(
    "gpu-driver-custom-pair",
    ["driverEndpoint", "driverRunfile"],
    {
      statement:
        "A driver of one's own takes both labels: the endpoint of its bucket, and the name of its file.",
      source: ackGuide("18.6.4 Choose the driver of a pool", "58199-58205"),
      rows: ["gpu-driver-custom-pair"],
      fix: "give both labels, or neither",
    },
    ({ driverEndpoint, driverRunfile }) => {
      if ((driverEndpoint === undefined) === (driverRunfile === undefined)) {
        return [];
      }
      const [given, missing] =
        driverEndpoint === undefined
          ? [gpuLabels.driverRunfile, gpuLabels.driverEndpoint]
          : [gpuLabels.driverEndpoint, gpuLabels.driverRunfile];
      return [{ got: `the label ${given} alone`, want: `the label ${missing} beside it` }];
    },
  ),
  pool.limit(
    "gpu-driver-one-source",
    ["driverEndpoint", "driverVersion"],
    {
      statement: "A driver is chosen by its version, or brought from a bucket.",
      source: ackGuide("18.6.4 Choose the driver of a pool", "58199-58205"),
      rows: ["gpu-driver-custom-pair"],
      fix: `leave the label ${gpuLabels.driverVersion} out`,
    },
    ({ driverEndpoint, driverVersion }) =>
      driverEndpoint !== undefined && driverVersion !== undefined
        ? [{ got: "labels for a version and for a file of one's own", want: "one of the two" }]
        : [],
  ),
];

function notOneOf(label: string, value: string | undefined, allowed: readonly string[]): readonly Finding[] {
  return value === undefined || allowed.includes(value)
    ? []
    : [{ got: `the label ${label} ${JSON.stringify(value)}`, want: `one of ${allowed.join(", ")}` }];
}
