import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossiblePools: readonly Impossible[] = [
  {
    name: "a category of disk of one's own making",
    body: `new Disk("cloud_banana", { sizeGiB: 120 }, undefined);`,
    message: /Constructor of class 'Disk' is private/,
  },
  {
    name: "provisioned IOPS on an ESSD with performance levels",
    body: `Disk.essd({ sizeGiB: 120, provisionedIops: 1000 });`,
    message: /'provisionedIops' does not exist in type 'EssdOptions'/,
  },
  {
    name: "bursting on an SSD",
    body: `Disk.ssd({ sizeGiB: 120, bursting: true });`,
    message: /'bursting' does not exist in type 'DiskOptions'/,
  },
  {
    name: "snapshots of an elastic ephemeral disk",
    body: `Disk.elasticEphemeral("standard", { sizeGiB: 120, snapshotPolicyId: "sp-1" });`,
    message: /'string' is not assignable to type 'undefined'/,
  },
  {
    name: "a system disk that is mounted",
    body: `const pool: NodePoolOptions = { ...usual, systemDisk: { disk: Disk.ssd({ sizeGiB: 40 }), mount: { target: "/mnt" } } };`,
    message: /is not assignable to type 'undefined'/,
  },
  {
    name: "a data disk with fallbacks",
    body: `const pool: NodePoolOptions = { ...usual, dataDisks: [{ disk: Disk.ssd({ sizeGiB: 40 }), fallbacks: ["cloud_essd"] }] };`,
    message: /is not assignable to type 'undefined'/,
  },
  {
    name: "an elastic ephemeral disk as the fallback of a system disk",
    body: `const pool: NodePoolOptions = { ...usual, systemDisk: { disk: Disk.ssd({ sizeGiB: 40 }), fallbacks: ["elastic_ephemeral_disk_standard"] } };`,
    message: /is not assignable to type 'SystemDiskCategory'/,
  },
  {
    name: "a name for a data disk that ACK mounts",
    body: `const pool: NodePoolOptions = { ...usual, dataDisks: [{ disk: Disk.ssd({ sizeGiB: 40 }), mount: { target: "/mnt" }, name: "logs" }] };`,
    message: /is not assignable to type/,
  },
  {
    name: "a file system that ACK does not make",
    body: `const mount: DiskMount = { target: "/mnt/logs", fileSystem: "ntfs" };`,
    message: /'"ntfs"' is not assignable/,
  },
  {
    name: "an operating system of one's own making",
    body: `new ImageType("CentOS8", undefined);`,
    message: /Constructor of class 'ImageType' is private/,
  },
  {
    name: "two hardenings of one operating system",
    body: `const pool: NodePoolOptions = { ...usual, osHardening: ["mlps", "ack"] };`,
    message: /is not assignable to type '"ack" | "mlps"/,
  },
  {
    name: "a billing of one's own making",
    body: `new Billing({ instanceChargeType: "PerUse" });`,
    message: /Constructor of class 'Billing' is private/,
  },
  {
    name: "a subscription without a term",
    body: `Billing.subscription({ renewMonths: 1 });`,
    message: /Property 'months' is missing/,
  },
  {
    name: "a term of pay-as-you-go",
    body: `Billing.payAsYouGo({ months: 1 });`,
    message: /Expected 0 arguments/,
  },
  {
    name: "a policy for zones of one's own making",
    body: `new MultiAzPolicy("RANDOM");`,
    message: /Constructor of class 'MultiAzPolicy' is private/,
  },
  {
    name: "a share of pay-as-you-go with an even spread over zones",
    body: `MultiAzPolicy.BALANCE({ onDemandPercentage: 20 });`,
    message: /This expression is not callable/,
  },
  {
    name: "an autoscaling that does not exist",
    body: `Capacity.autoscale({ min: 1, max: 3, type: "npu" });`,
    message: /'"npu"' is not assignable/,
  },
  {
    name: "a scaling policy that does not exist",
    body: `Capacity.autoscale({ min: 1, max: 3, scalingPolicy: "fast" });`,
    message: /'"fast"' is not assignable/,
  },
  {
    name: "a CPU policy that does not exist",
    body: `const pool: NodePoolOptions = { ...usual, cpuPolicy: "dynamic" };`,
    message: /'"dynamic"' is not assignable/,
  },
  {
    name: "a restart by repairs that are not switched on",
    body: `const pool: NodePoolOptions = { ...usual, management: { restartNodes: true } };`,
    message: /'restartNodes' does not exist in type 'Management'/,
  },
  {
    name: "levels of vulnerabilities of upgrades",
    body: `const pool: NodePoolOptions = { ...usual, management: { autoUpgrade: { levels: ["asap"] } } };`,
    message: /'levels' does not exist in type 'AutoUpgrade'/,
  },
  {
    name: "a level of vulnerabilities that does not exist",
    body: `const pool: NodePoolOptions = { ...usual, management: { autoVulFix: { levels: ["high"] } } };`,
    message: /'"high"' is not assignable to type 'VulnerabilityLevel'/,
  },
  {
    name: "vulnerabilities of no level",
    body: `const pool: NodePoolOptions = { ...usual, management: { autoVulFix: { levels: [] } } };`,
    message: /Source has 0 element\(s\) but target requires 1/,
  },
  {
    name: "a number of the kubelet as text",
    body: `const pool: NodePoolOptions = { ...usual, kubelet: { maxPods: "64" } };`,
    message: /Type 'string' is not assignable to type 'number'/,
  },
  {
    name: "a switch of the kubelet as text",
    body: `const pool: NodePoolOptions = { ...usual, kubelet: { featureGates: { GracefulNodeShutdown: "true" } } };`,
    message: /Type 'string' is not assignable to type 'boolean'/,
  },
  {
    name: "a signal of eviction that does not exist",
    body: `const pool: NodePoolOptions = { ...usual, kubelet: { evictionHard: { "memory.free": "1Gi" } } };`,
    message: /'"memory.free"' does not exist in type/,
  },
  {
    name: "a resource that the kubelet cannot keep",
    body: `const pool: NodePoolOptions = { ...usual, kubelet: { kubeReserved: { gpu: "1" } } };`,
    message: /'gpu' does not exist in type/,
  },
  {
    name: "a topology policy that does not exist",
    body: `const pool: NodePoolOptions = { ...usual, kubelet: { topologyManagerPolicy: "strict" } };`,
    message: /'"strict"' is not assignable/,
  },
  {
    name: "a server certificate of the kubelet, which the provider does not send",
    body: `const pool: NodePoolOptions = { ...usual, kubelet: { serverTlsBootstrap: true } };`,
    message: /'serverTlsBootstrap' does not exist in type 'KubeletConfiguration'/,
  },
  {
    name: "an upgrade to an image that is not that of the pool",
    body: `const pool: NodePoolOptions = { ...usual, upgrade: { image: "m-bp1other" } };`,
    message: /Type 'string' is not assignable to type 'boolean/,
  },
  {
    name: "a pause between batches that does not exist",
    body: `const pool: NodePoolOptions = { ...usual, rollingPolicy: { pausePolicy: "LastBatch" } };`,
    message: /'"LastBatch"' is not assignable/,
  },
  {
    name: "Docker as the runtime",
    body: `const pool: NodePoolOptions = { ...usual, runtime: new ContainerRuntime("docker", "19.3.15") };`,
    message: /Constructor of class 'ContainerRuntime' is private/,
  },
  {
    name: "settings of containerd for sandboxed containers",
    body: `ContainerRuntime.sandboxed({ version: "2.2.0", maxConcurrentDownloads: 5 });`,
    message: /is not assignable to parameter of type 'string'/,
  },
  {
    name: "instances that exist in a pool",
    body: `InstanceSelection.existing("i-bp1example");`,
    message: /Property 'existing' does not exist/,
  },
  {
    name: "two runtimes in one pool",
    body: `const pool: NodePoolOptions = { ...usual, runtime: [ContainerRuntime.containerd(), ContainerRuntime.containerd()] };`,
    message:
      /'ContainerRuntime\[\]' is (missing the following properties from|not assignable to) type 'ContainerRuntime'/,
  },
  {
    name: "a key pair and a password",
    body: `const pool: NodePoolOptions = { ...usual, login: [Login.keyPair("ops"), Login.password(password)] };`,
    message: /'Login\[\]' is (missing the following properties from|not assignable to) type 'Login'/,
  },
  {
    name: "a part of the address in the names of nodes",
    body: `const pool: NodePoolOptions = { ...usual, nodeNames: { prefix: "aliyun.com", ipLength: 5, suffix: "test" } };`,
    message: /'ipLength' does not exist in type 'NodeNames'/,
  },
  {
    name: "SSH to the masters of a managed cluster",
    body: `const cluster: ProClusterProps = { name: "shop", network, enableSsh: true };`,
    message: /'enableSsh' does not exist in type 'ProClusterProps'/,
  },
  {
    name: "an order of pools that does not exist",
    body: `new Expander("most-pods", undefined);`,
    message: /Constructor of class 'Expander' is private/,
  },
  {
    name: "an order of pools for goatscaler",
    body: `Scaler.goatscaler({ expander: Expander.random() });`,
    message: /'expander' does not exist/,
  },
  {
    name: "settings of a shrinking that is switched off",
    body: `Scaler.clusterAutoscaler({ scaleDown: { enabled: false, unneededMinutes: 5 } });`,
    message: /'enabled' does not exist/,
  },
  {
    name: "existing instances that are spread over zones",
    body: `const pools: ZonalNodePoolsOptions = { ...usual, capacity: Capacity.existing(["i-1"]) };`,
    message: /is not assignable to type 'Capacity<undefined>'/,
  },
  {
    name: "a placement of pools that are in a zone each",
    body: `const pools: ZonalNodePoolsOptions = { ...usual, placement: Placement.everywhere() };`,
    message: /is not assignable to type 'undefined'/,
  },
];
