import { TerraformStack, type TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import { fact, isToken, joinRelation, sameAccount } from "../limits";
import { accountAddresses, securityGroups, vpcGateways } from "../network";
import { judgeRegion } from "../resource";
import type { NodePoolProps } from "./node-pool-options";

/** Whether each node has a public address of its own. */
export function hasAddress({ publicIp, capacity }: NodePoolProps): boolean {
  return publicIp !== undefined || capacity.autoscaling?.eip !== undefined;
}

/** Registers what a pool has to do with its stack, its account, and the ways out of its VPC. */
export function joinSurroundings(
  pool: IConstruct & { readonly provider: TerraformProvider | undefined },
  props: NodePoolProps,
  vswitchIds: readonly string[],
): void {
  const { cluster, capacity, placement, securityGroupIds } = props;
  const { path } = pool.node;
  const isContainerOs = props.imageType?.name === "ContainerOS";
  judgeRegion(pool, cluster, "the cluster");
  if (capacity.autoscaling?.eip !== undefined) {
    // More of them come and go with the nodes.
    joinRelation(pool, accountAddresses, sameAccount, { byAck: fact(capacity.min), scope: pool }, path);
  }
  if (securityGroupIds !== undefined) {
    const podCidr = cluster.nodesTakeRoutes ? cluster.network?.podCidr : undefined;
    const use = {
      kind: "user",
      scope: pool,
      securityGroupIds,
      podCidr,
      network: cluster.network,
      clusterKey: cluster.groupKey,
      isContainerOs,
    } as const;
    joinRelation(pool, securityGroups, TerraformStack.of(pool).node.path, use, path);
  } else if (isContainerOs) {
    const member = { kind: "containeros", clusterKey: cluster.groupKey } as const;
    joinRelation(pool, securityGroups, TerraformStack.of(pool).node.path, member, path);
  }
  if (placement?.namesVSwitches === true && cluster.vpc !== undefined && !hasAddress(props)) {
    const ids = isToken(vswitchIds) ? [] : vswitchIds;
    const member = { kind: "pool", cluster: cluster.groupKey, vswitchIds: ids } as const;
    joinRelation(pool, vpcGateways, cluster.vpc.groupKey, member, path);
  }
}
