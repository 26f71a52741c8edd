import { isToken, unknown, type Fact } from "../limits";
import { cloudNodeTaint, edgeWorkerLabel } from "./edge-pods";
import { containersOf, isForAll, listOf, textsOf } from "./pod-readers";
import type { PodTemplate } from "./pod-templates";

/** What of a Pod matters in an edge cluster. */
export interface EdgePod {
  readonly at: string;
  /** What it selects nodes of the cloud or of the edge by; undefined where it may land on either. */
  readonly isEdgeWorker: string | undefined;
  readonly toleratesCloudTaint: boolean;
  /** Ports that it takes on its node. */
  readonly nodePorts: readonly number[];
  /** Environment variables that its containers are given. */
  readonly variables: readonly string[];
}

export function edgePodsOf(pods: readonly PodTemplate[]): Fact<EdgePod>[] {
  return pods.map((pod) => {
    const { nodeSelector, toleration } = pod.spec;
    const isEdgeWorker = textsOf(nodeSelector)[edgeWorkerLabel];
    const token = [...[nodeSelector, toleration].filter(isToken).map(String), isEdgeWorker].find(isToken);
    if (token !== undefined) return unknown(token);
    return {
      at: pod.path,
      isEdgeWorker,
      toleratesCloudTaint: listOf(toleration).some((one) => one.key === cloudNodeTaint || isForAll(one)),
      nodePorts: nodePortsOf(pod),
      variables: containersOf(pod).flatMap(({ env }) => listOf(env).flatMap(({ name }) => name ?? [])),
    };
  });
}

/** In the network of the node, every port of a container is one of the node. */
function nodePortsOf(pod: PodTemplate): number[] {
  return containersOf(pod).flatMap(({ port }) =>
    listOf(port).flatMap(({ containerPort, hostPort }) => {
      const taken = hostPort ?? (pod.spec.hostNetwork === true ? containerPort : undefined);
      return taken === undefined || isToken(taken) ? [] : [taken];
    }),
  );
}
