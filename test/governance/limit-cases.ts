import type { TerraformStack } from "cdktf";
import { Policy, PolicyGovernance, ProCluster, type PolicyOptions } from "cdktf-ack";
import type { CasesById } from "../support/limit-cases";
import { listToken, numberToken, textToken } from "../support/stacks";

const governanceIn = (stack: TerraformStack) =>
  new PolicyGovernance(stack, "governance", {
    cluster: ProCluster.fromAttributes(stack, "cluster", { clusterId: "c82e6987" }),
  });
const denies =
  (policy: Policy, options: PolicyOptions = { namespaces: ["shop"] }) =>
  (stack: TerraformStack) =>
    governanceIn(stack).deny("it", policy, options);
const replicas = (minReplicas: number, maxReplicas: number) =>
  denies(Policy.named("ACKWorkloadReplicasRange", { minReplicas, maxReplicas }));
const repos = (list: readonly string[]) => denies(Policy.named("ACKAllowedRepos", { repos: list }));
const privileged = Policy.named("ACKPSPPrivilegedContainer");

const at = "shop/governance/policy-it";
const namespaceName = "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends";

/** Policies of clusters. */
export const governanceLimitCases: CasesById = {
  "policy-name": {
    violating: {
      "a name with a hyphen": {
        build: denies(Policy.of("allowed-repos")),
        at,
        got: 'policy "allowed-repos"',
        want: "letters and digits, such as ACKAllowedRepos",
      },
    },
    legal: {
      "a policy of ACK": denies(Policy.named("ACKNoEnvVarSecrets")),
      "a policy of tomorrow": denies(Policy.of("ACKNewPolicy2", { some: ["thing"] })),
    },
    unknown: {
      "a name that only Terraform knows": {
        build: (stack) => denies(Policy.of(textToken(stack)))(stack),
        limit: "silent",
      },
    },
  },
  "policy-namespace-name": {
    violating: {
      "a pattern": {
        build: denies(privileged, { namespaces: ["shop-*"] }),
        at,
        got: 'the namespace "shop-*"',
        want: namespaceName,
      },
    },
    legal: { "two namespaces": denies(privileged, { namespaces: ["shop", "shop-2"] }) },
    unknown: {
      "namespaces that only Terraform knows": {
        build: (stack) => denies(privileged, { namespaces: listToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "policy-namespaces-differ": {
    violating: {
      "a namespace twice": {
        build: denies(privileged, { namespaces: ["shop", "shop"] }),
        at,
        got: 'namespaces with "shop" more than once',
        want: "members that differ",
      },
    },
    legal: { "two namespaces": denies(privileged, { namespaces: ["shop", "api"] }) },
    unknown: {
      "namespaces that only Terraform knows": {
        build: (stack) => denies(privileged, { namespaces: listToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "policy-denies-system": {
    violating: {
      "privileged containers, denied everywhere": {
        build: denies(privileged, {}),
        at,
        got: "ACKPSPPrivilegedContainer that denies in all namespaces",
        want: "namespaces",
      },
      "an empty list, which is everywhere, too": {
        build: denies(Policy.named("ACKPSPHostNamespace"), { namespaces: [] }),
        at,
        got: "ACKPSPHostNamespace that denies in all namespaces",
        want: "namespaces",
      },
    },
    legal: {
      "a namespace": denies(privileged),
      "a warning everywhere": (stack) => governanceIn(stack).warn("it", privileged),
      "what Pods of the system do not do": denies(
        Policy.named("ACKNamespacesDeleteProtection", { protectionNamespaces: ["shop"] }),
        {},
      ),
    },
    unknown: {
      "namespaces that only Terraform knows": {
        build: (stack) => denies(privileged, { namespaces: listToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "policy-repo-prefix": {
    violating: {
      "a repository without a slash at its end": {
        build: repos(["registry.cn-hangzhou.aliyuncs.com/acs/", "registry.cn-hangzhou.aliyuncs.com/shop"]),
        at,
        got: 'the repository "registry.cn-hangzhou.aliyuncs.com/shop"',
        want: "registry.cn-hangzhou.aliyuncs.com/shop/",
      },
    },
    legal: {
      "repositories with a slash": repos(["registry.cn-hangzhou.aliyuncs.com/acs/"]),
      "a list of another policy": denies(Policy.of("ACKNewPolicy", { repos: ["shop"] })),
    },
    unknown: {
      "repositories that only Terraform knows": {
        build: (stack) => repos(listToken(stack))(stack),
        limit: "silent",
      },
    },
  },
  "policy-bounds": {
    violating: {
      "more replicas at least than at most": {
        build: replicas(3, 2),
        at,
        got: "minReplicas and maxReplicas 3 and 2",
        want: "2 and 3",
      },
      "a range of users from above": {
        build: denies(
          Policy.named("ACKPSPAllowedUsers", {
            runAsUser: { rule: "MustRunAs", ranges: [{ min: 200, max: 100 }] },
          }),
        ),
        at,
        got: "min and max 200 and 100",
        want: "100 and 200",
      },
    },
    legal: {
      "a range": replicas(2, 3),
      "a number of replicas": replicas(2, 2),
      "one bound": denies(Policy.named("ACKWorkloadReplicasRange", { minReplicas: 2 })),
      "a bound that only Terraform knows": (stack) => replicas(numberToken(stack), 3)(stack),
    },
  },
};
