import type { IConstruct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { declareFacts, fact } from "../limits";
import type { ApiServerEndpoint } from "./api-server-address";
import { callLimits, credentialLimits } from "./limits";

interface Access {
  readonly endpoint: ApiServerEndpoint | undefined;
  readonly minutes?: number;
}

/** Registers how something comes into a cluster, and for how long. */
export function judgeAccess(
  scope: IConstruct,
  { apiServer: { isPublic } }: ICluster,
  { endpoint, minutes }: Access,
): void {
  declareFacts(scope, credentialLimits, { temporaryDurationMinutes: fact(minutes), endpoint, isPublic });
}

/** Registers that Terraform itself calls an API server. */
export function judgeCall(
  scope: IConstruct,
  { apiServer: { isPublic } }: ICluster,
  endpoint: ApiServerEndpoint | undefined,
): void {
  declareFacts(scope, callLimits, { endpoint, isPublic });
}
