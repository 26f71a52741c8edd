import { readFileSync } from "node:fs";
import { join } from "node:path";
import { INSTANCE_TYPES_AS_OF, instanceType, planAddresses, podsPerNode } from "cdktf-ack";

const guide = readFileSync(join(__dirname, "../../docs/ip-plan.md"), "utf8");

describe("the guide to address plans", () => {
  test("shows the table of its first plan", () => {
    const plan = planAddresses({
      zones: ["cn-hangzhou-h", "cn-hangzhou-i", "cn-hangzhou-k"],
      nodes: 100,
      podsPerNode: 30,
      avoid: ["10.8.0.0/16"],
    });
    expect(guide).toContain(`\`\`\`text\n${plan.toTable()}\n\`\`\``);
  });

  test("tells figures that hold", () => {
    expect(podsPerNode("ecs.g7.4xlarge")).toMatchObject({ pods: 210 });
    expect(podsPerNode("ecs.g7.4xlarge", "exclusive-eni")).toMatchObject({ pods: 7 });
    expect(podsPerNode("ecs.g7.4xlarge", "flannel", 25)).toMatchObject({ pods: 128 });
    expect(instanceType("ecs.g7.4xlarge")).toMatchObject({ vcpus: 16, memoryGiB: 64, enis: 8 });
    expect(INSTANCE_TYPES_AS_OF).toBe("2026-03");
  });

  test("keeps a network in its VPC", () => {
    const plan = planAddresses({
      cidr: "10.0.0.0/16",
      zones: ["cn-hangzhou-h"],
      nodes: 90,
      growth: 1,
      podsPerNode: 30,
    });
    expect(plan.cidr).toBe("10.0.0.0/16");
  });
});
