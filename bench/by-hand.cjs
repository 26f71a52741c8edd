"use strict";

const path = require("node:path");
const { App, TerraformStack } = require("cdktf");
const { nodeCidrs, podCidrs, poolOf, region, zones } = require("./shape.cjs");

const official = path.resolve(__dirname, "../provider-alicloud/.gen/unpatched/lib");
const load = (resource) => require(path.join(official, resource));

const { AlicloudProvider } = load("provider");
const { CsKubernetesNodePool } = load("cs-kubernetes-node-pool");
const { CsManagedKubernetes } = load("cs-managed-kubernetes");
const { EipAddress } = load("eip-address");
const { EipAssociation } = load("eip-association");
const { KmsKey } = load("kms-key");
const { NatGateway } = load("nat-gateway");
const { SnatEntry } = load("snat-entry");
const { Vpc } = load("vpc");
const { Vswitch } = load("vswitch");

/** The same resources, written by hand with the bindings as the official generator makes them. */
exports.synth = (pools, outdir) => {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new AlicloudProvider(stack, "alicloud", { region, accountType: "Domestic" });

  const vpc = new Vpc(stack, "network-vpc-vpc", { vpcName: "bench-network-vpc", cidrBlock: "10.0.0.0/16" });
  const vswitch = (role, key, cidrBlock) =>
    new Vswitch(stack, `network-${role}-${key}`, {
      vpcId: vpc.id,
      vswitchName: `bench-network-${role}-${key}`,
      zoneId: `${region}-${key}`,
      cidrBlock,
      lifecycle: { createBeforeDestroy: true },
    });
  const nodes = zones.map((key) => vswitch("node", key, nodeCidrs[key]));
  const pods = zones.map((key) => vswitch("pod", key, podCidrs[key]));

  const name = "bench-network-vpc-nat-gateway";
  const natVswitch = new Vswitch(stack, "network-vpc-nat-gateway-vswitch", {
    vpcId: vpc.id,
    vswitchName: name,
    cidrBlock: "10.0.127.240/28",
    zoneId: `${region}-h`,
  });
  const nat = new NatGateway(stack, "network-vpc-nat-gateway-nat-gateway", {
    vpcId: vpc.id,
    vswitchId: natVswitch.id,
    natGatewayName: name,
    natType: "Enhanced",
    paymentType: "PayAsYouGo",
    internetChargeType: "PayByLcu",
  });
  const eip = new EipAddress(stack, "network-vpc-nat-gateway-eip", {
    addressName: name,
    bandwidth: "100",
    internetChargeType: "PayByTraffic",
    paymentType: "PayAsYouGo",
  });
  const association = new EipAssociation(stack, "network-vpc-nat-gateway-eip-association", {
    allocationId: eip.id,
    instanceId: nat.id,
    instanceType: "Nat",
  });
  const snat = (role, key, source) =>
    new SnatEntry(stack, `network-snat-${role}-${key}`, {
      snatTableId: nat.snatTableIds,
      snatIp: eip.ipAddress,
      sourceVswitchId: source.id,
      dependsOn: [association],
    });
  const entries = [
    ...zones.map((key, index) => snat("node", key, nodes[index])),
    ...zones.map((key, index) => snat("pod", key, pods[index])),
  ];

  const key = new KmsKey(stack, "secrets-key", {
    description: "Secrets of Kubernetes, bench-secrets",
    keySpec: "Aliyun_AES_256",
    keyUsage: "ENCRYPT/DECRYPT",
    pendingWindowInDays: 30,
    deletionProtection: "Enabled",
    lifecycle: { preventDestroy: true },
  });
  const vswitchIds = nodes.map(({ id }) => id);
  const cluster = new CsManagedKubernetes(stack, "cluster-cluster", {
    profile: "Default",
    clusterSpec: "ack.pro.small",
    enableRrsa: true,
    encryptionProviderKey: key.id,
    disableEncryption: false,
    name: "bench",
    vswitchIds,
    podVswitchIds: pods.map(({ id }) => id),
    serviceCidr: "172.21.0.0/20",
    nodeCidrMask: 24,
    newNatGateway: false,
    proxyMode: "ipvs",
    clusterDomain: "cluster.local",
    isEnterpriseSecurityGroup: true,
    slbInternetEnabled: false,
    skipSetCertificateAuthority: true,
    addons: [{ name: "terway-eniip" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
    deletionProtection: true,
    lifecycle: { preventDestroy: true },
    dependsOn: [...entries, key],
  });
  const clusterId = cluster.id;
  for (let index = 0; index < pools; index++) {
    const { id, min, max, team } = poolOf(index);
    new CsKubernetesNodePool(stack, `cluster-${id}-pool`, {
      clusterId,
      nodePoolName: id,
      vswitchIds,
      instanceTypes: ["ecs.g7.xlarge", "ecs.g6.xlarge"],
      scalingConfig: { enable: true, minSize: min, maxSize: max, type: "cpu" },
      keyName: "ops",
      imageType: "AliyunLinux3ContainerOptimized",
      systemDiskCategory: "cloud_essd",
      systemDiskSize: 120,
      dataDisks: [{ category: "cloud_essd", size: 200, performanceLevel: "PL1" }],
      labels: [
        { key: "pool", value: id },
        { key: "team", value: team },
      ],
      taints: [{ key: "team", value: team, effect: "NoSchedule" }],
      installCloudMonitor: true,
      lifecycle: { ignoreChanges: ["desired_size"] },
    });
  }
  app.synth();
};
