import { EdgeCluster, isEdge, isPro, ManagedCluster, ProCluster, Vpc, type ICluster } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { flannel, poolOptions, proCluster, terway, testStack, textToken } from "../support/stacks";

describe("the kind of a cluster", () => {
  test("is told alike for owned and existing clusters", () => {
    const stack = testStack();
    const clusters: ICluster[] = [
      new ManagedCluster(stack, "managed", { name: "managed", network: terway(stack, { id: "one" }) }),
      proCluster(stack, { id: "pro" }),
      new EdgeCluster(stack, "edge", { name: "edge", network: flannel(stack, { id: "two" }) }),
      ManagedCluster.fromAttributes(stack, "old-managed", { clusterId: "c1" }),
      ProCluster.fromAttributes(stack, "old-pro", { clusterId: "c2" }),
      EdgeCluster.fromAttributes(stack, "old-edge", { clusterId: "c3" }),
    ];
    expect(clusters.map(({ kind }) => kind)).toEqual(["managed", "pro", "edge", "managed", "pro", "edge"]);
    expect(clusters.map(isPro)).toEqual([false, true, false, false, true, false]);
    expect(clusters.map(isEdge)).toEqual([false, false, true, false, false, true]);
    // Nobody knows which edition an existing edge cluster has.
    expect(clusters.map(({ edition }) => edition)).toEqual([
      "basic",
      "pro",
      "pro",
      "basic",
      "pro",
      undefined,
    ]);
  });
});

describe("an existing cluster", () => {
  test("makes nothing and knows what it was told", () => {
    const stack = testStack();
    const vpc = Vpc.fromAttributes(stack, "vpc", { vpcId: "vpc-1" });
    const cluster = ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c123",
      nodeVSwitches: { h: "vsw-1" },
      vpc,
      plugin: "flannel",
    });
    expect(synthesize(stack).json["resource"]).toBeUndefined();
    expect([...cluster.nodeVSwitches]).toEqual([["h", "vsw-1"]]);
    expect(cluster).toMatchObject({ clusterId: "c123", vpc, nodesTakeRoutes: true, network: undefined });
  });

  test("names what it was not told", () => {
    const stack = testStack();
    const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123" });
    expect(() => cluster.nodeVSwitches).toThrow(
      /imported-attribute {3}shop\/cluster[^]*got {4}nodeVSwitches of an imported cluster, which was not given/,
    );
  });

  test("is the same cluster under the same id, and one of its own under an id that only Terraform knows", () => {
    const stack = testStack();
    const ids = ["c1", "c1", textToken(stack), textToken(stack, "other")];
    const keys = ids.map(
      (clusterId, index) => ProCluster.fromAttributes(stack, `c-${index}`, { clusterId }).groupKey,
    );
    expect(keys).toEqual(["id:c1", "id:c1", "object:shop/c-2", "object:shop/c-3"]);
  });

  test("at the edge takes no route entries of its VPC", () => {
    const stack = testStack();
    const cluster = EdgeCluster.fromAttributes(stack, "cluster", { clusterId: "c123", plugin: "flannel" });
    expect(cluster.nodesTakeRoutes).toBe(false);
  });

  test("takes pools and add-ons", () => {
    const stack = testStack();
    const cluster = ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c123",
      nodeVSwitches: { h: "vsw-1" },
    });
    cluster.addNodePool("workers", poolOptions());
    cluster.addAddon("metrics", { name: "metrics-server" });
    const { resource } = synthesize(stack);
    expect(resource("alicloud_cs_kubernetes_node_pool")).toMatchObject({ cluster_id: "c123" });
    expect(resource("alicloud_cs_kubernetes_addon")["depends_on"]).toEqual([
      expect.stringMatching(/^alicloud_cs_kubernetes_node_pool\.cluster_workers_pool_/),
    ]);
  });
});
