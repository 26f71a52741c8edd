import type { TerraformStack } from "cdktf";
import { Principal, ProCluster } from "cdktf-ack";
import {
  ClusterKubernetesProvider,
  clusterAdminRules,
  CustomClusterRole,
  NamespacedRole,
  RbacBinding,
  RbacSubject,
  RoleRule,
  UrlRule,
  type ClusterRoleBindingProps,
  type CustomClusterRoleProps,
  type NamespacedRoleProps,
} from "cdktf-ack/kubernetes";
import type { CasesById } from "../support/limit-cases";
import { besideStack, listToken, proCluster, textToken } from "../support/stacks";

const pods = { resources: ["pods"] };
/** A provider for an existing cluster, and what is made with it. */
const inCluster = <T>(stack: TerraformStack, make: () => T): T => {
  const cluster = ProCluster.fromAttributes(stack, "existing", { clusterId: "c82e6987" });
  new ClusterKubernetesProvider(stack, "kubernetes", { cluster });
  return make();
};
const role =
  (props: Partial<NamespacedRoleProps> = {}) =>
  (stack: TerraformStack) =>
    inCluster(stack, () => {
      const usual = { roleName: "pods", namespace: "shop", rules: [RoleRule.read(pods)] };
      return new NamespacedRole(stack, "role", { ...usual, ...props });
    });
const clusterRole =
  (props: Partial<CustomClusterRoleProps> = {}) =>
  (stack: TerraformStack) =>
    inCluster(stack, () => {
      const usual = { roleName: "pods", rules: [RoleRule.read(pods)] };
      return new CustomClusterRole(stack, "role", { ...usual, ...props });
    });
const binding = (props: Partial<ClusterRoleBindingProps>) => (stack: TerraformStack) =>
  inCluster(stack, () => {
    const usual = { role: "view", bindingName: "view", subjects: [RbacSubject.group("developers")] };
    return new RbacBinding(stack, "binding", { ...usual, ...props });
  });
const dnsLabel = "1 to 63 lower-case letters, digits and hyphens, with a letter or a digit at both ends";

/** A cluster, a role that a later stack makes in it, and a grant of the role in the stack of the principal. */
const grantOfRole = (stack: TerraformStack, isBefore: boolean) => {
  const platform = isBefore ? besideStack(stack, "platform") : stack;
  const workloads = besideStack(stack, "workloads");
  const cluster = proCluster(platform);
  new ClusterKubernetesProvider(workloads, "kubernetes", { cluster, endpoint: "intranet" });
  const made = new CustomClusterRole(workloads, "role", { roleName: "pods", rules: [RoleRule.read(pods)] });
  const user = Principal.ramUser(stack, "alice", {
    user: { uid: "200000000000000001" },
    readAccess: "elsewhere",
  });
  cluster.grant(user).clusterRole(made);
};

