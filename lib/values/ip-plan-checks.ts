import type { Cidr } from "./cidr";
import { findOverlaps, freeRange } from "./cidr-set";
import type { IpPlanProps, ZonePlan, ZoneWish } from "./ip-plan-props";
import { LARGEST_VSWITCH, SMALLEST_VSWITCH, VSWITCH_SOURCE } from "./slot-range";
import { ValueError } from "./value-error";
import { natPart, nodePart, podPart } from "./vpc-parts";
import { describe } from "./wording";

interface NamedRange {
  readonly name: string;
  readonly cidr: Cidr;
}

/** Whether a zone has at least one vSwitch cut from its slot. */
export function takesSlot(wish: ZoneWish, props: IpPlanProps): boolean {
  return needsNodeRange(wish) || needsPodRange(wish, props);
}

export function needsNodeRange({ nodeCidr, hasNodeVSwitch = false }: ZoneWish): boolean {
  return nodeCidr === undefined && !hasNodeVSwitch;
}

export function needsPodRange({ podCidr, hasPodVSwitch = false }: ZoneWish, { pods }: IpPlanProps): boolean {
  return pods && podCidr === undefined && !hasPodVSwitch;
}

/** @throws ValueError if a wish is no positive integer, or is about Pod vSwitches where there are none. */
export function requireSense(props: IpPlanProps): void {
  for (const name of ["nodesPerZone", "podsPerZone"] as const) {
    const wanted = props[name];
    if (wanted !== undefined && !(Number.isSafeInteger(wanted) && wanted > 0)) {
      throw new ValueError({ got: `${name}: ${describe(wanted)}`, want: "a whole number from 1" });
    }
  }
  if (props.pods) return;

  const unused = [
    ...(props.podsPerZone === undefined ? [] : ["podsPerZone"]),
    ...(props.podRange === undefined ? [] : ["podRange"]),
    ...explicitRanges(props).flatMap(({ name }) => (name.startsWith("podCidr") ? [name] : [])),
  ];
  if (unused.length > 0) {
    throw new ValueError({
      got: unused.join(", "),
      want: "nothing about Pod vSwitches: only with Terway do Pods have them",
      fix: "remove it, or take Terway",
      source: "ACK user guide (2021-12-02), line 12582",
    });
  }
}

/** @throws ValueError if an explicit range is outside of the VPC, or no legal vSwitch. */
export function requireLegal(props: IpPlanProps): void {
  const homes = [props.vpc, ...(props.secondary ?? [])];
  for (const { name, cidr } of [...explicitParts(props), ...explicitRanges(props)]) {
    if (homes.some((home) => home.contains(cidr))) continue;
    throw new ValueError({
      got: `${name} ${cidr}`,
      want: `a range inside of the VPC, ${homes.join(" or ")}`,
      source: "ACK user guide (2021-12-02), lines 10665-10667",
    });
  }
  for (const { name, cidr } of explicitRanges(props)) {
    if (cidr.prefix >= LARGEST_VSWITCH && cidr.prefix <= SMALLEST_VSWITCH) continue;
    throw new ValueError({
      got: `${name} ${cidr}`,
      want: `a vSwitch from /${LARGEST_VSWITCH} to /${SMALLEST_VSWITCH}`,
      source: VSWITCH_SOURCE,
    });
  }
}

/**
 * @throws ValueError if node and Pod vSwitches are cut from one part of the VPC: a zone added later could then
 * collide even where the zones of today do not.
 */
export function requireSeparateParts(props: IpPlanProps): void {
  const wishes = Object.values(props.zones);
  const both = wishes.some(needsNodeRange) && wishes.some((wish) => needsPodRange(wish, props));
  if (!both) return;

  const nodes = props.nodeRange ?? nodePart(props.vpc);
  const pods = props.podRange ?? podPart(props.vpc);
  if (nodes.overlaps(pods)) {
    throw new ValueError({
      got: `node vSwitches from ${nodes} and Pod vSwitches from ${pods}`,
      want: "two parts of the VPC that do not overlap",
      fix: "give both nodeRange and podRange",
    });
  }
}

/** @throws ValueError if two vSwitches overlap; the fix names a free range. */
export function requireDisjoint(zones: readonly (readonly [string, ZonePlan])[], props: IpPlanProps): void {
  const blocks = zones.flatMap(([key, zone]) => rangesOf(key, zone));
  const [overlap] = findOverlaps(blocks, { report: "first" });
  if (overlap === undefined) return;

  const explicit = new Set(explicitRanges(props).map(({ name }) => name));
  const moved = overlap.find(({ name }) => explicit.has(name)) ?? overlap[0];
  const taken = [...blocks.map(({ cidr }) => cidr), ...partsOf(props)];
  const free = freeRange(moved.cidr.prefix, taken, [props.vpc]);
  throw new ValueError({
    got: overlap.map(({ name, cidr }) => `${name} ${cidr}`).join(" and "),
    want: "vSwitches that do not overlap",
    fix: `give ${moved.name} a range of its own${free === undefined ? "" : `, such as ${free}`}`,
  });
}

/** The parts of the VPC that zones of tomorrow and the NAT gateway take. */
function partsOf({ vpc, nodeRange, podRange, pods }: IpPlanProps): Cidr[] {
  const hasParts = vpc.prefix + 2 <= SMALLEST_VSWITCH;
  const defaults = hasParts ? [natPart(vpc), nodePart(vpc), ...(pods ? [podPart(vpc)] : [])] : [];
  return [...defaults, nodeRange, podRange].filter((range) => range !== undefined);
}

function explicitParts({ nodeRange, podRange }: IpPlanProps): NamedRange[] {
  return [
    ...(nodeRange === undefined ? [] : [{ name: "nodeRange", cidr: nodeRange }]),
    ...(podRange === undefined ? [] : [{ name: "podRange", cidr: podRange }]),
  ];
}

function explicitRanges({ zones }: IpPlanProps): NamedRange[] {
  return Object.entries(zones).flatMap(([key, wish]) => rangesOf(key, wish));
}

function rangesOf(key: string, { nodeCidr, podCidr }: ZonePlan): NamedRange[] {
  return [
    ...(nodeCidr === undefined ? [] : [{ name: `nodeCidr of zone ${describe(key)}`, cidr: nodeCidr }]),
    ...(podCidr === undefined ? [] : [{ name: `podCidr of zone ${describe(key)}`, cidr: podCidr }]),
  ];
}
