import {
  Capacity,
  Disk,
  formatSummary,
  InstanceSelection,
  Login,
  ProCluster,
  summarize,
  type ZonalNodePoolsOptions,
} from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import * as fc from "fast-check";
import { spread } from "../../lib/node-pool/spread";
import { proCluster, severalTypes, terway, testStack } from "../support/stacks";

const usual = { instances: severalTypes, capacity: Capacity.fixed(7), login: Login.keyPair("ops") };

/** The pools by their addresses, in zones of these letters. */
function poolsIn(letters: string, options: Partial<ZonalNodePoolsOptions> = {}): Record<string, Arguments> {
  const stack = testStack();
  const network = terway(stack, { zones: [...letters].map((letter) => `cn-hangzhou-${letter}`) });
  const pools = proCluster(stack, { network }).addNodePoolPerZone("web", { ...usual, ...options });
  expect([...pools.pools.keys()]).toEqual(options.zones ?? [...letters]);
  return synthesize(stack).resources("alicloud_cs_kubernetes_node_pool");
}

const nodesOf = (pools: Record<string, Arguments>) =>
  Object.values(pools).map((pool) => [pool["node_pool_name"], pool["desired_size"]]);

describe("a node pool for each zone", () => {
  test("is in its zone alone, is called like it, and has a share of the nodes", () => {
    const pools = poolsIn("hik");
    expect(nodesOf(pools)).toEqual([
      ["web-h", "3"],
      ["web-i", "2"],
      ["web-k", "2"],
    ]);
    expect(Object.values(pools).map((pool) => pool["vswitch_ids"])).toEqual(
      ["h", "i", "k"].map((key) => [expect.stringMatching(`network_node-${key}_`)]),
    );
  });

  test("has a share of both bounds, and all else that was said of autoscaling", () => {
    const capacity = Capacity.autoscale({ min: 4, max: 10, type: "cpu", scalingPolicy: "recycle" });
    expect(
      Object.values(poolsIn("hik", { capacity })).map((pool) => [
        pool["scaling_config"],
        pool["scaling_policy"],
      ]),
    ).toEqual(
      [
        [2, 4],
        [1, 3],
        [1, 3],
      ].map(([min_size, max_size]) => [{ enable: true, min_size, max_size, type: "cpu" }, "recycle"]),
    );
  });

  test("is for the zones that are named, the first with the larger share, with a name of one's own", () => {
    expect(nodesOf(poolsIn("hik", { zones: ["k", "h"], name: "shop" }))).toEqual([
      ["shop-h", "3"],
      ["shop-k", "4"],
    ]);
  });

  test("keeps its address when a zone comes before it or goes", () => {
    const before = Object.keys(poolsIn("hik"));
    expect(Object.keys(poolsIn("ghik"))).toEqual(expect.arrayContaining(before));
    expect(before).toEqual(expect.arrayContaining(Object.keys(poolsIn("ik"))));
  });

  test("has everything else that was said, each pool by itself", () => {
    const more = {
      systemDisk: Disk.ssd({ sizeGiB: 40 }),
      labels: { team: "shop" },
      tags: { team: "shop" },
      timeouts: { create: "2h" },
      lifecycle: { preventDestroy: true },
    };
    expect(Object.values(poolsIn("hi", more))).toEqual(
      [1, 2].map(() =>
        expect.objectContaining({
          system_disk_category: "cloud_ssd",
          labels: [{ key: "team", value: "shop" }],
          tags: { team: "shop" },
          timeouts: { create: "2h" },
          lifecycle: { prevent_destroy: true },
        }),
      ),
    );
  });

  test("stands in the summary of its app by its name", () => {
    const stack = testStack();
    const network = terway(stack, { zones: ["cn-hangzhou-h", "cn-hangzhou-i"] });
    proCluster(stack, { network }).addNodePoolPerZone("web", usual);
    expect(formatSummary(summarize(stack.node.root))).toMatch(/web-h[^]*web-i/);
  });

  test("is one for each vSwitch of an existing cluster", () => {
    const stack = testStack();
    ProCluster.fromAttributes(stack, "cluster", {
      clusterId: "c123",
      nodeVSwitches: { h: "vsw-1", i: "vsw-2" },
    }).addNodePoolPerZone("web", { ...usual, instances: InstanceSelection.types("ecs.g7.xlarge") });
    expect(
      Object.values(synthesize(stack).resources("alicloud_cs_kubernetes_node_pool")).map(
        (pool) => pool["vswitch_ids"],
      ),
    ).toEqual([["vsw-1"], ["vsw-2"]]);
  });
});

describe("a spread", () => {
  const total = fc.integer({ min: 0, max: 5000 });
  const parts = fc.integer({ min: 1, max: 20 });
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  test("has the parts that were asked for, which make the whole and differ by one at most", () => {
    fc.assert(
      fc.property(total, parts, (whole, count) => {
        const all = spread(whole, count);
        expect(all).toHaveLength(count);
        expect(sum(all)).toBe(whole);
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("of more has no part that is smaller", () => {
    fc.assert(
      fc.property(total, total, parts, (one, other, count) => {
        const [less, more] = [spread(Math.min(one, other), count), spread(Math.max(one, other), count)];
        less.forEach((part, index) => expect(part).toBeLessThanOrEqual(more[index] ?? -1));
      }),
    );
  });
});