/** The limits on roles inside of clusters, and on what binds them. */
export const roleLimitCases: CasesById = {
  "rbac-role-before-grant": {
    violating: {
      "a principal in the stack of the cluster": {
        build: (stack) => {
          grantOfRole(stack, false);
        },
        at: "shop/alice/grants/cluster",
        got: "a grant of pods, which a later stack makes",
        want: "a role that is there",
      },
    },
    legal: {
      "a principal in a stack after that of the role": (stack) => {
        grantOfRole(stack, true);
      },
    },
    unknown: {
      "a role of which only Terraform knows the name": {
        build: (stack) => {
          const user = Principal.ramUser(stack, "alice", {
            user: { uid: "200000000000000001" },
            readAccess: "elsewhere",
          });
          user.onAllClusters().clusterRole(textToken(stack));
        },
        limit: "silent",
      },
    },
  },
  "kubernetes-role-name": {
    violating: {
      "a name with a slash": {
        build: role({ roleName: "shop/pods" }),
        at: "shop/role",
        got: 'roleName "shop/pods"',
        want: "a name without spaces, slashes and percent signs",
      },
    },
    legal: { "a name with a colon": clusterRole({ roleName: "cs:admin", rules: clusterAdminRules }) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => role({ roleName: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "kubernetes-role-namespace": {
    violating: {
      "all namespaces": {
        build: role({ namespace: "*" }),
        at: "shop/role",
        got: 'namespace "*"',
        want: dnsLabel,
      },
    },
    legal: { "a namespace": role(), "a ClusterRole, which has none": clusterRole() },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => role({ namespace: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "kubernetes-role-has-rules": {
    violating: {
      "a Role without rules": {
        build: role({ rules: [] }),
        at: "shop/role",
        got: "a Role without rules",
        want: "at least one rule",
      },
    },
    legal: { "a Role with a rule": role(), "a ClusterRole without rules": clusterRole({ rules: [] }) },
    unknown: {
      "a namespace of which only Terraform knows": {
        build: (stack) => role({ namespace: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "kubernetes-rule-complete": {
    violating: {
      "a rule without verbs": {
        build: role({ rules: [RoleRule.allow([], pods)] }),
        at: "shop/role",
        got: "a rule without verbs",
        want: "verbs, and what they are for",
      },
      "a rule without resources": {
        build: clusterRole({ rules: [RoleRule.read({ resources: [] })] }),
        at: "shop/role",
        got: "a rule without resources",
        want: "verbs, and what they are for",
      },
      "a rule without addresses": {
        build: clusterRole({ rules: [UrlRule.allow(["get"], [])] }),
        at: "shop/role",
        got: "a rule without addresses",
        want: "verbs, and what they are for",
      },
    },
    legal: {
      "rules with both": clusterRole({ rules: [RoleRule.write(pods), UrlRule.allow(["get"], ["/healthz"])] }),
      "verbs of which only Terraform knows": (stack) =>
        role({ rules: [RoleRule.allow(listToken(stack), pods)] })(stack),
    },
  },
  "kubernetes-rule-names": {
    violating: {
      "creation of objects of given names": {
        build: role({ rules: [RoleRule.allow(["create", "get"], { ...pods, names: ["web"] })] }),
        at: "shop/role",
        got: "create on objects of given names",
        want: "verbs that name an object",
      },
    },
    legal: {
      "all that can be held to names": role({ rules: [RoleRule.write({ ...pods, names: ["web"] })] }),
      "creation of any objects": role({ rules: [RoleRule.write(pods)] }),
    },
    unknown: {
      "verbs of which only Terraform knows": {
        build: (stack) =>
          role({ rules: [RoleRule.allow(listToken(stack), { ...pods, names: ["web"] })] })(stack),
        limit: "partly",
      },
    },
  },
  "kubernetes-binding-namespace": {
    violating: {
      "all namespaces": {
        build: binding({ namespace: "*" }),
        at: "shop/binding",
        got: 'namespace "*"',
        want: dnsLabel,
      },
    },
    legal: { "a namespace": binding({ namespace: "shop" }), "no namespace": binding({}) },
    unknown: {
      "what only Terraform knows": {
        build: (stack) => binding({ namespace: textToken(stack) })(stack),
        limit: "silent",
      },
    },
  },
  "kubernetes-binding-has-subjects": {
    violating: {
      "a binding of nobody": {
        build: binding({ subjects: [] }),
        at: "shop/binding",
        got: "a binding without subjects",
        want: "at least one subject",
      },
    },
    legal: { "a binding of a group": binding({}) },
  },
  "lint-anonymous-rbac": {
    violating: {
      "the anonymous user": {
        build: binding({ subjects: [RbacSubject.user("system:anonymous")] }),
        at: "shop/binding",
        got: "view bound to system:anonymous",
        want: "subjects that show who they are",
        rows: ["lint-anonymous-rbac"],
      },
      "the group of those who have shown nothing": {
        build: binding({ subjects: [RbacSubject.group("system:unauthenticated")] }),
        at: "shop/binding",
        got: "view bound to system:unauthenticated",
        want: "subjects that show who they are",
      },
    },
    legal: {
      "a group, a user and a service account": {
        build: binding({
          subjects: [
            RbacSubject.group("developers"),
            RbacSubject.user("jane"),
            RbacSubject.serviceAccount("shop", "web"),
          ],
        }),
        rows: ["lint-anonymous-rbac"],
      },
    },
    unknown: {
      "a group of which only Terraform knows": {
        build: (stack) => binding({ subjects: [RbacSubject.group(textToken(stack))] })(stack),
        limit: "partly",
      },
    },
  },
};
