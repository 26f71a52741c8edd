import type { Construct } from "constructs";
import type { ServerlessNetwork } from "../network";
import type { ClusterProps } from "./cluster-props";
import { ImportedCluster, type ClusterAttributes } from "./imported-cluster";
import type { IServerlessCluster } from "./kinds";
import { HostedCluster } from "./hosted-cluster";
import { ClusterSecurityGroup } from "./security-group";

/** What has no meaning in a cluster without nodes. */
export interface WithoutNodes {
  /** There are no nodes, and so no proxy on them. */
  readonly proxyMode?: never;
  /** There are no nodes to leave out. */
  readonly upgradeControlPlaneOnly?: never;
  /** Encryption of Secrets is for `ProCluster`. */
  readonly secretEncryption?: never;
}

export interface ServerlessClusterProps
  extends Omit<ClusterProps, keyof WithoutNodes | "network">, WithoutNodes {
  /** Pods have addresses of its vSwitches. Choose zones in which ECI is offered. */
  readonly network: ServerlessNetwork;

  /**
   * Edition of the cluster. Standard can become Pro in place, and never goes back.
   * @default "pro"
   */
  readonly edition?: "standard" | "pro";

  /**
   * How Pods find Services by their names: `coredns` installs CoreDNS, which runs as two Pods; `none` installs nothing. Read at
   * creation alone. PrivateZone, which the manual offers too, has no argument in today's resource.
   * @default "coredns"
   */
  readonly serviceDiscovery?: "coredns" | "none";

  /**
   * Lets service accounts assume RAM roles (RRSA). It can be switched on later, but never off again.
   * @default true
   */
  readonly rrsa?: boolean;

  /**
   * Security group of Pods. A change restarts the control plane.
   * @default ClusterSecurityGroup.basic()
   */
  readonly securityGroup?: ClusterSecurityGroup;
}

/**
 * An ACK Serverless cluster: there are no nodes, each Pod is an elastic container instance (ECI). Only accounts that had one
 * on 17 February 2025 can make another: for others there are `AcsCluster`, and virtual nodes in a `ProCluster`.
 */
export class ServerlessCluster extends HostedCluster implements IServerlessCluster {
  /** Refers to a cluster that this app does not own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IServerlessCluster & ImportedCluster<"serverless"> {
    return new ImportedCluster(scope, id, "serverless", attributes);
  }

  public readonly kind = "serverless";

  constructor(scope: Construct, id: string, props: ServerlessClusterProps) {
    const edition = (props.edition ?? "pro") === "pro" ? "pro" : "basic";
    const securityGroup = props.securityGroup ?? ClusterSecurityGroup.basic();
    super(
      scope,
      id,
      { ...props, securityGroup },
      {
        ...withoutNodes,
        kind: "serverless",
        edition,
        rrsa: props.rrsa ?? true,
        arguments: {
          profile: "Serverless",
          clusterSpec: edition === "pro" ? "ack.pro.small" : "ack.standard",
        },
        defaultAddons: (props.serviceDiscovery ?? "coredns") === "coredns" ? ["coredns"] : [],
      },
    );
  }
}

/** What the kinds of clusters without nodes have in common. */
export const withoutNodes = { isEdge: false, minCloudNodes: 0, routesInVpc: false, before: [] } as const;
