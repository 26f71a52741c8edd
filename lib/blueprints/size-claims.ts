import type { IConstruct } from "constructs";
import { OwnedCluster } from "../cluster";
import { clusterHolds } from "../summary";
import { blockOf } from "../resource";
import { blocks, claimed, counted, isOn, poolsOf, type ClaimFinding, type Fault } from "./claim";
import { leastNodes, mostNodes, onDemandNodes, sum } from "./pool-nodes";

/** The addresses of each network are enough for so many nodes, spread evenly over its zones and full of Pods. */
export function holdsNodes(scope: IConstruct, nodes: number): readonly ClaimFinding[] {
  return claimed(`addresses for ${counted(nodes)}`, scope, () =>
    scope.node
      .findAll()
      .filter((node) => node instanceof OwnedCluster)
      .flatMap((cluster): readonly Fault[] => {
        const found = clusterHolds(cluster)?.holds;
        const got =
          found === undefined
            ? "a network of which nobody knows what it holds"
            : `addresses for ${counted(found.nodes)}; ${found.bottleneck} is full first`;
        return found !== undefined && found.nodes >= nodes
          ? []
          : [{ path: cluster.node.path, got, want: `addresses for ${counted(nodes)}` }];
      }),
  );
}

/** The pools of each cluster never have more nodes together: what they cost has a bound. */
export function atMostNodes(scope: IConstruct, nodes: number): readonly ClaimFinding[] {
  return claimed(`at most ${counted(nodes)}`, scope, ({ clusters }) =>
    clusters.flatMap((cluster) => {
      // In auto mode ACK makes pools by itself.
      const isUnbound = blocks(cluster.body, "auto_mode").some((mode) => isOn(mode["enabled"]));
      const most = isUnbound ? Infinity : sum(poolsOf(cluster), mostNodes);
      return most <= nodes
        ? []
        : [{ path: cluster.path, got: `pools of up to ${counted(most)}`, want: `at most ${counted(nodes)}` }];
    }),
  );
}

/** Each cluster has so many nodes at any time that are paid by use or in advance, and that nobody takes back. */
export function keepsNodes(scope: IConstruct, nodes: number): readonly ClaimFinding[] {
  return claimed(`at least ${counted(nodes)} that are not spot instances`, scope, ({ clusters }) =>
    clusters.flatMap((cluster) => {
      const kept = sum(poolsOf(cluster), onDemandNodes);
      return kept >= nodes
        ? []
        : [{ path: cluster.path, got: `${counted(kept)} for certain`, want: `at least ${counted(nodes)}` }];
    }),
  );
}

/** The pools at or below a construct have no nodes as long as nobody needs any. */
export function shrinksToNothing(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("no nodes as long as nobody needs any", scope, ({ pools }) =>
    pools.flatMap((pool): readonly Fault[] => {
      const { path, body } = pool;
      const scales = isOn(blockOf(body, "scaling_config")["enable"]);
      const least = blockOf(body, "scaling_config")["min_size"];
      return scales && least === 0
        ? []
        : [
            {
              path,
              got: `${counted(leastNodes(pool))} at least`,
              want: "Capacity.autoscale({ min: 0, ... })",
            },
          ];
    }),
  );
}

/** Pods come onto the pools at or below a construct only if they tolerate a taint of theirs. */
export function keepsOtherPodsOff(scope: IConstruct): readonly ClaimFinding[] {
  return claimed("nodes for Pods that tolerate them alone", scope, ({ pools }) =>
    pools
      .filter(
        ({ body }) =>
          !blocks(body, "taints").some(({ effect }) => effect === "NoSchedule" || effect === "NoExecute"),
      )
      .map(({ path }) => ({
        path,
        got: "no taint that keeps Pods off",
        want: "a taint with the effect NoSchedule",
      })),
  );
}
