import {
  DedicatedCluster,
  Disk,
  Limits,
  Login,
  RegisteredCluster,
  RemovalPolicy,
  type DedicatedClusterProps,
} from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { flannel, poolOptions, terway, testStack } from "../support/stacks";

const TYPE = "alicloud_cs_kubernetes";

const masters = {
  instanceTypes: ["ecs.g7.xlarge", "ecs.g7.xlarge", "ecs.c7.2xlarge"],
  login: Login.keyPair("ops"),
} as const;

function stackWith(props: Partial<DedicatedClusterProps> = {}) {
  const stack = testStack();
  Limits.of(stack).acknowledge("dedicated-creation-stopped", { reason: "it exists since 2022" });
  const network = props.network ?? terway(stack, { zones: ["cn-hangzhou-h", "cn-hangzhou-i"] });
  const cluster = new DedicatedCluster(stack, "cluster", { name: "shop", masters, ...props, network });
  return { stack, cluster };
}
const argumentsOf = (props: Partial<DedicatedClusterProps> = {}): Arguments =>
  synthesize(stackWith(props).stack).resource(TYPE);
const node = (key: string) =>
  expect.stringMatching(new RegExp(`^\\$\\{alicloud_vswitch\\.network_node-${key}_`)) as string;

describe("a dedicated cluster", () => {
  test("has exactly the arguments that keep the second plan empty", () => {
    expect(argumentsOf()).toEqual({
      name: "shop",
      master_instance_types: ["ecs.g7.xlarge", "ecs.g7.xlarge", "ecs.c7.2xlarge"],
      master_vswitch_ids: [node("h"), node("i"), node("h")],
      master_disk_category: "cloud_essd",
      master_disk_size: 120,
      master_instance_charge_type: "PostPaid",
      key_name: "ops",
      enable_ssh: false,
      pod_vswitch_ids: [expect.any(String), expect.any(String)],
      service_cidr: "172.21.0.0/20",
      node_cidr_mask: 24,
      new_nat_gateway: false,
      proxy_mode: "ipvs",
      cluster_domain: "cluster.local",
      is_enterprise_security_group: true,
      slb_internet_enabled: false,
      skip_set_certificate_authority: true,
      addons: [{ name: "terway-eniip" }, { name: "csi-plugin" }, { name: "csi-provisioner" }],
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("is accepted by the provider", () => {
    expectAccepted(synthesize(stackWith().stack).json);
  });

  test("has its masters paid in advance, on disks of a level with snapshots", () => {
    expect(
      argumentsOf({
        masters: {
          ...masters,
          systemDisk: Disk.essd({ sizeGiB: 500, performanceLevel: "PL2", snapshotPolicyId: "sp-bp1a" }),
          subscription: { months: 12, renewMonths: 1 },
        },
      }),
    ).toMatchObject({
      master_disk_size: 500,
      master_disk_performance_level: "PL2",
      master_disk_snapshot_policy_id: "sp-bp1a",
      master_instance_charge_type: "PrePaid",
      master_period_unit: "Month",
      master_period: 12,
      master_auto_renew: true,
      master_auto_renew_period: 1,
    });
  });

  test("has masters with an operating system of one's own choice", () => {
    expect(argumentsOf({ masters: { ...masters, platform: "AliyunLinux3" } })).toMatchObject({
      platform: "AliyunLinux3",
    });
  });

  test("takes node pools, which count against the routes of its VPC", () => {
    const stack = testStack();
    Limits.of(stack).acknowledge("dedicated-creation-stopped", { reason: "it exists since 2022" });
    const cluster = new DedicatedCluster(stack, "cluster", {
      name: "shop",
      network: flannel(stack),
      masters,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    cluster.addNodePool("workers", poolOptions());
    const { resource } = synthesize(stack);
    expect(resource("alicloud_cs_kubernetes_node_pool")["cluster_id"]).toMatch(
      /^\$\{alicloud_cs_kubernetes\.cluster_\w+\.id\}$/,
    );
    expect(resource(TYPE)).toMatchObject({ pod_cidr: "172.20.0.0/16", deletion_protection: false });
    expect(cluster.nodesTakeRoutes).toBe(true);
  });
});

test("a dedicated or registered cluster that exists takes pools", () => {
  const stack = testStack();
  const nodeVSwitches = { h: "vsw-1" };
  const old = DedicatedCluster.fromAttributes(stack, "old", { clusterId: "c1", nodeVSwitches });
  const hybrid = RegisteredCluster.fromAttributes(stack, "hybrid", { clusterId: "c2", nodeVSwitches });
  old.addNodePool("workers", poolOptions());
  hybrid.addNodePool("cloud", poolOptions());
  const pools = Object.values(synthesize(stack).resources("alicloud_cs_kubernetes_node_pool"));
  expect(pools.map((one) => one["cluster_id"])).toEqual(["c2", "c1"]);
  expect([old.kind, hybrid.kind]).toEqual(["dedicated", "registered"]);
});
