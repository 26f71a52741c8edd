import "cdktf-ack/testing/jest";
import { App } from "cdktf";
import { Billing, Capacity, Disk, type NodePoolOptions } from "cdktf-ack";
import { hasNodePool, nodePoolsOf, respectsLimits, synthesize, violates } from "cdktf-ack/testing";
import { besideStack, flannel, numberToken, poolOptions, proCluster, testStack } from "../support/stacks";

function shop(workers: Partial<NodePoolOptions> = {}) {
  const stack = testStack();
  const cluster = proCluster(stack, { network: flannel(stack) });
  const pool = cluster.addNodePool("workers", poolOptions({ name: "workers", ...workers }));
  cluster.addNodePool("spot", {
    ...poolOptions({ name: "spot", capacity: Capacity.autoscale({ min: 1, max: 10 }) }),
    billing: Billing.spot(),
    labels: { team: "shop", app: "web" },
  });
  return { stack, cluster, pool };
}

const smallDisk = { systemDisk: Disk.essd({ sizeGiB: 10 }) };

/** The message of an expectation that fails. */
function failure(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("The expectation was met.");
}

describe("toRespectLimits", () => {
  test("passes for an app, a stack, a construct, and what a stack became", () => {
    const { stack, cluster } = shop();
    expect(App.of(stack)).toRespectLimits();
    expect(stack).toRespectLimits();
    expect(cluster).toRespectLimits();
    expect(synthesize(stack)).toRespectLimits();
    expect(failure(() => expect(stack).not.toRespectLimits())).toBe(
      "expected shop to break a documented limit, but it respects all of them",
    );
  });

  test("fails with all that is wrong, as the synthesis would say it", () => {
    const { stack } = shop(smallDisk);
    expect(stack).not.toRespectLimits();
    const message = failure(() => expect(stack).toRespectLimits());
    expect(message).toMatch(
      /^expected shop to respect the documented limits, but it breaks system-disk-size\n/,
    );
    expect(message).toContain("got    systemDisk sizeGiB 10");
    expect(message).toContain("docs/limits.md#system-disk-size");
  });

  test("looks at what is in the construct alone", () => {
    const { stack, pool } = shop(smallDisk);
    const other = besideStack(stack, "other");
    proCluster(other, { network: flannel(other) });
    expect(other).toRespectLimits();
    expect(pool).not.toRespectLimits();
    expect(App.of(stack)).not.toRespectLimits();
  });

  test("takes a function, for what is refused as soon as it is made", () => {
    const stack = testStack();
    expect(() => flannel(stack, { zones: [] })).not.toRespectLimits();
    expect(() => flannel(stack, { id: "other" })).toRespectLimits();
    expect(() =>
      respectsLimits(() => {
        throw new Error("something else");
      }),
    ).toThrow("something else");
  });

  test("does not pass for what it cannot judge", () => {
    expect(() => respectsLimits((() => undefined) as never)).toThrow(/a function that gives one back/);
  });
});

describe("toViolate", () => {
  test("passes for a limit that is broken, and for advice that is not followed", () => {
    expect(shop(smallDisk).stack).toViolate("system-disk-size");
    expect(shop().stack).toViolate("spot-expiry-needs-npd");
    expect(shop().stack).toRespectLimits();
  });

  test("says what is violated instead, and what was expected", () => {
    const message = failure(() => expect(shop(smallDisk).stack).toViolate("node-pool-name-length"));
    expect(message).toMatch(
      /^expected shop to violate node-pool-name-length \("The name of a node pool has 1 to 63 characters\."\), but it violates system-disk-size, spot-expiry-needs-npd\n/,
    );
    expect(failure(() => expect(testStack()).toViolate("system-disk-size"))).toMatch(
      /but it violates nothing$/,
    );
    expect(failure(() => expect(shop(smallDisk).stack).not.toViolate("system-disk-size"))).toMatch(
      /^expected shop not to violate system-disk-size, but it does\n/,
    );
  });

  test("says where a limit could not be judged", () => {
    const stack = testStack();
    const cluster = proCluster(stack, { network: flannel(stack) });
    cluster.addNodePool("workers", poolOptions({ systemDisk: Disk.essd({ sizeGiB: numberToken(stack) }) }));
    expect(failure(() => expect(stack).toViolate("system-disk-size"))).toContain(
      "It could not be judged at shop/cluster/workers",
    );
  });

  test("fails for an id that no limit has, in both directions", () => {
    const said = 'No limit has the id "disk-size", but "';
    expect(failure(() => expect(shop().stack).toViolate("disk-size"))).toContain(said);
    expect(failure(() => expect(shop().stack).not.toViolate("disk-size"))).toContain(said);
  });
});

