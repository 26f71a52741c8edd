import { podsPerNode } from "../instance-types";
import {
  alibabaCloud,
  fact,
  isToken,
  isUnknown,
  limitsOn,
  unknown,
  type Fact,
  type FactList,
} from "../limits";
import type { INetwork } from "../network";
import { Cidr, thousands } from "../values";
import type { NodePoolProps } from "./node-pool-options";
import { podModeOf } from "./pod-density-limits";

/** What the Pod vSwitches of a cluster have to know of a pool; nothing is worked out before it is asked for. */
export interface PodPool {
  readonly min: Fact<number>;
  readonly max: Fact<number>;
  readonly network: INetwork | undefined;
  readonly vswitchIds: readonly string[];
  readonly instanceTypes: readonly string[];
  readonly labels: NodePoolProps["labels"];
}

/** The Pod vSwitch of a zone. */
interface PodZone {
  readonly key: string;
  readonly addresses: number;
}

/** The addresses that the nodes of a pool may take, in each of the zones that it is spread over. */
interface PodDemand {
  readonly zones: readonly string[];
  readonly nodes: number;
  /** Of a full node. */
  readonly pods: number;
}

export interface PodAddressFacts {
  /** Undefined without Terway, or where the app does not own the network; unknown when a block is. */
  readonly podZones: Fact<readonly PodZone[]> | undefined;
  readonly firstDemand: FactList<PodDemand>;
  readonly grownDemand: FactList<PodDemand>;
}

/** The fewest Pods that ACK wants a node to have room for. */
const LEAST_PODS = { "shared-eni": 12, "trunk-eni": 12, "exclusive-eni": 7 } as const;

const addresses = limitsOn<PodAddressFacts>("Clusters");

const source = alibabaCloud("ACK, Plan CIDR blocks for an ACK managed cluster");
const fix =
  "take larger Pod vSwitches or more zones (planAddresses says what is needed), or nodes with fewer Pods; no vSwitch can grow";

export const podAddressLimits = [
  addresses.monotone(
    "terway-pod-addresses",
    ["podZones", "firstDemand"],
    {
      // Advice: nodes need not be full, and the figures of an instance type may have changed.
      statement:
        "The Pod vSwitches of a cluster had better have an address for each Pod that the nodes it begins with have room for.",
      source,
      advice: true,
      fix,
    },
    ({ podZones, firstDemand }) => shortage(podZones, firstDemand, "to begin with"),
  ),
  addresses.monotone(
    "terway-pod-addresses-max",
    ["podZones", "grownDemand"],
    {
      statement:
        "The Pod vSwitches of a cluster had better have addresses for the fewest Pods that ACK expects of a node, on all nodes that its pools may grow to.",
      source,
      advice: true,
      fix,
    },
    ({ podZones, grownDemand }) => shortage(podZones, grownDemand, "at most"),
  ),
];

/** The zone that is full first, if any is: the one of which the largest part is asked for. */
function shortage(podZones: readonly PodZone[] | undefined, demands: readonly PodDemand[], when: string) {
  const loads = (podZones ?? []).map((zone) => ({ ...zone, wanted: wantedIn(zone.key, demands) }));
  const [first] = loads.sort((a, b) => b.wanted / b.addresses - a.wanted / a.addresses);
  if (first === undefined || first.wanted <= first.addresses) {
    return [];
  }
  const nodes = demands.reduce((sum, demand) => sum + demand.nodes, 0);
  return [
    {
      got: `a Pod vSwitch with ${thousands(first.addresses)} addresses in zone ${first.key} for ${thousands(first.wanted)} Pods, its part of ${thousands(nodes)} nodes ${when}`,
      want: "an address for each Pod",
    },
  ];
}

/** Pods are counted where their nodes are; how nodes spread is not certain, so that they are taken to do so evenly. */
function wantedIn(key: string, demands: readonly PodDemand[]): number {
  const wanted = demands.reduce(
    (sum, { zones, nodes, pods }) => (zones.includes(key) ? sum + (nodes * pods) / zones.length : sum),
    0,
  );
  return Math.floor(wanted);
}

/** The facts of the pools of one cluster. */
export function podAddressFacts(pools: readonly PodPool[]): PodAddressFacts {
  const network = pools.find((pool) => pool.network?.podVSwitchCidrs !== undefined)?.network;
  if (network?.podVSwitchCidrs === undefined) {
    return { podZones: undefined, firstDemand: [], grownDemand: [] };
  }
  const byId = new Map([...network.nodeVSwitches].map(([key, id]) => [id, key]));
  const demand = (nodes: Fact<number>, pods: Fact<number>, pool: PodPool): Fact<PodDemand> => {
    if (isUnknown(nodes)) return nodes;
    return isUnknown(pods) ? pods : { zones: zonesOf(pool, byId), nodes, pods };
  };
  return {
    podZones: podZonesOf(network.podVSwitchCidrs),
    firstDemand: pools.map((pool) => demand(pool.min, fewestPods(pool), pool)),
    grownDemand: pools.map((pool) => demand(pool.max, LEAST_PODS[podModeOf(pool.labels)], pool)),
  };
}

/** Pods of a node of the pool whose nodes have room for most; undefined where no type is known. */
export function mostPodsOnNode(pools: readonly PodPool[]): number | undefined {
  const known = pools.map(fewestPods).filter((pods): pods is number => !isUnknown(pods));
  return known.length === 0 ? undefined : Math.max(...known);
}

function podZonesOf(cidrs: ReadonlyMap<string, string | undefined>): Fact<readonly PodZone[]> {
  const zones: PodZone[] = [];
  for (const [key, text] of cidrs) {
    const known = fact(text);
    if (known === undefined || isUnknown(known)) {
      return unknown(`the block of the Pod vSwitch of zone ${key}`);
    }
    // What is no block is reported by `cidr-format`.
    const cidr = Cidr.tryParse(known);
    if (cidr !== undefined) {
      zones.push({ key, addresses: cidr.usableInVSwitch });
    }
  }
  return zones;
}

/** The zones of a pool; none where its vSwitches are not those of the network: which zones these are in, nobody said. */
function zonesOf({ vswitchIds }: PodPool, keyById: ReadonlyMap<string, string>): readonly string[] {
  if (isToken(vswitchIds)) return [];
  const keys = vswitchIds.map((id) => keyById.get(id));
  return keys.every((key) => key !== undefined) ? keys : [];
}

/** Of the known instance types of a pool, the Pods of the smallest: which of them it gets is not certain. */
function fewestPods({ instanceTypes, labels }: PodPool): Fact<number> {
  const mode = podModeOf(labels);
  const known = isToken(instanceTypes)
    ? []
    : instanceTypes.flatMap((name) => (isToken(name) ? [] : (podsPerNode(name, mode)?.pods ?? [])));
  return known.length === 0 ? unknown("the Pods of the instance types") : Math.min(...known);
}
