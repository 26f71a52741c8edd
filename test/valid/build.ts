import type { App } from "cdktf";
import { TerraformStack } from "cdktf";
import {
  AcsCluster,
  AlicloudProvider,
  Capacity,
  DedicatedCluster,
  EdgeCluster,
  Egress,
  FlannelNetwork,
  ManagedCluster,
  NatGateway,
  ProCluster,
  Quotas,
  Scaler,
  SecretKmsEncryption,
  ServerlessCluster,
  ServerlessNetwork,
  TerwayNetwork,
  Vpc,
  type IVpc,
  type NodePool,
  type NodePoolOptions,
} from "cdktf-ack";
import { createTestApp } from "cdktf-ack/testing";
import * as fc from "fast-check";
import {
  acsClusters,
  autoscalers,
  dedicatedClusters,
  edgeClusters,
  edgePools,
  egresses,
  flannelNetworks,
  managedAddons,
  managedClusters,
  managedPools,
  management,
  natGateways,
  places,
  pools,
  proClusters,
  serverlessClusters,
  serverlessNetworks,
  terwayNetworks,
  vpcs,
} from "./arbitraries";

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** A whole configuration: a network, a cluster in it, and what the cluster has. */
const everywhere = {
  place: places,
  vpc: vpcs,
  egress: egresses,
  natGateway: natGateways,
  addons: managedAddons,
};
const withNodes = { ...everywhere, autoscaler: autoscalers };

export const configurations = fc.oneof(
  fc.record({
    kind: fc.constant("pro" as const),
    ...withNodes,
    network: fc.oneof(terway(), flannel()),
    cluster: proClusters,
    pools: managedPools,
    management,
  }),
  fc.record({
    kind: fc.constant("managed" as const),
    ...withNodes,
    network: fc.oneof(terway(), flannel()),
    cluster: managedClusters,
    pools,
  }),
  fc.record({
    kind: fc.constant("edge" as const),
    ...withNodes,
    network: flannel(),
    cluster: edgeClusters,
    pools,
    edgePools,
  }),
  fc.record({
    kind: fc.constant("dedicated" as const),
    ...withNodes,
    network: fc.oneof(terway(), flannel()),
    cluster: dedicatedClusters,
    pools,
  }),
  fc.record({
    kind: fc.constant("serverless" as const),
    ...everywhere,
    network: serverlessNetworks,
    cluster: serverlessClusters,
  }),
  fc.record({
    kind: fc.constant("acs" as const),
    ...everywhere,
    network: serverlessNetworks,
    cluster: acsClusters,
  }),
);

function terway() {
  return terwayNetworks.map((options) => ({ plugin: "terway" as const, options }));
}
function flannel() {
  return flannelNetworks.map((options) => ({ plugin: "flannel" as const, options }));
}

export type Configuration = Of<typeof configurations>;
type Nodes = Extract<Configuration, { readonly pools: unknown }>;

/** The stack of a configuration, for an account to which enough was granted. */
export function built(configuration: Configuration): TerraformStack {
  const { place } = configuration;
  const app: App = createTestApp({ context: { "cdktf-ack": {} } });
  const stack = new TerraformStack(app, "valid");
  new AlicloudProvider(stack, "alicloud", { region: place.region });
  Quotas.of(stack).set({ clusterNodes: 1000, nodePoolNodes: 1000, vpcRouteEntries: 200, eips: 100 });
  const vpc = new Vpc(stack, "vpc", configuration.vpc);
  switch (configuration.kind) {
    case "serverless":
    case "acs": {
      const network = new ServerlessNetwork(stack, "network", {
        ...configuration.network,
        zones: zonesOf(configuration),
        vpc,
        egress: egressOf(stack, configuration, vpc),
      });
      const cluster =
        configuration.kind === "acs"
          ? new AcsCluster(stack, "cluster", { ...withVersion(configuration.cluster), network })
          : new ServerlessCluster(stack, "cluster", { ...withVersion(configuration.cluster), network });
      addAddons(cluster, configuration);
      return stack;
    }
    default: {
      const cluster = clusterWithNodes(stack, configuration, vpc);
      const made = configuration.pools.map((options, index) =>
        cluster.addNodePool(`pool-${index}`, poolOptions(configuration, options, index)),
      );
      if (configuration.autoscaler !== undefined && made.some(isAutoscaled)) {
        cluster.addAutoscaler("autoscaler", { scaler: Scaler.clusterAutoscaler(configuration.autoscaler) });
      }
      addAddons(cluster, configuration);
      return stack;
    }
  }
}

function isSandboxed({ runtime }: NodePoolOptions): boolean {
  return runtime?.isSandboxed === true;
}

