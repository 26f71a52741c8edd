import { instanceType } from "cdktf-ack";
import { instanceTypeNames } from "../../lib/instance-types";

/** Values of the pages that document instance families, written down apart from the table. */
const documented = {
  "ecs.g7.xlarge": { vcpus: 4, memoryGiB: 16, enis: 4, ipv4PerEni: 15, ipv6PerEni: 15 },
  "ecs.g7.4xlarge": { vcpus: 16, memoryGiB: 64, enis: 8, ipv4PerEni: 30, ipv6PerEni: 30 },
  "ecs.g6.large": { vcpus: 2, memoryGiB: 8, enis: 2, ipv4PerEni: 6, ipv6PerEni: 1 },
  "ecs.g6.xlarge": { vcpus: 4, memoryGiB: 16, enis: 3, ipv4PerEni: 10, ipv6PerEni: 1 },
  "ecs.r6.8xlarge": { vcpus: 32, memoryGiB: 256, enis: 8, ipv4PerEni: 20, ipv6PerEni: 1 },
  "ecs.t6-c1m1.large": { vcpus: 2, memoryGiB: 2, enis: 2, ipv4PerEni: 2, ipv6PerEni: 1 },
} as const;

describe("the figures of an instance type", () => {
  test.each(Object.entries(documented))("of %s are those of its documentation", (name, figures) => {
    expect(instanceType(name)).toMatchObject(figures);
  });

  test("tell ARM from x86, and bare metal from virtual machines", () => {
    expect(instanceType("ecs.g8y.xlarge")?.architecture).toBe("arm64");
    expect(instanceType("ecs.g8i.xlarge")?.architecture).toBe("x86_64");
    expect(instanceType("ecs.ebmg7.32xlarge")?.isBareMetal).toBe(true);
    expect(instanceType("ecs.g7.32xlarge")?.isBareMetal).toBe(false);
  });

  test("tell GPUs, and parts of one", () => {
    expect(instanceType("ecs.gn6i-c40g1.10xlarge")?.gpu).toEqual({ count: 1, model: "NVIDIA T4" });
    expect(instanceType("ecs.ebmgn7.26xlarge")?.gpu).toEqual({ count: 8, model: undefined });
    expect(instanceType("ecs.vgn6i-m4.xlarge")?.gpu).toEqual({ count: undefined, model: "NVIDIA T4" });
    expect(instanceType("ecs.g7.xlarge")).not.toHaveProperty("gpu");
  });

  test("leave out what the documentation does not say", () => {
    expect(instanceType("ecs.c4.xlarge")).toMatchObject({ enis: 3, ipv4PerEni: undefined });
  });

  test.each([
    "ecs.g7",
    "g7.xlarge",
    "xxxxg7.xlarge",
    "ecs.g7.",
    "ecs.g99.xlarge",
    "ecs.g7.xlarg",
    "",
    "ecs..",
    "ecs.=.x",
  ])("of %j are unknown", (name) => {
    expect(instanceType(name)).toBeUndefined();
  });

  test("cannot be changed by a reader, because all readers share them", () => {
    expect(Object.isFrozen(instanceType("ecs.g7.xlarge"))).toBe(true);
  });
});

test("every line of the table is read whole", () => {
  const names = instanceTypeNames();
  expect(names).toHaveLength(1171);
  expect(names).toHaveLength(new Set(names).size);
  for (const name of names) {
    const figures = instanceType(name);
    expect(figures).toMatchObject({ name, family: name.slice(0, name.lastIndexOf(".")) });
    const numbers = [figures?.vcpus, figures?.memoryGiB, figures?.enis ?? 1, figures?.ipv4PerEni ?? 1];
    expect(numbers.filter((number) => number !== undefined && number > 0)).toHaveLength(4);
  }
});
