import { TerraformDataSource, TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { ackGuide, limitsOn, type Fact, type FactList, type Relation } from "../limits";

interface ReachedCluster {
  readonly publicApiServer: Fact<boolean>;
  readonly scope: IConstruct;
}

interface ReachFacts {
  /** Of each cluster of the stack, whether the internet reaches it. */
  readonly isPublic: FactList<boolean>;
  /** What in the stack talks to clusters while Terraform runs, or asks for a way from outside. */
  readonly callers: readonly string[];
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
  ],
  facts: (members) => {
    const isPublic = members.map(({ member }) => member.publicApiServer);
    const [first] = members;
    return {
      isPublic,
      callers:
        first === undefined || isPublic.includes(true)
          ? []
          : callersIn(TerraformStack.of(first.member.scope)),
    };
  },
};

const callingProviders = new Set(["kubernetes", "helm", "kubectl"]);

function callersIn(of: TerraformStack): string[] {
  const callers = of.node.findAll().flatMap((node) => {
    if (TerraformProvider.isTerraformProvider(node) && callingProviders.has(node.terraformResourceType)) {
      return [`the provider ${node.terraformResourceType}`];
    }
    // It always gives the kubeconfig for the public address.
    return TerraformDataSource.isTerraformDataSource(node) &&
      node.terraformResourceType === "alicloud_cs_cluster_credential"
      ? ["a public kubeconfig (alicloud_cs_cluster_credential)"]
      : [];
  });
  return [...new Set(callers)];
}
