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
  facts: (members) => ({
    vpc: ranges(members, "vpc", "secondary"),
    wholeVpc: whole(ranges(members, "vpc", "secondary")),
    vswitches: ranges(members, "vswitch"),
    pods: ranges(members, "pod"),
    services: ranges(members, "service"),
    peers: ranges(members, "peer"),
    onPremises: ranges(members, "on-premises"),
    routes: members.flatMap(({ path, member }) => member.routes.map((use) => placedRoutes(path, use))),
  }),
};

function ranges(
  members: readonly Joined<AddressMember>[],
  ...roles: AddressRange["role"][]
): Fact<PlacedRange>[] {
  return members.flatMap(({ path, member }) =>
    member.ranges.filter(({ role }) => roles.includes(role)).flatMap((range) => placedRange(path, range)),
  );
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
