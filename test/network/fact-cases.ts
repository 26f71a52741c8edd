import { Cidr, flannelMaxNodes, podsPerFlannelNode } from "../../lib/values";
import type { FactCases } from "../support/fact-cases";

const usable = (block: string) => Cidr.parse(block).usableInVSwitch;

export const networkFactCases: FactCases = {
  "vpc-usable-ips": {
    by: { Cidr },
    vectors: {
      "192.168.0.0/16 has 65,532 addresses to give": {
        is: () => usable("192.168.0.0/16"),
        documented: 65_532,
      },
      "172.16.0.0/12 has 1,048,572": { is: () => usable("172.16.0.0/12"), documented: 1_048_572 },
      "10.0.0.0/8 has 16,777,212": { is: () => usable("10.0.0.0/8"), documented: 16_777_212 },
    },
  },
  "terway-capacity": {
    by: { Cidr },
    vectors: {
      "a Pod vSwitch of a /19 has 8,192 addresses": {
        is: () => Cidr.parse("192.168.32.0/19").size,
        documented: 8192,
      },
    },
  },
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