function isAutoscaled(pool: NodePool): boolean {
  return pool.capacity.isAutoscaled;
}

function clusterWithNodes(stack: TerraformStack, configuration: Nodes, vpc: IVpc) {
  const egress = egressOf(stack, configuration, vpc);
  const zones = zonesOf(configuration);
  if (configuration.kind === "edge") {
    const network = new FlannelNetwork(stack, "network", {
      ...configuration.network.options,
      zones,
      vpc,
      egress,
    });
    const cluster = new EdgeCluster(stack, "cluster", { ...withVersion(configuration.cluster), network });
    configuration.edgePools.forEach((options, index) => cluster.planEdgePool(`edge-${index}`, options));
    return cluster;
  }
  const network =
    configuration.network.plugin === "terway"
      ? new TerwayNetwork(stack, "network", {
          ...configuration.network.options,
          // IPv6 for Pods takes a VPC that has it.
          dualStack:
            configuration.vpc.ipv6 === true && configuration.kind !== "dedicated"
              ? configuration.network.options.dualStack
              : undefined,
          // Sandboxed Pods do not go with eBPF.
          dataPathV2: configuration.pools.some(isSandboxed)
            ? false
            : configuration.network.options.dataPathV2,
          zones,
          vpc,
          egress,
        })
      : new FlannelNetwork(stack, "network", { ...configuration.network.options, zones, vpc, egress });
  switch (configuration.kind) {
    case "pro": {
      const { secretEncryption, version, ...cluster } = configuration.cluster;
      // ACK sells sandboxed Pods up to 1.34.
      const kept = configuration.pools.some(isSandboxed) ? "1.34.1-aliyun.1" : version;
      return new ProCluster(stack, "cluster", {
        ...withVersion({ ...cluster, version: kept }),
        network,
        ...(secretEncryption === undefined
          ? {}
          : {
              secretEncryption:
                secretEncryption === "disabled"
                  ? "disabled"
                  : new SecretKmsEncryption(stack, "secrets", secretEncryption),
            }),
      });
    }
    case "managed":
      return new ManagedCluster(stack, "cluster", { ...withVersion(configuration.cluster), network });
    case "dedicated":
      return new DedicatedCluster(stack, "cluster", { ...configuration.cluster, network });
  }
}

/** ACK chooses the version of a cluster that it upgrades. */
function withVersion<
  T extends { readonly version?: string; readonly maintenanceWindow?: { readonly autoUpgrade?: string } },
>(cluster: T): T {
  return cluster.maintenanceWindow?.autoUpgrade === undefined ? cluster : { ...cluster, version: undefined };
}

function zonesOf({ place, network }: Configuration): string[] {
  const { zones } = "options" in network ? network.options : network;
  return place.zones.slice(0, zones);
}

function egressOf(stack: TerraformStack, { egress, natGateway, place }: Configuration, vpc: IVpc): Egress {
  switch (egress) {
    case "nat gateway":
      return Egress.natGateway();
    case "own gateway":
      return Egress.natGateway(
        new NatGateway(stack, "nat", { ...natGateway, vpc, zone: place.zones[0] ?? "" }),
      );
    case "by ACK":
      return Egress.byAck();
    case "existing":
      return Egress.existing();
    case "table":
      return Egress.existing({ snatTableId: "stb-bp1abcdef", snatIp: "203.0.113.7" });
    case "none":
      return Egress.none();
  }
}

/** Names are unique in a cluster, a login as another than root takes a hardened or ordinary Linux, ACK manages pools with key pairs. */
function poolOptions(configuration: Nodes, options: NodePoolOptions, index: number): NodePoolOptions {
  const room = options.replacement === "create-first" ? 51 : 60;
  const named = options.name === undefined ? {} : { name: `${options.name.slice(0, room)}-${index}` };
  const managed = configuration.kind === "pro" ? { management: configuration.management } : {};
  // System components of an edge cluster run on a node in the cloud.
  const cloud = configuration.kind === "edge" && index === 0 ? { capacity: Capacity.fixed(2) } : {};
  // Interfaces for single Pods are Terway's.
  const shared = isTerway(configuration) ? {} : { exclusiveEni: undefined };
  return { ...options, ...named, ...managed, ...cloud, ...shared };
}

function isTerway({ network }: Nodes): boolean {
  return "plugin" in network && network.plugin === "terway";
}

function addAddons(
  cluster: { addAddon(id: string, options: { name: string; version?: string }): unknown },
  { addons }: Configuration,
): void {
  addons.forEach((addon) => cluster.addAddon(addon.name, addon));
}
