import { flannelMaxNodes, textTable, thousands, type Cidr } from "../values";
import { fitting } from "./demand";

/** What something holds, and what of it is full first. */
export interface Holds {
  readonly nodes: number;
  /** With as many Pods on each node as were planned. */
  readonly pods: number;
  readonly bottleneck: string;
}

/** What a zone has, and what that holds. */
export interface ZoneHolds extends Holds {
  readonly key: string;
  readonly zone: string;
  readonly nodeCidr: string;
  /** Terway only. */
  readonly podCidr?: string;
}

/** The vSwitches of a zone. */
export interface ZoneBlocks {
  readonly key: string;
  readonly zone: string;
  readonly nodeCidr: Cidr;
  readonly podCidr?: Cidr;
}

/** The addresses of a network, and what is wanted of them. */
export interface NetworkBlocks {
  readonly zones: readonly ZoneBlocks[];
  readonly podsPerNode: number;
  /** Addresses of the Pod vSwitch that a node takes when it is full. */
  readonly addressesPerNode: number;
  readonly headroomPercent: number;
  /** Flannel only. */
  readonly pods?: {
    readonly cidr: Cidr;
    readonly nodeCidrMask: number;
    /** Without it, route entries are not counted. */
    readonly routeEntries?: number;
  };
}

/** What a network holds, in each zone and in all. */
export interface NetworkHolds {
  readonly zones: readonly ZoneHolds[];
  /** Where nodes are spread evenly. */
  readonly holds: Holds;
}

interface Bound {
  readonly nodes: number;
  readonly bottleneck: string;
}

/** How many nodes and Pods the addresses of a network hold. */
export function networkHolds({ zones: blocks, podsPerNode, pods, ...wanted }: NetworkBlocks): NetworkHolds {
  const zones = blocks.map((block) => zoneHolds(block, podsPerNode, wanted));
  const smallest = first(zones);
  const all = first([
    // Nodes are spread evenly, so that all zones hold what the smallest holds.
    { nodes: smallest.nodes * zones.length, bottleneck: smallest.bottleneck },
    ...(pods === undefined ? [] : flannelBounds(pods)),
  ]);
  return { zones, holds: { ...all, pods: all.nodes * podsPerNode } };
}

/** In Markdown that is also readable as it is. */
export function holdsTable({ zones, holds }: NetworkHolds): string {
  const hasPods = zones.some(({ podCidr }) => podCidr !== undefined);
  const row = (zone: string, cidrs: readonly string[], { nodes, pods, bottleneck }: Holds): string[] => [
    zone,
    ...cidrs,
    thousands(nodes),
    thousands(pods),
    bottleneck,
  ];
  return textTable(
    ["Zone", "Nodes", ...(hasPods ? ["Pods"] : []), "Holds nodes", "Holds Pods", "Full first"],
    [
      ...zones.map((zone) => row(zone.zone, [zone.nodeCidr, ...(hasPods ? [zone.podCidr ?? ""] : [])], zone)),
      row("all", hasPods ? ["", ""] : [""], holds),
    ],
  );
}

function zoneHolds(
  { key, zone, nodeCidr, podCidr }: ZoneBlocks,
  podsPerNode: number,
  { addressesPerNode, headroomPercent }: Pick<NetworkBlocks, "addressesPerNode" | "headroomPercent">,
): ZoneHolds {
  const bound = (role: "node" | "Pod", cidr: Cidr, each: number): Bound => ({
    nodes: fitting(cidr.usableInVSwitch, each, headroomPercent),
    bottleneck: `the ${role} vSwitch in ${zone} (${thousands(cidr.usableInVSwitch)} addresses)`,
  });
  const { nodes, bottleneck } = first([
    bound("node", nodeCidr, 1),
    ...(podCidr === undefined ? [] : [bound("Pod", podCidr, addressesPerNode)]),
  ]);
  return {
    key,
    zone,
    nodeCidr: nodeCidr.toString(),
    ...(podCidr === undefined ? {} : { podCidr: podCidr.toString() }),
    nodes,
    pods: nodes * podsPerNode,
    bottleneck,
  };
}

function flannelBounds({ cidr, nodeCidrMask, routeEntries }: NonNullable<NetworkBlocks["pods"]>): Bound[] {
  const nodes = flannelMaxNodes(cidr, nodeCidrMask);
  return [
    { nodes, bottleneck: `the Pod CIDR ${cidr} (${thousands(nodes)} blocks of a /${nodeCidrMask})` },
    ...(routeEntries === undefined
      ? []
      : [{ nodes: routeEntries, bottleneck: `the route entries of the VPC (${thousands(routeEntries)})` }]),
  ];
}

function first(bounds: readonly Bound[]): Bound {
  return bounds.reduce((least, bound) => (bound.nodes < least.nodes ? bound : least));
}
