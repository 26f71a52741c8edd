import type { Construct } from "constructs";
import { joinRelation } from "../limits";
import { vpcGateways } from "../network";
import { ImportedNodeCluster, type ClusterAttributes } from "./imported-cluster";
import type { IRegisteredCluster } from "./kinds";

/**
 * A cluster that runs outside of ACK and is registered with it. No Terraform resource registers one: that is done in the
 * console, where the manifest of its agent comes from. What is registered takes cloud node pools and add-ons here, by its id.
 */
export class RegisteredCluster {
  /** Refers to a cluster that was registered in the console. */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClusterAttributes,
  ): IRegisteredCluster & ImportedNodeCluster<"registered"> {
    const cluster = new ImportedNodeCluster(scope, id, "registered", attributes);
    const { vpc, apiServer } = attributes;
    const isReachedInVpc = apiServer?.intranet !== undefined && apiServer.internet === undefined;
    // What ways out a VPC has that others made, nobody knows here.
    if (vpc?.groupKey.startsWith("new:") === true && !isReachedInVpc) {
      joinRelation(cluster, vpcGateways, vpc.groupKey, { kind: "registered" });
    }
    return cluster;
  }

  private constructor() {}
}
