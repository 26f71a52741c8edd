import type { IConstruct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact } from "../limits";
import type { ApiServerEndpoint } from "./api-server-address";
import { credentialLimits } from "./limits";

/** Registers how something comes into a cluster, and for how long. */
export function judgeAccess(
  scope: IConstruct,
  { apiServer }: ICluster,
  endpoint: ApiServerEndpoint | undefined,
  minutes?: number,
): void {
  declareFacts(scope, credentialLimits, {
    temporaryDurationMinutes: fact(minutes),
    endpoint,
    isPublic: apiServer.isPublic,
  });
}
