import { wholeNumber, type PodDemand } from "./pod-demand";

/** What Pods say to get accelerators that are no GPUs of Linux nodes. ACK finds them by itself; pools have no prop for them. */
export class Accelerator {
  /** NPUs, on instances that have them. */
  public static npu(count: number): PodDemand {
    return demand({ "aliyun.com/npu": wholeNumber(count, "count") });
  }

  /** FPGAs of the family f3. Containers that use them are privileged. */
  public static fpgaF3(count: number): PodDemand {
    return demand(
      { "xilinx.com/fpga-aliyun-f3": wholeNumber(count, "count") },
      { "fpga.k8s.aliyun.com": "f3" },
    );
  }

  /** DirectX on the GPU of a Windows node, which its Pods share. For nodes that exist. */
  public static directX(): PodDemand {
    return demand({ "windows.alibabacloud.com/directx": "1" });
  }
}

function demand(limits: PodDemand["limits"], nodeSelector: PodDemand["nodeSelector"] = {}): PodDemand {
  return { limits, podLabels: {}, nodeSelector };
}
