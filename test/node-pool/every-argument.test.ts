import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  Billing,
  Capacity,
  ContainerRuntime,
  Disk,
  ImageType,
  InstanceSelection,
  Login,
  MultiAzPolicy,
  PrivatePool,
  type NodePoolOptions,
} from "cdktf-ack";
import { proCluster, testStack } from "../support/stacks";
import { poolArgumentNames } from "./provider-pool";

/** What no prop writes, and why. */
const leftOut: Readonly<Record<string, string>> = {
  "auto_mode.enabled": "ACK makes the pools of auto mode by itself, beside a cluster with autoMode",
  cis_enabled: "deprecated for security_hardening_os",
  force_delete: "a pool goes with its nodes, as Terraform users expect",
  id: "in the state alone",
  keep_instance_name: "instances keep their names by default, and false is never sent",
  kms_encrypted_password: "a change of it alone does nothing; passwords come from sensitive variables",
  kms_encryption_context: "of kms_encrypted_password",
  "kubelet_configuration.server_tls_bootstrap": "neither sent nor read",
  "management.surge": "deprecated",
  "management.surge_percentage": "deprecated",
  name: "deprecated for node_pool_name",
  node_count: "deprecated for desired_size",
  platform: "deprecated for image_type",
  "rollout_policy.max_unavailable": "removed for rolling_policy",
  security_group_id: "deprecated for security_group_ids",
};

const everyDisk = {
  sizeGiB: 120,
  encrypted: true,
  kmsKeyId: "key-1",
  snapshotPolicyId: "sp-1",
  provisionedIops: 100,
  bursting: true,
};
const numbers = { min: 1, max: 2 };

