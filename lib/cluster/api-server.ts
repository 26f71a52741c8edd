import type { IConstruct } from "constructs";
import { fact, joinRelation, mapFact, type Fact } from "../limits";
import { balancerUses } from "../pod-network";

/**
 * How nodes and callers come to the API server: load balancers of your own, and a name inside of VPCs. Can be changed in place;
 * needs provider 1.286. A load balancer that is left out later beside another is let go, and goes on to exist; with none of them
 * left, all stays as it is.
 */
export interface ApiServerEndpoints {
  /**
   * Id of the load balancer of the private endpoint: a CLB (`lb-...`) or an NLB (`nlb-...`) in the VPC of the cluster.
   * @default - ACK makes one
   */
  readonly privateLoadBalancerId?: string;

  /**
   * Id of the load balancer of a public endpoint, which the API server has with it. It takes the place of `publicApiServer`.
   * @default - no public endpoint, unless publicApiServer asks for one
   */
  readonly publicLoadBalancerId?: string;

  /**
   * An internal name by which nodes come to the API server, in the place of the address of its load balancer.
   * @default - nodes take the address
   */
  readonly internalDns?: ApiServerInternalDns;
}

/** The internal name of an API server. */
export interface ApiServerInternalDns {
  /**
   * Whether kubelet and kube-proxy take the name. The provider sends this to a cluster that exists, and not at creation: the
   * apply after the first switches it on.
   */
  readonly enabled: boolean;

  /**
   * Further VPCs in which the name can be resolved.
   * @default - the VPC of the cluster alone
   */
  readonly vpcIds?: readonly string[];
}

/** What of the props of a cluster says how its API server is reached. */
interface Reached {
  readonly publicApiServer?: boolean;
  readonly apiServer?: ApiServerEndpoints;
}

/** The block of the provider. It is never empty: an empty one would send zero values. */
export function endpointArguments({ apiServer = {} }: Reached) {
  const { privateLoadBalancerId, publicLoadBalancerId, internalDns } = apiServer;
  const ownsAny = privateLoadBalancerId !== undefined || publicLoadBalancerId !== undefined;
  if (!ownsAny && internalDns === undefined) {
    return {};
  }
  // A list without the private endpoint would have ACK let its load balancer go.
  const loadBalancersConfig = [
    { endpointType: "private", loadBalancerId: privateLoadBalancerId },
    ...(publicLoadBalancerId === undefined
      ? []
      : [{ endpointType: "public", loadBalancerId: publicLoadBalancerId }]),
  ];
  return {
    controlPlaneEndpointsConfig: {
      ...(ownsAny ? { loadBalancersConfig } : {}),
      ...(internalDns === undefined
        ? {}
        : {
            internalDnsConfig: {
              enabled: internalDns.enabled,
              ...(internalDns.vpcIds === undefined ? {} : { bindVpcs: [...internalDns.vpcIds] }),
            },
          }),
    },
  };
}

/** Services do not take the load balancers of an API server. */
export function joinBalancers(cluster: IConstruct, { apiServer = {} }: Reached): void {
  for (const loadBalancerId of [apiServer.privateLoadBalancerId, apiServer.publicLoadBalancerId]) {
    if (loadBalancerId !== undefined) {
      joinRelation(cluster, balancerUses, "app", { kind: "api-server", scope: cluster, loadBalancerId });
    }
  }
}

/** Whether the internet reaches the API server, by an address that ACK binds or by a load balancer. */
export function reachesInternet({ publicApiServer, apiServer }: Reached): Fact<boolean> {
  return apiServer?.publicLoadBalancerId === undefined
    ? mapFact(fact(publicApiServer ?? false), (isPublic) => isPublic)
    : true;
}
