import { Cidr, freeRange, IpPlan, ValueError } from "../values";
import type { AddressPlanOptions } from "./plan-props";
import { requireFree } from "./require-free";

/** The parts of a VPC that vSwitches are cut from, where they are not the usual ones. */
export interface VpcRanges {
  readonly nodeRange?: Cidr;
  readonly podRange?: Cidr;
}

type RangeOptions = Pick<AddressPlanOptions, "cidr" | "beside" | "nodeRange"> & {
  readonly podRange?: string;
};
type SlotNeeds = Parameters<typeof IpPlan.smallestRanges>[0];

/**
 * Where a network lies in its VPC: in the usual parts, in those that are given, or beside others in what is free.
 *
 * @param wishes what each zone must hold, the most welcome first; the first that finds room is taken
 * @throws ValueError if there is no room
 */
export function rangesIn(
  vpc: Cidr,
  options: RangeOptions,
  wishes: readonly [SlotNeeds, ...SlotNeeds[]],
): VpcRanges {
  requireVpc(options);
  const { beside } = options;
  const taken =
    beside === undefined ? [] : [IpPlan.natRange(vpc), ...beside.map((text) => partOf(vpc, text))];
  const given = (name: "nodeRange" | "podRange"): VpcRanges => {
    const text = options[name];
    return text === undefined ? {} : { [name]: requireFree(name, Cidr.parse(text), taken, [vpc]) };
  };
  const chosen = { ...given("nodeRange"), ...given("podRange") };
  if (beside === undefined) return chosen;

  const [least] = wishes.slice(-1);
  for (const wish of wishes) {
    const free = freeRanges(vpc, chosen, taken, wish);
    if (free !== undefined) return free;
  }
  throw noRoom(vpc, taken, least ?? wishes[0]);
}

/** @throws ValueError if the block has nothing to do with the VPC */
function partOf(vpc: Cidr, text: string): Cidr {
  const block = Cidr.parse(text);
  if (vpc.overlaps(block)) return block;
  throw new ValueError({
    got: `beside ${block}, outside of the VPC ${vpc}`,
    want: "parts of the VPC",
    fix: "say in avoid what other networks have",
  });
}

/** Pods first, which need the larger part. */
function freeRanges(
  vpc: Cidr,
  given: VpcRanges,
  taken: readonly Cidr[],
  needs: SlotNeeds,
): VpcRanges | undefined {
  const { nodes, pods } = IpPlan.smallestRanges(needs);
  const others = given.nodeRange === undefined ? taken : [...taken, given.nodeRange];
  const podRange = given.podRange ?? (pods === undefined ? undefined : freeRange(pods, others, [vpc]));
  if (pods !== undefined && podRange === undefined) return undefined;

  const nodeRange =
    given.nodeRange ?? freeRange(nodes, podRange === undefined ? taken : [...taken, podRange], [vpc]);
  if (nodeRange === undefined) return undefined;
  return { nodeRange, ...(podRange === undefined ? {} : { podRange }) };
}

/** @throws ValueError if a part is asked for of a VPC that does not exist yet */
function requireVpc(options: RangeOptions): void {
  if (options.cidr !== undefined) return;
  const named = (["beside", "nodeRange", "podRange"] as const).find((name) => options[name] !== undefined);
  if (named === undefined) return;
  throw new ValueError({
    got: `${named} without cidr`,
    want: "the VPC that it is a part of",
    fix: 'give cidr: "10.0.0.0/16", the block of the VPC that exists',
  });
}

function noRoom(vpc: Cidr, taken: readonly Cidr[], needs: SlotNeeds): ValueError {
  const { nodes, pods } = IpPlan.smallestRanges(needs);
  return new ValueError({
    got: `${vpc}, of which ${taken.join(", ")} are taken`,
    want: `room for a /${nodes} of nodes${pods === undefined ? "" : ` and a /${pods} of Pods`}`,
    fix: "ask for less, set fewer slots, or take a VPC of its own",
  });
}
