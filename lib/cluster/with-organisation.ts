import type { Construct } from "constructs";
import { withDefaults } from "../organisation";
import type { ClusterProps } from "./cluster-props";

/** The props of a cluster, with the defaults of its organisation where they say nothing. */
export function withOrganisation<P extends Pick<ClusterProps, "tags" | "resourceGroupId" | "removalPolicy">>(
  scope: Construct,
  id: string,
  props: P,
): P {
  return withDefaults(scope, id, props, ["tags", "resourceGroupId", "removalPolicy"]);
}
