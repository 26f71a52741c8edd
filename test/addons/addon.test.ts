import type { TerraformStack } from "cdktf";
import { Addon, Capacity, ProCluster, type AddonConfig } from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { canonicalJson } from "../../lib/addons";
import { besideStack, poolOptions, proCluster, terway, testStack, textToken } from "../support/stacks";

const TYPE = "alicloud_cs_kubernetes_addon";
const POOL = /^alicloud_cs_kubernetes_node_pool\.cluster_first_pool_/;

const addonOf = (stack: TerraformStack): Arguments => synthesize(stack).resource(TYPE);

describe("an add-on", () => {
  test("has exactly what was given, and the time that large ones need", () => {
    const stack = testStack();
    proCluster(stack).addAddon("metrics", { name: "metrics-server" });
    expect(addonOf(stack)).toEqual({
      cluster_id: expect.stringMatching(/^\$\{alicloud_cs_managed_kubernetes\.cluster_\w+\.id\}$/),
      name: "metrics-server",
      timeouts: { create: "30m" },
    });
  });

  test("takes a version, settings and timeouts", () => {
    const stack = testStack();
    proCluster(stack).addAddon("metrics", {
      name: "metrics-server",
      version: "v0.3.9",
      config: { b: "2", a: "1" },
      timeouts: { create: "1h", update: "20m" },
    });
    expect(addonOf(stack)).toMatchObject({
      version: "v0.3.9",
      config: '{"a":"1","b":"2"}',
      timeouts: { create: "1h", update: "20m" },
    });
  });

  test("with settings that only Terraform knows leaves their encoding to Terraform", () => {
    const stack = testStack();
    proCluster(stack).addAddon("logs", {
      name: "logtail-ds",
      config: { project: { name: textToken(stack) } },
    });
    expect(addonOf(stack)["config"]).toBe('${jsonencode({"project" = {"name" = var.text}})}');
  });

  test("of an imported cluster names it", () => {
    const stack = testStack();
    const cluster = ProCluster.fromAttributes(stack, "cluster", { clusterId: "c123" });
    new Addon(stack, "metrics", { cluster, name: "metrics-server" });
    expect(addonOf(stack)["cluster_id"]).toBe("c123");
  });
});

describe("settings of an add-on", () => {
  test("are written as Go writes them: sorted at every level, no spaces, three characters escaped", () => {
    const config = { z: [{ b: 1, a: null }], "<&>": "a<b>&c\u2028", "10": true, "9": 0.5, "": "" };
    expect(canonicalJson(config)).toBe(
      String.raw`{"":"","10":true,"9":0.5,"\u003c\u0026\u003e":"a\u003cb\u003e\u0026c\u2028","z":[{"a":null,"b":1}]}`,
    );
  });

  test("mean the same after they are written, whatever they are, in whatever order they were given", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), (value) => {
        const config = JSON.parse(JSON.stringify(value)) as AddonConfig;
        const reversed = Object.fromEntries(Object.entries(config).reverse());
        expect(JSON.parse(canonicalJson(config))).toEqual(config);
        expect(canonicalJson(reversed)).toBe(canonicalJson(config));
      }),
    );
  });
});

describe("an add-on waits for the first pool", () => {
  test.each(["before", "after"])("when it is made %s the pools", (order) => {
    const stack = testStack();
    const cluster = proCluster(stack);
    const addAddon = () => cluster.addAddon("metrics", { name: "metrics-server" });
    if (order === "before") addAddon();
    cluster.addNodePool("first", poolOptions());
    cluster.addNodePool("second", poolOptions());
    if (order === "after") addAddon();
    expect(addonOf(stack)["depends_on"]).toEqual([expect.stringMatching(POOL)]);
  });

  test("that has a node to begin with: one that begins empty would leave its Pods waiting", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    const addon = cluster.addAddon("identity", { name: "ack-pod-identity-webhook" });
    cluster.addNodePool("empty", poolOptions({ capacity: Capacity.autoscale({ min: 0, max: 3 }) }));
    const pool = cluster.addNodePool("workers", poolOptions({ capacity: Capacity.fixed(1) }));
    expect(synthesize(stack).resource("alicloud_cs_kubernetes_addon")["depends_on"]).toEqual([
      `alicloud_cs_kubernetes_node_pool.${pool.resource.friendlyUniqueId}`,
    ]);
    expect(addon.resource.dependsOn).toHaveLength(1);
  });

  test("beside what the user wants it to wait for", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    const other = terway(stack, { id: "other" });
    cluster.addNodePool("first", poolOptions());
    cluster.addAddon("metrics", { name: "metrics-server", dependsOn: [other.vpc] });
    expect(addonOf(stack)["depends_on"]).toEqual([
      expect.stringMatching(/^alicloud_vpc\.other-vpc_/),
      expect.stringMatching(POOL),
    ]);
  });

  test("unless that pool waits for it: then for the next one", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    const addon = cluster.addAddon("metrics", { name: "metrics-server" });
    cluster.addNodePool("waiting", poolOptions({ dependsOn: [addon] }));
    cluster.addNodePool("first", poolOptions());
    expect(addonOf(stack)["depends_on"]).toEqual([expect.stringMatching(POOL)]);
  });

  test("of its own stack", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    cluster.addAddon("metrics", { name: "metrics-server" });
    const imported = ProCluster.fromAttributes(besideStack(stack, "ads"), "cluster", {
      clusterId: cluster.clusterId,
      nodeVSwitches: { h: "vsw-1" },
    });
    imported.addNodePool("workers", poolOptions());
    expect(addonOf(stack)["depends_on"]).toBeUndefined();
  });
});
