import { Capacity, Gpu, GpuDriver, InstanceSelection, LimitError, type NodePoolOptions } from "cdktf-ack";
import { synthesize } from "cdktf-ack/testing";
import { mapToken, poolOptions, proCluster, testStack } from "../support/stacks";

function argumentsOf(options: Partial<NodePoolOptions>) {
  const stack = testStack();
  const cluster = proCluster(stack, { addons: [{ name: "ack-ai-installer" }] });
  cluster.addNodePool(
    "gpus",
    poolOptions({ instances: InstanceSelection.types("ecs.ebmgn7.26xlarge"), ...options }),
  );
  return synthesize(stack).resource("alicloud_cs_kubernetes_node_pool");
}

const labelsOf = (options: Partial<NodePoolOptions>) =>
  Object.fromEntries(
    ((argumentsOf(options)["labels"] ?? []) as { key: string; value: string }[]).map(({ key, value }) => [
      key,
      value,
    ]),
  );

describe("a pool with GPUs", () => {
  test.each([
    ["whole", Gpu.exclusive(), { "ack.node.gpu.schedule": "default" }],
    ["shared", Gpu.shared(), { "ack.node.gpu.schedule": "share" }],
    [
      "shared with memory apart, spread",
      Gpu.shared({ isolation: "memory", placement: "spread" }),
      { "ack.node.gpu.schedule": "cgpu", "ack.node.gpu.placement": "spread" },
    ],
    [
      "shared with memory and computing apart",
      Gpu.shared({ isolation: "memory-and-compute" }),
      { "ack.node.gpu.schedule": "core_mem" },
    ],
    ["shared by MPS", Gpu.shared({ isolation: "mps" }), { "ack.node.gpu.schedule": "mps" }],
    ["by topology", Gpu.topology(), { "ack.node.gpu.schedule": "topology" }],
    ["in equal parts", Gpu.partitions("1g.5gb"), { "ack.aliyun.com/gpu-partition-size": "1g.5gb" }],
    [
      "in a sequence of parts",
      Gpu.partitionSequence("3g.20gb", "3g.20gb"),
      { "ack.aliyun.com/gpu-partition-sequence": "3g.20gb-3g.20gb" },
    ],
  ])("that are given %s has the labels that say so", (_name, gpu, labels) => {
    expect(labelsOf({ gpu })).toEqual(labels);
  });

  test("has the label of a driver, beside labels of one's own, by the order of keys", () => {
    expect(
      argumentsOf({ gpu: Gpu.shared(), gpuDriver: GpuDriver.version("550.144.03"), labels: { team: "ai" } })[
        "labels"
      ],
    ).toEqual([
      { key: "ack.aliyun.com/nvidia-driver-version", value: "550.144.03" },
      { key: "ack.node.gpu.schedule", value: "share" },
      { key: "team", value: "ai" },
    ]);
  });

  test("has both labels of a driver of one's own", () => {
    const endpoint = "nvidia-shop.oss-cn-beijing-internal.aliyuncs.com";
    const runfile = "NVIDIA-Linux-x86_64-550.144.03.run";
    expect(labelsOf({ gpuDriver: GpuDriver.fromBucket({ endpoint, runfile }) })).toEqual({
      "ack.aliyun.com/nvidia-driver-oss-endpoint": endpoint,
      "ack.aliyun.com/nvidia-driver-runfile": runfile,
    });
  });

  test("still refuses labels that only Terraform knows", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    expect(() =>
      cluster.addNodePool("gpus", poolOptions({ gpu: Gpu.shared(), labels: mapToken(stack) })),
    ).toThrow(LimitError);
  });

  test("is held to what its labels would be: a Pro edition, the add-on, no pinned CPUs", () => {
    const stack = testStack();
    proCluster(stack).addNodePool(
      "gpus",
      poolOptions({
        gpu: Gpu.shared(),
        cpuPolicy: "static",
        instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge"),
      }),
    );
    expect(() => synthesize(stack)).toThrow(/cgpu-no-static-cpu-policy/);
  });

  test("is advised to have the add-on that its prop needs", () => {
    const stack = testStack();
    proCluster(stack).addNodePool(
      "gpus",
      poolOptions({ gpu: Gpu.topology(), instances: InstanceSelection.types("ecs.gn7i-c8g1.2xlarge") }),
    );
    expect(synthesize(stack).limits.warnings.map(({ id }) => id)).toEqual(["gpu-label-needs-ai-installer"]);
  });
});

test("a pool on Lingjun names its node group, and nothing of ECS instances", () => {
  const made = argumentsOf({
    instances: InstanceSelection.lingjun({ clusterId: "i111987943172", groupId: "ng-ec3c96ff0aa4c60d" }),
    capacity: Capacity.fixed(2),
  });
  expect(made).toMatchObject({
    type: "lingjun",
    eflo_node_group: { cluster_id: "i111987943172", group_id: "ng-ec3c96ff0aa4c60d" },
    desired_size: "2",
  });
  expect(Object.keys(made).filter((key) => /instance_|system_disk|image/.test(key))).toEqual([]);
});
