import { isIP } from "node:net";
import { alibabaCloud, kubernetes, limitsOn } from "../limits";
import { durationMilliseconds, Quantity } from "../values";
import type { KubeletFacts } from "./kubelet-facts";
import { kubeletMemoryLimits } from "./kubelet-memory-limits";
import { kubeletVersionLimits } from "./kubelet-version-limits";

const kubelet = limitsOn<KubeletFacts>("Kubelets of node pools");

const page = alibabaCloud("ACK, Customize the kubelet parameters of a node pool");
const reference = kubernetes("Reference, KubeletConfiguration (v1beta1)");

/** Kubernetes reads dots and slashes between the parts. */
const namespaced =
  /^(kernel[./](shm|msg)[a-z_]*|kernel[./]sem|fs[./]mqueue[./][a-z_]*|net[./][a-z0-9_.\-/]*)\*?$/;

export const kubeletLimits = [
  ...kubeletVersionLimits,
  kubelet.each(
    "kubelet-number-range",
    "numbers",
    {
      statement: "Numbers of the kubelet are whole, and in the range in which it starts.",
      source: reference,
      authority: "kubernetes",
      fix: "take a whole number in the range, or leave it out for what ACK sets",
    },
    ({ prop, value, range: { min, max } }) =>
      Number.isInteger(value) && value >= min && value <= max
        ? undefined
        : { got: `kubelet ${prop} ${value}`, want: `a whole number from ${min} to ${max}` },
  ),
  kubelet.each(
    "kubelet-number-usual",
    "numbers",
    {
      statement: "Numbers of the kubelet are in the range that ACK suggests, where it does.",
      source: page,
      advice: true,
      fix: "take a number in the range, or leave it out for what ACK sets",
    },
    ({ prop, value, range: { min, max, usual } }) => {
      const starts = value >= min && value <= max;
      return usual === undefined || !starts || (value >= usual[0] && value <= usual[1])
        ? undefined
        : { got: `kubelet ${prop} ${value}`, want: `${usual[0]} to ${usual[1]}` };
    },
  ),
  kubelet.limit(
    "kubelet-event-burst",
    ["eventRecordQps", "eventBurst"],
    {
      statement: "As many events may be written at once as in a second, or more.",
      source: page,
      advice: true,
      fix: "raise eventBurst to eventRecordQps, or leave both out",
    },
    ({ eventRecordQps, eventBurst }) =>
      eventRecordQps === undefined || eventBurst === undefined || eventBurst >= eventRecordQps
        ? []
        : [{ got: `kubelet eventBurst ${eventBurst}`, want: `eventRecordQps ${eventRecordQps} or more` }],
  ),
  kubelet.limit(
    "kubelet-image-gc-order",
    ["imageGcHigh", "imageGcLow"],
    {
      statement:
        "Images are deleted above a higher share of the disk than that down to which they are deleted.",
      source: reference,
      authority: "kubernetes",
      fix: "imageGcHighThresholdPercent: 85, imageGcLowThresholdPercent: 80",
    },
    ({ imageGcHigh, imageGcLow }) =>
      imageGcHigh === undefined || imageGcLow === undefined || imageGcHigh > imageGcLow
        ? []
        : [
            {
              got: `kubelet imageGcHighThresholdPercent ${imageGcHigh} and imageGcLowThresholdPercent ${imageGcLow}`,
              want: "the first above the second",
            },
          ],
  ),
  kubelet.each(
    "kubelet-amount",
    "amounts",
    {
      statement: "Amounts are written as Kubernetes reads them, and are not negative.",
      source: kubernetes("Reference, Quantity"),
      authority: "kubernetes",
      fix: 'write it as "500m", "1Gi" or "1000"',
    },
    ({ prop, value }) => {
      const amount = Quantity.tryParse(value);
      return amount === undefined || amount.isNegative
        ? { got: `kubelet ${prop} ${JSON.stringify(value)}`, want: "an amount such as 500m, 1Gi or 1000" }
        : undefined;
    },
  ),
  kubelet.each(
    "kubelet-eviction-threshold",
    "thresholds",
    {
      statement: "Pods are evicted at an amount above 0, or at a percentage.",
      source: kubernetes("Concepts, Node-pressure Eviction"),
      authority: "kubernetes",
      fix: 'write it as "300Mi" or "10%"',
    },
    ({ prop, value }) =>
      isPercentage(value) || Quantity.tryParse(value)?.isPositive === true
        ? undefined
        : {
            got: `kubelet ${prop} ${JSON.stringify(value)}`,
            want: "an amount above 0 such as 300Mi, or 0% to 100%",
          },
  ),
  kubelet.limit(
    "kubelet-soft-eviction-grace",
    ["softSignals", "graceSignals"],
    {
      statement: "Each signal of soft eviction says how long it has to last.",
      source: kubernetes("Concepts, Node-pressure Eviction"),
      authority: "kubernetes",
    },
    ({ softSignals, graceSignals }) =>
      softSignals
        .filter((signal) => !graceSignals.includes(signal))
        .map((signal) => ({
          got: `kubelet evictionSoft of ${signal} without a grace period`,
          want: "a time for each signal",
          fix: `evictionSoftGracePeriod: { ${JSON.stringify(signal)}: "90s" }`,
        })),
  ),
  kubelet.each(
    "kubelet-time-span",
    "spans",
    {
      statement:
        "Time spans of the kubelet are written as Kubernetes reads them, and in the range in which it starts.",
      source: reference,
      authority: "kubernetes",
      fix: 'write it as "100ms", "90s" or "1m30s"',
    },
    ({ prop, value, range: { min, max, want } }) => {
      const span = durationMilliseconds(value);
      return span !== undefined && span >= min && span <= max
        ? undefined
        : { got: `kubelet ${prop} ${JSON.stringify(value)}`, want };
    },
  ),
  kubelet.limit(
    "kubelet-cfs-period-gate",
    ["cfsQuotaPeriod", "hasCfsGate"],
    {
      statement:
        "CPU limits are counted over another time than 100ms with the feature gate CustomCPUCFSQuotaPeriod.",
      source: reference,
      authority: "kubernetes",
      fix: "featureGates: { CustomCPUCFSQuotaPeriod: true }, or leave cpuCfsQuotaPeriod out",
    },
    ({ cfsQuotaPeriod, hasCfsGate }) =>
      cfsQuotaPeriod === undefined || hasCfsGate || durationMilliseconds(cfsQuotaPeriod) === 100
        ? []
        : [
            {
              got: `kubelet cpuCfsQuotaPeriod ${JSON.stringify(cfsQuotaPeriod)} without the feature gate`,
              want: "CustomCPUCFSQuotaPeriod on, or 100ms",
            },
          ],
  ),
  kubelet.limit(
    "kubelet-cpu-policy",
    ["cpuPolicy", "cpuManagerPolicy"],
    {
      statement: "A pool and its kubelets say the same of CPUs that Pods keep.",
      source: page,
      advice: true,
      fix: "leave cpuPolicy of the pool out",
    },
    ({ cpuPolicy, cpuManagerPolicy }) =>
      cpuPolicy === undefined || cpuManagerPolicy === undefined || cpuPolicy === cpuManagerPolicy
        ? []
        : [
            {
              got: `cpuPolicy ${cpuPolicy} and kubelet cpuManagerPolicy ${cpuManagerPolicy}`,
              want: "one of the two",
            },
          ],
  ),
  kubelet.eachFormat(
    "kubelet-sysctl",
    "sysctls",
    namespaced,
    { member: "kubelet sysctl", want: "one of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.* or net.*" },
    {
      prop: "kubelet allowedUnsafeSysctls",
      statement:
        "Pods set sysctls that are theirs alone: of shared memory, messages, semaphores and the network.",
      source: kubernetes("Tasks, Using sysctls in a Kubernetes Cluster"),
      authority: "kubernetes",
      fix: "leave it out, and set the sysctl on the node in userData",
    },
  ),
  kubelet.each(
    "kubelet-cluster-dns",
    "clusterDns",
    {
      statement: "Name servers of Pods are IP addresses.",
      source: reference,
      authority: "kubernetes",
      fix: 'write an address such as "169.254.20.10"',
    },
    (address) =>
      isIP(address) > 0
        ? undefined
        : { got: `kubelet clusterDns ${JSON.stringify(address)}`, want: "an IP address" },
  ),
  kubelet.eachFormat(
    "kubelet-feature-gate",
    "featureGates",
    /^[A-Z][A-Za-z0-9]*$/,
    { member: "kubelet feature gate", want: "a name such as CustomCPUCFSQuotaPeriod" },
    {
      prop: "kubelet featureGates",
      statement: "A feature gate of the kubelet has a name of letters and digits, with a capital first.",
      source: kubernetes("Reference, Feature Gates"),
      authority: "kubernetes",
      fix: "write the name as Kubernetes has it",
    },
  ),
  ...kubeletMemoryLimits,
];

function isPercentage(text: string): boolean {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  return percent !== undefined && Number(percent) <= 100;
}
