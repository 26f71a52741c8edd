import type { Cidr } from "./cidr";
import type { SlotWish } from "./zone-slot";

/** How many zones a plan tells apart unless it is told otherwise. Must never change: addresses follow from it. */
export const DEFAULT_SLOTS = 8;

/** What one zone asks of the plan. */
export interface ZoneWish extends SlotWish {
  /** Range of the node vSwitch. @default - cut from the zone's slot */
  readonly nodeCidr?: Cidr;
  /** Range of the Pod vSwitch. @default - cut from the zone's slot */
  readonly podCidr?: Cidr;
  /** The node vSwitch exists, so that it needs no range and takes no slot. @default false */
  readonly hasNodeVSwitch?: boolean;
  /** The Pod vSwitch exists, so that it needs no range and takes no slot. @default false */
  readonly hasPodVSwitch?: boolean;
}

/** What one zone gets. */
export interface ZonePlan {
  /** Absent where the vSwitch exists and its range was not given. */
  readonly nodeCidr?: Cidr;
  /** Absent where Pods have no vSwitches, and where the vSwitch exists and its range was not given. */
  readonly podCidr?: Cidr;
}

export interface IpPlanProps {
  /** The primary range of the VPC. */
  readonly vpc: Cidr;
  /** Further ranges of the VPC, in which explicit CIDRs may lie. @default - none */
  readonly secondary?: readonly Cidr[];
  /** The zones by key. A key is the zone's identity: its addresses follow from it. */
  readonly zones: Readonly<Record<string, ZoneWish>>;
  /** Whether Pods have vSwitches of their own: with Terway they do, with Flannel they do not. */
  readonly pods: boolean;
  /** Nodes that each zone must have room for. Changing it can replace the node vSwitches. @default - the whole slot */
  readonly nodesPerZone?: number;
  /** Pods that each zone must have room for. Changing it can replace the Pod vSwitches. @default - the whole slot */
  readonly podsPerZone?: number;
  /** How many zones can be told apart, 1 to 256. Changing it moves the addresses of all zones. @default 8 */
  readonly slots?: number;
  /** The part of the VPC that node vSwitches are cut from. @default - its first quarter */
  readonly nodeRange?: Cidr;
  /** The part of the VPC that Pod vSwitches are cut from. @default - its upper half */
  readonly podRange?: Cidr;
}
