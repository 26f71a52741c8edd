import type { Construct } from "constructs";
import type { NodePoolOptions } from "../node-pool";
import { HostedNodeCluster } from "./hosted-cluster";
import type { ClusterProps } from "./cluster-props";
import { ImportedNodeCluster, type ClusterAttributes } from "./imported-cluster";
import type { IManagedCluster } from "./kinds";

export interface ManagedClusterProps extends ClusterProps {
  /**
   * Lets service accounts assume RAM roles (RRSA). It can be switched on later, but never off again.
   * @default true
   */
  readonly rrsa?: boolean;

  /** Encryption of Secrets with KMS takes a Pro tier: use `ProCluster`. */
  readonly secretEncryption?: never;
}

/**
 * A basic managed cluster (`ack.standard`): for learning and tests, up to 10 nodes, without a service level agreement.
 * It can become a Pro cluster in place, and never goes back.
 */
export class ManagedCluster extends HostedNodeCluster<NodePoolOptions> implements IManagedCluster {
  /** Refers to a cluster that this app does not own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IManagedCluster & ImportedNodeCluster<"managed"> {
    return new ImportedNodeCluster(scope, id, "managed", attributes);
  }

  public readonly kind = "managed";

  constructor(scope: Construct, id: string, props: ManagedClusterProps) {
    super(scope, id, props, {
      kind: "managed",
      edition: "basic",
      isEdge: false,
      rrsa: props.rrsa ?? true,
      arguments: { profile: "Default", clusterSpec: "ack.standard" },
      defaultAddons: ["csi-plugin", "csi-provisioner"],
      minCloudNodes: 0,
      routesInVpc: true,
      before: [],
    });
  }
}