describe("toHaveNodePool", () => {
  test("passes for a pool like that, in the words of its props", () => {
    const { stack } = shop();
    expect(stack).toHaveNodePool({ name: "workers", nodes: 3, isSpot: false });
    expect(stack).toHaveNodePool({ name: "spot", min: 1, max: 10, labels: { team: "shop" }, isSpot: true });
    expect(stack).toHaveNodePool({ max: expect.any(Number), labels: { app: expect.stringMatching(/^w/) } });
    expect(stack).toHaveNodePool({ name: "spot", arguments: { scaling_config: expect.anything() } });
    expect(stack).not.toHaveNodePool({ name: "spot", max: 11 });
  });

  test("takes a stack in whatever form there is", () => {
    const { json } = synthesize(shop().stack);
    expect(json).toHaveNodePool({ name: "spot" });
    expect(JSON.stringify(json)).toHaveNodePool({ name: "spot" });
    expect(synthesize(shop().stack)).toHaveNodePool({ name: "spot" });
  });

  test("says what the pool of that name, or else the closest, has instead", () => {
    const { stack } = shop();
    expect(
      failure(() => expect(stack).toHaveNodePool({ name: "spot", max: 12, labels: { team: "x" } })),
    ).toBe(
      [
        'expected a node pool with {"name":"spot","max":12,"labels":{"team":"x"}}; the stack has spot, workers',
        "",
        'closest is "spot":',
        "  max: got 10, want 12",
        '  labels.team: got "shop", want "x"',
      ].join("\n"),
    );
    expect(failure(() => expect(stack).toHaveNodePool({ nodes: 4, min: 3 }))).toContain(
      'closest is "workers"',
    );
    expect(failure(() => expect(testStack()).toHaveNodePool({}))).toMatch(/the stack has none$/);
    expect(failure(() => expect(stack).not.toHaveNodePool({ name: "spot" }))).toBe(
      'expected no node pool with {"name":"spot"}, but "spot" is one',
    );
  });

  test("refuses what it knows nothing of", () => {
    expect(() => hasNodePool(shop().stack, { colour: "red" } as never)).toThrow(
      /Nothing is known of "colour".*Known are name, nodes, min, max/,
    );
  });
});

test("the checks work without jest", () => {
  const { stack } = shop(smallDisk);
  expect(respectsLimits(stack).pass).toBe(false);
  expect(violates(stack, "system-disk-size")).toEqual({
    pass: true,
    message: expect.stringContaining("expected shop not to violate"),
  });
  expect(
    hasNodePool(shop().stack, {
      name: "spot",
      instanceTypes: ["ecs.g7.2xlarge", "ecs.g6.2xlarge", "ecs.g8i.2xlarge"],
    }).pass,
  ).toBe(true);
  const [spot] = nodePoolsOf(shop().stack);
  expect(spot).toMatchObject({ name: "spot", nodes: undefined, isAutoscaled: true, taints: [] });
});

test("pools that others wrote are read as well", () => {
  const pool = {
    name: "old",
    desired_size: 2,
    taints: [
      { key: "gpu", value: "true", effect: "NoSchedule" },
      { key: "edge", effect: "NoExecute" },
    ],
    scaling_config: [{ enable: false }],
  };
  const document = { resource: { alicloud_cs_kubernetes_node_pool: { p: pool } } };
  expect(document).toHaveNodePool({
    name: "old",
    min: 2,
    max: 2,
    taints: ["gpu=true:NoSchedule", "edge:NoExecute"],
  });
});
