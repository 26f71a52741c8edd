import type { Cidr } from "./cidr";
import { SMALLEST_VSWITCH, VSWITCH_SOURCE } from "./slot-range";
import { ValueError } from "./value-error";

// How a VPC is divided: nodes in the first quarter, Pods in the upper half; the second quarter stays free for the
// NAT gateway, load balancers and growth.

const NAT_PREFIX = 28;
/** How much longer the prefix of the node part is than that of the VPC. */
export const NODE_PART_BITS = 2;
/** The same of the Pod part. */
export const POD_PART_BITS = 1;

/** The first quarter of a VPC, for node vSwitches. */
export function nodePart(vpc: Cidr): Cidr {
  return part(vpc, NODE_PART_BITS, 0);
}

/** The upper half of a VPC, for Pod vSwitches. */
export function podPart(vpc: Cidr): Cidr {
  return part(vpc, POD_PART_BITS, 1);
}

/** The last /28 of the second quarter, or in a /27 that whole quarter. */
export function natPart(vpc: Cidr): Cidr {
  const quarter = part(vpc, 2, 1);
  const prefix = Math.max(quarter.prefix, NAT_PREFIX);
  return quarter.subnet(prefix, quarter.subnetCount(prefix) - 1);
}

function part(vpc: Cidr, bits: number, index: number): Cidr {
  const prefix = vpc.prefix + bits;
  if (prefix <= SMALLEST_VSWITCH) return vpc.subnet(prefix, index);
  throw new ValueError({
    got: `VPC ${vpc}`,
    want: `a VPC of /${SMALLEST_VSWITCH - bits} or larger: the smallest vSwitch is a /${SMALLEST_VSWITCH}`,
    fix: "take a larger VPC, or give each vSwitch an explicit CIDR",
    source: VSWITCH_SOURCE,
  });
}
