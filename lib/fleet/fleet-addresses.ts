import { Cidr, ValueError } from "../values";

export interface FleetAddressesProps {
  /** The range that the VPCs of the fleet are cut from: `10.0.0.0/9`. */
  readonly vpcRange: string;

  /**
   * Prefix length of each VPC.
   * @default 16
   */
  readonly vpcPrefix?: number;

  /**
   * The range that Pod CIDRs of Flannel networks are cut from, apart from that of the VPCs.
   * @default - none: Pods have addresses of the VPC (Terway)
   */
  readonly podRange?: string;

  /**
   * Prefix length of each Pod CIDR.
   * @default 16
   */
  readonly podPrefix?: number;

  /**
   * The place of each member in the ranges, from 0. A place is for ever: give a new member a new number, and never the
   * number of one that still exists.
   */
  readonly members: Readonly<Record<string, number>>;
}

/** The addresses of one member of a fleet. */
export interface MemberAddresses {
  readonly vpcCidr: string;
  /** Only where the fleet has a range for Pods. */
  readonly podCidr: string | undefined;
  /** The blocks of all other members: what `peerCidrs` of the VPC are, when the VPCs are connected. */
  readonly peerCidrs: readonly string[];
}

/**
 * One address plan for many clusters: each member has a place of its own in the ranges, so that VPCs can be connected later and
 * no member's addresses move when another comes or goes.
 */
export class FleetAddresses {
  /**
   * Plans the addresses of a fleet.
   *
   * @throws ValueError if two members have one place, a place lies outside of a range, or the ranges overlap
   */
  public static of(props: FleetAddressesProps): FleetAddresses {
    const vpcs = cut("vpcRange", props.vpcRange, props.vpcPrefix ?? 16, props.members);
    const pods =
      props.podRange === undefined
        ? undefined
        : cut("podRange", props.podRange, props.podPrefix ?? 16, props.members);
    if (props.podRange !== undefined && Cidr.parse(props.podRange).overlaps(Cidr.parse(props.vpcRange))) {
      throw new ValueError({
        got: `podRange ${props.podRange}, which overlaps vpcRange ${props.vpcRange}`,
        want: "two ranges apart from each other",
        fix: "halve the range: 10.0.0.0/9 for VPCs and 10.128.0.0/9 for Pods",
      });
    }
    requireDistinctPlaces(props.members);
    return new FleetAddresses(vpcs, pods);
  }

  private constructor(
    private readonly vpcs: ReadonlyMap<string, string>,
    private readonly pods: ReadonlyMap<string, string> | undefined,
  ) {}

  /** @throws ValueError if the fleet has no such member */
  public of(member: string): MemberAddresses {
    const vpcCidr = this.vpcs.get(member);
    if (vpcCidr === undefined) {
      throw new ValueError({
        got: `the member ${JSON.stringify(member)}`,
        want: `one of ${[...this.vpcs.keys()].join(", ")}`,
        fix: "add it to members, with a number that no other has",
      });
    }
    const others = (blocks: ReadonlyMap<string, string> = new Map<string, string>()): string[] =>
      [...blocks].flatMap(([name, cidr]) => (name === member ? [] : [cidr]));
    return {
      vpcCidr,
      podCidr: this.pods?.get(member),
      peerCidrs: [...others(this.vpcs), ...others(this.pods)],
    };
  }
}

function cut(
  name: string,
  text: string,
  prefix: number,
  members: Readonly<Record<string, number>>,
): Map<string, string> {
  const range = Cidr.parse(text);
  if (!Number.isInteger(prefix) || prefix < range.prefix || prefix > 28) {
    throw new ValueError({
      got: `blocks of /${prefix} in ${name} ${text}`,
      want: `a prefix length from ${range.prefix} to 28`,
    });
  }
  const places = range.subnetCount(prefix);
  return new Map(
    Object.entries(members).map(([member, place]) => {
      if (!Number.isInteger(place) || place < 0 || place >= places) {
        throw new ValueError({
          got: `the place ${place} of ${member} in ${name} ${text}`,
          want: `a whole number from 0 to ${places - 1}: the range has ${places} blocks of /${prefix}`,
          fix: "take a free place, smaller blocks, or a larger range",
        });
      }
      return [member, range.subnet(prefix, place).toString()];
    }),
  );
}

function requireDistinctPlaces(members: Readonly<Record<string, number>>): void {
  const holders = new Map<number, string>();
  for (const [member, place] of Object.entries(members)) {
    const holder = holders.get(place);
    if (holder !== undefined) {
      const used = new Set(Object.values(members));
      const free = Array.from({ length: used.size + 1 }, (_, index) => index).find(
        (index) => !used.has(index),
      );
      throw new ValueError({
        got: `${holder} and ${member} in the place ${place}`,
        want: "a place of its own for each member",
        fix: `give ${member} another one, such as ${free}`,
      });
    }
    holders.set(place, member);
  }
}
