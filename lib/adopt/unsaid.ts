import type { OwnedCluster } from "../cluster";
import type { INetwork } from "../network";
import { givenProps } from "../resource";
import type { Unsaid } from "./facts";

/** What a cluster and its network have not said, and nothing can change later. */
export function unsaidOf(cluster: OwnedCluster): Unsaid[] {
  const { network } = cluster;
  const ofCluster: readonly Unsaid[] = [
    { prop: "clusterDomain", byDefault: "cluster.local" },
    ...(cluster.networkPlugin === "none" ? [] : [{ prop: "proxyMode", byDefault: "ipvs" }]),
    ...(cluster.kind === "pro" ? [{ prop: "tier", byDefault: "ack.pro.small" }] : []),
    ...(cluster.kind === "edge" || cluster.kind === "serverless"
      ? [{ prop: "edition", byDefault: "pro" }]
      : []),
  ];
  return [
    ...ofCluster.filter(({ prop }) => !isGiven(cluster, prop)),
    ...addressesOf(network)
      .filter(({ prop }) => !isGiven(network, prop))
      .map(({ prop, byDefault }) => ({ prop: `${prop} of ${network.node.path}`, byDefault })),
  ];
}

function addressesOf(network: INetwork): Unsaid[] {
  const { serviceCidr, podCidr } = network;
  return [
    { prop: "serviceCidr", byDefault: serviceCidr },
    ...(podCidr === undefined
      ? []
      : [
          { prop: "podCidr", byDefault: podCidr },
          { prop: "nodeCidrMask", byDefault: "24" },
        ]),
  ];
}

/** Whether a construct was given a prop. One that is not of this library may have said it in its own way. */
export function isGiven(scope: Parameters<typeof givenProps>[0], prop: string): boolean {
  const props = givenProps(scope);
  return props === undefined || props[prop] !== undefined;
}
