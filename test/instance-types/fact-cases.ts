import { allocatable, podsPerNode, reservedCpuMillis, reservedMemoryMiB } from "../../lib/instance-types";
import type { FactCases } from "../support/fact-cases";

export const instanceTypeFactCases: FactCases = {
  "terway-max-pods-shared": {
    by: { podsPerNode },
    vectors: {
      "ecs.g7.4xlarge, with 8 interfaces of 30 addresses, has room for 210 Pods": {
        is: () => podsPerNode("ecs.g7.4xlarge", "shared-eni")?.pods,
        documented: 210,
      },
      "ecs.g6.large, with 2 interfaces of 6 addresses, has room for 6 Pods": {
        is: () => podsPerNode("ecs.g6.large", "shared-eni")?.pods,
        documented: 6,
      },
    },
  },
  "terway-max-pods-exclusive": {
    by: { podsPerNode },
    vectors: {
      "ecs.g6.xlarge, with 3 interfaces, has room for 2 Pods": {
        is: () => podsPerNode("ecs.g6.xlarge", "exclusive-eni")?.pods,
        documented: 2,
      },
    },
  },
  "allocatable-formula": {
    by: { allocatable },
    vectors: {
      "a node of 4 CPUs and 7925980 Ki of 2021 has 3900m and 5824732 Ki for Pods": {
        is: () => {
          const node = { vcpus: 4, memoryMiB: 7_925_980 / 1024, maxPods: 64 };
          const { cpuMillis, memoryMiB } = allocatable(node, { kubernetesVersion: "1.20" });
          return [cpuMillis, memoryMiB * 1024];
        },
        documented: [3900, 5_824_732],
      },
    },
  },
  "reserve-cpu": {
    by: { reservedCpuMillis },
    vectors: {
      "of 32 CPUs before 1.28, 800m": { is: () => reservedCpuMillis(32, "1.26"), documented: 800 },
      "of 4 CPUs before 1.28, 100m": { is: () => reservedCpuMillis(4, "1.26"), documented: 100 },
      "of 32 CPUs today, 150m": { is: () => reservedCpuMillis(32), documented: 150 },
    },
  },
  "reserve-memory": {
    by: { reservedMemoryMiB },
    vectors: {
      "of 256 GiB before 1.28, 11.88 GiB": {
        is: () => reservedMemoryMiB(256 * 1024, 110, "1.26"),
        documented: Math.floor(11.88 * 1024),
      },
      "of 256 GiB today, 11 MiB for each Pod and 255 MiB": {
        is: () => reservedMemoryMiB(256 * 1024, 210),
        documented: 11 * 210 + 255,
      },
      "of 4 GiB today, a quarter at most": { is: () => reservedMemoryMiB(4096, 256), documented: 1024 },
    },
  },
  "windows-reservation": {
    by: { allocatable },
    vectors: {
      "a Windows node of 4 CPUs and 16 GiB keeps 1.5 CPUs and 2.5 GiB": {
        is: () => {
          const node = { vcpus: 4, memoryMiB: 16_384, maxPods: 64 };
          const kept = allocatable(node, { isWindows: true });
          return [kept.reservedCpuMillis, kept.reservedMemoryMiB];
        },
        documented: [1500, 2560],
      },
    },
  },
};
