import { RESERVED_IN_VSWITCH, type Cidr } from "./cidr";
import { ValueError } from "./value-error";
import { thousands } from "./wording";

/** Prefix length of the largest vSwitch that Alibaba Cloud makes. */
export const LARGEST_VSWITCH = 16;
/** Prefix length of the smallest vSwitch that Alibaba Cloud makes. */
export const SMALLEST_VSWITCH = 29;
/** Where these two are documented. */
export const VSWITCH_SOURCE = "Alibaba Cloud VPC documentation, Create and manage a vSwitch";

const LARGEST_VPC = 8;

/** How the vSwitches of one role, nodes or Pods, are cut from a part of the VPC. */
export interface SlotRangeProps {
  readonly range: Cidr;
  readonly slots: number;
  readonly unit: "nodes" | "Pods";
  /** How many nodes or Pods each zone must hold; without it a zone gets its whole slot. */
  readonly wanted?: number;
  /** What the range is, for messages: "the Pod half of 10.0.0.0/16". */
  readonly label: string;
  /** What a user would enlarge to enlarge the range: its name and its prefix length today. */
  readonly origin: { readonly name: string; readonly prefix: number };
}

/**
 * A range in equal slots, one vSwitch at the start of each. Where the slots lie does not depend on the wanted
 * size, so what a vSwitch leaves of its slot stays free right behind it.
 */
export class SlotRange {
  private readonly range: Cidr;
  private readonly slotPrefix: number;
  private readonly vswitchPrefix: number;

  /** @throws ValueError if the slots cannot hold vSwitches of the wanted size, or of any legal one. */
  constructor(props: SlotRangeProps) {
    this.range = props.range;
    // Blocks come in powers of two: with room for five of them there is room for eight.
    this.slotPrefix = props.range.prefix + bitsFor(props.slots);
    this.vswitchPrefix =
      props.wanted === undefined
        ? wholeSlot(props, this.slotPrefix)
        : smallestFor(props.wanted, props, this.slotPrefix);
  }

  public vswitch(slot: number): Cidr {
    return this.range.subnet(this.slotPrefix, slot).subnet(this.vswitchPrefix, 0);
  }
}

function wholeSlot(props: SlotRangeProps, slotPrefix: number): number {
  if (slotPrefix <= SMALLEST_VSWITCH) return Math.max(slotPrefix, LARGEST_VSWITCH);
  throw new ValueError({
    got: `${props.slots} slots for the ${props.unit}, which need ${need(props.slots, SMALLEST_VSWITCH)} addresses even as /${SMALLEST_VSWITCH}`,
    want: room(props),
    fix: oneOf([
      larger(props, slotPrefix - SMALLEST_VSWITCH),
      fewerSlots(props, SMALLEST_VSWITCH),
      "give each zone explicit CIDRs",
    ]),
    source: VSWITCH_SOURCE,
  });
}

function smallestFor(wanted: number, props: SlotRangeProps, slotPrefix: number): number {
  if (wanted > usable(LARGEST_VSWITCH)) {
    throw new ValueError({
      got: `${thousands(wanted)} ${props.unit} for each zone`,
      want: `at most ${thousands(usable(LARGEST_VSWITCH))}, what the largest vSwitch (/${LARGEST_VSWITCH}) holds`,
      fix: `ask for fewer ${props.unit} for each zone, or take more zones`,
      source: VSWITCH_SOURCE,
    });
  }
  const prefix = smallestVSwitch(wanted);
  if (prefix >= slotPrefix) return prefix;
  throw new ValueError({
    got: `${props.slots} slots of /${prefix} (${thousands(wanted)} ${props.unit} for each zone), which need ${need(props.slots, prefix)} addresses`,
    want: room(props),
    fix: oneOf([
      fewerWanted(props, slotPrefix),
      larger(props, slotPrefix - prefix),
      fewerSlots(props, prefix),
      "give each zone explicit CIDRs",
    ]),
  });
}

/** Prefix length of the smallest vSwitch that has this many addresses to give; of a larger one than there is, if need be. */
export function smallestVSwitch(addresses: number): number {
  return Math.min(SMALLEST_VSWITCH, 32 - bitsFor(addresses + RESERVED_IN_VSWITCH));
}

function need(slots: number, prefix: number): string {
  return thousands(slots * 2 ** (32 - prefix));
}

function room({ label, range }: SlotRangeProps): string {
  return `at most ${thousands(range.size)}, the addresses of ${label}`;
}

function fewerWanted({ unit }: SlotRangeProps, slotPrefix: number): string | undefined {
  if (slotPrefix > SMALLEST_VSWITCH) return undefined;
  return `ask for at most ${thousands(usable(slotPrefix))} ${unit} for each zone`;
}

function larger({ origin }: SlotRangeProps, bits: number): string | undefined {
  const prefix = origin.prefix - bits;
  return prefix < LARGEST_VPC ? undefined : `take a ${origin.name} of /${prefix} or larger`;
}

function fewerSlots({ range }: SlotRangeProps, prefix: number): string | undefined {
  return prefix < range.prefix ? undefined : `set slots to at most ${range.subnetCount(prefix)}`;
}

function usable(prefix: number): number {
  return 2 ** (32 - prefix) - RESERVED_IN_VSWITCH;
}

/** How many bits number this many things. */
export function bitsFor(count: number): number {
  return 32 - Math.clz32(count - 1);
}

function oneOf(ways: readonly (string | undefined)[]): string {
  return ways.filter((way) => way !== undefined).join(", or ");
}
