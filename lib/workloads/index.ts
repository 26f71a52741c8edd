export { Accelerator } from "./accelerator";
export {
  Gpu,
  type GpuIsolation,
  type GpuMemory,
  type GpuShare,
  type GpuSharing,
  type PartitionedGpu,
  type SharedGpu,
  type WholeGpu,
} from "./gpu";
export { GpuDriver, type OwnGpuDriver } from "./gpu-driver";
export { gpuLabels } from "./gpu-labels";
export type { PodDemand } from "./pod-demand";
export { sandboxedPods, type SandboxedPodsOptions } from "./sandboxed-pods";
export { windowsPods } from "./windows-pods";
