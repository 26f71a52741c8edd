import { DataAlicloudCsClusterCredential } from "@cdktf/provider-alicloud/lib/data-alicloud-cs-cluster-credential";
import { Fn, TerraformOutput, TerraformStack, Token, type TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import type { ICluster } from "../cluster/kinds";
import { isUnknown, orRefuse } from "../limits";
import { inheritProvider, metaArguments, type ResourceOptions } from "../resource";
import { ValueError } from "../values";
import { addressIn, addressOf, withAddress, type ApiServerEndpoint } from "./api-server-address";
import { judgeAccess } from "./judge-access";
import { outputNameLimit } from "./limits";

export interface ClusterCredentialOptions extends Pick<ResourceOptions, "provider" | "dependsOn"> {
  /**
   * How long the credential holds, 15 to 4,320 minutes. Terraform gets a new one in every plan, and an apply of a saved plan
   * works with that of the plan: give it time. `"permanent"` is the kubeconfig that ACK keeps for the user, until it is revoked.
   * @default 60
   */
  readonly temporaryDurationMinutes?: number | "permanent";

  /**
   * The address that callers take.
   * @default - "internet" for a public API server, "intranet" for a private one, and what ACK writes into the kubeconfig for an
   * existing cluster that does not say
   */
  readonly endpoint?: ApiServerEndpoint;
}

export interface ClusterCredentialProps extends ClusterCredentialOptions {
  readonly cluster: ICluster;
}

/**
 * A certificate with which the user that runs Terraform comes into a cluster. Terraform reads it in each plan, from a cluster
 * that exists; in the apply that makes the cluster, it reads it after that. No file is written. The certificate and its key are
 * in the state of the stack: keep the state as you would keep them.
 */
export class ClusterCredential extends Construct {
  /** The generated data source. */
  public readonly resource: DataAlicloudCsClusterCredential;
  private readonly address: string | undefined;

  constructor(scope: Construct, id: string, props: ClusterCredentialProps) {
    super(scope, id);
    const { cluster, endpoint, temporaryDurationMinutes = 60 } = props;
    const provider = inheritProvider(this, props.provider, cluster.provider);
    this.address = addressOf(this, cluster, endpoint);
    const minutes = temporaryDurationMinutes === "permanent" ? undefined : temporaryDurationMinutes;
    this.resource = new DataAlicloudCsClusterCredential(this, "credential", {
      ...metaArguments(this, { ...props, provider, lifecycle: addressExists(props, this.address) }),
      clusterId: cluster.clusterId,
      temporaryDurationMinutes: minutes,
    });
    judgeAccess(this, cluster, { endpoint, minutes });
  }

  /** Address of the API server: `https://...:6443`. */
  public get host(): string {
    return this.address ?? addressIn(this.resource.kubeConfig);
  }

  /** Certificate of the authority that has signed that of the API server, in PEM. It is no secret. */
  public get clusterCaCertificate(): string {
    return this.decoded("cluster_cert");
  }

  /** Certificate of the user, in PEM. */
  public get clientCertificate(): string {
    return sensitive(this.decoded("client_cert"));
  }

  /** Key of the user, in PEM. */
  public get clientKey(): string {
    return sensitive(this.decoded("client_key"));
  }

  /** The kubeconfig as text, with the address of the endpoint. Terraform treats it as sensitive. */
  public get kubeconfig(): string {
    const { kubeConfig } = this.resource;
    return this.address === undefined ? kubeConfig : withAddress(kubeConfig, this.address);
  }

  /**
   * Gives the kubeconfig as a sensitive output of the stack: `terraform output -raw <name>`. A temporary one is another one in each
   * plan, which Terraform says as a change of the output.
   *
   * @param name of the output; the id of the credential, unless said
   */
  public addOutput(name = this.node.id): TerraformOutput {
    refuseTakenName(this, name);
    const output = new TerraformOutput(this, `output-${name}`, { value: this.kubeconfig, sensitive: true });
    output.overrideLogicalId(name);
    return output;
  }

  /** The data source has certificates in Base64, as they stand in a kubeconfig. */
  private decoded(name: string): string {
    return Fn.base64decode(this.resource.certificateAuthority.lookup(name) as string);
  }
}

/** Where only Terraform knows whether the API server is public, Terraform holds the address to the limit. */
function addressExists(
  { cluster, endpoint }: ClusterCredentialProps,
  address: string | undefined,
): TerraformResourceLifecycle | undefined {
  return endpoint === "internet" && isUnknown(cluster.apiServer.isPublic) && address !== undefined
    ? {
        precondition: [
          {
            condition: Fn.startswith(address, "https://"),
            errorMessage: `internet-endpoint-needs-public-api-server: the API server of ${cluster.node.path} is private; take endpoint "intranet" (docs/limits.md)`,
          },
        ],
      }
    : undefined;
}

/** The data source itself does not mark its certificates as sensitive. */
function sensitive(value: string): string {
  return Token.asString(Fn.sensitive(value));
}

/** Terraform JSON would merge two outputs of one name, and give one of them. */
function refuseTakenName(credential: ClusterCredential, name: string): void {
  const stack = TerraformStack.of(credential);
  const isTaken = stack.node
    .findAll()
    .some((node) => TerraformOutput.isTerraformOutput(node) && node.friendlyUniqueId === name);
  orRefuse(credential, outputNameLimit, () => {
    if (isTaken) {
      throw new ValueError({
        got: `the output ${JSON.stringify(name)}, which the stack ${stack.node.path} has already`,
        want: "a name of its own for each output of a stack",
        fix: `name it: addOutput("${name}-2")`,
      });
    }
  });
}
