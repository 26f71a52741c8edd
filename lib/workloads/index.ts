export { Accelerator } from "./accelerator";
export { clusterWorkloads, type WorkloadMember } from "./cluster-workloads";
export { onCloudNodes, onEdgeNodes } from "./edge-pods";
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
export { migProfiles } from "./mig-profiles";
export type { PodDemand } from "./pod-demand";
export { sandboxedPods, type SandboxedPodsOptions } from "./sandboxed-pods";
export { windowsPods } from "./windows-pods";
