import { isToken } from "../limits";
import { ValueError, zonesByLetter } from "../values";

/** A zone in which a network has a vSwitch for nodes. */
export interface NodeZone {
  /** Id of the zone, for example `cn-hangzhou-h`. */
  readonly zone: string;

  /**
   * The address slot of the zone in the plan of the VPC, from 0. Only needed when two zones fall into one slot.
   * @default - from the last letter or the number at the end of the key
   */
  readonly slot?: number;

  /**
   * CIDR block of the vSwitch for nodes, /16 to /29. Changing it replaces the vSwitch.
   * @default - planned from the CIDR block of the VPC
   */
  readonly nodeCidr?: string;

  /**
   * Id of an existing vSwitch for nodes, used instead of making one. `nodeCidr` then only tells limits its block.
   * @default - a vSwitch is made
   */
  readonly nodeVSwitchId?: string;
}

/** A zone in which a Terway network has vSwitches for nodes and for Pods. */
export interface TerwayZone extends NodeZone {
  /**
   * CIDR block of the vSwitch for Pods, /16 to /29. Changing it replaces the vSwitch.
   * @default - planned from the CIDR block of the VPC
   */
  readonly podCidr?: string;

  /**
   * Id of an existing vSwitch for Pods in the same zone; it may be the one for nodes.
   * @default - a vSwitch is made
   */
  readonly podVSwitchId?: string;
}

/**
 * The zones of a network. The key of a zone is its identity: Terraform addresses and address blocks hang on it, so
 * adding or removing one zone never touches another. A list of zone ids is short for a map with the last letter of
 * each id as its key: `["cn-hangzhou-h"]` is `{ h: { zone: "cn-hangzhou-h" } }`.
 */
export type Zones<Z extends NodeZone> = readonly string[] | Readonly<Record<string, Z>>;

/** The zones by key. */
export function zonesByKey<Z extends NodeZone>(zones: Zones<Z>): Map<string, NodeZone & Partial<Z>> {
  const byKey = isList(zones) ? fromList<Z>(zones) : new Map(Object.entries(zones));
  if (byKey.size === 0) {
    throw new ValueError({ got: "no zone", want: "at least one zone; three for production" });
  }
  for (const [key, { zone }] of byKey) {
    if (zone === "") {
      throw new ValueError({
        got: `no zone for the key ${key}`,
        want: "the id of a zone, such as cn-hangzhou-h",
      });
    }
    if (!/^[a-z0-9-]+$/i.test(key)) {
      throw new ValueError({
        got: `the zone key ${JSON.stringify(key)}`,
        want: "letters, digits and hyphens",
      });
    }
  }
  return byKey;
}

// Array.isArray does not narrow a readonly array away from a record.
function isList<Z extends NodeZone>(zones: Zones<Z>): zones is readonly string[] {
  return Array.isArray(zones);
}

function fromList<Z extends NodeZone>(zones: readonly string[]): Map<string, NodeZone & Partial<Z>> {
  if (zones.some(isToken)) {
    throw new ValueError({
      got: "a list of zones with one that only Terraform knows",
      want: "a key of your own for it",
      fix: "give a map: { a: { zone: ... } }",
    });
  }
  return new Map([...zonesByLetter(zones)].map(([key, zone]) => [key, { zone } as NodeZone & Partial<Z>]));
}
