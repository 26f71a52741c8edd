import { Fn } from "cdktf";
import type { IConstruct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { isUnknown, orRefuse } from "../limits";
import { ValueError } from "../values";
import { intranetAddressLimit } from "./limits";

/** Which address of an API server is taken: the public one, or that in the VPC. */
export type ApiServerEndpoint = "internet" | "intranet";

/**
 * The address of the API server of a cluster, `https://...:6443`. Undefined where ACK alone knows it: then it stands in the
 * kubeconfig.
 */
export function addressOf(
  scope: IConstruct,
  { apiServer, node }: ICluster,
  endpoint: ApiServerEndpoint | undefined,
): string | undefined {
  const { internet, intranet, isPublic } = apiServer;
  switch (endpoint) {
    case "internet":
      return internet;
    case "intranet":
      return intranet ?? refuseUnknownAddress(scope, node.path);
    case undefined:
      if (isUnknown(isPublic) && internet !== undefined && intranet !== undefined) {
        // Terraform passes over an empty text, which is what a private API server has for its public address.
        return Fn.coalesce([internet, intranet]);
      }
      return isPublic === false ? intranet : (internet ?? intranet);
  }
}

function refuseUnknownAddress(scope: IConstruct, cluster: string): never {
  return orRefuse(scope, intranetAddressLimit, () => {
    throw new ValueError({
      got: `endpoint "intranet" of ${cluster}, whose private address was not given`,
      want: "the address of the API server in its VPC",
      fix: `give apiServer: { intranet: "https://10.0.0.1:6443" } to fromAttributes of ${cluster}`,
    });
  });
}

/** The address that stands in a kubeconfig. It is no secret, unlike the rest. */
export function addressIn(kubeconfig: string): string {
  const parsed: unknown = Fn.yamldecode(kubeconfig);
  return Fn.nonsensitive(Fn.lookupNested(parsed, ["clusters", 0, "cluster", "server"])) as string;
}

/** A kubeconfig that leads to another address. */
export function withAddress(kubeconfig: string, address: string): string {
  return Fn.replace(kubeconfig, "/server: .*/", `server: ${address}`);
}
