/** What ACK does with something it made for a cluster, when the cluster is deleted. */
export type DeleteMode = "delete" | "retain";

/**
 * What survives the deletion of a cluster. It is read from the state when the cluster is destroyed, so it has to be
 * applied before. Can be changed in place.
 */
export interface OnDelete {
  /** Load balancers (CLB) of Services. @default - ACK deletes them */
  readonly loadBalancers?: DeleteMode;
  /** Application load balancers of Ingresses. @default - ACK keeps them */
  readonly applicationLoadBalancers?: DeleteMode;
  /** Projects of Log Service with the logs of workloads. @default - ACK keeps them */
  readonly logs?: DeleteMode;
  /** Projects of Log Service with the logs of the control plane. @default - ACK keeps them */
  readonly controlPlaneLogs?: DeleteMode;
  /** Zones of PrivateZone that ACK made for the API server. @default - ACK keeps them */
  readonly privateZones?: DeleteMode;
  /** Ids of single resources to keep, whatever they are. @default - none */
  readonly retainResources?: readonly string[];
}

const resourceTypes = [
  ["SLB", "loadBalancers"],
  ["ALB", "applicationLoadBalancers"],
  ["SLS_Data", "logs"],
  ["SLS_ControlPlane", "controlPlaneLogs"],
  ["PrivateZone", "privateZones"],
] as const;

export function deletionArguments(onDelete: OnDelete = {}) {
  const deleteOptions = resourceTypes.flatMap(([resourceType, option]) => {
    const deleteMode = onDelete[option];
    return deleteMode === undefined ? [] : [{ resourceType, deleteMode }];
  });
  return {
    ...(deleteOptions.length === 0 ? {} : { deleteOptions }),
    ...(onDelete.retainResources === undefined ? {} : { retainResources: [...onDelete.retainResources] }),
  };
}
