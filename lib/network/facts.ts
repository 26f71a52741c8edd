import type { Fact, FactList } from "../limits";

/** What the limits of a VPC need to know. */
export interface VpcFacts {
  /** Every CIDR block that the VPC names. */
  readonly cidrs: FactList<string> | undefined;
  readonly primaryAndSecondary: FactList<string> | undefined;
  readonly customRouteEntries: Fact<number> | undefined;
}

/** What the limits of a NAT gateway need to know. */
export interface NatGatewayFacts {
  /** Mbit/s. */
  readonly bandwidth: Fact<number>;
  readonly cidrs: FactList<string> | undefined;
  readonly vswitchCidrs: FactList<string> | undefined;
}

/** What the limits of the network of one cluster need to know. */
export interface NetworkFacts {
  /** Blocks that the network names itself: vSwitches, Pods, Services. */
  readonly cidrs: FactList<string> | undefined;
  readonly vswitchCidrs: FactList<string> | undefined;
  readonly podCidr: Fact<string> | undefined;
  /** Flannel only: prefix length of the block that each node gets from the Pod CIDR. */
  readonly nodeCidrMask: Fact<number> | undefined;
  /** Ids of vSwitches that exist already. */
  readonly existingVSwitches: FactList<string>;
  /** Those of them that the control plane is attached to. */
  readonly existingNodeVSwitches: FactList<string>;
  /** Number of zones, which is the number of vSwitches that the control plane is attached to. */
  readonly zones: number;
}

/** An address block that a construct uses, and what for. */
export interface AddressRange {
  readonly role: "vpc" | "secondary" | "peer" | "on-premises" | "vswitch" | "pod" | "service";
  /** What a message calls it: "the Pod CIDR". */
  readonly label: string;
  readonly cidr: string;
  /** Of a vSwitch: two networks may name the same one. */
  readonly vswitchId?: string;
}

/** Route entries that a construct brings into the route table of a VPC. */
export interface RouteUse {
  readonly label: string;
  readonly entries: Fact<number>;
  /** Said of the VPC as a whole, possibly by several constructs that stand for it, and not to be added up. */
  readonly ofVpc?: true;
}

/** What one construct brings into the addresses of a VPC. */
export interface AddressMember {
  readonly ranges: readonly AddressRange[];
  readonly routes: readonly RouteUse[];
}
