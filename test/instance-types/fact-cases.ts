import { podsPerNode } from "../../lib/instance-types";
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
};
