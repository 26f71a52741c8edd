import { podsPerNode as podsOfType } from "../instance-types";
import { Cidr, defaultPodCidr, flannelMaxNodes, podsPerFlannelNode, thousands, ValueError } from "../values";
import { FlannelPlan, TerwayPlan, type PlannedNetwork } from "./address-plan";
import { serviceBlock, vpcBlocks, zonesOf, type VpcBlocks } from "./blocks";
import { demandOf, reasonOf, requireWhole, terwayNode, withHeadroom } from "./demand";
import { networkHolds, type ZoneBlocks } from "./holds";
import type { FlannelPlanProps, PlannedZone, TerwayPlanProps } from "./plan-props";
import { requireFree } from "./require-free";

/** What zones have room for in a VPC that the plan chooses. Below 1,020 Pods, a /22, the limits of networks give advice. */
const LEAST_TERWAY_ZONE = { nodesPerZone: 1, podsPerZone: 1020 };
const LEAST_FLANNEL_ZONE = { nodesPerZone: 124 };

/** Custom route entries of a VPC; the default of the quota `vpcRouteEntries`. */
export const DEFAULT_ROUTE_ENTRIES = 48;

/** The largest block of a Flannel node: the manual's figure counts all of its 256 addresses. */
const LARGEST_NODE_BLOCK = 24;
/** Of each block, its own address, that of the bridge and that for broadcasts are no Pod's. */
const NOT_FOR_PODS = 3;
const DEFAULT_POD_PREFIX = 16;

const GROUP_ADDRESSES = 65_536;

/**
 * Plans the addresses of the network of one cluster: its VPC, a vSwitch for the nodes of each zone, with Terway one for the Pods
 * of each zone and with Flannel a Pod CIDR, and Services. What it gives holds every documented limit on addresses.
 *
 * A pure function: the same question has the same answer. To keep a network where it is when more is asked of it later, give the
 * CIDR block of its VPC: then the answer is the same addresses, or that they do not do.
 *
 * @throws ValueError if it cannot be done, with a way out
 */
export function planAddresses(props: TerwayPlanProps): TerwayPlan;
export function planAddresses(props: FlannelPlanProps): FlannelPlan;
export function planAddresses(props: TerwayPlanProps | FlannelPlanProps): TerwayPlan | FlannelPlan {
  return props.mode === "flannel" ? planFlannel(props) : planTerway(props);
}

function planTerway(props: TerwayPlanProps): TerwayPlan {
  const zones = zonesOf(props);
  const node = terwayNode(props);
  const demand = demandOf(props, zones.size);
  const { nodes, nodesPerZone, headroomPercent } = demand;
  const needs = {
    nodesPerZone: withHeadroom(nodesPerZone, headroomPercent),
    podsPerZone: withHeadroom(nodesPerZone * node.addresses, headroomPercent),
    reason: reasonOf(demand, node.pods),
  };
  const blocks = vpcBlocks(props, zones, needs, LEAST_TERWAY_ZONE);
  const holds = networkHolds({
    zones: blocksOf(zones, blocks),
    podsPerNode: node.pods,
    addressesPerNode: node.addresses,
    headroomPercent,
  });
  const { podRange } = blocks.ranges;
  const network = {
    ...networkOf(zones, blocks, serviceBlock(props, blocks)),
    ...(podRange === undefined ? {} : { podRange: podRange.toString() }),
  };
  return new TerwayPlan(props.mode ?? "shared-eni", network, {
    asked: { nodes, podsPerNode: node.pods },
    ...holds,
    notes: [...smallTypeNote(props), ...groupNote(nodes, nodes * node.addresses)],
  });
}

function planFlannel(props: FlannelPlanProps): FlannelPlan {
  const { podsPerNode, routeEntries = DEFAULT_ROUTE_ENTRIES } = props;
  const zones = zonesOf(props);
  const demand = demandOf(props, zones.size);
  const { nodes, nodesPerZone, headroomPercent } = demand;
  requireWhole("podsPerNode", podsPerNode, 1, podsPerFlannelNode(LARGEST_NODE_BLOCK));
  requireRoutes(nodes, routeEntries);
  const nodeCidrMask = props.nodeCidrMask ?? nodeMaskFor(podsPerNode);
  requireRoom(podsPerNode, nodeCidrMask);

  const needs = { nodesPerZone: withHeadroom(nodesPerZone, headroomPercent), reason: reasonOf(demand) };
  const blocks = vpcBlocks(props, zones, needs, LEAST_FLANNEL_ZONE);
  const service = serviceBlock(props, blocks);
  const pods = podBlock(props, nodes, nodeCidrMask, [blocks.vpc, ...blocks.avoid], service);
  const holds = networkHolds({
    zones: blocksOf(zones, blocks),
    podsPerNode,
    addressesPerNode: podsPerNode,
    headroomPercent,
    pods: { cidr: pods, nodeCidrMask, routeEntries },
  });
  return new FlannelPlan(
    { ...networkOf(zones, blocks, service), podCidr: pods.toString(), nodeCidrMask },
    { asked: { nodes, podsPerNode }, ...holds, notes: [] },
  );
}

