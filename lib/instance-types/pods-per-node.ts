import { podsPerFlannelNode, ValueError } from "../values";
import { instanceType, type InstanceTypeFigures } from "./instance-type";

/**
 * How the Pods of a node get their addresses.
 *
 * - `shared-eni`: Terway, several Pods on one network interface; the default, with the data path of IPvlan, or eBPF (DataPath V2) as well.
 * - `trunk-eni`: Terway with shared interfaces, of which one carries Pods that have an interface of their own.
 * - `exclusive-eni`: Terway, an interface for each Pod.
 * - `flannel`: a block of the Pod CIDR for each node.
 */
export type PodMode = TerwayMode | "flannel";
export type TerwayMode = "shared-eni" | "trunk-eni" | "exclusive-eni";

/** How many Pods a node can have, those in the network of the node not counted. */
export interface PodsPerNode {
  readonly pods: number;
  /** What bounds their number, in words. */
  readonly bottleneck: string;
  /** The fewest Pods that ACK wants the node to have room for; below it, the node does not join. */
  readonly least: number;
  readonly canJoin: boolean;
}

/** A node has to have room for more than 11 Pods, with exclusive interfaces for more than 6. */
const LEAST: Readonly<Record<TerwayMode, number>> = { "shared-eni": 12, "trunk-eni": 12, "exclusive-eni": 7 };

const SOURCE =
  "Alibaba Cloud documentation, Manage pod capacity on nodes; ACK user guide (2021-12-02), lines 10893-10898";

/**
 * How many Pods a node of a Terway cluster can have.
 *
 * @returns undefined for an instance type of which the figures are not known
 */
export function podsPerNode(instanceTypeName: string, mode?: TerwayMode): PodsPerNode | undefined;
/**
 * How many Pods a node of a Flannel cluster can have, whatever its instance type.
 *
 * @param nodeCidrMask prefix length of the block of a node, 24 to 28; 24 unless given
 * @throws ValueError for another mask
 */
export function podsPerNode(instanceTypeName: string, mode: "flannel", nodeCidrMask?: number): PodsPerNode;
export function podsPerNode(
  instanceTypeName: string,
  mode: PodMode = "shared-eni",
  nodeCidrMask = 24,
): PodsPerNode | undefined {
  if (mode === "flannel") {
    const pods = podsPerFlannelNode(nodeCidrMask);
    return { pods, bottleneck: `the /${nodeCidrMask} of a node in the Pod CIDR`, least: 1, canJoin: true };
  }
  requireMode(mode);
  const figures = instanceType(instanceTypeName);
  return figures === undefined ? undefined : terwayPods(figures, mode);
}

function terwayPods(
  { name, enis, ipv4PerEni }: InstanceTypeFigures,
  mode: TerwayMode,
): PodsPerNode | undefined {
  if (enis === undefined) {
    return undefined;
  }
  const forPods = Math.max(0, enis - 1);
  const interfaces = `the ${forPods === 1 ? "1 network interface" : `${forPods} network interfaces`} that ${name} has for Pods`;
  if (mode === "exclusive-eni") {
    return bounded(forPods, interfaces, mode);
  }
  return ipv4PerEni === undefined
    ? undefined
    : bounded(forPods * ipv4PerEni, `${interfaces}, with ${ipv4PerEni} addresses each`, mode);
}

function bounded(pods: number, bottleneck: string, mode: TerwayMode): PodsPerNode {
  const least = LEAST[mode];
  return { pods, bottleneck, least, canJoin: pods >= least };
}

/** JavaScript has no types that would have refused it. */
function requireMode(mode: string): void {
  if (Object.hasOwn(LEAST, mode)) return;
  throw new ValueError({
    got: `the mode ${JSON.stringify(mode)}`,
    want: `one of ${[...Object.keys(LEAST), "flannel"].join(", ")}`,
    source: SOURCE,
  });
}
