import type { Cidr } from "./cidr";
import { ValueError } from "./value-error";

// Flannel cuts the Pod CIDR into one block for each node (ACK user guide (2021-12-02), lines 10735 and 10880-10881).

const LEAST_NODE_MASK = 24;
const MOST_NODE_MASK = 28;

/**
 * How many nodes a Flannel cluster can have: each takes a block of its own from the Pod CIDR.
 *
 * @param nodeCidrMask prefix length of a node's block, 24 to 28 (the argument `node_cidr_mask`)
 * @throws ValueError if the mask is out of range, or the Pod CIDR is smaller than one node's block
 */
export function flannelMaxNodes(podCidr: Cidr, nodeCidrMask: number): number {
  requireNodeMask(nodeCidrMask);
  if (nodeCidrMask < podCidr.prefix) {
    throw new ValueError({
      got: `Pod CIDR ${podCidr}, of which each node takes a /${nodeCidrMask}`,
      want: `a Pod CIDR of /${nodeCidrMask} or larger`,
      fix: "take a larger Pod CIDR, such as a /16",
    });
  }
  return podCidr.subnetCount(nodeCidrMask);
}

/**
 * How many Pod addresses each node of a Flannel cluster has: 256 for a mask of 24, down to 16 for 28.
 *
 * @throws ValueError if the mask is not 24 to 28
 */
export function podsPerFlannelNode(nodeCidrMask: number): number {
  requireNodeMask(nodeCidrMask);
  return 2 ** (32 - nodeCidrMask);
}

function requireNodeMask(mask: number): void {
  if (Number.isInteger(mask) && mask >= LEAST_NODE_MASK && mask <= MOST_NODE_MASK) return;
  throw new ValueError({
    got: `node CIDR mask ${mask}`,
    want: `an integer from ${LEAST_NODE_MASK} to ${MOST_NODE_MASK}`,
    source: "aliyun/alicloud provider 1.289.0, alicloud_cs_managed_kubernetes, node_cidr_mask",
  });
}
