import {
  fact,
  isUnknown,
  mapFact,
  unknown,
  type Fact,
  type FactList,
  type Joined,
  type Relation,
} from "../limits";
import { Cidr } from "../values";
import type { AddressMember, AddressRange, RouteUse } from "./facts";
import { vpcAddressLimits } from "./vpc-address-limits";

/** A block with the construct that uses it. */
export interface PlacedRange extends Omit<AddressRange, "cidr"> {
  readonly path: string;
  readonly cidr: Cidr;
}

/** Route entries that one construct takes. */
export interface PlacedRoutes {
  readonly path: string;
  readonly label: string;
  readonly entries: number;
}

/** Everything that one VPC of an app is asked to hold, over all stacks. */
export interface VpcAddressFacts {
  /** The primary and the secondary blocks. */
  readonly vpc: FactList<PlacedRange>;
  /** The same, unknown as a whole when one block is unknown or was not given: then nothing can be said to be outside. */
  readonly wholeVpc: Fact<readonly PlacedRange[]>;
  readonly vswitches: FactList<PlacedRange>;
  readonly pods: FactList<PlacedRange>;
  readonly services: FactList<PlacedRange>;
  readonly peers: FactList<PlacedRange>;
  readonly onPremises: FactList<PlacedRange>;
  readonly routes: FactList<PlacedRoutes>;
}

/** The constructs that share the addresses and the route table of one VPC; the key is the `groupKey` of the VPC. */
export const vpcAddresses: Relation<AddressMember, VpcAddressFacts> = {
  id: "vpc-addresses",
  limits: vpcAddressLimits,
  facts: (members) => {
    const ranges = rangesByRole(members);
    const vpc = vpcBlocks(ranges.vpc);
    return {
      vpc,
      wholeVpc: whole(vpc),
      vswitches: distinctVSwitches(ranges.vswitch),
      pods: ranges.pod,
      services: ranges.service,
      peers: ranges.peer,
      onPremises: ranges["on-premises"],
      routes: routes(members),
    };
  },
};

/** The blocks of one VPC, each once: several stacks may import the same VPC. A primary block that nobody gave is unknown. */
function vpcBlocks(blocks: readonly Fact<PlacedRange>[]): Fact<PlacedRange>[] {
  const tellers = new Map<string, string>();
  const once = blocks.filter((block) => {
    if (isUnknown(block)) {
      return true;
    }
    const key = `${block.role} ${block.cidr}`;
    const teller = tellers.get(key) ?? block.path;
    tellers.set(key, teller);
    return teller === block.path;
  });
  const hasPrimary = once.some((block) => isUnknown(block) || block.role === "vpc");
  return hasPrimary ? once : [...once, unknown("the primary block of the VPC")];
}

/** Several networks may use one vSwitch. */
function distinctVSwitches(vswitches: readonly Fact<PlacedRange>[]): Fact<PlacedRange>[] {
  const seen = new Set<string>();
  return vswitches.filter((vswitch) => {
    if (isUnknown(vswitch) || vswitch.vswitchId === undefined) {
      return true;
    }
    const isNew = !seen.has(vswitch.vswitchId);
    seen.add(vswitch.vswitchId);
    return isNew;
  });
}

function routes(members: readonly Joined<AddressMember>[]): Fact<PlacedRoutes>[] {
  const placed = members.flatMap(({ path, member }) =>
    member.routes.map((use) => ({ ofVpc: use.ofVpc === true, routes: placedRoutes(path, use) })),
  );
  const ofVpc = placed.filter((use) => use.ofVpc).map((use) => use.routes);
  return [...largest(ofVpc), ...placed.filter((use) => !use.ofVpc).map((use) => use.routes)];
}

/** The largest of what is known, and all that is unknown. */
function largest(uses: readonly Fact<PlacedRoutes>[]): Fact<PlacedRoutes>[] {
  const known = uses.filter((use): use is PlacedRoutes => !isUnknown(use));
  const [most] = [...known].sort((a, b) => b.entries - a.entries);
  return [...uses.filter(isUnknown), ...(most === undefined ? [] : [most])];
}

/** Secondary blocks stand with the primary ones, for they hold vSwitches alike. */
type Role = Exclude<AddressRange["role"], "secondary">;

function rangesByRole(members: readonly Joined<AddressMember>[]): Record<Role, Fact<PlacedRange>[]> {
  const byRole: Record<Role, Fact<PlacedRange>[]> = {
    vpc: [],
    vswitch: [],
    pod: [],
    service: [],
    peer: [],
    "on-premises": [],
  };
  for (const { path, member } of members) {
    for (const range of member.ranges) {
      byRole[range.role === "secondary" ? "vpc" : range.role].push(...placedRange(path, range));
    }
  }
  return byRole;
}

function whole(blocks: readonly Fact<PlacedRange>[]): Fact<readonly PlacedRange[]> {
  const known = blocks.filter((block): block is PlacedRange => !isUnknown(block));
  const complete = known.length === blocks.length && known.some(({ role }) => role === "vpc");
  return complete ? known : unknown("the blocks of the VPC");
}

/** Text that is no CIDR block is left out here: `cidr-format` reports it where it was given. */
function placedRange(path: string, { cidr, ...range }: AddressRange): Fact<PlacedRange>[] {
  const known = fact(cidr);
  if (isUnknown(known)) {
    return [known];
  }
  const parsed = Cidr.tryParse(known);
  return parsed === undefined ? [] : [{ ...range, path, cidr: parsed }];
}

function placedRoutes(path: string, { label, entries }: RouteUse): Fact<PlacedRoutes> {
  return mapFact(entries, (known) => ({ path, label, entries: known }));
}