function blocksOf(zones: ReadonlyMap<string, PlannedZone>, { plan }: VpcBlocks): ZoneBlocks[] {
  return [...zones].flatMap(([key, { zone }]) => {
    const { nodeCidr, podCidr } = plan.zones[key] ?? {};
    return nodeCidr === undefined
      ? []
      : [{ key, zone, nodeCidr, ...(podCidr === undefined ? {} : { podCidr }) }];
  });
}

function networkOf(
  zones: ReadonlyMap<string, PlannedZone>,
  { vpc, ranges, slots }: VpcBlocks,
  service: Cidr,
): PlannedNetwork {
  const { nodeRange } = ranges;
  return {
    cidr: vpc.toString(),
    ...(nodeRange === undefined ? {} : { nodeRange: nodeRange.toString() }),
    zones: Object.fromEntries(zones),
    serviceCidr: service.toString(),
    slots,
  };
}

function requireRoutes(nodes: number, routeEntries: number): void {
  requireWhole("routeEntries", routeEntries, 0);
  if (nodes <= routeEntries) return;
  throw new ValueError({
    got: `${thousands(nodes)} Flannel nodes, each of which takes a route entry of the VPC`,
    want: `at most ${thousands(routeEntries)}, the quota of route entries of a VPC (vpcRouteEntries)`,
    fix: `take Terway, or raise the quota (Quota Center, vpc_quota_route_entrys_num), declare it, and give routeEntries: ${Math.max(200, nodes)}`,
    source: "ACK user guide (2021-12-02), lines 3949-3951",
  });
}

function nodeMaskFor(pods: number): number {
  const wanted = pods + NOT_FOR_PODS;
  return [28, 27, 26, 25].find((mask) => podsPerFlannelNode(mask) >= wanted) ?? LARGEST_NODE_BLOCK;
}

function requireRoom(pods: number, mask: number): void {
  const most = podsPerFlannelNode(mask);
  if (pods <= most) return;
  throw new ValueError({
    got: `${thousands(pods)} Pods on each node, and a nodeCidrMask of ${mask}`,
    want: `at most ${most} Pods, the addresses of a /${mask}`,
    fix: `take a nodeCidrMask of ${nodeMaskFor(pods)}`,
  });
}

function podBlock(
  { podCidr }: FlannelPlanProps,
  nodes: number,
  mask: number,
  taken: readonly Cidr[],
  service: Cidr,
): Cidr {
  const prefix = mask - Math.ceil(Math.log2(nodes));
  if (podCidr === undefined) {
    return defaultPodCidr(taken, service, Math.min(DEFAULT_POD_PREFIX, prefix));
  }
  const block = requireFree("podCidr", Cidr.parse(podCidr), [...taken, service]);
  if (block.prefix <= prefix) return block;
  throw new ValueError({
    got: `podCidr ${block}, with ${block.prefix > mask ? "no block" : `blocks for ${flannelMaxNodes(block, mask)} nodes`} of a /${mask}`,
    want: `a block for each of ${thousands(nodes)} nodes`,
    fix: `take a podCidr of /${prefix} or larger, or fewer Pods on each node`,
    source: "ACK user guide (2021-12-02), lines 10731-10735",
  });
}

function smallTypeNote({ instanceType, mode = "shared-eni" }: TerwayPlanProps): string[] {
  const most = instanceType === undefined ? undefined : podsOfType(instanceType, mode);
  return most === undefined || most.canJoin
    ? []
    : [
        `A node of ${instanceType ?? ""} does not join: it has room for ${most.pods} Pods, and needs room for ${most.least}.`,
      ];
}

function groupNote(nodes: number, podAddresses: number): string[] {
  const total = nodes + podAddresses;
  return total <= GROUP_ADDRESSES
    ? []
    : [
        `Nodes and Pods have ${thousands(total)} addresses when all is full; an enterprise security group holds ${thousands(GROUP_ADDRESSES)}.`,
      ];
}
