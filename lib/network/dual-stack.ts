import { limitsOn, provider, type Relation } from "../limits";
import { DEFAULT_SLOTS, ValueError, zoneSlot } from "../values";
import type { NodeZone } from "./zones";

/** A VPC has a /56 of IPv6, which makes 256 vSwitches of /64. */
const BLOCKS_OF_VPC = 256;

/** What a dual-stack network takes of its VPC. */
export interface DualStackOptions {
  /**
   * Gives Pods and Services IPv6 addresses beside those of IPv4. The VPC needs `ipv6: true`, Kubernetes 1.22, and instance
   * types with as many IPv6 as IPv4 addresses. It cannot be changed: a change replaces the cluster.
   * @default false
   */
  readonly dualStack?: boolean;

  /**
   * The first of the 256 IPv6 blocks of the VPC that vSwitches of this network take: two for each slot. A second
   * dual-stack network in a VPC needs others.
   * @default 0
   */
  readonly firstIpv6Block?: number;

  readonly slots?: number;
}

/** The IPv6 blocks of the vSwitches of a network, by the key of their zone. */
export interface Ipv6Blocks {
  readonly nodes: ReadonlyMap<string, number>;
  readonly pods: ReadonlyMap<string, number>;
}

/** As with IPv4 the block of a zone follows from its key alone, so that zones come and go without moving another's. */
export function ipv6Blocks(
  zones: ReadonlyMap<string, NodeZone>,
  { dualStack, firstIpv6Block = 0, slots = DEFAULT_SLOTS }: DualStackOptions,
): Ipv6Blocks | undefined {
  if (dualStack !== true) {
    return undefined;
  }
  if (!Number.isInteger(firstIpv6Block) || firstIpv6Block < 0 || firstIpv6Block + 2 * slots > BLOCKS_OF_VPC) {
    throw new ValueError({
      got: `firstIpv6Block ${firstIpv6Block} with ${slots} slots`,
      want: `a whole number from 0 that leaves room for ${2 * slots} of the ${BLOCKS_OF_VPC} blocks of the VPC`,
      fix: "take a lower one, or fewer slots",
    });
  }
  const blocks = (first: number): Map<string, number> =>
    new Map([...zones].map(([key, { slot }]) => [key, first + (slot ?? zoneSlot(key, slots))]));
  return { nodes: blocks(firstIpv6Block), pods: blocks(firstIpv6Block + slots) };
}

interface Ipv6Facts {
  readonly uses: readonly Ipv6Use[];
  /** Whether the VPC has IPv6, as far as the app says. */
  readonly vpcHasIpv6: boolean;
}

interface Ipv6Use {
  readonly path: string;
  readonly blocks: readonly number[];
}

const dualStack = limitsOn<Ipv6Facts>("Networks");

const vpcIpv6Limits = [
  dualStack.limit(
    "dualstack-vpc-ecs-ipv6",
    ["uses", "vpcHasIpv6"],
    {
      statement: "A dual-stack network lies in a VPC that has IPv6.",
      source: provider(
        "alicloud_vswitch.ipv6_cidr_block_mask (the service refuses it in a VPC without IPv6)",
      ),
      authority: "service",
      rows: ["dualstack-vpc-ecs-ipv6"],
      fix: "give the VPC ipv6: true (it can be switched on in place); of an existing one, say ipv6: true in fromAttributes",
    },
    ({ uses, vpcHasIpv6 }) =>
      vpcHasIpv6
        ? []
        : uses.map(({ path }) => ({
            at: path,
            got: "dualStack in a VPC without IPv6",
            want: "a VPC with IPv6",
          })),
  ),
  dualStack.limit(
    "vswitch-ipv6-blocks-differ",
    ["uses"],
    {
      statement: "The vSwitches of a VPC have IPv6 blocks that differ.",
      source: provider("alicloud_vswitch.ipv6_cidr_block_mask"),
      authority: "service",
      fix: "give the second network a firstIpv6Block beyond those of the first",
    },
    ({ uses }) => {
      const takenBy = new Map<number, string>();
      return uses.flatMap(({ path, blocks }) => {
        const taken = blocks.find((block) => takenBy.has(block));
        for (const block of blocks) {
          takenBy.set(block, takenBy.get(block) ?? path);
        }
        return taken === undefined
          ? []
          : [
              {
                at: path,
                got: `the IPv6 block ${taken} of the VPC, which ${String(takenBy.get(taken))} has`,
                want: "blocks of its own",
              },
            ];
      });
    },
  ),
];

export interface Ipv6Member {
  readonly vpcHasIpv6: boolean;
  readonly blocks: readonly number[];
}

/** The dual-stack networks of one VPC; the key is the `groupKey` of the VPC. */
export const vpcIpv6: Relation<Ipv6Member, Ipv6Facts> = {
  id: "vpc-ipv6",
  limits: vpcIpv6Limits,
  facts: (members) => ({
    uses: members.map(({ path, member }) => ({ path, blocks: member.blocks })),
    vpcHasIpv6: members[0]?.member.vpcHasIpv6 ?? false,
  }),
};

/** Of the vSwitches that a network makes: those that exist have their blocks already. */
export function blocksOfNew(
  specs: ReadonlyMap<string, { readonly existingId?: string }>,
  blocks: ReadonlyMap<string, number>,
): number[] {
  return [...specs].flatMap(([key, { existingId }]) =>
    existingId === undefined ? (blocks.get(key) ?? []) : [],
  );
}
