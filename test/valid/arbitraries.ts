import {
  Billing,
  Capacity,
  ClusterSecurityGroup,
  ContainerRuntime,
  Disk,
  EdgeNodeNames,
  Gpu,
  GpuDriver,
  ImageType,
  InstanceSelection,
  Login,
  MultiAzPolicy,
  Placement,
  PrivatePool,
  ProTier,
  RemovalPolicy,
  type EdgeNodeAccess,
  type NodePoolOptions,
} from "cdktf-ack";
import * as fc from "fast-check";
import { alsoGenerated, props } from "./props";

// What ACK takes today, from its documentation, the schema and the code of the provider, and tables of products. Nothing here
// is read from the limits of this library: they are what is on trial.

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const of = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const count = (min: number, max: number) => fc.integer({ min, max });
const id = (prefix: string) => fc.stringMatching(/^[a-z0-9]{6,10}$/).map((tail) => `${prefix}${tail}`);

/** A region, and zones in it. */
export const places = of(
  { region: "cn-hangzhou", zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"] },
  { region: "cn-beijing", zones: ["cn-beijing-f", "cn-beijing-g", "cn-beijing-l"] },
  { region: "ap-southeast-1", zones: ["ap-southeast-1a", "ap-southeast-1b", "ap-southeast-1c"] },
  { region: "eu-central-1", zones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"] },
);

/** 1.31 to 1.35: what ACK offered in 2026. */
const versions = of(
  "1.31.9-aliyun.1",
  "1.32.7-aliyun.1",
  "1.33.3-aliyun.1",
  "1.34.1-aliyun.1",
  "1.35.2-aliyun.1",
);

const tagKey = of("team", "Cost-Center", "环境", "owner:mail", "a/b.c_d", "k".repeat(128));
const tags = fc.dictionary(tagKey, of("shop", "", "产品", "a b", "v".repeat(128)), { maxKeys: 6 });
const clusterTags = fc.dictionary(of("team", "unit", "环境"), of("shop", "产品", "x-1"), { maxKeys: 3 });
const timeouts = props("Timeouts", {}, { create: of("90m", "2h"), update: of("1h30m"), delete: of("60m") });
const removalPolicy = of(RemovalPolicy.PROTECT, RemovalPolicy.DESTROY);
const resourceGroupId = id("rg-");

// Networks.

const surroundings = {
  peerCidrs: of([], ["192.168.128.0/20"]),
  onPremisesCidrs: of([], ["192.168.144.0/20"]),
  customRouteEntries: of(0, 2),
};

const vpcOptions = {
  ...surroundings,
  secondaryCidrs: of([], ["192.168.192.0/20"]),
  ipv6: of(false, true),
  name: of("shop", "net-1"),
  description: of("addresses of the shop"),
  resourceGroupId,
  tags,
  timeouts,
};

/** Private ranges of all three kinds. Services are elsewhere by themselves. */
const cidr = of("10.0.0.0/8", "10.0.0.0/16", "10.32.0.0/12", "172.16.0.0/16");

export const terwayNetworks = props(
  "TerwayNetworkOptions",
  { zones: count(1, 3) },
  {
    serviceCidr: of("172.23.0.0/16", "172.24.0.0/20"),
    nodesPerZone: of(10, 100),
    podsPerZone: of(100, 1000),
    slots: of(4, 8, 16),
    dataPathV2: fc.boolean(),
    networkPolicy: fc.boolean(),
    trunkEni: fc.boolean(),
    dualStack: of(false, true),
    tags,
    firstIpv6Block: of(0, 64),
  },
);
alsoGenerated("TerwayNetworkOptions", "nodeRange", "podRange");

export const flannelNetworks = props(
  "FlannelNetworkOptions",
  { zones: count(1, 3) },
  {
    podCidr: of("172.28.0.0/15", "172.30.0.0/16"),
    serviceCidr: of("172.23.0.0/16", "172.24.0.0/20"),
    nodeCidrMask: of(24, 25, 26),
    tags,
    nodesPerZone: of(10, 100),
    slots: of(4, 8, 16),
  },
);
alsoGenerated("FlannelNetworkOptions", "nodeRange");

export const serverlessNetworks = props(
  "ServerlessNetworkOptions",
  { zones: count(1, 3) },
  { tags, serviceCidr: of("172.23.0.0/16"), podsPerZone: of(100, 1000), slots: of(4, 8, 16) },
);
alsoGenerated("ServerlessNetworkOptions", "podRange");

export const vpcs = props("VpcProps", { cidr }, vpcOptions);
export const egresses = of("nat gateway", "own gateway", "by ACK", "existing", "table", "none");
export const natGateways = props("NatGatewayProps", {}, { tags, bandwidth: of(1, 100, 200) });
alsoGenerated("NatGatewayProps", "vpc", "zone", "vswitchCidr");

// Clusters.

const weekdays = fc.uniqueArray(of("Monday", "Wednesday", "Saturday", "Sunday"), { minLength: 1 });

/** A window, in which ACK upgrades the cluster or not. */
const maintenanceWindow = props(
  "MaintenanceWindow",
  { start: of("2026-01-05T01:00:00.000+08:00", "2026-11-01T22:30:00Z"), hours: count(1, 24) },
  { weekdays, autoUpgrade: of("patch", "stable", "rapid") },
);

const onDelete = props(
  "OnDelete",
  {},
  {
    loadBalancers: of("delete", "retain"),
    applicationLoadBalancers: of("delete", "retain"),
    logs: of("delete", "retain"),
    controlPlaneLogs: of("delete", "retain"),
    privateZones: of("delete", "retain"),
    retainResources: of([], ["lb-bp1abcdef", "sg-bp1abcdef"]),
  },
);

const creationAddon = props(
  "CreationAddon",
  {
    name: of(
      "logtail-ds",
      "nginx-ingress-controller",
      "arms-prometheus",
      "ack-node-problem-detector",
      "metrics-server",
      "coredns",
      "ack-node-local-dns",
    ),
  },
  { version: of("v1.9.2.0-0123abc-aliyun") },
);
alsoGenerated("CreationAddon", "config", "disabled");

const addons = fc.uniqueArray(creationAddon, { maxLength: 4, selector: ({ name }) => name });

const sharedCluster = {
  publicApiServer: fc.boolean(),
  apiServerSans: of([], ["api.shop.example", "192.168.0.10"]),
  clusterDomain: of("cluster.local", "shop.local"),
  securityGroup: of(
    ClusterSecurityGroup.enterprise(),
    ClusterSecurityGroup.basic(),
    ClusterSecurityGroup.existing("sg-bp1abcdefgh"),
  ),
  serviceAccountTokens: props(
    "ServiceAccountTokens",
    {
      issuer: of("https://kubernetes.default.svc", "https://oidc.shop.example"),
      audiences: of(["https://kubernetes.default.svc"], ["sts", "shop"]),
    },
    {},
  ),
  timezone: of("Asia/Shanghai", "Europe/Berlin", "UTC"),
  removalPolicy,
  onDelete,
  resourceGroupId,
  tags: clusterTags,
  timeouts,
  addons,
};

const hosted = {
  ...sharedCluster,
  maintenanceWindow,
  controlPlaneLogs: props(
    "ControlPlaneLogs",
    {},
    {
      components: fc.uniqueArray(
        of("apiserver", "kcm", "scheduler", "ccm", "controlplane-events", "alb", "ack-goatscaler", "coredns"),
        { minLength: 1 },
      ),
      retentionDays: of(1, 30, 3650),
      project: of("k8s-log-shop"),
    },
  ),
  auditLog: props("AuditLog", {}, { project: of("k8s-audit-shop") }),
  apiServer: props(
    "ApiServerEndpoints",
    {},
    {
      privateLoadBalancerId: of("lb-bp1abcdef", "nlb-abcdefgh"),
      internalDns: props("ApiServerInternalDns", { enabled: of(false) }, { vpcIds: of(["vpc-bp1abcdef"]) }),
    },
  ),
};
alsoGenerated("ApiServerEndpoints", "publicLoadBalancerId");

const names = of("shop", "shop-prod-1", "1-shop", "集群-生产", "A".repeat(63));
const nodeSettings = { proxyMode: of("ipvs", "iptables"), upgradeControlPlaneOnly: fc.boolean() };

const encryption = props(
  "SecretKmsEncryptionProps",
  {},
  {
    description: of("Secrets of the shop"),
    pendingWindowDays: of(7, 30, 366),
    rotationDays: of(7, 365, 730),
    kmsInstanceId: of("kst-hzz62ee817bvyyr5x****"),
    removalPolicy,
    tags,
  },
);

export const proClusters = props(
  "ProClusterProps",
  { name: names },
  {
    ...hosted,
    ...nodeSettings,
    version: versions,
    rrsa: fc.boolean(),
    tier: of(ProTier.SMALL, ProTier.XLARGE, ProTier.XLARGE_2, ProTier.XLARGE_4),
    secretEncryption: fc.oneof(encryption, of("disabled" as const)),
    autoMode: of(false),
  },
);
alsoGenerated("ProClusterProps", "network");

export const managedClusters = props(
  "ManagedClusterProps",
  { name: names },
  { ...hosted, ...nodeSettings, version: versions, rrsa: fc.boolean() },
);
alsoGenerated("ManagedClusterProps", "network");

export const edgeClusters = props(
  "EdgeClusterProps",
  { name: names },
  { ...hosted, ...nodeSettings, version: versions, edition: of("standard", "pro") },
);
alsoGenerated("EdgeClusterProps", "network");

export const serverlessClusters = props(
  "ServerlessClusterProps",
  { name: names },
  {
    ...hosted,
    version: versions,
    edition: of("standard", "pro"),
    serviceDiscovery: of("coredns", "none"),
    rrsa: fc.boolean(),
  },
);
alsoGenerated("ServerlessClusterProps", "network");

export const acsClusters = props(
  "AcsClusterProps",
  { name: names },
  { ...hosted, version: versions, rrsa: fc.boolean() },
);
alsoGenerated("AcsClusterProps", "network");

const master = of("ecs.g7.xlarge", "ecs.c7.2xlarge");
export const dedicatedClusters = props(
  "DedicatedClusterProps",
  {
    name: names,
    masters: props(
      "Masters",
      {
        instanceTypes: fc.oneof(
          fc.tuple(master, master, master),
          fc.tuple(master, master, master, master, master),
        ),
        login: of(Login.keyPair("ops")),
      },
      {
        platform: of("AliyunLinux3"),
        systemDisk: of(
          Disk.essd({ sizeGiB: 40 }),
          Disk.essd({ sizeGiB: 500, performanceLevel: "PL2" }),
          Disk.ssd({ sizeGiB: 120 }),
          Disk.efficiency({ sizeGiB: 200 }),
        ),
        subscription: props(
          "MasterSubscription",
          { months: of(1, 9, 12, 60) },
          { renewMonths: of(1, 2, 3, 6, 12) },
        ),
      },
    ),
  },
  { ...sharedCluster, proxyMode: of("ipvs", "iptables"), version: of("1.22.15-aliyun.1", "1.30.7-aliyun.1") },
);
alsoGenerated("DedicatedClusterProps", "network");
alsoGenerated("Masters", "sshFromInternet");

// Node pools.

const essd = of(
  Disk.essd({ sizeGiB: 40 }),
  Disk.essd({ sizeGiB: 120, performanceLevel: "PL0" }),
  Disk.essd({ sizeGiB: 500, performanceLevel: "PL2", encrypted: true }),
  Disk.essd({ sizeGiB: 1500, performanceLevel: "PL3", encrypted: true, kmsKeyId: "key-hzz62f1cb66fa42q" }),
  Disk.essdAutoPl({ sizeGiB: 200, provisionedIops: 1000, bursting: true }),
  Disk.essdAutoPl({ sizeGiB: 64 }),
  Disk.efficiency({ sizeGiB: 120 }),
  Disk.ssd({ sizeGiB: 120, snapshotPolicyId: "sp-bp1a" }),
);
const diskProps = ["sizeGiB", "encrypted", "kmsKeyId", "snapshotPolicyId"];
alsoGenerated("EssdOptions", ...diskProps, "performanceLevel");
alsoGenerated("EssdAutoPlOptions", ...diskProps, "provisionedIops", "bursting");

const systemDisk = fc.oneof(
  essd,
  props(
    "SystemDisk",
    { disk: of(Disk.essd({ sizeGiB: 120, encrypted: true })) },
    {
      fallbacks: of([], ["cloud_auto", "cloud_ssd"], ["cloud_efficiency"]),
      encryptAlgorithm: of("aes-256"),
    },
  ),
);

const snapshotId = of("s-bp1abcdefghij");
const dataDisks = fc.array(
  fc.oneof(
    essd,
    of(Disk.essd({ sizeGiB: 32_767 }), Disk.elasticEphemeral("standard", { sizeGiB: 64 })),
    props("UnmountedDataDisk", { disk: essd }, { name: of("logs", "日志盘"), snapshotId }),
  ),
  { maxLength: 3 },
);
const mountedDisks = fc.tuple(
  props(
    "MountedDataDisk",
    { disk: essd, mount: props("DiskMount", { target: of("/mnt/logs") }, { fileSystem: of("ext4", "xfs") }) },
    { snapshotId, device: of("/dev/xvdb") },
  ),
  props("UnmountedDataDisk", { disk: essd }, { device: of("/dev/xvdc") }),
);

const labels = fc.dictionary(
  of("team", "example.com/tier", "node.example.com/a_b.c", "app.kubernetes.io/part-of"),
  of("", "shop", "1.2.3", "A_b-c", "v".repeat(63)),
  { maxKeys: 4 },
);
const taints = fc.uniqueArray(
  props(
    "Taint",
    { key: of("dedicated", "example.com/gpu"), effect: of("NoSchedule", "NoExecute", "PreferNoSchedule") },
    { value: of("", "gpu", "batch") },
  ),
  { maxLength: 3, selector: ({ key, effect }) => `${key}:${effect}` },
);

const address = props(
  "NodeAddress",
  { bandwidthMbps: of(1, 5, 100) },
  { internetChargeType: of("PayByTraffic", "PayByBandwidth") },
);

const autoscaling = props(
  "AutoscaleBounds",
  { min: count(0, 5), max: count(5, 25) },
  { type: of("cpu"), scalingPolicy: of("release", "recycle") },
).map((bounds) => Capacity.autoscale(bounds));
alsoGenerated("AutoscaleBounds", "eip");

const capacity = fc.oneof(
  count(0, 20).map((nodes) => Capacity.fixed(nodes)),
  autoscaling,
);

const billing = fc.oneof(
  of(Billing.payAsYouGo(), Billing.spot()),
  props("SubscriptionOptions", { months: of(1, 2, 3, 6, 12) }, { renewMonths: of(1, 2, 3, 6, 12) }).map(
    (options) => Billing.subscription(options),
  ),
);
alsoGenerated("SpotOptions", "maxPrices", "replaceReclaimed");

const containerd = {
  version: of("1.6.20", "2.1.5"),
  registryMirrors: of([], ["https://mirror.example.com", "http://10.0.0.1:5000"]),
  insecureRegistries: of([], ["registry.example.com:5000"]),
  maxConcurrentDownloads: of(1, 20),
  ignoreImageDefinedVolume: fc.boolean(),
  limitCore: of(0, Number.MAX_SAFE_INTEGER),
  limitNoFile: of(1024, 1_048_576),
  limitMemLock: of(65_536, Number.MAX_SAFE_INTEGER),
};

/** What any pool may have, whatever its nodes are. */
/** Kubelets as ACK and Kubernetes take them; what needs another setting comes with it. */
const kubelet = fc
  .tuple(
    props(
      "KubeletConfiguration",
      {},
      {
        registryPullQps: of(0, 5, 20),
        registryBurst: of(0, 10, 40),
        serializeImagePulls: fc.boolean(),
        eventRecordQps: of(1, 5, 50),
        eventBurst: of(50, 100),
        kubeApiQps: of(5, 50),
        kubeApiBurst: of(10, 100),
        maxPods: of(15, 64, 110),
        podPidsLimit: of(-1, 100, 16_384),
        readOnlyPort: of(0, 10_255),
        kubeReserved: of({ cpu: "100m", memory: "0.25Gi" }, { memory: "256Mi", pid: "1000" }),
        systemReserved: of({ cpu: "0.1" }, { memory: "250M", "ephemeral-storage": "1Gi" }),
        evictionHard: of(
          { "memory.available": "300Mi", "nodefs.available": "10%" },
          { "nodefs.inodesFree": "5%", "imagefs.available": "15%", "pid.available": "1000" },
        ),
        imageGcHighThresholdPercent: of(85, 100),
        imageGcLowThresholdPercent: of(0, 80),
        containerLogMaxSize: of("10Mi", "1Gi"),
        containerLogMaxFiles: of(2, 10),
        containerLogMaxWorkers: of(1, 4),
        containerLogMonitorInterval: of("3s", "1m30s"),
        cpuCfsQuota: fc.boolean(),
        topologyManagerPolicy: of("none", "best-effort", "restricted", "single-numa-node"),
        allowedUnsafeSysctls: of(["net.core.somaxconn"], ["kernel.shm*", "kernel.sem", "fs.mqueue.msg_max"]),
        clusterDns: of(["169.254.20.10"], ["169.254.20.10", "172.21.0.10"]),
        tracing: props(
          "KubeletTracing",
          {},
          { endpoint: of("localhost:4317"), samplingRatePerMillion: of(0, 1_000_000) },
        ),
      },
    ),
    of(
      {},
      {
        evictionSoft: { "memory.available": "10%", "imagefs.inodesFree": "10%" },
        evictionSoftGracePeriod: { "memory.available": "90s", "imagefs.inodesFree": "2m" },
      },
      { cpuCfsQuotaPeriod: "5ms", featureGates: { CustomCPUCFSQuotaPeriod: true } },
      {
        memoryManagerPolicy: "Static",
        reservedMemory: [{ numaNode: 0, limits: { memory: "812Mi" } }],
        kubeReserved: { memory: "256Mi" },
        systemReserved: { memory: "256Mi" },
        evictionHard: { "memory.available": "300Mi" },
      },
    ),
  )
  .map(([some, together]) => ({ ...some, ...together }));
alsoGenerated(
  "KubeletConfiguration",
  ...["cpuManagerPolicy", "cpuCfsQuotaPeriod", "evictionSoft", "evictionSoftGracePeriod", "featureGates"],
  ...["memoryManagerPolicy", "reservedMemory"],
);

const anyPool = {
  kubelet,
  rollingPolicy: props(
    "RollingPolicy",
    {},
    {
      maxParallelism: of(1, 10),
      batchInterval: of(5, 30),
      pausePolicy: of("FirstBatch", "EveryBatch", "NotPause"),
      nodeNames: of(["cn-hangzhou.10.0.0.7"]),
    },
  ),
  updateNodes: fc.boolean(),
  name: of("workers", "pool-1", "节点池", "n".repeat(63)),
  placement: of(Placement.everywhere()),
  multiAzPolicy: of(MultiAzPolicy.PRIORITY, MultiAzPolicy.BALANCE, MultiAzPolicy.costOptimized()),
  systemDisk,
  labels,
  taints,
  cpuPolicy: of("none", "static"),
  nodeNames: props("NodeNames", { prefix: of("shop-", "a", "shop.") }, { suffix: of("-x", ".example.com") }),
  preUserData: of("#!/bin/sh\ntimedatectl set-timezone UTC\n"),
  rdsInstanceIds: of([], ["rm-bp1abcdef", "pgm-bp1abcdef"]),
  userData: of("#!/bin/sh\necho hello\n", "#cloud-config\nruncmd: [ls]\n"),
  deploymentSetId: of("ds-bp1abcdef"),
  privatePool: of(PrivatePool.OPEN, PrivatePool.NONE),
  unschedulable: fc.boolean(),
  cloudMonitor: fc.boolean(),
  securityGroupIds: of(["sg-bp1abcdef"], ["sg-bp1abcdef", "sg-bp1ghijkl"]),
  resourceGroupId,
  tags,
  timeouts,
};

/** Ordinary nodes. */
const general = props(
  "NodePoolOptions",
  {
    instances: of(
      InstanceSelection.types("ecs.g7.xlarge"),
      InstanceSelection.types("ecs.c7.2xlarge", "ecs.c6.2xlarge", "ecs.c8i.2xlarge"),
      InstanceSelection.types("ecs.r7.2xlarge", "ecs.u1-c1m4.2xlarge"),
    ),
    capacity,
    login: of(Login.keyPair("ops"), Login.keyPair("ops", { asNonRoot: true })),
  },
  {
    ...anyPool,
    exclusiveEni: fc.boolean(),
    dataDisks: fc.oneof(dataDisks, mountedDisks),
    billing,
    imageType: of(
      ImageType.ALIBABA_CLOUD_LINUX_3,
      ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED,
      ImageType.UBUNTU,
      ImageType.custom("m-bp1abcdefghij"),
    ),
    runtime: fc.oneof(
      of(ContainerRuntime.containerd("1.6.38"), ContainerRuntime.containerd("2.1.5")),
      props("ContainerdOptions", {}, containerd).map((options) => ContainerRuntime.containerd(options)),
    ),
    publicIp: address,
  },
);

const arm = props(
  "NodePoolOptions",
  {
    instances: of(
      InstanceSelection.types("ecs.g8y.2xlarge"),
      InstanceSelection.types("ecs.c8y.xlarge", "ecs.g8y.xlarge"),
    ),
    capacity,
    login: of(Login.keyPair("ops")),
  },
  {
    ...anyPool,
    name: of("workers", "n".repeat(52)),
    replacement: of("create-first", "destroy-first"),
    imageType: of(ImageType.ALIBABA_CLOUD_LINUX_3_ARM64, ImageType.ALIBABA_CLOUD_LINUX_4_ARM64),
  },
);

const gpu = props(
  "NodePoolOptions",
  {
    instances: of(
      InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
      InstanceSelection.types("ecs.gn6i-c4g1.xlarge", "ecs.gn6i-c8g1.2xlarge"),
    ),
    capacity: fc.oneof(
      count(0, 5).map((nodes) => Capacity.fixed(nodes)),
      of(Capacity.autoscale({ min: 0, max: 10, type: "gpu" })),
    ),
    login: of(Login.keyPair("ops")),
  },
  {
    ...anyPool,
    dataDisks,
    gpu: of(Gpu.exclusive()),
    gpuDriver: of(
      GpuDriver.version("550.144.03"),
      GpuDriver.fromBucket({
        endpoint: "nvidia-shop.oss-cn-beijing-internal.aliyuncs.com",
        runfile: "NVIDIA-Linux-x86_64-550.144.03.run",
      }),
    ),
  },
);

const containerOs = props(
  "NodePoolOptions",
  {
    instances: of(InstanceSelection.types("ecs.g7.2xlarge", "ecs.g6.2xlarge")),
    capacity,
    login: of(Login.keyPair("ops")),
    imageType: of(ImageType.CONTAINER_OS),
  },
  { name: anyPool.name, labels, taints, dataDisks, tags, systemDisk: essd },
);

/** Spot instances that are mixed with others. */
const spot = fc
  .tuple(
    props(
      "SpotOptions",
      {},
      { replaceReclaimed: fc.boolean(), maxPrices: of({ "ecs.g7.2xlarge": 0.5, "ecs.g6.2xlarge": 0.45 }) },
    ),
    props(
      "CostOptimizedOptions",
      {},
      {
        onDemandBase: of(0, 3),
        onDemandPercentage: of(0, 20, 100),
        compensateWithOnDemand: fc.boolean(),
        spotPools: of(1, 2),
      },
    ),
  )
  .map(([options, mix]) => ({
    instances: InstanceSelection.types("ecs.g7.2xlarge", "ecs.g6.2xlarge"),
    capacity: Capacity.autoscale({ min: 0, max: 10, type: "spot" }),
    billing: Billing.spot(options),
    multiAzPolicy: MultiAzPolicy.costOptimized(mix),
    login: Login.keyPair("ops"),
  }));

/** Pods with a kernel of their own, on bare metal with a disk for them. */
const sandboxed = of({
  instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
  capacity: Capacity.fixed(2),
  runtime: ContainerRuntime.sandboxed("2.2.0"),
  dataDisks: [Disk.essd({ sizeGiB: 200 })],
  login: Login.keyPair("ops"),
});

const hardened = of("ack", "mlps").map((osHardening) => ({
  instances: InstanceSelection.types("ecs.g7.xlarge"),
  capacity: Capacity.fixed(3),
  imageType: ImageType.ALIBABA_CLOUD_LINUX_3,
  login: Login.keyPair("ops", { asNonRoot: true }),
  osHardening,
}));
alsoGenerated(
  "NodePoolOptions",
  "osHardening",
  "confidentialComputing",
  "management",
  "instanceMetadata",
  "ramRoleName",
);

const confidential = of({
  instances: InstanceSelection.types("ecs.g7t.xlarge"),
  capacity: Capacity.fixed(2),
  imageType: ImageType.ALIBABA_CLOUD_LINUX_UEFI,
  runtime: ContainerRuntime.containerd("1.6.38"),
  confidentialComputing: true,
  login: Login.keyPair("ops"),
});

const elastic = address.map((eip) => ({
  instances: InstanceSelection.types("ecs.g7.2xlarge", "ecs.g6.2xlarge"),
  capacity: Capacity.autoscale({ min: 1, max: 5, eip }),
  login: Login.keyPair("ops"),
}));

const poolOf = fc.oneof(
  general,
  arm,
  gpu,
  containerOs,
  spot,
  hardened,
  elastic,
) as fc.Arbitrary<NodePoolOptions>;
/** Nodes with a role of their own and a token before their metadata, as managed clusters have them since 1.28. */
const guarded = of("required", "optional").map((instanceMetadata) => ({
  instances: InstanceSelection.types("ecs.g7.xlarge"),
  capacity: Capacity.fixed(3),
  login: Login.keyPair("ops"),
  instanceMetadata,
  ramRoleName: "ShopWorkers",
}));

/** Nodes that go over to what the pool has, in the oldest version of the clusters. */
const upgraded = props(
  "PoolUpgrade",
  { kubernetesVersion: of("1.31.9-aliyun.1") },
  { image: fc.boolean(), runtime: fc.boolean(), useReplace: fc.boolean() },
).map((upgrade) => ({
  instances: InstanceSelection.types("ecs.g7.xlarge"),
  capacity: Capacity.fixed(3),
  login: Login.keyPair("ops"),
  imageType: ImageType.custom("m-bp1abcdefghij"),
  runtime: ContainerRuntime.containerd("2.1.5"),
  upgrade,
}));
alsoGenerated("NodePoolOptions", "upgrade");

const proOnly = fc.oneof(sandboxed, confidential, guarded, upgraded) as fc.Arbitrary<NodePoolOptions>;

/** Pools that every cluster with nodes in the cloud takes. */
export const pools = fc.array(poolOf, { minLength: 1, maxLength: 3 });

/** Pools of managed clusters with Flannel, on Pro ones with more that ACK does by itself. */
export const managedPools = fc.array(fc.oneof(poolOf, proOnly), { minLength: 1, maxLength: 3 });

export const management = some(
  props(
    "Management",
    {},
    {
      autoRepair: fc.oneof(fc.boolean(), props("AutoRepair", {}, { restartNodes: fc.boolean() })),
      autoUpgrade: fc.oneof(fc.boolean(), props("AutoUpgrade", {}, { kubelet: fc.boolean() })),
      autoVulFix: fc.oneof(
        fc.boolean(),
        props(
          "AutoVulFix",
          {},
          { restartNodes: fc.boolean(), levels: of(["asap"], ["nntf", "asap"], ["asap", "later", "nntf"]) },
        ),
      ),
      maxUnavailable: of(1, 5, 1000),
    },
  ),
);

// Pools of the edge.

const edgeAccess = props(
  "EdgeNodeAccess",
  {},
  {
    architecture: of("amd64", "arm64", "arm"),
    names: of(EdgeNodeNames.HOST_NAME, EdgeNodeNames.random(), EdgeNodeNames.random("shop")),
    addons: of(["kube-proxy", "flannel", "coredns"], ["kube-proxy", "flannel"], []),
    manageRuntime: fc.boolean(),
    quiet: fc.boolean(),
    enableIptables: fc.boolean(),
    networkInterface: of("eth0", "bond0.100"),
    gpuVersion: of("Nvidia_Tesla_T4", "Nvidia_Tesla_P100", "Nvidia_Tesla_A10"),
    labels,
    annotations: of({ "example.com/rack": "3" }),
    scriptHours: of(0, 1, 720),
    parameters: of<NonNullable<EdgeNodeAccess["parameters"]>>(
      { platform: "Linux" },
      { selfHostNtpServer: true },
    ),
  },
);
export const edgePools = fc.array(
  props(
    "EdgePoolPlanOptions",
    {},
    {
      name: of("shops", "shops_north", "店铺", "n".repeat(63)),
      interconnect: of("basic", "private"),
      hostNetwork: fc.boolean(),
      machinesAreConnected: fc.boolean(),
      nodeCidrs: of(["198.18.0.0/16"], ["198.19.1.0/24", "198.19.2.0/24"]),
      labels,
      taints,
      access: edgeAccess,
    },
  ),
  { maxLength: 2 },
);

// Autoscalers and add-ons.

const scaleDown = props(
  "ScaleDown",
  {},
  {
    utilizationThreshold: of(0.1, 0.5, 0.9),
    gpuUtilizationThreshold: of(0.3, 0.5),
    unneededMinutes: of(1, 10, 60),
    delayAfterScaleUpMinutes: of(1, 10),
    keepNodesWithLocalStorage: fc.boolean(),
    evictDaemonSets: fc.boolean(),
    gracefulTerminationSeconds: of(60, 14_400),
    minReplicas: of(0, 2),
  },
);
export const autoscalers = some(
  props(
    "ClusterAutoscalerOptions",
    {},
    { scanIntervalSeconds: of(15, 30, 60), scaleDown: fc.oneof(scaleDown, of(false)) },
  ),
);
alsoGenerated("ClusterAutoscalerOptions", "expander");

export const managedAddons = fc.uniqueArray(
  props(
    "AddonOptions",
    {
      name: of(
        "ack-pod-identity-webhook",
        "ack-kubernetes-cronhpa-controller",
        "ack-koordinator",
        "gatekeeper",
      ),
    },
    { version: of("v1.4.0"), timeouts },
  ),
  { maxLength: 2, selector: ({ name }) => name },
);
alsoGenerated("AddonOptions", "config");
