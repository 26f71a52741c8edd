import {
  ackGuide,
  edgeGuide,
  fact,
  isUnknown,
  limitsOn,
  mapFact,
  unknown,
  type Fact,
  type FactList,
  type Joined,
  type Named,
  type Relation,
} from "../limits";
import { Cidr, flannelMaxNodes } from "../values";
import { clusterScalingLimits, type ClusterScalingFacts } from "./autoscaler-limits";
import { clusterMixLimits, type ClusterMixFacts, type SizedPool } from "./cluster-mix-limits";
import { clusterNetworkLimits, type ClusterNetworkFacts } from "./cluster-network-limits";
import { clusterSizeLimits, type ClusterSizeFacts } from "./cluster-size-limits";
import { podAddressFacts, podAddressLimits, type PodAddressFacts, type PodPool } from "./pod-address-limits";

/** What the cluster brings in. */
interface ClusterMember {
  readonly kind: "cluster";
  readonly edition: ClusterSizeFacts["edition"];
  readonly minCloudNodes: number;
  readonly podCidr: string | undefined;
  readonly nodeCidrMask: number | undefined;
  readonly isIsolated: boolean;
  readonly zones: number;
  readonly groupCapacity: number | undefined;
}

/** What each of its pools brings in. */
interface OnePool extends PodPool {
  readonly kind: "pool";
  readonly name: Fact<string>;
  readonly isAutoscaled: boolean;
  /** Whether each node has a public address. */
  readonly hasAddress: boolean;
}

/** What the autoscaler of the cluster brings in. */
interface AutoscalerMember {
  readonly kind: "autoscaler";
  /** Paths of the pools that have a priority; undefined where it does not go by priority. */
  readonly prioritised: ReadonlySet<string> | undefined;
  /** Whether the cluster runs outside of ACK, and its autoscaler in it. */
  readonly isOutside: boolean;
}

export type PoolMember = ClusterMember | OnePool | AutoscalerMember;

interface ClusterPoolFacts
  extends ClusterSizeFacts, ClusterMixFacts, ClusterNetworkFacts, PodAddressFacts, ClusterScalingFacts {
  readonly names: FactList<Named>;
  readonly minCloudNodes: number;
  /** Unknown when the size of a pool is. */
  readonly minNodes: Fact<number>;
  readonly maxNodes: Fact<number>;
  /** Nodes that the Pod CIDR of a Flannel cluster has blocks for. */
  readonly flannelCapacity: Fact<number> | undefined;
}

const pools = limitsOn<ClusterPoolFacts>("Node pools");

const clusterPoolLimits = [
  pools.namesDiffer(
    "node-pool-name-unique",
    "names",
    {
      got: (name, earlier) => `the name "${name}", which ${earlier} has as well`,
      want: "a name of its own for each pool of a cluster",
    },
    {
      statement: "The name of a node pool is unique in its cluster.",
      source: { title: "ACK API", chapter: "CreateClusterNodePool, InvalidParameter.Name" },
      authority: "service",
      fix: "give each pool a name of its own",
    },
  ),
  pools.limit(
    "edge-min-cloud-worker",
    ["minCloudNodes", "minNodes", "poolCount"],
    {
      statement:
        "The pools of an edge cluster keep at least one node in the cloud, for the components that manage its edge.",
      source: edgeGuide("4.1 Create an edge cluster", "317-320"),
      rows: ["edge-min-cloud-worker"],
      fix: "add a node pool that keeps one: cluster.addNodePool(...)",
    },
    ({ minCloudNodes, minNodes, poolCount }) =>
      minCloudNodes === 0 || poolCount === 0 || minNodes >= minCloudNodes
        ? []
        : [{ got: `pools with ${minNodes} nodes in the cloud at least`, want: `at least ${minCloudNodes}` }],
  ),
  pools.limit(
    "edge-without-cloud-pool",
    ["minCloudNodes", "poolCount"],
    {
      statement:
        "An edge cluster needs a node in the cloud; one without a pool in this app gets it from another app, or does not work.",
      source: edgeGuide("4.1 Create an edge cluster", "317-320"),
      rows: ["edge-min-cloud-worker"],
      // ACK makes the cluster without one, and its pools may be in an app of their own.
      advice: true,
      fix: "add a node pool that keeps a node: cluster.addNodePool(...)",
    },
    ({ minCloudNodes, poolCount }) =>
      minCloudNodes > 0 && poolCount === 0
        ? [{ got: "no pool in the cloud", want: `at least ${minCloudNodes} node in the cloud` }]
        : [],
  ),
  pools.limit(
    "flannel-pod-cidr-min-nodes",
    ["flannelCapacity", "minNodes"],
    {
      statement: "The Pod CIDR of a Flannel cluster has a block for each node that its pools begin with.",
      source: ackGuide("7.2 Plan the network of a cluster", "10731-10735"),
      authority: "addresses",
    },
    ({ flannelCapacity, minNodes }) => tooSmall(flannelCapacity, minNodes, "to begin with"),
  ),
  pools.limit(
    "flannel-pod-cidr-max-nodes",
    ["flannelCapacity", "maxNodes"],
    {
      statement:
        "The Pod CIDR of a Flannel cluster had better have a block for each node that its pools may grow to.",
      source: ackGuide("7.2 Plan the network of a cluster", "10731-10735"),
      advice: true,
    },
    ({ flannelCapacity, maxNodes }) => tooSmall(flannelCapacity, maxNodes, "at most"),
  ),
  ...clusterSizeLimits,
  ...clusterScalingLimits,
  ...clusterMixLimits,
  ...clusterNetworkLimits,
  ...podAddressLimits,
];