/** Pools that set every prop between them, whether or not ACK takes the props together. */
const pools: Readonly<Record<string, (stack: TerraformStack) => Partial<NodePoolOptions>>> = {
  fixed: () => ({
    imageType: ImageType.custom("m-bp1example"),
    login: Login.keyPair("ops", { asNonRoot: true }),
    systemDisk: { disk: Disk.essdAutoPl(everyDisk), fallbacks: ["cloud_ssd"], encryptAlgorithm: "aes-256" },
    dataDisks: [
      { disk: Disk.essd({ sizeGiB: 120, performanceLevel: "PL1" }), mount: { target: "/mnt/logs" } },
      { disk: Disk.essdAutoPl(everyDisk), name: "images", device: "/dev/xvdc", snapshotId: "s-1" },
    ],
    runtime: ContainerRuntime.containerd({
      version: "2.1.5",
      registryMirrors: ["https://mirror.example.com"],
      insecureRegistries: ["registry.example.com"],
      maxConcurrentDownloads: 5,
      ignoreImageDefinedVolume: true,
      limitCore: 0,
      limitNoFile: 1024,
      limitMemLock: 65_536,
    }),
    kubelet: {
      registryPullQps: 5,
      registryBurst: 10,
      serializeImagePulls: true,
      eventRecordQps: 5,
      eventBurst: 10,
      kubeApiQps: 50,
      kubeApiBurst: 100,
      maxPods: 64,
      podPidsLimit: 1024,
      readOnlyPort: 0,
      kubeReserved: { cpu: "100m" },
      systemReserved: { cpu: "100m" },
      evictionHard: { "pid.available": "10%" },
      evictionSoft: { "pid.available": "20%" },
      evictionSoftGracePeriod: { "pid.available": "90s" },
      imageGcHighThresholdPercent: 85,
      imageGcLowThresholdPercent: 80,
      containerLogMaxSize: "10Mi",
      containerLogMaxFiles: 5,
      containerLogMaxWorkers: 1,
      containerLogMonitorInterval: "10s",
      cpuCfsQuota: true,
      cpuCfsQuotaPeriod: "100ms",
      cpuManagerPolicy: "none",
      memoryManagerPolicy: "None",
      topologyManagerPolicy: "none",
      reservedMemory: [{ numaNode: 0, limits: { memory: "1Gi" } }],
      allowedUnsafeSysctls: ["net.core.somaxconn"],
      clusterDns: ["169.254.20.10"],
      featureGates: { CustomCPUCFSQuotaPeriod: true },
      tracing: { endpoint: "localhost:4317", samplingRatePerMillion: 100 },
    },
    rollingPolicy: { maxParallelism: 1, batchInterval: 1, pausePolicy: "NotPause", nodeNames: ["shop-1"] },
    upgrade: { kubernetesVersion: "1.35.2-aliyun.1", image: true, runtime: true, useReplace: true },
    osHardening: "ack",
    confidentialComputing: true,
    instanceMetadata: "required",
    billing: Billing.subscription({ months: 1, renewMonths: 1 }),
    publicIp: { bandwidthMbps: 5 },
    privatePool: PrivatePool.target("eap-1"),
    cpuPolicy: "static",
    deploymentSetId: "ds-1",
    labels: { team: "shop" },
    nodeNames: { prefix: "shop-", suffix: "-x" },
    preUserData: "#!/bin/sh\n",
    ramRoleName: "shop",
    rdsInstanceIds: ["rm-1"],
    resourceGroupId: "rg-1",
    securityGroupIds: ["sg-1"],
    tags: { team: "shop" },
    taints: [{ key: "team", value: "shop", effect: "NoSchedule" }],
    timeouts: { create: "1h", update: "1h", delete: "1h" },
    unschedulable: true,
    updateNodes: true,
    userData: "#!/bin/sh\n",
    management: {
      autoRepair: { restartNodes: true },
      autoUpgrade: { kubelet: true },
      autoVulFix: { restartNodes: true, levels: ["asap"] },
      maxUnavailable: 1,
    },
  }),
  autoscaled: () => ({
    capacity: Capacity.autoscale({ ...numbers, scalingPolicy: "release", eip: { bandwidthMbps: 5 } }),
    instances: InstanceSelection.patterns({
      familyLevel: "EnterpriseLevel",
      architecture: "X86",
      categories: ["General-purpose"],
      families: ["ecs.g7"],
      excludedTypes: ["ecs.c6*"],
      vcpus: 4,
      memoryGiB: 16,
    }),
    systemDisk: Disk.essd({ sizeGiB: 120, performanceLevel: "PL1" }),
    osHardening: "mlps",
    billing: Billing.spot({ maxPrices: { "ecs.g7.xlarge": 0.5 }, replaceReclaimed: true }),
    multiAzPolicy: MultiAzPolicy.costOptimized({
      onDemandBase: 0,
      onDemandPercentage: 20,
      spotPools: 2,
      compensateWithOnDemand: true,
    }),
  }),
  lingjun: () => ({ instances: InstanceSelection.lingjun({ clusterId: "i-1", groupId: "i-2" }) }),
  ranges: (stack) => ({
    capacity: Capacity.existing(["i-1"], { formatDisks: true }),
    instances: InstanceSelection.patterns({
      familyLevel: "EnterpriseLevel",
      vcpus: numbers,
      memoryGiB: numbers,
    }),
    login: Login.password(new TerraformVariable(stack, "password", { type: "string", sensitive: true })),
  }),
};

/** The arguments that are set in a block, those of blocks in it behind their names. */
function namesIn(value: unknown, path: string): readonly string[] {
  if (value === undefined) {
    return [];
  }
  if (Array.isArray(value)) {
    return [path, ...value.flatMap((member) => namesIn(member, path))];
  }
  return typeof value === "object" && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => namesIn(inner, `${path}.${key}`))]
    : [path];
}

test("every argument of a pool that can be given is written by a prop, or left out for a reason", () => {
  const stack = testStack();
  const cluster = proCluster(stack);
  const written = new Set(
    Object.entries(pools).flatMap(([id, options]) => {
      const { resource } = cluster.addNodePool(id, {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(3),
        ...options(stack),
      });
      const blocks = resource.toTerraform() as {
        readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
      };
      return Object.values(blocks.resource)
        .flatMap((byId) => Object.values(byId))
        .flatMap((block) => Object.entries(block))
        .flatMap(([name, value]) => namesIn(value, name));
    }),
  );
  const missing = poolArgumentNames.filter((name) => !written.has(name));
  expect(missing.sort()).toEqual(Object.keys(leftOut).sort());
});
