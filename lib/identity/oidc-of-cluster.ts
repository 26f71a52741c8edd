import { CsManagedKubernetes } from "@cdktf/provider-alicloud/lib/cs-managed-kubernetes";
import { CsServerlessKubernetes } from "@cdktf/provider-alicloud/lib/cs-serverless-kubernetes";
import { TerraformResource } from "cdktf";
import type { ICluster } from "../cluster/kinds";
import { fact, isUnknown, type Fact } from "../limits";

/** Who vouches for the service accounts of a cluster. */
export interface ClusterOidc {
  /** ARN of the identity provider that ACK makes in RAM: `acs:ram::<account>:oidc-provider/ack-rrsa-<cluster id>`. */
  readonly providerArn: string;
  /** Address of the issuer of the tokens. */
  readonly issuerUrl: string;
}

/** The provider of a cluster of the app, and whether there is one. */
export function oidcOfCluster(cluster: ICluster): {
  readonly rrsa: Fact<boolean>;
  readonly oidc: ClusterOidc | undefined;
} {
  const resource = resourceOf(cluster);
  const enabled = fact(resource?.enableRrsaInput ?? false);
  // The argument is a boolean, or what Terraform computes.
  const rrsa = isUnknown(enabled) ? enabled : enabled === true;
  if (resource === undefined || rrsa === false) {
    return { rrsa, oidc: undefined };
  }
  const { ramOidcProviderArn, rrsaOidcIssuerUrl } = resource.rrsaMetadata.get(0);
  return { rrsa, oidc: { providerArn: ramOidcProviderArn, issuerUrl: rrsaOidcIssuerUrl } };
}

/** Clusters of other types of resources have no RRSA in the provider. */
function resourceOf(cluster: ICluster): CsManagedKubernetes | CsServerlessKubernetes | undefined {
  const resource: unknown = "resource" in cluster ? cluster.resource : undefined;
  if (!TerraformResource.isTerraformResource(resource)) {
    return undefined;
  }
  const types: readonly string[] = [
    CsManagedKubernetes.tfResourceType,
    CsServerlessKubernetes.tfResourceType,
  ];
  return types.includes(resource.terraformResourceType)
    ? (resource as CsManagedKubernetes | CsServerlessKubernetes)
    : undefined;
}
