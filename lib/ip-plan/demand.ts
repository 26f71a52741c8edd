import { instanceType, podsPerNode, type PodsPerNode, type TerwayMode } from "../instance-types";
import { describe, thousands, ValueError } from "../values";
import type { AddressPlanOptions, TerwayPlanProps } from "./plan-props";

/** Terway keeps up to so many addresses ready on a node, beside those in use, unless its settings say otherwise. */
const IDLE_ADDRESSES = 5;

const DEFAULT_GROWTH = 2;
const DEFAULT_HEADROOM_PERCENT = 5;

/** What a plan has to hold. */
export interface Demand {
  /** Of all zones, with growth. */
  readonly nodes: number;
  readonly nodesPerZone: number;
  readonly headroomPercent: number;
}

/** The Pods of a Terway node. */
export interface NodeDemand {
  readonly pods: number;
  /** Addresses of the Pod vSwitch that a node takes when it is full. */
  readonly addresses: number;
}

/** @throws ValueError for numbers that make no sense */
export function demandOf(
  { nodes, growth = DEFAULT_GROWTH, headroomPercent = DEFAULT_HEADROOM_PERCENT }: AddressPlanOptions,
  zones: number,
): Demand {
  requireWhole("nodes", nodes, 1);
  requireWhole("headroomPercent", headroomPercent, 0);
  if (!(typeof growth === "number" && Number.isFinite(growth) && growth >= 1)) {
    throw new ValueError({ got: `growth: ${describe(growth)}`, want: "a number from 1" });
  }
  // 1.1 times 100 is a little more than 110 to a computer, and would be 111 nodes.
  const total = Math.ceil(Number((nodes * growth).toPrecision(12)));
  return { nodes: total, nodesPerZone: Math.ceil(total / zones), headroomPercent };
}

/** The demand of a zone in words. */
export function reasonOf({ nodes, nodesPerZone, headroomPercent }: Demand, podsPerNode?: number): string {
  const pods = podsPerNode === undefined ? "" : ` with ${thousands(podsPerNode)} Pods each`;
  return `${thousands(nodesPerZone)} of ${thousands(nodes)} nodes${pods} in a zone, growth and ${headroomPercent} % headroom included`;
}

/** How many addresses a vSwitch must have for this many in use. */
export function withHeadroom(addresses: number, percent: number): number {
  return Math.ceil((addresses * (100 + percent)) / 100);
}

/** How many things that take several addresses each a vSwitch holds, its headroom left free. */
export function fitting(addresses: number, each: number, percent: number): number {
  return Math.floor((addresses * 100) / ((100 + percent) * each));
}

/** @throws ValueError if neither Pods nor a known instance type is given, or the type cannot have the Pods */
export function terwayNode({ mode = "shared-eni", ...props }: TerwayPlanProps): NodeDemand {
  const most =
    props.instanceType === undefined ? undefined : mostPods(props.instanceType, mode, props.podsPerNode);
  const pods = props.podsPerNode ?? most?.pods;
  if (pods === undefined) {
    throw new ValueError({
      got: "neither podsPerNode nor instanceType",
      want: "how many Pods a node has",
      fix: 'give podsPerNode: 30, or instanceType: "ecs.g7.xlarge"',
    });
  }
  requireWhole("podsPerNode", pods, 1);
  if (most !== undefined && pods > most.pods) {
    throw new ValueError({
      got: `${thousands(pods)} Pods on each ${describe(props.instanceType)}`,
      want: `at most ${thousands(most.pods)}: ${most.bottleneck}`,
      fix: "take a larger instance type, or more nodes with fewer Pods",
    });
  }
  // An exclusive interface is attached for a Pod; addresses that wait are those of shared interfaces.
  const idle = mode === "exclusive-eni" ? 0 : IDLE_ADDRESSES;
  return { pods, addresses: Math.min(pods + idle, most?.pods ?? Infinity) };
}

/** Undefined where the figures are not known, and the Pods are given. */
function mostPods(name: string, mode: TerwayMode, given: number | undefined): PodsPerNode | undefined {
  const most = podsPerNode(name, mode);
  if (most === undefined && given === undefined) {
    const isKnown = instanceType(name) !== undefined;
    throw new ValueError({
      got: `${describe(name)}, ${isKnown ? "of which the network interfaces are not documented" : "a type that is not in the table"}`,
      want: "how many Pods a node has",
      fix: "give podsPerNode as well",
    });
  }
  return most;
}

export function requireWhole(name: string, value: number, least: number, most?: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= (most ?? Infinity)) return;
  throw new ValueError({
    got: `${name}: ${describe(value)}`,
    want: `a whole number from ${least}${most === undefined ? "" : ` to ${most}`}`,
  });
}
