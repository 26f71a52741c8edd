import type { TerraformStack } from "cdktf";
import type { KubeletConfiguration, NodePoolOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { listToken, numberToken, poolOptions, proCluster, textToken } from "../support/stacks";
import { at, pool } from "./pools";

const kubelet = (settings: KubeletConfiguration, changes: Partial<NodePoolOptions> = {}) =>
  pool({ kubelet: settings, ...changes });
/** A kubelet of which some settings need a scope: tokens. */
const kubeletOf = (settings: (stack: TerraformStack) => KubeletConfiguration) =>
  pool((stack) => ({ kubelet: settings(stack) }));
const inVersion =
  (
    version: string | ((stack: TerraformStack) => string),
    settings: KubeletConfiguration = { serializeImagePulls: false },
  ) =>
  (stack: TerraformStack) =>
    proCluster(stack, {
      version: typeof version === "string" ? version : version(stack),
      rrsa: false,
    }).addNodePool("workers", poolOptions({ kubelet: settings }));

/** What the kubelets of a pool do, and what they start with. */
export const kubeletLimitCases: CasesById = {
  "kubelet-version": {
    violating: {
      "Kubernetes 1.18": {
        build: inVersion("1.18.8-aliyun.1"),
        at,
        got: "a kubelet of one's own in Kubernetes 1.18.8-aliyun.1",
        want: "1.20 or later",
      },
    },
    legal: { "Kubernetes 1.20": inVersion("1.20.11-aliyun.1") },
    unknown: { "a version that only Terraform knows": { build: inVersion(textToken), limit: "silent" } },
  },
  "kubelet-setting-version": {
    violating: {
      "intervals of logs in Kubernetes 1.28": {
        build: inVersion("1.28.9-aliyun.1", { containerLogMonitorInterval: "10s" }),
        at,
        got: "kubelet containerLogMonitorInterval in Kubernetes 1.28.9-aliyun.1",
        want: "1.30 or later",
      },
      "traces in Kubernetes 1.26": {
        build: inVersion("1.26.3-aliyun.1", { tracing: { samplingRatePerMillion: 1 } }),
        at,
        got: "kubelet tracing in Kubernetes 1.26.3-aliyun.1",
        want: "1.27 or later",
      },
    },
    legal: {
      "intervals of logs in Kubernetes 1.30": inVersion("1.30.1-aliyun.1", {
        containerLogMonitorInterval: "10s",
        containerLogMaxWorkers: 2,
      }),
      "other settings in Kubernetes 1.26": inVersion("1.26.3-aliyun.1", { maxPods: 64 }),
    },
    unknown: {
      "a version that only Terraform knows": {
        build: inVersion(textToken, { containerLogMaxWorkers: 2 }),
        limit: "silent",
      },
    },
  },
  "kubelet-number-range": {
    violating: {
      "one log file": {
        build: kubelet({ containerLogMaxFiles: 1 }),
        at,
        got: "kubelet containerLogMaxFiles 1",
        want: "a whole number from 2 to 2147483647",
      },
      "half a Pod": {
        build: kubelet({ maxPods: 64.5 }),
        at,
        got: "kubelet maxPods 64.5",
        want: "a whole number from 0 to 2147483647",
      },
      "a port above 65535": {
        build: kubelet({ readOnlyPort: 65_536 }),
        at,
        got: "kubelet readOnlyPort 65536",
        want: "a whole number from 0 to 65535",
      },
      "more than the whole disk": {
        build: kubelet({ imageGcHighThresholdPercent: 101 }),
        at,
        got: "kubelet imageGcHighThresholdPercent 101",
        want: "a whole number from 0 to 100",
      },
      "fewer than any number of processes": {
        build: kubelet({ podPidsLimit: -2 }),
        at,
        got: "kubelet podPidsLimit -2",
        want: "a whole number from -1 to 9007199254740991",
      },
      "more than all traces": {
        build: kubelet({ tracing: { samplingRatePerMillion: 1_000_001 } }),
        at,
        got: "kubelet tracing.samplingRatePerMillion 1000001",
        want: "a whole number from 0 to 1000000",
      },
      "nobody who rotates logs": {
        build: kubelet({ containerLogMaxWorkers: 0 }),
        at,
        got: "kubelet containerLogMaxWorkers 0",
        want: "a whole number from 1 to 2147483647",
      },
    },
    legal: {
      "the lowest numbers": kubelet({
        ...{ registryPullQps: 0, registryBurst: 0, kubeApiQps: 0, kubeApiBurst: 0, readOnlyPort: 0 },
        ...{ podPidsLimit: -1, containerLogMaxFiles: 2, containerLogMaxWorkers: 1 },
        ...{ imageGcHighThresholdPercent: 1, imageGcLowThresholdPercent: 0 },
        tracing: { samplingRatePerMillion: 0 },
      }),
      "the highest numbers": kubelet({
        readOnlyPort: 65_535,
        imageGcHighThresholdPercent: 100,
        tracing: { samplingRatePerMillion: 1_000_000 },
      }),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: kubeletOf((stack) => ({ maxPods: numberToken(stack), registryPullQps: 10 })),
        limit: "partly",
      },
    },
  },
  "kubelet-number-usual": {
    violating: {
      "eleven log files": {
        build: kubelet({ containerLogMaxFiles: 11 }),
        at,
        got: "kubelet containerLogMaxFiles 11",
        want: "2 to 10",
      },
      "51 events a second": {
        build: kubelet({ eventRecordQps: 51, eventBurst: 100 }),
        at,
        got: "kubelet eventRecordQps 51",
        want: "1 to 50",
      },
      "101 events at once": {
        build: kubelet({ eventBurst: 101 }),
        at,
        got: "kubelet eventBurst 101",
        want: "1 to 100",
      },
    },
    legal: {
      "what ACK suggests": kubelet({ containerLogMaxFiles: 10, eventRecordQps: 50, eventBurst: 100 }),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: kubeletOf((stack) => ({ containerLogMaxFiles: numberToken(stack) })),
        limit: "partly",
      },
    },
  },
  "kubelet-event-burst": {
    violating: {
      "fewer at once than in a second": {
        build: kubelet({ eventRecordQps: 20, eventBurst: 10 }),
        at,
        got: "kubelet eventBurst 10",
        want: "eventRecordQps 20 or more",
      },
    },
    legal: {
      "as many at once as in a second": kubelet({ eventRecordQps: 20, eventBurst: 20 }),
      "one of the two": kubelet({ eventRecordQps: 20 }),
    },
    unknown: {
      "a number that only Terraform knows": {
        build: kubeletOf((stack) => ({ eventRecordQps: 20, eventBurst: numberToken(stack) })),
        limit: "silent",
      },
    },
  },
  "kubelet-image-gc-order": {
    violating: {
      "the same share twice": {
        build: kubelet({ imageGcHighThresholdPercent: 80, imageGcLowThresholdPercent: 80 }),
        at,
        got: "kubelet imageGcHighThresholdPercent 80 and imageGcLowThresholdPercent 80",
        want: "the first above the second",
      },
    },
    legal: {
      "shares in order": kubelet({ imageGcHighThresholdPercent: 81, imageGcLowThresholdPercent: 80 }),
      "one share": kubelet({ imageGcLowThresholdPercent: 80 }),
    },
    unknown: {
      "a share that only Terraform knows": {
        build: kubeletOf((stack) => ({
          imageGcHighThresholdPercent: numberToken(stack),
          imageGcLowThresholdPercent: 80,
        })),
        limit: "silent",
      },
    },
  },
  "kubelet-amount": {
    violating: {
      "memory in GB": {
        build: kubelet({ kubeReserved: { memory: "1 GB" } }),
        at,
        got: 'kubelet kubeReserved["memory"] "1 GB"',
        want: "an amount such as 500m, 1Gi or 1000",
      },
      "fewer than no CPUs": {
        build: kubelet({ systemReserved: { cpu: "-500m" } }),
        at,
        got: 'kubelet systemReserved["cpu"] "-500m"',
        want: "an amount such as 500m, 1Gi or 1000",
      },
      "a log size in words": {
        build: kubelet({ containerLogMaxSize: "200MB" }),
        at,
        got: 'kubelet containerLogMaxSize "200MB"',
        want: "an amount such as 500m, 1Gi or 1000",
      },
      "memory of a NUMA node in GiB": {
        build: kubelet({ reservedMemory: [{ numaNode: 0, limits: { memory: "1GiB" } }] }),
        at,
        got: 'kubelet reservedMemory[0].limits["memory"] "1GiB"',
        want: "an amount such as 500m, 1Gi or 1000",
      },
    },
    legal: {
      "amounts of each kind": kubelet({
        kubeReserved: { cpu: "500m", memory: "1Gi", pid: "1000" },
        systemReserved: { cpu: "1", memory: "0.5Gi", "ephemeral-storage": "10Gi" },
        containerLogMaxSize: "200Mi",
      }),
    },
    unknown: {
      "an amount that only Terraform knows": {
        build: kubeletOf((stack) => ({ kubeReserved: { memory: textToken(stack) } })),
        limit: "partly",
      },
    },
  },
  "kubelet-eviction-threshold": {
    violating: {
      "no amount": {
        build: kubelet({ evictionHard: { "memory.available": "0" } }),
        at,
        got: 'kubelet evictionHard["memory.available"] "0"',
        want: "an amount above 0 such as 300Mi, or 0% to 100%",
      },
      "more than the whole": {
        build: kubelet({
          evictionSoft: { "nodefs.available": "101%" },
          evictionSoftGracePeriod: { "nodefs.available": "90s" },
        }),
        at,
        got: 'kubelet evictionSoft["nodefs.available"] "101%"',
        want: "an amount above 0 such as 300Mi, or 0% to 100%",
      },
    },
    legal: {
      "amounts and percentages": kubelet({
        evictionHard: { "memory.available": "1024Mi", "nodefs.available": "10%", "pid.available": "0.5%" },
      }),
    },
    unknown: {
      "a threshold that only Terraform knows": {
        build: kubeletOf((stack) => ({ evictionHard: { "memory.available": textToken(stack) } })),
        limit: "partly",
      },
    },
  },
  "kubelet-soft-eviction-grace": {
    violating: {
      "a signal without a time": {
        build: kubelet({
          evictionSoft: { "memory.available": "1Gi", "nodefs.available": "15%" },
          evictionSoftGracePeriod: { "nodefs.available": "90s" },
        }),
        at,
        got: "kubelet evictionSoft of memory.available without a grace period",
        want: "a time for each signal",
        fix: 'evictionSoftGracePeriod: { "memory.available": "90s" }',
      },
    },
    legal: {
      "a time for each signal": kubelet({
        evictionSoft: { "memory.available": "1Gi" },
        evictionSoftGracePeriod: { "memory.available": "1m30s" },
      }),
    },
    unknown: {
      "signals that only Terraform knows": {
        build: kubeletOf((stack) => ({
          evictionSoft: { [textToken(stack) as "memory.available"]: "1Gi" },
        })),
        limit: "silent",
      },
    },
  },
  "kubelet-time-span": {
    violating: {
      "a time without a unit": {
        build: kubelet({
          evictionSoft: { "memory.available": "1Gi" },
          evictionSoftGracePeriod: { "memory.available": "90" },
        }),
        at,
        got: 'kubelet evictionSoftGracePeriod["memory.available"] "90"',
        want: "a time span above 0, such as 90s",
      },
      "logs that are looked at each second": {
        build: kubelet({ containerLogMonitorInterval: "1s" }),
        at,
        got: 'kubelet containerLogMonitorInterval "1s"',
        want: "a time span of 3s or more",
      },
      "CPU limits over two seconds": {
        build: kubelet({ cpuCfsQuotaPeriod: "2s", featureGates: { CustomCPUCFSQuotaPeriod: true } }),
        at,
        got: 'kubelet cpuCfsQuotaPeriod "2s"',
        want: "a time span from 1ms to 1s",
      },
    },
    legal: {
      "times in their ranges": kubelet({
        containerLogMonitorInterval: "3s",
        cpuCfsQuotaPeriod: "1s",
        featureGates: { CustomCPUCFSQuotaPeriod: true },
      }),
    },
    unknown: {
      "a time that only Terraform knows": {
        build: kubeletOf((stack) => ({ containerLogMonitorInterval: textToken(stack) })),
        limit: "partly",
      },
    },
  },
  "kubelet-cfs-period-gate": {
    violating: {
      "another time without the gate": {
        build: kubelet({ cpuCfsQuotaPeriod: "10ms" }),
        at,
        got: 'kubelet cpuCfsQuotaPeriod "10ms" without the feature gate',
        want: "CustomCPUCFSQuotaPeriod on, or 100ms",
      },
      "the gate switched off": {
        build: kubelet({ cpuCfsQuotaPeriod: "10ms", featureGates: { CustomCPUCFSQuotaPeriod: false } }),
        at,
        got: 'kubelet cpuCfsQuotaPeriod "10ms" without the feature gate',
        want: "CustomCPUCFSQuotaPeriod on, or 100ms",
      },
    },
    legal: {
      "another time with the gate": kubelet({
        cpuCfsQuotaPeriod: "10ms",
        featureGates: { CustomCPUCFSQuotaPeriod: true },
      }),
      "the usual time": kubelet({ cpuCfsQuotaPeriod: "0.1s" }),
    },
    unknown: {
      "a time that only Terraform knows": {
        build: kubeletOf((stack) => ({ cpuCfsQuotaPeriod: textToken(stack) })),
        limit: "silent",
      },
    },
  },
  "kubelet-cpu-policy": {
    violating: {
      "a pool and kubelets that differ": {
        build: kubelet({ cpuManagerPolicy: "static" }, { cpuPolicy: "none" }),
        at,
        got: "cpuPolicy none and kubelet cpuManagerPolicy static",
        want: "one of the two",
      },
    },
    legal: {
      "one that says it": kubelet({ cpuManagerPolicy: "static" }),
      "two that agree": kubelet({ cpuManagerPolicy: "static" }, { cpuPolicy: "static" }),
    },
  },
  "kubelet-sysctl": {
    violating: {
      "a sysctl of the whole node": {
        build: kubelet({ allowedUnsafeSysctls: ["net.core.somaxconn", "vm.max_map_count"] }),
        at,
        got: 'the kubelet sysctl "vm.max_map_count"',
        want: "one of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.* or net.*",
      },
      "all of the kernel": {
        build: kubelet({ allowedUnsafeSysctls: ["kernel.*"] }),
        at,
        got: 'the kubelet sysctl "kernel.*"',
        want: "one of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.* or net.*",
      },
    },
    legal: {
      "sysctls of a Pod": kubelet({
        allowedUnsafeSysctls: [
          ...["net.ipv4.route.min_pmtu", "net.*", "kernel.shm*", "kernel.msgmax", "kernel.sem"],
          "fs.mqueue.msg_max",
        ],
      }),
      "sysctls that are written with slashes": kubelet({
        allowedUnsafeSysctls: ["net/ipv4/tcp_tw_reuse", "kernel/shm_rmid_forced", "fs/mqueue/msg_max"],
      }),
    },
    unknown: {
      "a sysctl that only Terraform knows": {
        build: kubeletOf((stack) => ({ allowedUnsafeSysctls: [textToken(stack)] })),
        limit: "partly",
      },
    },
  },
  "kubelet-cluster-dns": {
    violating: {
      "a name": {
        build: kubelet({ clusterDns: ["dns.shop.test"] }),
        at,
        got: 'kubelet clusterDns "dns.shop.test"',
        want: "an IP address",
      },
    },
    legal: { addresses: kubelet({ clusterDns: ["169.254.20.10", "fd00::a"] }) },
    unknown: {
      "addresses that only Terraform knows": {
        build: kubeletOf((stack) => ({ clusterDns: listToken(stack) })),
        limit: "silent",
      },
    },
  },
  "kubelet-feature-gate": {
    violating: {
      "a flag": {
        build: kubelet({ featureGates: { "cpu-manager": true } }),
        at,
        got: 'the kubelet feature gate "cpu-manager"',
        want: "a name such as CustomCPUCFSQuotaPeriod",
      },
    },
    legal: { "names of features": kubelet({ featureGates: { GracefulNodeShutdown: false } }) },
    unknown: {
      "a name that only Terraform knows": {
        build: kubeletOf((stack) => ({ featureGates: { [textToken(stack)]: true } })),
        limit: "partly",
      },
    },
  },
  "kubelet-memory-manager": {
    violating: {
      "memory that is kept of no node": {
        build: kubelet({ memoryManagerPolicy: "Static" }),
        at,
        got: "kubelet memoryManagerPolicy Static without reservedMemory",
        want: "reservedMemory beside it",
      },
    },
    legal: {
      "memory that is kept of a node": kubelet({
        memoryManagerPolicy: "Static",
        reservedMemory: [{ numaNode: 0, limits: { memory: "1Gi" } }],
      }),
      "no memory manager": kubelet({ memoryManagerPolicy: "None" }),
    },
    unknown: {
      "memory that only Terraform knows": {
        build: kubeletOf((stack) => ({
          memoryManagerPolicy: "Static",
          reservedMemory: [{ numaNode: 0, limits: { memory: textToken(stack) } }],
        })),
        limit: "silent",
      },
    },
  },
  "kubelet-reserved-memory-sum": {
    violating: {
      "less than is kept": {
        build: kubelet({
          memoryManagerPolicy: "Static",
          reservedMemory: [{ numaNode: 0, limits: { memory: "2Gi" } }],
          kubeReserved: { memory: "1Gi" },
          systemReserved: { memory: "1Gi" },
          evictionHard: { "memory.available": "300Mi" },
        }),
        at,
        got: "kubelet reservedMemory of 2048 MiB in sum",
        want: "2348 MiB",
      },
    },
    legal: {
      "as much as is kept": kubelet({
        memoryManagerPolicy: "Static",
        reservedMemory: [
          { numaNode: 0, limits: { memory: "2Gi" } },
          { numaNode: 1, limits: { memory: "300Mi" } },
        ],
        kubeReserved: { memory: "1Gi" },
        systemReserved: { memory: "1024Mi" },
        evictionHard: { "memory.available": "300Mi" },
      }),
      "a threshold that is a percentage": kubelet({
        memoryManagerPolicy: "Static",
        reservedMemory: [{ numaNode: 0, limits: { memory: "2Gi" } }],
        kubeReserved: { memory: "1Gi" },
        systemReserved: { memory: "1Gi" },
        evictionHard: { "memory.available": "5%" },
      }),
    },
    unknown: {
      "memory that only Terraform knows": {
        build: kubeletOf((stack) => ({
          memoryManagerPolicy: "Static",
          reservedMemory: [{ numaNode: 0, limits: { memory: "2Gi" } }],
          kubeReserved: { memory: textToken(stack) },
          systemReserved: { memory: "1Gi" },
          evictionHard: { "memory.available": "300Mi" },
        })),
        limit: "silent",
      },
    },
  },
  "kubelet-reserved-memory-once": {
    violating: {
      "a NUMA node twice": {
        build: kubelet({
          reservedMemory: [
            { numaNode: 0, limits: { memory: "1Gi" } },
            { numaNode: 0, limits: { memory: "2Gi" } },
          ],
        }),
        at,
        got: "kubelet reservedMemory of NUMA node 0: memory twice",
        want: "once",
      },
      "CPUs of a NUMA node": {
        build: kubelet({ reservedMemory: [{ numaNode: 0, limits: { cpu: "1" } }] }),
        at,
        got: "kubelet reservedMemory of NUMA node 0: cpu",
        want: "memory, hugepages-2Mi or hugepages-1Gi",
      },
      "no memory": {
        build: kubelet({ reservedMemory: [{ numaNode: 1, limits: { memory: "0" } }] }),
        at,
        got: 'kubelet reservedMemory of NUMA node 1: memory "0"',
        want: "an amount above 0",
      },
      "a node before the first": {
        build: kubelet({ reservedMemory: [{ numaNode: -1, limits: { memory: "1Gi" } }] }),
        at,
        got: "kubelet reservedMemory of NUMA node -1",
        want: "a whole number from 0",
      },
    },
    legal: {
      "two nodes, and huge pages": kubelet({
        reservedMemory: [
          { numaNode: 0, limits: { memory: "1Gi", "hugepages-2Mi": "64Mi" } },
          { numaNode: 1, limits: { memory: "1Gi" } },
        ],
      }),
    },
    unknown: {
      "a node that only Terraform knows": {
        build: kubeletOf((stack) => ({
          reservedMemory: [{ numaNode: numberToken(stack), limits: { memory: "1Gi" } }],
        })),
        limit: "silent",
      },
    },
  },
  "kubelet-static-cpus": {
    violating: {
      "CPUs that Pods keep, and none that the kubelet does": {
        build: kubelet({
          cpuManagerPolicy: "static",
          kubeReserved: { memory: "1Gi" },
          systemReserved: { memory: "1Gi", cpu: "0" },
        }),
        at,
        got: "static CPUs, with kubeReserved and systemReserved without CPUs",
        want: "CPUs in one of them",
      },
      "CPUs that Pods of new nodes keep": {
        build: kubelet(
          { kubeReserved: { pid: "1000" }, systemReserved: { memory: "1Gi" } },
          { cpuPolicy: "static" },
        ),
        at,
        got: "static CPUs, with kubeReserved and systemReserved without CPUs",
        want: "CPUs in one of them",
      },
    },
    legal: {
      "CPUs in one of them": kubelet({
        cpuManagerPolicy: "static",
        kubeReserved: { cpu: "500m" },
        systemReserved: { memory: "1Gi" },
      }),
      "what ACK keeps": kubelet({
        cpuManagerPolicy: "static",
        kubeReserved: { memory: "1Gi" },
        systemReserved: {},
      }),
      "no CPUs that Pods keep": kubelet({
        kubeReserved: { memory: "1Gi" },
        systemReserved: { memory: "1Gi" },
      }),
    },
    unknown: {
      "CPUs that only Terraform knows": {
        build: kubeletOf((stack) => ({
          cpuManagerPolicy: "static",
          kubeReserved: { cpu: textToken(stack) },
          systemReserved: { memory: "1Gi" },
        })),
        limit: "silent",
      },
    },
  },
  "kubelet-reserved-fits": {
    violating: {
      "more CPUs than there are": {
        build: kubelet({ kubeReserved: { cpu: "2" }, systemReserved: { cpu: "2500m" } }),
        at,
        got: "kubeReserved and systemReserved of 4.5 CPUs",
        want: "4, what ecs.g7.xlarge has, at most",
      },
      "more memory than there is": {
        build: kubelet({ kubeReserved: { memory: "17Gi" } }),
        at,
        got: "kubeReserved and systemReserved of 17 GiB of memory",
        want: "16, what ecs.g7.xlarge has, at most",
      },
    },
    legal: {
      "what there is": kubelet({ kubeReserved: { cpu: "2", memory: "8Gi" }, systemReserved: { cpu: "2" } }),
    },
    unknown: {
      "an amount that only Terraform knows": {
        build: kubeletOf((stack) => ({ kubeReserved: { cpu: textToken(stack) } })),
        limit: "silent",
      },
    },
  },
};
