import type { CasesById } from "../support/limit-cases";
import { edgePodCases } from "./edge-pod-cases";
import { gpuPodCases } from "./gpu-pod-cases";
import { podLimitCases } from "./pod-limit-cases";

export const workloadLimitCases: CasesById = { ...gpuPodCases, ...podLimitCases, ...edgePodCases };
