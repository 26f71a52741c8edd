import { Capacity, InstanceSelection, PrivatePool, type NodePoolOptions } from "cdktf-ack";
import { synthesize, type Arguments } from "cdktf-ack/testing";
import { expectAccepted } from "../../lab/lib/core";
import { listToken, poolOptions, proCluster, testStack, textToken } from "../support/stacks";
import { without } from "../support/without";

/** The arguments of a pool, all of which the provider takes. */
function argumentsOf(changes: Partial<NodePoolOptions>): Arguments {
  const stack = testStack();
  proCluster(stack).addNodePool("workers", poolOptions(changes));
  const { resource, json } = synthesize(stack);
  expectAccepted(json);
  return resource("alicloud_cs_kubernetes_node_pool");
}

const usual = argumentsOf({});

describe("a pool with patterns of instances", () => {
  const rest = without(usual, "instance_types");

  test("has patterns and no types", () => {
    const instances = InstanceSelection.patterns({
      familyLevel: "EnterpriseLevel",
      vcpus: { min: 4, max: 16 },
      memoryGiB: { min: 8, max: 32 },
      categories: ["General-purpose"],
      families: ["ecs.g8i", "ecs.g7"],
      excludedTypes: ["ecs.g7.4x*"],
    });
    expect(argumentsOf({ instances })).toEqual({
      ...rest,
      instance_patterns: [
        {
          instance_family_level: "EnterpriseLevel",
          min_cpu_cores: 4,
          max_cpu_cores: 16,
          min_memory_size: 8,
          max_memory_size: 32,
          cpu_architectures: ["X86"],
          instance_categories: ["General-purpose"],
          instance_type_families: ["ecs.g8i", "ecs.g7"],
          excluded_instance_types: ["ecs.g7.4x*"],
        },
      ],
    });
  });

  test("writes no list that is empty, and keeps the order of patterns", () => {
    const instances = InstanceSelection.patterns(
      { familyLevel: "EnterpriseLevel", vcpus: 8, memoryGiB: 32, families: [] },
      { familyLevel: "EntryLevel", vcpus: 4, memoryGiB: 16 },
    );
    expect(argumentsOf({ instances })).toEqual({
      ...rest,
      instance_patterns: [
        { instance_family_level: "EnterpriseLevel", cores: 8, memory: 32, cpu_architectures: ["X86"] },
        { instance_family_level: "EntryLevel", cores: 4, memory: 16, cpu_architectures: ["X86"] },
      ],
    });
  });

  test("has the image for ARM on ARM", () => {
    const instances = InstanceSelection.patterns({
      familyLevel: "EnterpriseLevel",
      vcpus: 4,
      memoryGiB: 16,
      architecture: "ARM",
    });
    expect(argumentsOf({ instances })).toMatchObject({
      image_type: "AliyunLinux3Arm64",
      instance_patterns: [{ cpu_architectures: ["ARM"] }],
    });
  });
});

describe("a pool of instances that exist", () => {
  const rest = without(without(usual, "desired_size"), "scaling_config");

  test("has them, and neither a number of nodes nor scaling", () => {
    expect(argumentsOf({ capacity: Capacity.existing(["i-bp2example", "i-bp1example"]) })).toEqual({
      ...rest,
      instances: ["i-bp2example", "i-bp1example"],
    });
  });

  test("formats their data disks if it is told to", () => {
    const capacity = Capacity.existing(["i-bp1example"], { formatDisks: true });
    expect(argumentsOf({ capacity })).toEqual({ ...rest, instances: ["i-bp1example"], format_disk: true });
    expect(capacity).toMatchObject({ min: 1, max: 1, isAutoscaled: false });
  });

  test("takes ids that only Terraform knows", () => {
    const stack = testStack();
    const cluster = proCluster(stack);
    cluster.addNodePool("one", poolOptions({ capacity: Capacity.existing([textToken(stack)]) }));
    cluster.addNodePool("all", poolOptions({ capacity: Capacity.existing(listToken(stack)) }));
    const pools = Object.values(synthesize(stack).resources("alicloud_cs_kubernetes_node_pool"));
    expect(pools.map((pool) => pool["instances"])).toEqual(["${var.list}", ["${var.text}"]]);
  });
});

describe("a pool whose instances have", () => {
  const cases: [string, Partial<NodePoolOptions>, Arguments][] = [
    [
      "metadata behind a token",
      { instanceMetadata: "required" },
      { instance_metadata_options: { http_tokens: "required" } },
    ],
    // A block with nothing but a default replaces the pool in every plan where ACK does not answer it.
    ["metadata as usual", { instanceMetadata: "optional" }, {}],
    ["a role of their own", { ramRoleName: "shop-nodes" }, { ram_role_name: "shop-nodes" }],
    ["a deployment set", { deploymentSetId: "ds-bp1example" }, { deployment_set_id: "ds-bp1example" }],
    [
      "one reservation",
      { privatePool: PrivatePool.target("eap-bp1example") },
      {
        private_pool_options: {
          private_pool_options_match_criteria: "Target",
          private_pool_options_id: "eap-bp1example",
        },
      },
    ],
    [
      "open reservations",
      { privatePool: PrivatePool.OPEN },
      { private_pool_options: { private_pool_options_match_criteria: "Open" } },
    ],
    [
      "no reservation",
      { privatePool: PrivatePool.NONE },
      { private_pool_options: { private_pool_options_match_criteria: "None" } },
    ],
    ["no Pods to begin with", { unschedulable: true }, { unschedulable: true }],
    ["no agent of CloudMonitor", { cloudMonitor: false }, { install_cloud_monitor: false }],
  ];

  test.each(cases)("%s writes it, and nothing else", (_name, changes, expected) => {
    expect(argumentsOf(changes)).toEqual({ ...usual, ...expected });
  });
});
