import type { Construct } from "constructs";
import { EdgePoolPlan, type EdgePoolPlanOptions } from "../edge";
import type { FlannelNetwork } from "../network";
import type { NodePoolOptions } from "../node-pool";
import { HostedNodeCluster } from "./hosted-cluster";
import type { ClusterProps } from "./cluster-props";
import { ImportedNodeCluster, type ClusterAttributes } from "./imported-cluster";
import type { IEdgeCluster } from "./kinds";

export interface EdgeClusterProps extends ClusterProps {
  /** Pods of an edge cluster have a CIDR block of their own, also at the edge. */
  readonly network: FlannelNetwork;

  /**
   * Edition of the cluster. Standard can become Pro in place, and never goes back.
   * @default "pro"
   */
  readonly edition?: "standard" | "pro";

  /** Encryption of Secrets is for `ProCluster`. */
  readonly secretEncryption?: never;
}

/**
 * An ACK Edge cluster: the control plane and some nodes are in the cloud, the other nodes join from outside. It needs
 * at least one node in the cloud, so give it a pool of at least one.
 */
export class EdgeCluster extends HostedNodeCluster<NodePoolOptions> implements IEdgeCluster {
  /** Refers to a cluster that this app does not own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IEdgeCluster & ImportedNodeCluster<"edge"> {
    return new ImportedNodeCluster(scope, id, "edge", attributes);
  }

  public readonly kind = "edge";

  constructor(scope: Construct, id: string, props: EdgeClusterProps) {
    const edition = (props.edition ?? "pro") === "pro" ? "pro" : "basic";
    super(scope, id, props, {
      kind: "edge",
      edition,
      isEdge: true,
      arguments: {
        profile: "Edge",
        clusterSpec: edition === "pro" ? "ack.pro.small" : "ack.standard",
      },
      defaultAddons: [],
      minCloudNodes: 1,
      // Flannel at the edge is an overlay: its nodes take no route entries.
      routesInVpc: false,
      before: [],
    });
  }

  /** Plans a pool of machines outside of the cloud, which Terraform cannot make: its output says what to ask ACK for. */
  public planEdgePool(id: string, options: EdgePoolPlanOptions = {}): EdgePoolPlan {
    return new EdgePoolPlan(this, id, { ...options, cluster: this });
  }
}