function tooSmall(capacity: number | undefined, nodes: number, when: string) {
  return capacity === undefined || nodes <= capacity
    ? []
    : [
        {
          got: `${nodes} nodes ${when}, and a Pod CIDR with blocks for ${capacity}`,
          want: "a block for each node",
          fix: "take a larger podCidr or a larger nodeCidrMask; neither can be changed later",
        },
      ];
}

/** The node pools of one cluster; the key is the `groupKey` of the cluster. */
export const clusterPools: Relation<PoolMember, ClusterPoolFacts> = {
  id: "cluster-pools",
  limits: clusterPoolLimits,
  facts: (members) => {
    const names: Fact<Named>[] = [];
    const mins: Fact<number>[] = [];
    const maxs: Fact<number>[] = [];
    const sizes: Fact<SizedPool>[] = [];
    let autoscaledPools = 0;
    let minCloudNodes = 0;
    let edition: ClusterSizeFacts["edition"];
    let flannelCapacity: Fact<number> | undefined;
    let cluster: ClusterMember | undefined;
    let poolsWithoutAddress = 0;
    const podPools: PodPool[] = [];
    const autoscalers: string[] = [];
    const outsideAutoscalers: string[] = [];
    let prioritised: ReadonlySet<string> | undefined;
    for (const { path, member } of members) {
      if (member.kind === "autoscaler") {
        autoscalers.push(path);
        if (member.isOutside) {
          outsideAutoscalers.push(path);
        }
        prioritised ??= member.prioritised;
      } else if (member.kind === "cluster") {
        cluster = member;
        minCloudNodes = member.minCloudNodes;
        edition = member.edition;
        flannelCapacity = capacityOf(member.podCidr, member.nodeCidrMask);
      } else {
        podPools.push(member);
        names.push(mapFact(member.name, (name) => ({ path, name })));
        mins.push(member.min);
        maxs.push(member.max);
        sizes.push(isUnknown(member.min) ? member.min : { path, nodes: member.min });
        autoscaledPools += member.isAutoscaled ? 1 : 0;
        poolsWithoutAddress += member.hasAddress ? 0 : 1;
      }
    }
    return {
      names,
      edition,
      minCloudNodes,
      firstNodes: mins,
      isOwned: cluster !== undefined,
      poolCount: mins.length,
      isIsolated: cluster?.isIsolated,
      podsUseNodeAddresses: cluster?.podCidr !== undefined,
      poolsWithoutAddress,
      zones: cluster?.zones,
      groupCapacity: cluster?.groupCapacity,
      autoscaledPools,
      sizes,
      minNodes: sum(mins),
      maxNodes: sum(maxs),
      flannelCapacity,
      autoscalers,
      withoutPriority: prioritised === undefined ? [] : autoscaledWithout(members, prioritised),
      outsideAutoscalers,
      ...(outsideAutoscalers.length === 0 ? noHomes : homesOf(members)),
      ...podAddressFacts(podPools),
    };
  },
};

const noHomes = { autoscalerHomes: [], shortLivedHomes: [] };

/** The label of nodes on which the autoscaler of a registered cluster runs. */
const homeLabel = "alibabacloud.com/cloud-worker-nodes";

/** Pools on which the autoscaler of a registered cluster may run: those that keep a node, and those that do not. */
function homesOf(
  members: readonly Joined<PoolMember>[],
): Pick<ClusterPoolFacts, "autoscalerHomes" | "shortLivedHomes"> {
  const autoscalerHomes: Fact<string>[] = [];
  const shortLivedHomes: Fact<string>[] = [];
  for (const { path, member } of members) {
    if (member.kind !== "pool") continue;
    const value = fact(member.labels?.[homeLabel]);
    if (value === undefined || (!isUnknown(value) && value !== "true")) continue;
    const home = mapFact(value, () => path);
    if (member.isAutoscaled) {
      shortLivedHomes.push(home);
    } else if (isUnknown(member.min) || member.min > 0) {
      autoscalerHomes.push(isUnknown(member.min) ? member.min : home);
    }
  }
  return { autoscalerHomes, shortLivedHomes };
}

function autoscaledWithout(
  members: readonly Joined<PoolMember>[],
  prioritised: ReadonlySet<string>,
): string[] {
  return members.flatMap(({ path, member }) =>
    member.kind === "pool" && member.isAutoscaled && !prioritised.has(path) ? [path] : [],
  );
}

function capacityOf(podCidr: string | undefined, nodeCidrMask: number | undefined): Fact<number> | undefined {
  if (podCidr === undefined || nodeCidrMask === undefined) {
    return undefined;
  }
  const [pods, mask] = [fact(podCidr), fact(nodeCidrMask)];
  if (isUnknown(pods) || isUnknown(mask)) {
    return unknown(podCidr);
  }
  const cidr = Cidr.tryParse(pods);
  // What is no block, or too small for one node, is reported by the limits of the network.
  return cidr === undefined || cidr.prefix > mask || !Number.isInteger(mask) || mask < 24 || mask > 28
    ? undefined
    : flannelMaxNodes(cidr, mask);
}

function sum(values: readonly Fact<number>[]): Fact<number> {
  let total = 0;
  for (const value of values) {
    if (isUnknown(value)) {
      return value;
    }
    total += value;
  }
  return total;
}
