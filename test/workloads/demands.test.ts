import { Accelerator, Gpu, sandboxedPods, ValueError, windowsPods } from "cdktf-ack";
import { numberToken, testStack } from "../support/stacks";

describe("what a Pod says to get GPUs", () => {
  test("is their number, and the label of nodes that give whole ones", () => {
    expect(Gpu.exclusive().request({ gpus: 2 })).toEqual({
      limits: { "nvidia.com/gpu": "2" },
      podLabels: {},
      nodeSelector: { "ack.node.gpu.schedule": "default" },
    });
    expect(Gpu.topology().request({ gpus: 4 })).toEqual({
      limits: { "aliyun.com/gpu": "4" },
      podLabels: {},
      nodeSelector: { "ack.node.gpu.schedule": "topology" },
    });
  });

  test("is memory in GiB, where GPUs are shared", () => {
    expect(Gpu.shared({ isolation: "memory" }).request({ memoryGiB: 3 })).toEqual({
      limits: { "aliyun.com/gpu-mem": "3" },
      podLabels: {},
      nodeSelector: { "ack.node.gpu.schedule": "cgpu" },
    });
  });

  test("is the memory of all its GPUs, and a label with their number", () => {
    // The example of the manual: 8 GiB from 4 GPUs, 2 GiB each.
    expect(Gpu.shared().request({ memoryGiB: 2, gpus: 4 })).toMatchObject({
      limits: { "aliyun.com/gpu-mem": "8" },
      podLabels: { "aliyun.com/gpu-count": "4" },
    });
  });

  test("is a share of the computing, where that is kept apart as well", () => {
    const gpu = Gpu.shared({ isolation: "memory-and-compute", placement: "binpack" });
    expect(gpu.request({ memoryGiB: 4, computePercent: 30 })).toEqual({
      limits: { "aliyun.com/gpu-mem": "4", "aliyun.com/gpu-core.percentage": "30" },
      podLabels: {},
      nodeSelector: { "ack.node.gpu.schedule": "core_mem", "ack.node.gpu.placement": "binpack" },
    });
  });

  test("is a number of parts of one kind, where GPUs are split", () => {
    expect(
      Gpu.partitionSequence("4g.20gb", "1g.5gb", "1g.5gb").request({ profile: "1g.5gb", parts: 2 }),
    ).toEqual({
      limits: { "nvidia.com/mig-1g.5gb": "2" },
      podLabels: {},
      nodeSelector: { "ack.aliyun.com/gpu-partition-sequence": "4g.20gb-1g.5gb-1g.5gb" },
    });
    expect(Gpu.partitions("3g.20gb").request({ profile: "3g.20gb" }).limits).toEqual({
      "nvidia.com/mig-3g.20gb": "1",
    });
  });

  test.each([
    ["half a GPU", () => Gpu.exclusive().request({ gpus: 0.5 }), "gpus 0.5"],
    ["no memory", () => Gpu.shared().request({ memoryGiB: 0 }), "memoryGiB 0"],
    ["fewer GPUs than one", () => Gpu.shared().request({ memoryGiB: 4, gpus: -1 }), "gpus -1"],
    [
      "a share of the computing that no GPU gives",
      () => Gpu.shared({ isolation: "memory-and-compute" }).request({ memoryGiB: 4, computePercent: 33 }),
      "computePercent 33",
    ],
    [
      "more than all of the computing",
      () => Gpu.shared({ isolation: "memory-and-compute" }).request({ memoryGiB: 4, computePercent: 105 }),
      "computePercent 105",
    ],
  ])("is refused for %s", (_name, ask, got) => {
    expect(ask).toThrow(ValueError);
    expect(ask).toThrow(`got ${got}, want`);
  });

  test("may be what only Terraform knows, as long as nothing has to be reckoned with it", () => {
    const number = numberToken(testStack());
    expect(Gpu.shared().request({ memoryGiB: number }).limits).toEqual({
      "aliyun.com/gpu-mem": String(number),
    });
    expect(() => Gpu.shared().request({ memoryGiB: number, gpus: 2 })).toThrow(/multiplies/);
  });
});

test("other accelerators are asked for by their number, and FPGAs by the label of their nodes, too", () => {
  expect(Accelerator.npu(1).limits).toEqual({ "aliyun.com/npu": "1" });
  expect(Accelerator.fpgaF3(1)).toEqual({
    limits: { "xilinx.com/fpga-aliyun-f3": "1" },
    podLabels: {},
    nodeSelector: { "fpga.k8s.aliyun.com": "f3" },
  });
  expect(Accelerator.directX().limits).toEqual({ "windows.alibabacloud.com/directx": "1" });
  expect(() => Accelerator.npu(0)).toThrow(ValueError);
});

test("Pods of Windows select its nodes, and tolerate the taint that these have", () => {
  expect(windowsPods()).toEqual({
    nodeSelector: { "kubernetes.io/os": "windows" },
    toleration: [{ key: "os", operator: "Equal", value: "windows", effect: "NoSchedule" }],
  });
});

describe("Pods in virtual machines of their own", () => {
  test("have their class, and nothing that they do not ask for", () => {
    expect(sandboxedPods()).toEqual({ runtimeClassName: "runv", annotations: {} });
  });

  test("ask for volumes without a detour, and for parameters of their kernel", () => {
    expect(
      sandboxedPods({
        nasPassthrough: true,
        diskPassthrough: true,
        sysctls: { "net.core.somaxconn": "1024", "vm.overcommit_memory": "1" },
      }).annotations,
    ).toEqual({
      "storage.alibabacloud.com/enable_nas_passthrough": "true",
      "storage.alibabacloud.com/enable_ebs_passthrough": "true",
      "securecontainer.alibabacloud.com/sysctls": "net.core.somaxconn=1024,vm.overcommit_memory=1",
    });
  });

  test.each<Record<string, string>>([{ "a,b": "1" }, { "": "1" }, { a: "1,2" }])(
    "cannot ask for %j",
    (sysctls) => {
      expect(() => sandboxedPods({ sysctls })).toThrow(ValueError);
    },
  );
});
