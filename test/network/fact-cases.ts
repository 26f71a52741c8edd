import { Cidr, flannelMaxNodes, podsPerFlannelNode } from "../../lib/values";
import type { FactCases } from "../support/fact-cases";

export const networkFactCases: FactCases = {
  "flannel-capacity": {
    by: { flannelMaxNodes, podsPerFlannelNode },
    vectors: {
      "a /16 has 65,536 Pod addresses": {
        is: () => flannelMaxNodes(Cidr.parse("172.20.0.0/16"), 24) * podsPerFlannelNode(24),
        documented: 65_536,
      },
      "a /16 has a block for each of 256 nodes": {
        is: () => flannelMaxNodes(Cidr.parse("172.20.0.0/16"), 24),
        documented: 256,
      },
    },
  },
  "pods-per-node-256": {
    by: { podsPerFlannelNode },
    vectors: {
      "a mask of 24 gives each node 256 addresses": { is: () => podsPerFlannelNode(24), documented: 256 },
      "a mask of 28 gives each node 16 addresses": { is: () => podsPerFlannelNode(28), documented: 16 },
    },
  },
};
