/** The labels of ACK for GPUs, by what they say. */
export const gpuLabels = {
  schedule: "ack.node.gpu.schedule",
  placement: "ack.node.gpu.placement",
  driverVersion: "ack.aliyun.com/nvidia-driver-version",
  driverEndpoint: "ack.aliyun.com/nvidia-driver-oss-endpoint",
  driverRunfile: "ack.aliyun.com/nvidia-driver-runfile",
  partitionSize: "ack.aliyun.com/gpu-partition-size",
  partitionSequence: "ack.aliyun.com/gpu-partition-sequence",
  /** Of ack-cgpu, in dedicated clusters that exist. */
  cgpu: "cgpu",
  cgpuWithoutIsolation: "cgpu.disable.isolation",
} as const;

/** The resources that Pods ask for, by what they are a part of. */
export const gpuResources = {
  whole: "nvidia.com/gpu",
  byTopology: "aliyun.com/gpu",
  memory: "aliyun.com/gpu-mem",
  compute: "aliyun.com/gpu-core.percentage",
  partition: "nvidia.com/mig-",
} as const;

/** On the template of a Pod: how many GPUs its memory is from. */
export const gpuCountLabel = "aliyun.com/gpu-count";
