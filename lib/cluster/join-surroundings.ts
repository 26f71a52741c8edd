import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { fact, joinRelation, mapFact, sameAccount } from "../limits";
import { accountAddresses, securityGroups, vpcGateways, type IVpc, type NetworkBinding } from "../network";
import { judgeRegion } from "../resource";
import { providerCredentials } from "../security";
import { reachesInternet } from "./api-server";
import type { ClusterProps } from "./cluster-props";
import type { KindOfCluster } from "./kind-of-cluster";
import type { ICluster } from "./kinds";
import { stackClusters } from "./stack-clusters";

/** Registers what a cluster has to do with its stack, its account, and the ways out of its VPC. */
export function joinSurroundings(
  cluster: ICluster & IConstruct & { readonly vpc: IVpc },
  props: ClusterProps,
  { routesInVpc }: KindOfCluster,
  { newNatGateway, snatVSwitchIds, podCidr }: NetworkBinding,
): void {
  const stack = TerraformStack.of(cluster).node.path;
  const publicApiServer = fact(props.publicApiServer ?? false);
  joinRelation(cluster, stackClusters, stack, { isPublic: reachesInternet(props), scope: cluster });
  joinRelation(cluster, providerCredentials, stack, cluster);
  joinRelation(cluster, accountAddresses, sameAccount, {
    byAck: mapFact(publicApiServer, (known) => (known ? 1 : 0) + (newNatGateway ? 1 : 0)),
    scope: cluster,
  });
  if (snatVSwitchIds !== undefined) {
    const member = { kind: "cluster", cluster: cluster.groupKey, snatVSwitchIds } as const;
    joinRelation(cluster, vpcGateways, cluster.vpc.groupKey, member);
  }
  const existingGroup = props.securityGroup?.clusterArguments.securityGroupId;
  if (existingGroup !== undefined) {
    joinRelation(cluster, securityGroups, stack, {
      kind: "user",
      scope: cluster,
      securityGroupIds: [existingGroup],
      podCidr: routesInVpc ? podCidr : undefined,
      network: props.network,
      clusterKey: cluster.groupKey,
      isContainerOs: false,
    });
  }
  judgeRegion(cluster, cluster.vpc, "the VPC");
}
