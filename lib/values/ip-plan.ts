import type { Cidr } from "./cidr";
import {
  needsNodeRange,
  needsPodRange,
  requireDisjoint,
  requireLegal,
  requireSense,
  requireSeparateParts,
  takesSlot,
} from "./ip-plan-checks";
import { DEFAULT_SLOTS, type IpPlanProps, type ZonePlan } from "./ip-plan-props";
import { bitsFor, SlotRange, smallestVSwitch, type SlotRangeProps } from "./slot-range";
import { natPart, NODE_PART_BITS, nodePart, POD_PART_BITS, podPart } from "./vpc-parts";
import { requireDistinctSlots, slotFor } from "./zone-slot";

/** What each zone of a plan must hold; without Pods where they have no vSwitches. */
interface SlotNeeds {
  readonly slots?: number;
  readonly nodesPerZone: number;
  readonly podsPerZone?: number;
}

/** Prefix lengths of the parts that vSwitches are cut from. */
interface SlotRanges {
  readonly nodes: number;
  readonly pods?: number;
}

/**
 * The addresses of one cluster network in a VPC: for each zone a node vSwitch and, with Terway, a Pod vSwitch.
 *
 * By default nodes take the first quarter of the VPC and Pods its upper half; the second quarter stays free for
 * the NAT gateway, load balancers and growth. Each zone has a slot in either part that follows from its key alone,
 * so that zones come and go without moving another one's addresses.
 *
 * This geometry must never change once released: a vSwitch cannot be moved, so existing ones would be replaced.
 */
export class IpPlan {
  /** The ranges of each zone, by key and in the order given. */
  public readonly zones: Readonly<Record<string, ZonePlan>>;

  private constructor(zones: Readonly<Record<string, ZonePlan>>) {
    this.zones = Object.freeze(zones);
  }

  /**
   * Plans a network.
   *
   * @throws ValueError if two zones share a slot, a wish does not fit, or an explicit CIDR is outside of the VPC,
   * has an illegal size or overlaps another vSwitch.
   */
  public static of(props: IpPlanProps): IpPlan {
    requireSense(props);
    requireLegal(props);
    requireSeparateParts(props);
    const wishes = Object.entries(props.zones);
    const slots = props.slots ?? DEFAULT_SLOTS;
    requireDistinctSlots(new Map(wishes.filter(([, wish]) => takesSlot(wish, props))), slots);

    const zones = wishes.map(([key, wish]): [string, ZonePlan] => {
      const cut = (range: SlotRange): Cidr => range.vswitch(slotFor(key, wish, slots));
      const nodeCidr = needsNodeRange(wish) ? cut(nodeSlots(props, slots)) : wish.nodeCidr;
      const given = props.pods ? wish.podCidr : undefined;
      const podCidr = needsPodRange(wish, props) ? cut(podSlots(props, slots)) : given;
      return [
        key,
        { ...(nodeCidr === undefined ? {} : { nodeCidr }), ...(podCidr === undefined ? {} : { podCidr }) },
      ];
    });
    requireDisjoint(zones, props);
    return new IpPlan(Object.fromEntries(zones));
  }

  /**
   * Prefix length of the smallest VPC whose slots hold the wanted vSwitches in each zone. No VPC has one below 8: then
   * {@link IpPlan.of} says what does not fit.
   */
  public static smallestVpc(needs: SlotNeeds): number {
    const { nodes, pods } = IpPlan.smallestRanges(needs);
    return Math.min(nodes - NODE_PART_BITS, pods === undefined ? Infinity : pods - POD_PART_BITS);
  }

  /** Prefix lengths of the smallest parts of a VPC whose slots hold the wanted vSwitches in each zone. */
  public static smallestRanges({ slots = DEFAULT_SLOTS, nodesPerZone, podsPerZone }: SlotNeeds): SlotRanges {
    const bits = bitsFor(slots);
    const prefixFor = (wanted: number): number => smallestVSwitch(wanted) - bits;
    return {
      nodes: prefixFor(nodesPerZone),
      ...(podsPerZone === undefined ? {} : { pods: prefixFor(podsPerZone) }),
    };
  }

  /**
   * The range of the NAT gateway's vSwitch: the last /28 of the VPC's second quarter (in a /27 that whole quarter).
   * It overlaps nothing that a plan without explicit ranges gives out.
   *
   * @throws ValueError if the VPC is smaller than a /27
   */
  public static natRange(vpc: Cidr): Cidr {
    return natPart(vpc);
  }
}

function nodeSlots({ vpc, nodeRange, nodesPerZone }: IpPlanProps, slots: number): SlotRange {
  const source =
    nodeRange === undefined ? partOf(vpc, "node quarter", nodePart(vpc)) : given("nodeRange", nodeRange);
  return new SlotRange({ slots, unit: "nodes", wanted: nodesPerZone, ...source });
}

function podSlots({ vpc, podRange, podsPerZone }: IpPlanProps, slots: number): SlotRange {
  const source = podRange === undefined ? partOf(vpc, "Pod half", podPart(vpc)) : given("podRange", podRange);
  return new SlotRange({ slots, unit: "Pods", wanted: podsPerZone, ...source });
}

type SlotSource = Pick<SlotRangeProps, "range" | "label" | "origin">;

function partOf(vpc: Cidr, name: string, range: Cidr): SlotSource {
  return { range, label: `the ${name} of ${vpc}`, origin: { name: "VPC", prefix: vpc.prefix } };
}

function given(name: string, range: Cidr): SlotSource {
  return { range, label: `${name} ${range}`, origin: { name, prefix: range.prefix } };
}
