import type { App } from "cdktf";
import {
  Capacity,
  ContainerRuntime,
  Disk,
  InstanceSelection,
  Login,
  ProCluster,
  RemovalPolicy,
  TerwayNetwork,
  type NodePoolOptions,
  type TerwayNetworkInNewVpcProps,
} from "cdktf-ack";
import { applied, inLab, stackOf, synthesized, version } from "./support";

const usual = {
  instances: InstanceSelection.types("ecs.g7.xlarge", "ecs.g6.xlarge", "ecs.g8i.xlarge"),
  login: Login.keyPair("ops"),
};
const zones = ["cn-hangzhou-h", "cn-hangzhou-i"];

const clusterWith = (
  add: (cluster: ProCluster) => unknown,
  network: Partial<TerwayNetworkInNewVpcProps> = {},
): string =>
  synthesized((app: App) =>
    stackOf(app, (stack) => {
      add(
        new ProCluster(stack, "cluster", {
          name: "shop",
          network: TerwayNetwork.inNewVpc(stack, "network", { cidr: "10.0.0.0/16", zones, ...network }),
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      );
    }),
  );

const withPool = (props: Partial<NodePoolOptions>) =>
  clusterWith((cluster) =>
    cluster.addNodePool("workers", { ...usual, capacity: Capacity.fixed(2), ...props }),
  );

const disk = Disk.essd({ sizeGiB: 120, encrypted: true });
const logs = { disk, mount: { target: "/mnt/logs" } };

test.each<[string, Partial<NodePoolOptions>, Partial<NodePoolOptions>]>([
  [
    "a system disk that falls back on other categories",
    { systemDisk: disk },
    { systemDisk: { disk, fallbacks: ["cloud_auto", "cloud_ssd"], encryptAlgorithm: "aes-256" } },
  ],
  [
    "a system disk that falls back on nothing any more",
    { systemDisk: { disk, fallbacks: ["cloud_ssd"] } },
    { systemDisk: { disk, fallbacks: [] } },
  ],
  [
    "snapshots",
    { systemDisk: Disk.essd({ sizeGiB: 120, snapshotPolicyId: "sp-bp1a" }), dataDisks: [disk] },
    {
      systemDisk: Disk.essd({ sizeGiB: 120, snapshotPolicyId: "sp-bp1b" }),
      dataDisks: [Disk.essd({ sizeGiB: 120, encrypted: true, snapshotPolicyId: "sp-bp1b" })],
    },
  ],
  [
    "data disks that are mounted",
    { dataDisks: [logs, disk] },
    { dataDisks: [{ disk, mount: { target: "/mnt/logs", fileSystem: "xfs" } }, disk] },
  ],
  [
    "data disks with names, devices and contents",
    { dataDisks: [{ disk, name: "images", device: "/dev/xvdb" }] },
    { dataDisks: [{ disk, name: "models", device: "/dev/xvdc", snapshotId: "s-bp1a" }] },
  ],
  [
    "settings of containerd",
    {
      runtime: ContainerRuntime.containerd({ version: "2.1.5", registryMirrors: ["https://a.example.com"] }),
    },
    {
      runtime: ContainerRuntime.containerd({
        version: "2.1.5",
        insecureRegistries: ["b.example.com"],
        maxConcurrentDownloads: 10,
        ignoreImageDefinedVolume: false,
        limitCore: 0,
        limitNoFile: 1_048_576,
        limitMemLock: 67_108_864,
      }),
    },
  ],
  [
    "a script before all, and databases",
    { preUserData: "#!/bin/sh\n" },
    { preUserData: "#!/bin/sh\nls\n", rdsInstanceIds: ["rm-bp1example"] },
  ],
])("a pool with %s deploys, plans nothing more, changes in place, and goes", (_name, first, then) =>
  inLab(async (lab) => {
    await applied(version(lab, withPool(first)));
    const { changes } = await version(lab, withPool(then)).plan();
    expect(changes.filter(({ action }) => action !== "noop").map(({ action }) => action)).toEqual(["update"]);
    await applied(version(lab, withPool(then)));
    await version(lab, withPool(then)).destroy();
  }),
);

test("pools for each zone stay where they are when a zone comes, and share the nodes with it", () =>
  inLab(async (lab) => {
    const perZone = (places: readonly string[]) =>
      clusterWith((cluster) => cluster.addNodePoolPerZone("web", { ...usual, capacity: Capacity.fixed(6) }), {
        zones: places,
      });
    await applied(version(lab, perZone(zones)));
    const more = perZone([...zones, "cn-hangzhou-k"]);
    const { changes } = await version(lab, more).plan();
    const ofPools = changes.filter(({ address }) => address.startsWith("alicloud_cs_kubernetes_node_pool."));
    expect(ofPools.map(({ action }) => action).sort()).toEqual(["create", "update", "update"]);
    await applied(version(lab, more));
    await version(lab, more).destroy();
  }));
