import { TerraformStack, TerraformVariable } from "cdktf";
import {
  AlicloudProvider,
  Billing,
  Capacity,
  ClusterSecurityGroup,
  ContainerRuntime,
  Disk,
  EdgeCluster,
  Egress,
  Expander,
  FlannelNetwork,
  Gpu,
  GpuDriver,
  ImageType,
  InstanceSelection,
  Login,
  ManagedCluster,
  MultiAzPolicy,
  Placement,
  Principal,
  PrivatePool,
  ProCluster,
  ProTier,
  Scaler,
  SecretKmsEncryption,
  ServerlessCluster,
  ServerlessNetwork,
  TerwayNetwork,
  Vpc,
  type INodeCluster,
} from "cdktf-ack";
import { ramUser } from "cdktf-ack/alicloud";
import { createTestApp, synthesize } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";

type Build = (stack: TerraformStack) => void;

const password = (stack: TerraformStack): Login =>
  Login.password(new TerraformVariable(stack, "password", { type: "string", sensitive: true }));

/** A Flannel cluster in one zone, as short examples have it. */
function small(stack: TerraformStack, name = "tf-example"): ProCluster {
  return new ProCluster(stack, "cluster", { name, publicApiServer: true, network: flannel(stack) });
}

function flannel(stack: TerraformStack, egress = Egress.byAck()): FlannelNetwork {
  return new FlannelNetwork(stack, "network", {
    vpc: new Vpc(stack, "vpc", { name: "tf-example", cidr: "10.4.0.0/16" }),
    zones: { h: { zone: "cn-hangzhou-h", nodeCidr: "10.4.0.0/24" } },
    podCidr: "10.36.0.0/16",
    serviceCidr: "172.16.112.0/20",
    egress,
  });
}

function terway(stack: TerraformStack): TerwayNetwork {
  return new TerwayNetwork(stack, "network", {
    vpc: new Vpc(stack, "vpc", { cidr: "172.16.0.0/12" }),
    zones: {
      j: { zone: "cn-hangzhou-j", nodeCidr: "172.16.2.0/23", podCidr: "172.17.0.0/16" },
      k: { zone: "cn-hangzhou-k", nodeCidr: "172.16.4.0/23", podCidr: "172.18.0.0/16" },
    },
    serviceCidr: "192.168.0.0/16",
    egress: Egress.byAck(),
  });
}

/**
 * Configurations by the shape in which they are published, with where that is if it is one place, and some that the manuals describe.
 * None may break a limit: who comes with one of them would be refused what works today. Names and figures are as there, or like them.
 */
