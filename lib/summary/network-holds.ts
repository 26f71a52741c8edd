import type { OwnedCluster } from "../cluster";
import { networkHolds, type NetworkHolds, type ZoneHolds } from "../ip-plan";
import { fact, isUnknown, registryOf } from "../limits";
import { FlannelNetwork } from "../network";
import { clusterPools, mostPodsOnNode, type PoolMember } from "../node-pool";
import { Cidr, podsPerFlannelNode } from "../values";

export interface ClusterHolds extends NetworkHolds {
  /** Pods that are counted on each node: those of the largest nodes of the cluster, or of a Flannel block. */
  readonly podsPerNode: number;
  readonly zones: readonly ZoneHolds[];
}

/** What the network of a cluster can hold; undefined where a block or all instance types are unknown. */
export function clusterHolds(cluster: OwnedCluster): ClusterHolds | undefined {
  const { network } = cluster;
  const flannel = network instanceof FlannelNetwork ? flannelPods(network) : undefined;
  const podsPerNode = flannel === undefined ? podsOf(cluster) : podsPerFlannelNode(flannel.nodeCidrMask);
  const zones = zonesOf(network.nodeVSwitchCidrs, network.podVSwitchCidrs);
  if (
    zones === undefined ||
    podsPerNode === undefined ||
    (flannel === undefined && network.plugin !== "terway")
  ) {
    return undefined;
  }
  const wanted = { zones, podsPerNode, addressesPerNode: podsPerNode, headroomPercent: 0 };
  return { podsPerNode, ...networkHolds({ ...wanted, ...(flannel === undefined ? {} : { pods: flannel }) }) };
}

function podsOf({ groupKey, node }: OwnedCluster): number | undefined {
  const pools = registryOf(node.root)
    .members.filter(({ relation, key }) => relation.id === clusterPools.id && key === groupKey)
    .flatMap(({ member }) => {
      const one = member as PoolMember;
      return one.kind === "pool" ? [one] : [];
    });
  return mostPodsOnNode(pools);
}

function flannelPods({ podCidr, nodeCidrMask }: FlannelNetwork) {
  const [text, mask] = [fact(podCidr), fact(nodeCidrMask)];
  if (isUnknown(text) || isUnknown(mask)) return undefined;
  const cidr = Cidr.tryParse(text);
  // What is out of bounds is for the limits to report.
  return cidr === undefined || !Number.isInteger(mask) || mask < 24 || mask > 28 || mask < cidr.prefix
    ? undefined
    : { cidr, nodeCidrMask: mask };
}

type Cidrs = ReadonlyMap<string, string | undefined>;

function zonesOf(nodes: Cidrs | undefined, pods: Cidrs | undefined) {
  const zones = [...(nodes ?? [])].map(([key, text]) => {
    const [nodeCidr, podCidr] = [blockOf(text), blockOf(pods?.get(key))];
    const isKnown = nodeCidr !== undefined && (pods === undefined || podCidr !== undefined);
    return isKnown ? { key, zone: key, nodeCidr, ...(podCidr === undefined ? {} : { podCidr }) } : undefined;
  });
  return zones.length > 0 && zones.every((zone) => zone !== undefined) ? zones : undefined;
}

function blockOf(text: string | undefined): Cidr | undefined {
  const known = fact(text);
  return known === undefined || isUnknown(known) ? undefined : Cidr.tryParse(known);
}
