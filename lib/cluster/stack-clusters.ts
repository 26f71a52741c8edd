import { TerraformDataSource, TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { ClusterCredential } from "../access";
import { ackGuide, limitsOn, type Fact, type FactList, type Relation } from "../limits";
import { configuredByClusters, isCaller, type Configured } from "./configured-by-clusters";

interface ReachedCluster {
  /** Whether the internet reaches it. */
  readonly isPublic: Fact<boolean>;
  readonly scope: IConstruct;
}

interface ReachFacts {
  /** Of each cluster of the stack, whether the internet reaches it. */
  readonly isPublic: FactList<boolean>;
  /** What in the stack talks to clusters while Terraform runs, or asks for a way from outside. */
  readonly callers: readonly string[];
  /** Providers that are configured by clusters of the stack itself. */
  readonly configured: readonly Configured[];
}

const stack = limitsOn<ReachFacts>("Clusters");

/** The clusters of one stack, and what else in it wants to reach them; the key is the path of the stack. */
export const stackClusters: Relation<ReachedCluster, ReachFacts> = {
  id: "stack-clusters",
  limits: [
    stack.limit(
      "apiserver-private-only-access",
      ["isPublic", "callers"],
      {
        statement:
          "A private API server is reached from its VPC alone: so must Terraform be, where it makes objects in the cluster.",
        source: ackGuide("4.4.1 Connect with kubectl", "4159-4160 and 5283-5289"),
        rows: ["apiserver-private-only-access", "apiserver-public-port-6443", "kubeconfig-public-needs-eip"],
        advice: true,
        fix: "run Terraform in the VPC, or in a network that is connected to it, and acknowledge this; or set publicApiServer: true",
      },
      ({ isPublic, callers }) =>
        callers.length === 0 || isPublic.includes(true)
          ? []
          : [
              {
                got: `${callers.join(" and ")} in a stack whose clusters have private API servers`,
                want: "a way from Terraform to the API server",
              },
            ],
    ),
    stack.limit(
      "kubernetes-provider-own-stack",
      ["configured"],
      {
        statement:
          "What is made in a cluster stands in another stack than the cluster: in the plan that makes or replaces the cluster, nobody knows how to come into it, and the provider calls localhost.",
        source: {
          title: "Terraform provider hashicorp/kubernetes",
          chapter: "Stacking with managed Kubernetes cluster resources",
        },
        advice: true,
        fix: "move the provider and what it makes into a stack of its own, as in docs/workloads.md; or acknowledge this",
      },
      ({ configured }) =>
        configured.map(({ path, provider, clusters }) => ({
          at: path,
          got: `the provider ${provider}, configured by ${clusters.join(" and ")} of the same stack`,
          want: "a stack that gets the cluster from another one",
        })),
    ),
  ],
  facts: (members) => {
    const isPublic = members.map(({ member }) => member.isPublic);
    const [first] = members;
    return {
      isPublic,
      callers:
        first === undefined || isPublic.includes(true)
          ? []
          : callersIn(TerraformStack.of(first.member.scope)),
      configured: first === undefined ? [] : configuredByClusters(TerraformStack.of(first.member.scope)),
    };
  },
};

function callersIn(of: TerraformStack): string[] {
  const callers = of.node.findAll().flatMap((node) => {
    if (TerraformProvider.isTerraformProvider(node) && isCaller(node)) {
      return [`the provider ${node.terraformResourceType}`];
    }
    // It always gives the kubeconfig for the public address; the construct puts the private one in its place.
    return TerraformDataSource.isTerraformDataSource(node) &&
      node.terraformResourceType === "alicloud_cs_cluster_credential" &&
      !(node.node.scope instanceof ClusterCredential)
      ? ["a public kubeconfig (alicloud_cs_cluster_credential)"]
      : [];
  });
  return [...new Set(callers)];
}