const published: readonly [string, Build, string?][] = [
  [
    "a basic cluster with one small node (as in notes on a demonstration)",
    (stack) => {
      const cluster = new ManagedCluster(stack, "cluster", {
        name: "agenthive-demo-ask",
        publicApiServer: true,
        network: new FlannelNetwork(stack, "network", {
          vpc: new Vpc(stack, "vpc", { cidr: "192.168.0.0/16" }),
          zones: ["cn-hangzhou-h"],
          podCidr: "172.20.0.0/16",
          serviceCidr: "172.21.0.0/20",
          egress: Egress.natGateway(),
        }),
      });
      cluster.addNodePool("demo", {
        instances: InstanceSelection.types("ecs.u2a-c1m1.xlarge"),
        capacity: Capacity.fixed(1),
        billing: Billing.payAsYouGo(),
        systemDisk: Disk.essd({ sizeGiB: 40 }),
      });
    },
  ],
  [
    "two nodes of the economy family with the smallest disk, in vSwitches that exist (as in a repository for learners)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "saad-ack-cluster",
        publicApiServer: true,
        network: new FlannelNetwork(stack, "network", {
          vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-bp1abcdefgh1234567890" }),
          zones: {
            a: { zone: "cn-hangzhou-j", nodeVSwitchId: "vsw-bp1mdigyhmilu2h4v0001" },
            b: { zone: "cn-hangzhou-k", nodeVSwitchId: "vsw-bp1mdigyhmilu2h4v0002" },
          },
          podCidr: "172.20.0.0/16",
          serviceCidr: "172.21.0.0/20",
          egress: Egress.none(),
        }),
      });
      cluster.addNodePool("workers", {
        name: "saad-worker-pool",
        instances: InstanceSelection.types("ecs.e-c1m2.large"),
        capacity: Capacity.fixed(2),
        imageType: ImageType.ALIBABA_CLOUD_LINUX_3_CONTAINER_OPTIMIZED,
        runtime: ContainerRuntime.containerd(),
        systemDisk: Disk.essd({ sizeGiB: 20 }),
        cloudMonitor: true,
      });
    },
  ],
  [
    "an elastic pool on entry disks with Alibaba Cloud Linux 4 and no public address (as in a repository of a gateway)",
    (stack) => {
      small(stack).addNodePool("gateway", {
        name: "gw-elastic",
        instances: InstanceSelection.types("ecs.u1-c1m2.xlarge", "ecs.c7.xlarge"),
        capacity: Capacity.autoscale({ min: 1, max: 4, type: "cpu" }),
        billing: Billing.payAsYouGo(),
        login: Login.keyPair("workers"),
        imageType: ImageType.ALIBABA_CLOUD_LINUX_4_CONTAINER_OPTIMIZED,
        runtime: ContainerRuntime.containerd(),
        systemDisk: Disk.essdEntry({ sizeGiB: 40 }),
        cloudMonitor: false,
      });
    },
  ],
  [
    "a pool of spot instances with ContainerOS and a password (Alibaba Cloud documentation, spot instances with Terraform)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "tf-ack-hangzhou-terway",
        version: "1.33.3-aliyun.1",
        publicApiServer: true,
        network: terway(stack),
        addons: [
          { name: "csi-plugin" },
          { name: "csi-provisioner" },
          { name: "logtail-ds", config: { IngressDashboardEnabled: "true" } },
          { name: "nginx-ingress-controller", config: { IngressSlbNetworkType: "internet" } },
          { name: "arms-prometheus" },
          { name: "ack-node-problem-detector", config: { sls_project_name: "" } },
        ],
      });
      cluster.addNodePool("spot", {
        name: "default-nodepool",
        instances: InstanceSelection.types("ecs.g6.2xlarge", "ecs.g6.xlarge"),
        capacity: Capacity.fixed(2),
        billing: Billing.spot({ maxPrices: { "ecs.g6.2xlarge": 1 } }),
        login: password(stack),
        imageType: ImageType.CONTAINER_OS,
        runtime: ContainerRuntime.containerd("1.6.20"),
        systemDisk: Disk.essdAutoPl({ sizeGiB: 20 }),
        cloudMonitor: true,
      });
    },
  ],
  [
    "a pool of Windows with a password (provider documentation)",
    (stack) => {
      small(stack).addNodePool("windows", {
        name: "windows-np",
        instances: InstanceSelection.types("ecs.g6.xlarge"),
        capacity: Capacity.fixed(1),
        login: password(stack),
        imageType: ImageType.WINDOWS,
        systemDisk: Disk.efficiency({ sizeGiB: 40 }),
      });
    },
  ],
  [
    "a spot pool that grows, at a price (provider documentation)",
    (stack) => {
      small(stack, "tf-example-1").addNodePool("spot", {
        name: "spot_auto_scaling",
        instances: InstanceSelection.types("ecs.c6.xlarge"),
        capacity: Capacity.autoscale({ min: 1, max: 10, type: "spot" }),
        billing: Billing.spot({ maxPrices: { "ecs.c6.xlarge": 0.7 } }),
        login: Login.keyPair("tf-example"),
        systemDisk: Disk.efficiency({ sizeGiB: 40 }),
      });
    },
  ],
  [
    "subscribed nodes for a month, renewed (provider documentation)",
    (stack) => {
      small(stack).addNodePool("prepaid", {
        name: "prepaid_node",
        instances: InstanceSelection.types("ecs.c6.xlarge"),
        capacity: Capacity.fixed(1),
        billing: Billing.subscription({ months: 1, renewMonths: 1 }),
        login: Login.keyPair("tf-example"),
        systemDisk: Disk.efficiency({ sizeGiB: 40 }),
        cloudMonitor: true,
      });
    },
  ],
  [
    "a managed pool with all that ACK does of itself (provider documentation)",
    (stack) => {
      small(stack).addNodePool("managed", {
        name: "managed_node_pool",
        instances: InstanceSelection.types("ecs.c6.xlarge"),
        capacity: Capacity.fixed(1),
        systemDisk: Disk.efficiency({ sizeGiB: 40 }),
        login: Login.keyPair("tf-example"),
        management: {
          autoRepair: { restartNodes: true },
          autoUpgrade: { kubelet: true },
          autoVulFix: { levels: ["asap"], restartNodes: true },
          maxUnavailable: 1,
        },
      });
    },
  ],
  [
    "a demonstration with ALB, a node-local DNS cache, an issuer of tokens and automatic upgrades (as in a repository for demonstrations)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "demonstration",
        version: "1.33.3-aliyun.1",
        publicApiServer: true,
        network: terway(stack),
        timezone: "Asia/Shanghai",
        serviceAccountTokens: {
          issuer: "https://kubernetes.default.svc",
          audiences: ["https://kubernetes.default.svc"],
        },
        maintenanceWindow: {
          start: "2025-11-03T00:00:00.000+08:00",
          hours: 3,
          weekdays: ["Monday"],
          autoUpgrade: "stable",
        },
        addons: [
          { name: "managed-csiprovisioner" },
          { name: "csi-plugin" },
          { name: "metrics-server" },
          { name: "coredns" },
          { name: "storage-operator", config: { CnfsOssEnable: "false", CnfsNasEnable: "false" } },
          { name: "nginx-ingress-controller", disabled: true },
          {
            name: "alb-ingress-controller",
            config: {
              albIngress: { AddressType: "Internet", CreateDefaultALBConfig: true, AutoCreatedVPC: false },
            },
          },
          { name: "ack-node-local-dns" },
        ],
      });
      cluster.addNodePool("spot", {
        name: "demonstration-spot-pool",
        instances: InstanceSelection.types("ecs.u1-c1m2.xlarge"),
        capacity: Capacity.fixed(3),
        billing: Billing.spot(),
        login: Login.keyPair("Keypair"),
        systemDisk: Disk.essd({ sizeGiB: 40 }),
        dataDisks: [Disk.essd({ sizeGiB: 80 })],
      });
    },
  ],
  [
    "GPU nodes with a driver version and labels of the community (as in a repository of a GPU cluster)",
    (stack) => {
      small(stack).addNodePool("gpu", {
        name: "tf-example-gpu",
        instances: InstanceSelection.types("ecs.gn8is.2xlarge"),
        capacity: Capacity.fixed(1),
        systemDisk: Disk.essd({ sizeGiB: 300 }),
        labels: {
          "nvidia.com/gpu.present": "true",
          "node.kubernetes.io/gpu": "true",
          "ack.aliyun.com/nvidia-driver-version": "580.126.09",
        },
      });
    },
  ],
  [
    "GPU nodes with a taint and a label, beside a default pool (as in a quick start)",
    (stack) => {
      const cluster = small(stack);
      cluster.addNodePool("default", {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(2),
        systemDisk: Disk.essd({ sizeGiB: 120 }),
      });
      cluster.addNodePool("gpu", {
        instances: InstanceSelection.types("ecs.gn6i-c4g1.xlarge"),
        capacity: Capacity.fixed(0),
        systemDisk: Disk.essd({ sizeGiB: 120 }),
        labels: { "nvidia.com/gpu": "true" },
        taints: [{ key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" }],
      });
    },
  ],
  [
    "GPU nodes that come from nothing, with a tag for eRDMA (as in an infrastructure for inference)",
    (stack) => {
      const cluster = new ManagedCluster(stack, "cluster", {
        name: "prod-gpu-ack",
        network: flannel(stack, Egress.none()),
      });
      cluster.addNodePool("gpu", {
        name: "gpu-autoscale",
        instances: InstanceSelection.types("ecs.gn7e-c16g1.4xlarge"),
        capacity: Capacity.autoscale({ min: 0, max: 8 }),
        systemDisk: Disk.essd({ sizeGiB: 120 }),
        tags: { Network: "eRDMA" },
      });
    },
  ],
  [
    "shared GPUs with fences in a managed pool",
    (stack) => {
      const cluster = small(stack);
      cluster.addAddon("ai", { name: "ack-ai-installer", config: { gpu: { enabled: true } } });
      cluster.addNodePool("share", {
        instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
        capacity: Capacity.autoscale({ min: 0, max: 4, type: "gpushare" }),
        gpu: Gpu.shared({ isolation: "memory" }),
        gpuDriver: GpuDriver.version("550.144.03"),
        systemDisk: Disk.essd({ sizeGiB: 200, performanceLevel: "PL1" }),
        login: Login.keyPair("ops"),
      });
    },
  ],
  [
    "nodes in one zone for each pool, in a vSwitch beside those of the cluster (as in a repository for tests)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "ack-pro-cluster",
        network: terway(stack),
        controlPlaneLogs: { components: ["apiserver", "kcm", "scheduler"], retentionDays: 30 },
        securityGroup: ClusterSecurityGroup.existing("sg-bp1aeb0vszc9zkk5hhrf"),
      });
      cluster.addNodePool("test", {
        name: "Test_NodePool",
        instances: InstanceSelection.types("ecs.c6.xlarge"),
        capacity: Capacity.fixed(3),
        placement: Placement.vswitches("vsw-bp1mdigyhmilu2h4v0001", "vsw-bp1mdigyhmilu2h4v0002"),
        runtime: ContainerRuntime.containerd("1.5.13"),
        management: { autoRepair: true, autoUpgrade: false, maxUnavailable: 1 },
        systemDisk: Disk.efficiency({ sizeGiB: 120 }),
        login: password(stack),
        nodeNames: { prefix: "ack-" },
      });
    },
  ],
  [
    "Pods in the vSwitches of the nodes (SangYunLee/alibaba_ack, and the provider documentation on policies)",
    (stack) => {
      new ProCluster(stack, "cluster", {
        name: "k8s",
        network: new TerwayNetwork(stack, "network", {
          vpc: Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-bp1abcdefgh1234567890" }),
          zones: {
            a: {
              zone: "cn-hangzhou-j",
              nodeVSwitchId: "vsw-bp1mdigyhmilu2h4v0001",
              podVSwitchId: "vsw-bp1mdigyhmilu2h4v0001",
            },
            b: {
              zone: "cn-hangzhou-k",
              nodeVSwitchId: "vsw-bp1mdigyhmilu2h4v0002",
              podVSwitchId: "vsw-bp1mdigyhmilu2h4v0002",
            },
          },
          serviceCidr: "172.21.0.0/20",
          dataPathV2: true,
          egress: Egress.byAck(),
        }),
      });
    },
  ],
  [
    "large types of the ninth generation with a version of today (as in a configuration for end-to-end tests)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "tf-ack-hangzhou",
        version: "1.34.3-aliyun.1",
        network: terway(stack),
        tier: ProTier.XLARGE_2,
      });
      cluster.addNodePool("default", {
        instances: InstanceSelection.types(
          "ecs.g7nex.2xlarge",
          "ecs.g7nex.4xlarge",
          "ecs.g7ne.xlarge",
          "ecs.g9i.2xlarge",
          "ecs.g9i.3xlarge",
        ),
        capacity: Capacity.autoscale({ min: 2, max: 10 }),
        systemDisk: { disk: Disk.essdAutoPl({ sizeGiB: 120, bursting: true, provisionedIops: 100 }) },
        dataDisks: [{ disk: Disk.essdAutoPl({ sizeGiB: 120 }), mount: { target: "/var/lib/container" } }],
        login: Login.keyPair("ops"),
      });
    },
  ],
  [
    "a private cluster with encrypted Secrets, logs and an audit (as in a module for private clusters)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "prod-private",
        network: terway(stack),
        secretEncryption: SecretKmsEncryption.withKey(stack, "secrets", "key-hzz65f3a68554nabcdefg"),
        resourceGroupId: "rg-acfmxazb4ph6aiy",
        controlPlaneLogs: {
          components: ["apiserver", "kcm", "scheduler", "ccm", "controlplane-events"],
          retentionDays: 30,
          project: "k8s-log-prod",
        },
        proxyMode: "ipvs",
        auditLog: {},
      });
      cluster.addNodePool("system", {
        instances: InstanceSelection.types("ecs.g8i.xlarge", "ecs.g7.xlarge"),
        capacity: Capacity.autoscale({ min: 2, max: 6 }),
        multiAzPolicy: MultiAzPolicy.BALANCE,
        systemDisk: Disk.essd({
          sizeGiB: 120,
          encrypted: true,
          kmsKeyId: "0f8abcd1-1234-4abc-9def-0123456789ab",
        }),
        instanceMetadata: "required",
        taints: [{ key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" }],
        labels: { "node-role.kubernetes.io/system": "" },
      });
    },
  ],
  [
    "kubelets with settings, and nodes that are changed in batches (provider documentation)",
    (stack) => {
      small(stack).addNodePool("customized", {
        name: "customized_kubelet",
        instances: InstanceSelection.types("ecs.g7.2xlarge"),
        capacity: Capacity.fixed(0),
        systemDisk: Disk.essd({ sizeGiB: 40 }),
        kubelet: {
          registryPullQps: 10,
          registryBurst: 5,
          eventRecordQps: 10,
          eventBurst: 5,
          serializeImagePulls: true,
          kubeApiQps: 10,
          kubeApiBurst: 20,
          evictionHard: {
            "memory.available": "1024Mi",
            "nodefs.available": "10%",
            "nodefs.inodesFree": "5%",
            "imagefs.available": "10%",
          },
          systemReserved: { cpu: "1", memory: "1Gi", "ephemeral-storage": "10Gi" },
          kubeReserved: { cpu: "500m", memory: "1Gi" },
          containerLogMaxSize: "200Mi",
          containerLogMaxFiles: 3,
          maxPods: 100,
          readOnlyPort: 0,
          allowedUnsafeSysctls: ["net.ipv4.route.min_pmtu"],
        },
        rollingPolicy: { maxParallelism: 1 },
      });
    },
  ],
  [
    "ARM nodes beside x86 nodes",
    (stack) => {
      const cluster = small(stack);
      cluster.addNodePool("arm", {
        instances: InstanceSelection.types("ecs.g8y.xlarge", "ecs.c8y.xlarge"),
        capacity: Capacity.fixed(2),
        imageType: ImageType.ALIBABA_CLOUD_LINUX_3_ARM64,
        systemDisk: Disk.essd({ sizeGiB: 120 }),
        taints: [{ key: "kubernetes.io/arch", value: "arm64", effect: "NoSchedule" }],
      });
    },
  ],
  [
    "a mix of spot and pay-as-you-go instances, and its autoscaler",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", { name: "mix", network: terway(stack) });
      cluster.addNodePool("mix", {
        instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge", "ecs.g8a.xlarge"),
        capacity: Capacity.autoscale({ min: 0, max: 50 }),
        billing: Billing.spot({ replaceReclaimed: true }),
        multiAzPolicy: MultiAzPolicy.costOptimized({
          onDemandBase: 2,
          onDemandPercentage: 20,
          compensateWithOnDemand: true,
          spotPools: 3,
        }),
        systemDisk: Disk.essd({ sizeGiB: 120 }),
      });
      cluster.addAutoscaler("autoscaler", {
        scaler: Scaler.clusterAutoscaler({
          expander: Expander.leastWaste(),
          scanIntervalSeconds: 30,
          scaleDown: {
            utilizationThreshold: 0.5,
            gpuUtilizationThreshold: 0.5,
            unneededMinutes: 10,
            delayAfterScaleUpMinutes: 10,
            gracefulTerminationSeconds: 14_400,
          },
        }),
      });
    },
  ],
  [
    "a reserved pool with a deployment set and a fixed IP suffix",
    (stack) => {
      small(stack).addNodePool("reserved", {
        instances: InstanceSelection.types("ecs.r7.4xlarge"),
        capacity: Capacity.fixed(6),
        privatePool: PrivatePool.target("eap-bp67acfmxazb4****"),
        deploymentSetId: "ds-bp67acfmxazb4ph6aiy0",
        nodeNames: { prefix: "aliyun.com", suffix: "test" },
        securityGroupIds: ["sg-bp1aeb0vszc9zkk5hhrf"],
        systemDisk: Disk.essd({ sizeGiB: 500, performanceLevel: "PL2", encrypted: true }),
        userData: "#!/bin/sh\necho hello",
        preUserData: "#!/bin/sh\nsysctl -w vm.max_map_count=262144",
      });
    },
  ],
  [
    "instances that exist, with their disks kept",
    (stack) => {
      small(stack).addNodePool("existing", {
        instances: InstanceSelection.types("ecs.g6.xlarge"),
        capacity: Capacity.existing(["i-bp1abcdefgh123456789", "i-bp1abcdefgh123456780"], {
          formatDisks: false,
        }),
        login: password(stack),
      });
    },
  ],
  [
    "elastic bare metal for sandboxes",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "sandbox",
        version: "1.34.1-aliyun.1",
        network: flannel(stack),
      });
      cluster.addNodePool("sandbox", {
        instances: InstanceSelection.types("ecs.ebmg6.26xlarge"),
        capacity: Capacity.fixed(1),
        imageType: ImageType.ALIBABA_CLOUD_LINUX_3,
        runtime: ContainerRuntime.sandboxed(),
        systemDisk: Disk.essd({ sizeGiB: 120 }),
        dataDisks: [Disk.essd({ sizeGiB: 200 })],
      });
    },
  ],
  [
    "instances chosen by their attributes",
    (stack) => {
      small(stack).addNodePool("patterns", {
        instances: InstanceSelection.patterns({
          familyLevel: "EnterpriseLevel",
          vcpus: { min: 4, max: 8 },
          memoryGiB: { min: 8, max: 32 },
          architecture: "X86",
          families: ["ecs.g7", "ecs.g8i", "ecs.hfg8i"],
          excludedTypes: ["ecs.c6t.*"],
        }),
        capacity: Capacity.fixed(2),
        systemDisk: Disk.essd({ sizeGiB: 120 }),
      });
    },
  ],
  [
    "an edge cluster with one node in the cloud",
    (stack) => {
      const cluster = new EdgeCluster(stack, "cluster", {
        name: "tf-edge",
        edition: "pro",
        publicApiServer: true,
        network: flannel(stack),
      });
      cluster.addNodePool("cloud", {
        instances: InstanceSelection.types("ecs.c6.xlarge"),
        capacity: Capacity.fixed(1),
        systemDisk: Disk.efficiency({ sizeGiB: 40 }),
        login: password(stack),
      });
    },
  ],
  [
    "a serverless cluster with a public API server",
    (stack) => {
      new ServerlessCluster(stack, "cluster", {
        name: "tf-serverless",
        publicApiServer: true,
        network: ServerlessNetwork.inNewVpc(stack, "network", {
          cidr: "10.4.0.0/16",
          zones: ["cn-hangzhou-h"],
          serviceCidr: "172.21.0.0/20",
          egress: Egress.byAck(),
        }),
      });
    },
  ],
  [
    "a RAM user with a role in the cluster and one in a namespace (provider documentation)",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "terraform-example-10000",
        network: new FlannelNetwork(stack, "network", {
          vpc: new Vpc(stack, "vpc", { cidr: "10.0.0.0/8" }),
          zones: {
            i: { zone: "cn-hangzhou-i", nodeCidr: "10.1.0.0/16" },
            j: { zone: "cn-hangzhou-j", nodeCidr: "10.2.0.0/16" },
          },
          podCidr: "172.16.0.0/16",
          serviceCidr: "192.168.0.0/16",
          egress: Egress.none(),
        }),
      });
      const user = new ramUser.RamUser(stack, "user", { name: "terraform-example-10000" });
      const principal = Principal.ramUser(stack, "principal", { user, readAccess: "attach" });
      cluster
        .grant(principal)
        .admin()
        .clusterRole("cs:dev", { namespaces: ["default"] });
    },
  ],
  [
    "a pool that grows, of a cluster that exists (Alibaba Cloud documentation, autoscaling with Terraform)",
    (stack) => {
      const cluster = ProCluster.fromAttributes(stack, "cluster", {
        clusterId: "c61da77e8bfbc4c4c999af2b51b650001",
      });
      cluster.addNodePool("at1", {
        name: "np-test",
        instances: InstanceSelection.types("ecs.e3.medium"),
        capacity: Capacity.autoscale({ min: 1, max: 5 }),
        placement: Placement.vswitches("vsw-bp1mdigyhmilu2h4v0001"),
        systemDisk: Disk.efficiency({ sizeGiB: 40 }),
        login: password(stack),
      });
    },
  ],
  [
    "an international region, whose zones are named without a hyphen",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "prod-sg",
        network: TerwayNetwork.inNewVpc(stack, "network", {
          cidr: "10.0.0.0/8",
          zones: ["ap-southeast-1a", "ap-southeast-1b", "ap-southeast-1c"],
          serviceCidr: "192.168.0.0/16",
          egress: Egress.byAck(),
        }),
      });
      workers(cluster);
    },
    "ap-southeast-1",
  ],
  [
    "the region of Frankfurt, with a cluster that is named in Chinese",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "生产集群-01",
        network: FlannelNetwork.inNewVpc(stack, "network", {
          cidr: "172.16.0.0/16",
          zones: ["eu-central-1a", "eu-central-1b"],
          podCidr: "10.0.0.0/16",
          serviceCidr: "192.168.0.0/20",
          nodeCidrMask: 26,
          egress: Egress.natGateway(),
        }),
        tags: { Owner: "Team A/B", "cost-center": "42", env: "Prod" },
      });
      workers(cluster);
    },
    "eu-central-1",
  ],
  [
    "the region of finance in Shanghai",
    (stack) => {
      const cluster = new ProCluster(stack, "cluster", {
        name: "fin",
        network: TerwayNetwork.inNewVpc(stack, "network", {
          cidr: "10.0.0.0/16",
          zones: ["cn-shanghai-finance-1a", "cn-shanghai-finance-1b"],
          egress: Egress.natGateway(),
        }),
      });
      workers(cluster);
    },
    "cn-shanghai-finance-1",
  ],
];

function workers(cluster: ProCluster & INodeCluster): void {
  cluster.addNodePool("workers", {
    instances: InstanceSelection.types("ecs.g7.2xlarge", "ecs.g6.2xlarge", "ecs.g7a.2xlarge"),
    capacity: Capacity.autoscale({ min: 2, max: 10 }),
    systemDisk: Disk.essd({ sizeGiB: 120 }),
    login: Login.keyPair("ops"),
  });
}

describe("what people publish for Terraform, and what the manuals allow, breaks no limit, and the provider accepts:", () => {
  test.each(published)("%s", (_, build, region = "cn-hangzhou") => {
    const stack = new TerraformStack(createTestApp(), "published");
    new AlicloudProvider(stack, "alicloud", { region });
    build(stack);
    expectAccepted(synthesize(stack).json);
  });
});
