import type { App } from "cdktf";
import {
  Billing,
  Capacity,
  FlannelNetwork,
  Gpu,
  GpuDriver,
  ImageType,
  InstanceSelection,
  Login,
  MultiAzPolicy,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
  ContainerRuntime,
  Disk,
  type NodePoolOptions,
} from "cdktf-ack";
import { instance } from "cdktf-ack/alicloud";
import type { Construct } from "constructs";
import { applied, inLab, stackOf, synthesized, version } from "./support";

const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];
const login = Login.keyPair("ops");

function clusterOf(stack: Construct, plugin: "terway" | "flannel"): ProCluster {
  const network =
    plugin === "terway"
      ? TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones })
      : FlannelNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", podCidr: "172.20.0.0/16", zones });
  const cluster = new ProCluster(stack, "cluster", {
    name: "shop",
    network,
    version: "1.34.1-aliyun.1",
    removalPolicy: RemovalPolicy.DESTROY,
  });
  cluster.addAddon("detector", { name: "ack-node-problem-detector" });
  cluster.addAddon("ai", { name: "ack-ai-installer" });
  return cluster;
}

const withPool = (options: NodePoolOptions, plugin: "terway" | "flannel" = "terway"): string =>
  synthesized((app: App) =>
    stackOf(app, (stack) => {
      clusterOf(stack, plugin).addNodePool("workers", options);
    }),
  );

/** The pool of instances that exist; the stack makes them, and more of them than the pool takes. */
const withExisting = (nodes: number): string =>
  synthesized((app: App) =>
    stackOf(app, (stack) => {
      const cluster = clusterOf(stack, "terway");
      const [vswitchId] = cluster.nodeVSwitches.values();
      const instances = [1, 2, 3].map(
        (number) =>
          new instance.Instance(stack, `rack-${number}`, {
            instanceType: "ecs.g7.xlarge",
            imageId: "aliyun_3_x64_20G_alibase_20250117.vhd",
            securityGroups: [cluster.resource.securityGroupId],
            vswitchId,
            lifecycle: { ignoreChanges: ["image_id", "key_name"] },
          }),
      );
      cluster.addNodePool("racks", {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.existing(instances.slice(0, nodes).map(({ id }) => id)),
        login,
      });
    }),
  );

/** The plan of the next version: what it does with each pool. */
async function changesOf(json: string, lab: Parameters<typeof version>[0]): Promise<readonly string[]> {
  const { changes } = await version(lab, json).plan();
  return changes
    .filter(({ action }) => action !== "noop")
    .map(({ address, action }) => `${action} ${address.split(".")[0] ?? ""}`);
}

const pool = "alicloud_cs_kubernetes_node_pool";
const gpus = { instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"), login };
const lingjun = {
  instances: InstanceSelection.lingjun({ clusterId: "i111987943172", groupId: "ng-ec3c96ff0aa4c60d" }),
  login,
};

test.each<[string, string, string]>([
  [
    "GPUs that are shared, and then kept apart",
    withPool({ ...gpus, capacity: Capacity.fixed(1), gpu: Gpu.shared() }),
    withPool({
      ...gpus,
      capacity: Capacity.fixed(3),
      gpu: Gpu.shared({ isolation: "memory" }),
      gpuDriver: GpuDriver.version("550.144.03"),
    }),
  ],
  [
    "ARM instances",
    withPool({ instances: InstanceSelection.types("ecs.g8y.xlarge"), capacity: Capacity.fixed(1), login }),
    withPool({ instances: InstanceSelection.types("ecs.g8y.xlarge"), capacity: Capacity.fixed(4), login }),
  ],
  [
    "ContainerOS that ACK manages",
    withPool({
      instances: InstanceSelection.types("ecs.g7.xlarge"),
      capacity: Capacity.fixed(1),
      login,
      imageType: ImageType.CONTAINER_OS,
      management: { autoVulFix: true },
    }),
    withPool({
      instances: InstanceSelection.types("ecs.g7.xlarge"),
      capacity: Capacity.fixed(2),
      login,
      imageType: ImageType.CONTAINER_OS,
      management: { autoVulFix: true, autoRepair: true },
    }),
  ],
  [
    "spot instances that are mixed with others",
    withPool({
      instances: InstanceSelection.types("ecs.c7.2xlarge", "ecs.c6.2xlarge"),
      capacity: Capacity.autoscale({ min: 0, max: 10, type: "spot" }),
      login,
      billing: Billing.spot(),
      multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 20 }),
    }),
    withPool({
      instances: InstanceSelection.types("ecs.c7.2xlarge", "ecs.c6.2xlarge"),
      capacity: Capacity.autoscale({ min: 2, max: 20, type: "spot" }),
      login,
      billing: Billing.spot({ maxPrices: { "ecs.c7.2xlarge": 0.9 } }),
      multiAzPolicy: MultiAzPolicy.costOptimized({ onDemandPercentage: 50 }),
    }),
  ],
  [
    "Windows",
    withPool(
      {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(1),
        imageType: ImageType.WINDOWS,
      },
      "flannel",
    ),
    withPool(
      {
        instances: InstanceSelection.types("ecs.g7.xlarge"),
        capacity: Capacity.fixed(2),
        imageType: ImageType.WINDOWS,
      },
      "flannel",
    ),
  ],
  [
    "Pods in virtual machines",
    withPool(
      {
        instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
        capacity: Capacity.fixed(1),
        login,
        runtime: ContainerRuntime.sandboxed("2.2.0"),
        dataDisks: [Disk.essd({ sizeGiB: 1024 })],
      },
      "flannel",
    ),
    withPool(
      {
        instances: InstanceSelection.types("ecs.ebmg7.32xlarge"),
        capacity: Capacity.fixed(2),
        login,
        runtime: ContainerRuntime.sandboxed("2.2.0"),
        dataDisks: [Disk.essd({ sizeGiB: 2048 })],
      },
      "flannel",
    ),
  ],
  [
    "servers of Lingjun",
    withPool({ ...lingjun, capacity: Capacity.fixed(1) }),
    withPool({ ...lingjun, capacity: Capacity.fixed(2) }),
  ],
])(
  "a pool with %s deploys, plans nothing more, scales and changes in place, and goes",
  (_name, first, then) =>
    inLab(async (lab) => {
      await applied(version(lab, first));
      expect(await changesOf(then, lab)).toEqual([`update ${pool}`]);
      await applied(version(lab, then));
      await version(lab, then).destroy();
    }),
);

test("instances that exist join a pool, one more joins in place, and all are left when the pool goes", () =>
  inLab(async (lab) => {
    await applied(version(lab, withExisting(1)));
    expect(await changesOf(withExisting(2), lab)).toEqual([`update ${pool}`]);
    await applied(version(lab, withExisting(2)));
    expect(lab.account.objects().filter(({ type }) => type === "alicloud_instance")).toHaveLength(3);
    await version(lab, withExisting(2)).destroy();
  }));
