import type { NodeClusterKind } from "../cluster/kinds";
import { fact, limitsOn, provider, type Fact } from "../limits";
import type { KubernetesVersion } from "../values";
import type { ResolvedPoolProps } from "./pool-arguments";
import { versionFact } from "./version-fact";

/** What the limits on who the instances of a pool are, and what they tell of it, need to know. */
export interface IdentityFacts {
  readonly clusterKind: NodeClusterKind;
  /** When it is said, and can be read. */
  readonly kubernetesVersion: Fact<KubernetesVersion> | undefined;
  readonly ramRoleName: Fact<string> | undefined;
  readonly requiresTokens: boolean;
}

const pool = limitsOn<IdentityFacts>("Node pools");

export const identityLimits = [
  pool.limit(
    "instance-metadata-version",
    ["requiresTokens", "kubernetesVersion"],
    {
      statement: "Nodes whose metadata are read with a token alone are for Kubernetes 1.28 and later.",
      source: provider("alicloud_cs_kubernetes_node_pool.instance_metadata_options"),
      authority: "service",
      fix: "take version 1.28 or later for the cluster, or leave instanceMetadata out",
    },
    ({ requiresTokens, kubernetesVersion }) =>
      requiresTokens && kubernetesVersion !== undefined && !kubernetesVersion.isAtLeast("1.28")
        ? [
            {
              got: `instanceMetadata required in Kubernetes ${String(kubernetesVersion)}`,
              want: "1.28 or later",
            },
          ]
        : [],
  ),
  pool.limit(
    "ram-role-reserved",
    ["ramRoleName"],
    {
      statement: "The RAM role of a pool is none of those that ACK makes for its clusters.",
      source: provider("alicloud_cs_kubernetes_node_pool.ram_role_name"),
      rows: ["ram-no-custom-cluster-role"],
      authority: "service",
      fix: "make a role of your own that ECS may assume, or leave ramRoleName out for that of the cluster",
    },
    ({ ramRoleName }) =>
      ramRoleName !== undefined && reserved.test(ramRoleName)
        ? [{ got: `ramRoleName ${JSON.stringify(ramRoleName)}`, want: "a name that ACK does not use" }]
        : [],
  ),
  pool.limit(
    "ram-role-cluster",
    ["ramRoleName", "clusterKind", "kubernetesVersion"],
    {
      statement: "A RAM role of the pool is for managed clusters with Kubernetes 1.22 or later.",
      source: provider("alicloud_cs_kubernetes_node_pool.ram_role_name"),
      rows: ["ram-no-custom-cluster-role"],
      authority: "service",
      fix: "leave ramRoleName out, and attach policies to the role of the cluster's workers",
    },
    ({ ramRoleName, clusterKind, kubernetesVersion }) => {
      if (ramRoleName === undefined) {
        return [];
      }
      if (clusterKind === "dedicated") {
        return [{ got: "ramRoleName in a dedicated cluster", want: "a managed cluster" }];
      }
      return kubernetesVersion === undefined || kubernetesVersion.isAtLeast("1.22")
        ? []
        : [{ got: `ramRoleName in Kubernetes ${String(kubernetesVersion)}`, want: "1.22 or later" }];
    },
  ),
];

const reserved = /^Kubernetes(Master|Worker)Role-/;

/** Undefined for the many pools that say nothing of it. */
export function identityFacts(props: ResolvedPoolProps): IdentityFacts | undefined {
  const { cluster, instanceMetadata, ramRoleName } = props;
  if (instanceMetadata === undefined && ramRoleName === undefined) {
    return undefined;
  }
  return {
    clusterKind: cluster.kind,
    kubernetesVersion: versionFact(cluster.kubernetesVersion),
    ramRoleName: fact(ramRoleName),
    requiresTokens: instanceMetadata === "required",
  };
}
