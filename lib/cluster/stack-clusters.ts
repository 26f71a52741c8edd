import { TerraformDataSource, TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { ClusterCredential } from "../access";
import { ackGuide, limitsOn, type Fact, type FactList, type Relation, type TypedElement } from "../limits";
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
  facts: (members, elementsIn) => {
    const isPublic = members.map(({ member }) => member.isPublic);
    const [first] = members;
    const elements = first === undefined ? [] : elementsIn(TerraformStack.of(first.member.scope));
    return {
      isPublic,
      callers: isPublic.includes(true) ? [] : callersAmong(elements),
      configured: configuredByClusters(elements),
    };
  },
};

function callersAmong(elements: readonly TypedElement[]): string[] {
  const callers = new Set<string>();
  for (const element of elements) {
    if (TerraformProvider.isTerraformProvider(element) && isCaller(element)) {
      callers.add(`the provider ${element.terraformResourceType}`);
    } else if (isPublicCredential(element)) {
      callers.add("a public kubeconfig (alicloud_cs_cluster_credential)");
    }
  }
  return [...callers];
}

/** It always gives the kubeconfig for the public address; the construct puts the private one in its place. */
function isPublicCredential(element: TypedElement): boolean {
  return (
    element.terraformResourceType === "alicloud_cs_cluster_credential" &&
    TerraformDataSource.isTerraformDataSource(element) &&
    !(element.node.scope instanceof ClusterCredential)
  );
}
