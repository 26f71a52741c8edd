import { KubernetesProvider, type KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  addressOf,
  Authentication,
  ClusterCredential,
  connectionArguments,
  judgeAccess,
  judgeCall,
  type ClusterCredentialOptions,
} from "../access";
import type { ICluster } from "../cluster/kinds";
import { joinRelation } from "../limits";
import { clusterWorkloads } from "../workloads";

/** Arguments of the provider that have nothing to do with where the cluster is and who comes. */
type Settings = Pick<
  KubernetesProviderConfig,
  "alias" | "proxyUrl" | "tlsServerName" | "ignoreAnnotations" | "ignoreLabels"
>;

export interface ClusterKubernetesProviderProps extends ClusterCredentialOptions, Settings {
  /** A cluster of another stack, or one that exists: see docs/workloads.md. */
  readonly cluster: ICluster;

  /**
   * How Terraform proves who it is. The credential, where it needs one, is made beside this provider.
   * @default Authentication.certificate()
   */
  readonly authentication?: Authentication;
}

/** The provider of Kubernetes, configured for a cluster. Give it an alias where one stack works in several clusters. */
export class ClusterKubernetesProvider extends KubernetesProvider {
  /** The credential that was made for it; undefined where it needs none. */
  public readonly credential: ClusterCredential | undefined;

  constructor(scope: Construct, id: string, props: ClusterKubernetesProviderProps) {
    const { cluster, endpoint, authentication = Authentication.certificate() } = props;
    let credential: ClusterCredential | undefined;
    const connection = connectionArguments(
      cluster.clusterId,
      addressOf(scope, cluster, endpoint),
      authentication,
      () => (credential ??= new ClusterCredential(scope, `${id}-credential`, props)),
    );
    super(scope, id, { ...settingsOf(props), ...connection, exec: connection.exec && [connection.exec] });
    this.credential = credential;
    cluster.workloadsComeFrom(this);
    joinRelation(this, clusterWorkloads, cluster.groupKey, {
      kind: "provider",
      stack: TerraformStack.of(this),
      provider: this,
      isDefault: props.alias === undefined,
      isOwned: cluster.network !== undefined,
      isDedicated: cluster.kind === "dedicated",
      isEdge: cluster.kind === "edge",
    });
    if (credential === undefined) {
      judgeAccess(this, cluster, { endpoint });
    }
    judgeCall(this, cluster, endpoint);
  }
}

function settingsOf({ alias, proxyUrl, tlsServerName, ignoreAnnotations, ignoreLabels }: Settings): Settings {
  return { alias, proxyUrl, tlsServerName, ignoreAnnotations, ignoreLabels };
}
