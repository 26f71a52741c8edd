import { allocatable, reservedCpuMillis, reservedMemoryMiB, ValueError } from "cdktf-ack";

/** A node of 4 CPUs and 16 GiB with room for 45 Pods, as ecs.g7.xlarge is one. */
const node = { vcpus: 4, memoryMiB: 16_384, maxPods: 45 };

describe("what Pods can ask for", () => {
  test("is the capacity less what is kept and the threshold of eviction", () => {
    expect(allocatable(node)).toEqual({
      cpuMillis: 4000 - 80,
      memoryMiB: 16_384 - (11 * 45 + 255) - 300,
      reservedCpuMillis: 80,
      reservedMemoryMiB: 750,
      evictionMemoryMiB: 300,
    });
  });

  test("follows from the instance type, as far as its figures are known", () => {
    expect(allocatable("ecs.g7.xlarge")).toEqual(allocatable(node));
    expect(allocatable("ecs.g7.xlarge", { podMode: "exclusive-eni" })?.reservedMemoryMiB).toBe(11 * 3 + 255);
    expect(allocatable("ecs.g7.xlarge", { maxPods: 110 })?.reservedMemoryMiB).toBe(11 * 110 + 255);
    expect(allocatable("ecs.g99.xlarge")).toBeUndefined();
    expect(allocatable("ecs.c4.xlarge")).toBeUndefined();
    expect(allocatable("ecs.c4.xlarge", { maxPods: 64 })?.memoryMiB).toBe(8192 - (11 * 64 + 255) - 300);
  });

  test("is less with reservations of one's own, which add up where both are given", () => {
    const kubeReserved = { cpu: "500m", memory: "1Gi" };
    const systemReserved = { cpu: "1", memory: "1024Mi" };
    expect(allocatable(node, { kubeReserved, systemReserved })).toMatchObject({
      reservedCpuMillis: 1500,
      reservedMemoryMiB: 2048,
      cpuMillis: 2500,
      memoryMiB: 16_384 - 2048 - 300,
    });
  });

  test("does not grow by one of two reservations, and grows by two that are small", () => {
    const little = { cpu: "10m", memory: "100Mi" };
    expect(allocatable(node, { kubeReserved: little })).toEqual(allocatable(node));
    expect(allocatable(node, { systemReserved: little })).toEqual(allocatable(node));
    expect(allocatable(node, { kubeReserved: little, systemReserved: little })).toMatchObject({
      reservedCpuMillis: 20,
      reservedMemoryMiB: 200,
    });
    expect(allocatable(node, { kubeReserved: { cpu: "1" } })).toMatchObject({
      reservedCpuMillis: 1000,
      reservedMemoryMiB: 750,
    });
  });

  test("is less the threshold at which Pods are evicted, an amount or a percentage", () => {
    expect(allocatable(node, { evictionMemory: "1Gi" }).memoryMiB).toBe(16_384 - 750 - 1024);
    expect(allocatable(node, { evictionMemory: "6.25%" }).evictionMemoryMiB).toBe(1024);
  });

  test("is nothing, and not less, where more is kept than there is", () => {
    const all = { cpu: "100", memory: "1Ti" };
    expect(allocatable(node, { kubeReserved: all, systemReserved: all })).toMatchObject({
      cpuMillis: 0,
      memoryMiB: 0,
    });
  });

  test("takes amounts of Kubernetes alone", () => {
    expect(() => allocatable(node, { kubeReserved: { memory: "1 GB" } })).toThrow(ValueError);
    expect(() => allocatable(node, { evictionMemory: "some" })).toThrow(
      'got evictionMemory "some", want an amount of Kubernetes or a percentage, such as 300Mi or 5%',
    );
    expect(() => allocatable(node, { kubernetesVersion: "latest" })).toThrow(ValueError);
  });
});

describe("what ACK keeps", () => {
  test.each([
    [1, 60],
    [2, 70],
    [4, 80],
    [8, 90],
    [64, 230],
  ])("of %d CPUs is %dm", (vcpus, millis) => {
    expect(reservedCpuMillis(vcpus)).toBe(millis);
    expect(reservedCpuMillis(vcpus, "1.28")).toBe(millis);
  });

  test("of memory before 1.28 depends on the memory alone", () => {
    const before = [4, 8, 16, 128, 256].map((gib) => reservedMemoryMiB(gib * 1024, 9, "1.27.9-aliyun.1"));
    expect(before).toEqual([1024, 1843, 2662, 9543, 12_165]);
  });

  test("of memory from 1.28 on depends on the Pods that the node can have", () => {
    expect([20, 45, 110].map((pods) => reservedMemoryMiB(16_384, pods, "1.34"))).toEqual([475, 750, 1465]);
  });
});
