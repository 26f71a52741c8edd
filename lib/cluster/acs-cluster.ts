import type { Construct } from "constructs";
import type { ServerlessNetwork } from "../network";
import type { ClusterProps } from "./cluster-props";
import { ImportedCluster, type ClusterAttributes } from "./imported-cluster";
import type { IAcsCluster } from "./kinds";
import { HostedCluster } from "./hosted-cluster";
import { ClusterSecurityGroup } from "./security-group";
import { withoutNodes, type WithoutNodes } from "./serverless-cluster";

export interface AcsClusterProps extends Omit<ClusterProps, keyof WithoutNodes | "network">, WithoutNodes {
  /** Pods have addresses of its vSwitches. */
  readonly network: ServerlessNetwork;

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
 * A cluster of Container Compute Service (ACS): there are no nodes, Pods take computing power by class and quality. It is what
 * took the place of ACK Serverless for new accounts.
 */
export class AcsCluster extends HostedCluster implements IAcsCluster {
  /** Refers to a cluster that this app does not own. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IAcsCluster & ImportedCluster<"acs"> {
    return new ImportedCluster(scope, id, "acs", attributes);
  }

  public readonly kind = "acs";

  constructor(scope: Construct, id: string, props: AcsClusterProps) {
    const securityGroup = props.securityGroup ?? ClusterSecurityGroup.basic();
    super(
      scope,
      id,
      { ...props, securityGroup },
      {
        ...withoutNodes,
        kind: "acs",
        edition: "pro",
        rrsa: props.rrsa ?? true,
        arguments: { profile: "Acs", clusterSpec: "ack.pro.small" },
        defaultAddons: [],
      },
    );
  }
}
