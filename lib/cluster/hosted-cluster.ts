import { CsManagedKubernetes } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import type { Construct } from "constructs";
import {
  NodePool,
  type NodePoolOptions,
  Autoscaler,
  type AutoscalerOptions,
  ZonalNodePools,
  type ZonalNodePoolsOptions,
} from "../node-pool";
import { clusterArguments } from "./cluster-arguments";
import type { ClusterProps } from "./cluster-props";
import type { HostedKind } from "./kind-of-cluster";
import type { INodeCluster, NodeClusterKind } from "./kinds";
import { OwnedCluster } from "./owned-cluster";
import { withOrganisation } from "./with-organisation";

/** A cluster of this app whose control plane ACK runs. */
export abstract class HostedCluster extends OwnedCluster<CsManagedKubernetes> {
  protected constructor(scope: Construct, id: string, given: ClusterProps, kind: HostedKind) {
    const props = withOrganisation(scope, id, given);
    super(
      scope,
      id,
      props,
      kind,
      (cluster, basics, binding) =>
        new CsManagedKubernetes(cluster, "cluster", {
          ...basics,
          ...clusterArguments(props, binding, kind),
        }),
    );
  }
}

/** One that has nodes. `Options` are the props of its node pools. */
export abstract class HostedNodeCluster<Options extends NodePoolOptions>
  extends HostedCluster
  implements INodeCluster
{
  public abstract override readonly kind: NodeClusterKind;

  /** Adds the autoscaler, which keeps the autoscaled pools of the cluster within their bounds. A cluster has one. */
  public addAutoscaler(id: string, options: AutoscalerOptions = {}): Autoscaler {
    return new Autoscaler(this, id, { ...options, cluster: this });
  }

  /** Adds a node pool. The id is part of its Terraform address, and its name unless you give one. */
  public addNodePool(id: string, options: Options): NodePool {
    return new NodePool(this, id, { ...options, cluster: this });
  }

  /** Adds a node pool for each zone, with a share of the nodes. The id and the key of the zone are in its Terraform address. */
  public addNodePoolPerZone(id: string, options: ZonalNodePoolsOptions): ZonalNodePools {
    return new ZonalNodePools(this, id, { ...options, cluster: this });
  }
}
