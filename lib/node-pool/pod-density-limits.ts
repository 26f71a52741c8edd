import { podsPerNode, type TerwayMode } from "../instance-types";
import { alibabaCloud, facts, findingsOf, isToken, limitsOn, type FactList } from "../limits";
import { exclusiveEniLabel } from "./exclusive-eni";
import type { NodePoolProps } from "./node-pool-options";

interface PodDensityFacts {
  readonly mode: TerwayMode;
  readonly instanceTypes: FactList<string>;
}

const pool = limitsOn<PodDensityFacts>("Node pools");

export const podDensityLimits = [
  pool.monotone(
    "terway-instance-pods",
    ["mode", "instanceTypes"],
    {
      // Advice, for the figures of an instance type may have changed since the library has them.
      statement:
        "With Terway, a node joins when its instance type has room for more than 11 Pods, or for more than 6 where each has a network interface.",
      source: alibabaCloud("ACK, Manage pod capacity on nodes"),
      rows: ["terway-pod-density-eni"],
      advice: true,
      fix: "take a larger instance type; podsPerNode of cdktf-ack says how many Pods a type has room for",
    },
    ({ mode, instanceTypes }) =>
      findingsOf(instanceTypes, (name) => {
        const most = podsPerNode(name, mode);
        return most === undefined || most.canJoin
          ? undefined
          : {
              got: `${name}, with room for ${most.pods} ${most.pods === 1 ? "Pod" : "Pods"}: ${most.bottleneck}`,
              want: `a type with room for ${most.least} Pods or more`,
            };
      }),
  ),
];

/** Undefined for the many pools whose types are known to do, and where Pods have no network interfaces. */
export function podDensityFacts({ cluster, instances, labels }: NodePoolProps): PodDensityFacts | undefined {
  if (cluster.networkPlugin !== "terway") {
    return undefined;
  }
  const mode = podModeOf(labels);
  const { instanceTypes } = instances;
  const isFine = (name: string): boolean => !isToken(name) && podsPerNode(name, mode)?.canJoin !== false;
  return !isToken(instanceTypes) && instanceTypes.every(isFine)
    ? undefined
    : { mode, instanceTypes: facts(instanceTypes) ?? [] };
}

/** How the Pods of a Terway pool get their addresses. */
export function podModeOf(labels: NodePoolProps["labels"]): TerwayMode {
  return labels?.[exclusiveEniLabel] === "eniOnly" ? "exclusive-eni" : "shared-eni";
}
