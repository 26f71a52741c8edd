import {
  Cidr,
  defaultServiceCidr,
  DEFAULT_SLOTS,
  FORBIDDEN_FOR_VPC,
  freeRange,
  IpPlan,
  ValueError,
  zonesByLetter,
} from "../values";
import type { AddressPlanOptions, PlannedZone } from "./plan-props";
import { rangesIn, type VpcRanges } from "./ranges";
import { requireFree } from "./require-free";

const MOST_ZONES = 5;
const LARGEST_VPC = 8;
const SMALLEST_VPC = 28;
/** 10.0.0.0/8 first: the blocks of Services and Flannel Pods are looked for in 172.16.0.0/12. */
const VPC_CANDIDATES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map((text) => Cidr.parse(text));

/** The zones by key. */
export function zonesOf({ zones }: AddressPlanOptions): Map<string, PlannedZone> {
  const byKey = isList(zones)
    ? new Map([...zonesByLetter(zones)].map(([key, zone]): [string, PlannedZone] => [key, { zone }]))
    : new Map(Object.entries(zones));
  if (byKey.size < 1 || byKey.size > MOST_ZONES) {
    throw new ValueError({
      got: `${byKey.size} zones`,
      want: `1 to ${MOST_ZONES} zones, as many as a control plane is attached to`,
      source: "Terraform provider aliyun/alicloud 1.289.0, alicloud_cs_managed_kubernetes.vswitch_ids",
    });
  }
  return byKey;
}

// Array.isArray does not narrow a readonly array away from a record.
function isList(zones: AddressPlanOptions["zones"]): zones is readonly string[] {
  return Array.isArray(zones);
}

/** What each zone must hold, Pods only where they have vSwitches. */
export interface ZoneNeeds {
  readonly nodesPerZone: number;
  readonly podsPerZone?: number;
  /** Where these numbers come from, for messages. */
  readonly reason: string;
}

export interface VpcBlocks {
  readonly vpc: Cidr;
  readonly plan: IpPlan;
  readonly ranges: VpcRanges;
  readonly slots: number;
  readonly avoid: readonly Cidr[];
}

/**
 * The block of the VPC and its vSwitches, in the geometry of all networks: a vSwitch takes the whole of its slot, so that it
 * does not move when more is asked of it.
 *
 * @param least what each zone of a VPC has room for that the plan chooses, even if less is needed
 * @throws ValueError if it does not fit
 */
export function vpcBlocks(
  props: AddressPlanOptions & { readonly podRange?: string },
  zones: ReadonlyMap<string, PlannedZone>,
  needs: ZoneNeeds,
  least: Omit<ZoneNeeds, "reason">,
): VpcBlocks {
  const { cidr, avoid = [], slots = DEFAULT_SLOTS } = props;
  const taken = avoid.map((text) => Cidr.parse(text));
  const vpc =
    cidr === undefined
      ? freeVpc({ ...maximum(needs, least), slots }, taken)
      : givenVpc(Cidr.parse(cidr), taken);
  const ranges = rangesIn(vpc, props, [
    { slots, ...maximum(needs, least) },
    { slots, ...sizesOf(needs) },
  ]);
  const wishes = Object.fromEntries([...zones].map(([key, { slot }]) => [key, { slot }]));
  const request = { vpc, zones: wishes, pods: needs.podsPerZone !== undefined, slots, ...ranges };
  // What fits is cut without regard to the numbers.
  requireFit(needs, () => IpPlan.of({ ...request, ...sizesOf(needs) }));
  return { vpc, plan: IpPlan.of(request), ranges, slots, avoid: taken };
}

function sizesOf({ nodesPerZone, podsPerZone }: ZoneNeeds): Omit<ZoneNeeds, "reason"> {
  return { nodesPerZone, ...(podsPerZone === undefined ? {} : { podsPerZone }) };
}

/** Adds to the error of a plan where the number comes from, which nobody wrote as it is. */
function requireFit({ reason }: ZoneNeeds, make: () => unknown): void {
  try {
    make();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new ValueError({ ...error, got: `${error.got}, for ${reason}` });
  }
}

function maximum(needs: ZoneNeeds, least: Omit<ZoneNeeds, "reason">): Omit<ZoneNeeds, "reason"> {
  const { nodesPerZone, podsPerZone } = needs;
  return {
    nodesPerZone: Math.max(nodesPerZone, least.nodesPerZone),
    ...(podsPerZone === undefined ? {} : { podsPerZone: Math.max(podsPerZone, least.podsPerZone ?? 0) }),
  };
}

function freeVpc(needs: Parameters<typeof IpPlan.smallestVpc>[0], taken: readonly Cidr[]): Cidr {
  const prefix = Math.max(LARGEST_VPC, IpPlan.smallestVpc(needs));
  const free = freeRange(prefix, taken, VPC_CANDIDATES);
  if (free !== undefined) return free;
  throw new ValueError({
    got: `a VPC of /${prefix}, for which no private range is free beside ${taken.join(", ")}`,
    want: "a free range for the VPC",
    fix: "ask for less, avoid less, or give a block of your own in cidr",
  });
}

function givenVpc(vpc: Cidr, taken: readonly Cidr[]): Cidr {
  if (vpc.prefix < LARGEST_VPC || vpc.prefix > SMALLEST_VPC) {
    throw new ValueError({
      got: `the VPC ${vpc}`,
      want: `a prefix length from /${LARGEST_VPC} to /${SMALLEST_VPC}`,
      source: "Alibaba Cloud documentation, CreateVpc, CidrBlock",
    });
  }
  const forbidden = FORBIDDEN_FOR_VPC.find((range) => range.overlaps(vpc));
  if (forbidden !== undefined) {
    throw new ValueError({
      got: `the VPC ${vpc}, in ${forbidden}`,
      want: "a block that VPCs may use",
      fix: "take a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
      source: "ACK user guide (2021-12-02), lines 10642-10656",
    });
  }
  requireFree("cidr", vpc, taken);
  return vpc;
}

export function serviceBlock({ serviceCidr }: AddressPlanOptions, { vpc, avoid }: VpcBlocks): Cidr {
  return serviceCidr === undefined
    ? defaultServiceCidr([vpc, ...avoid])
    : requireFree("serviceCidr", Cidr.parse(serviceCidr), [vpc, ...avoid]);
}
