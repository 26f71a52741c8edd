import type { KubeletConfiguration } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { numberToken, poolOptions, proCluster, testStack, textToken } from "../support/stacks";

/** The block of a pool with such kubelets. */
function blockOf(kubelet: KubeletConfiguration | undefined): unknown {
  const stack = testStack();
  proCluster(stack).addNodePool("workers", poolOptions({ kubelet }));
  return synthesize(stack).resource("alicloud_cs_kubernetes_node_pool")["kubelet_configuration"];
}

describe("the kubelets of a pool", () => {
  test("have a block with every setting, and numbers and switches as the text that the provider takes", () => {
    const kubelet: Required<KubeletConfiguration> = {
      registryPullQps: 10,
      registryBurst: 20,
      serializeImagePulls: false,
      eventRecordQps: 10,
      eventBurst: 20,
      kubeApiQps: 50,
      kubeApiBurst: 100,
      maxPods: 64,
      podPidsLimit: -1,
      readOnlyPort: 0,
      kubeReserved: { cpu: "500m", memory: "1Gi" },
      systemReserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi", pid: "1000" },
      evictionHard: { "memory.available": "300Mi", "nodefs.inodesFree": "5%" },
      evictionSoft: { "imagefs.available": "20%" },
      evictionSoftGracePeriod: { "imagefs.available": "5m" },
      imageGcHighThresholdPercent: 85,
      imageGcLowThresholdPercent: 80,
      containerLogMaxSize: "200Mi",
      containerLogMaxFiles: 3,
      containerLogMaxWorkers: 2,
      containerLogMonitorInterval: "10s",
      cpuCfsQuota: true,
      cpuCfsQuotaPeriod: "10ms",
      cpuManagerPolicy: "static",
      memoryManagerPolicy: "Static",
      topologyManagerPolicy: "single-numa-node",
      reservedMemory: [{ numaNode: 0, limits: { memory: "2348Mi" } }],
      allowedUnsafeSysctls: ["net.ipv4.route.min_pmtu"],
      clusterDns: ["169.254.20.10"],
      featureGates: { CustomCPUCFSQuotaPeriod: true },
      tracing: { endpoint: "localhost:4317", samplingRatePerMillion: 100 },
    };
    expect(blockOf(kubelet)).toEqual({
      registry_pull_qps: "10",
      registry_burst: "20",
      serialize_image_pulls: "false",
      event_record_qps: "10",
      event_burst: "20",
      kube_api_qps: "50",
      kube_api_burst: "100",
      max_pods: "64",
      pod_pids_limit: "-1",
      read_only_port: "0",
      kube_reserved: { cpu: "500m", memory: "1Gi" },
      system_reserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi", pid: "1000" },
      eviction_hard: { "memory.available": "300Mi", "nodefs.inodesFree": "5%" },
      eviction_soft: { "imagefs.available": "20%" },
      eviction_soft_grace_period: { "imagefs.available": "5m" },
      image_gc_high_threshold_percent: "85",
      image_gc_low_threshold_percent: "80",
      container_log_max_size: "200Mi",
      container_log_max_files: "3",
      container_log_max_workers: "2",
      container_log_monitor_interval: "10s",
      cpu_cfs_quota: "true",
      cpu_cfs_quota_period: "10ms",
      cpu_manager_policy: "static",
      memory_manager_policy: "Static",
      topology_manager_policy: "single-numa-node",
      reserved_memory: [{ numa_node: 0, limits: { memory: "2348Mi" } }],
      allowed_unsafe_sysctls: ["net.ipv4.route.min_pmtu"],
      cluster_dns: ["169.254.20.10"],
      feature_gates: { CustomCPUCFSQuotaPeriod: true },
      tracing: { endpoint: "localhost:4317", sampling_rate_per_million: "100" },
    });
  });

  test("of the provider's own example are what its example has", () => {
    const kubelet: KubeletConfiguration = {
      ...{ registryPullQps: 10, registryBurst: 5, eventRecordQps: 10, eventBurst: 10 },
      serializeImagePulls: true,
      evictionHard: { "memory.available": "1024Mi", "nodefs.available": "10%", "imagefs.available": "10%" },
      systemReserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi" },
      kubeReserved: { cpu: "500m", memory: "1Gi" },
      ...{ containerLogMaxSize: "200Mi", containerLogMaxFiles: 3, maxPods: 100, readOnlyPort: 0 },
      allowedUnsafeSysctls: ["net.ipv4.route.min_pmtu"],
    };
    expect(blockOf(kubelet)).toMatchObject({
      registry_pull_qps: "10",
      registry_burst: "5",
      serialize_image_pulls: "true",
      system_reserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi" },
      container_log_max_files: "3",
      max_pods: "100",
      read_only_port: "0",
    });
  });

  test.each<[string, KubeletConfiguration | undefined]>([
    ["no settings", undefined],
    ["an empty object", {}],
    [
      "empty maps and lists",
      {
        kubeReserved: {},
        evictionHard: {},
        clusterDns: [],
        reservedMemory: [],
        featureGates: {},
        tracing: {},
      },
    ],
    ["settings that are undefined", { maxPods: undefined, kubeReserved: { cpu: undefined } }],
  ])("have no block for %s", (_name, kubelet) => {
    expect(blockOf(kubelet)).toBeUndefined();
  });

  test("take what only Terraform knows", () => {
    const stack = testStack();
    const kubelet = { maxPods: numberToken(stack), kubeReserved: { memory: textToken(stack) } };
    proCluster(stack).addNodePool("workers", poolOptions({ kubelet }));
    const { kubelet_configuration: block } = synthesize(stack).resource("alicloud_cs_kubernetes_node_pool");
    expect(block).toEqual({
      max_pods: expect.stringMatching(/^\$\{.+\}$/),
      kube_reserved: { memory: expect.stringMatching(/^\$\{.+\}$/) },
    });
  });
});
