import type { Impossible } from "../support/compile-fails";

/** What does not type-check, in the program of impossible.test.ts. */
export const impossiblePermissions: readonly Impossible[] = [
  {
    name: "a grant of a Role of a namespace",
    body: `cluster.grant(alice).clusterRole(new NamespacedRole(stack, "r", { roleName: "r", namespace: "shop", rules }));`,
    message: /'clusterRoleName' is missing in type 'NamespacedRole'|'NamespacedRole' is not assignable to/,
  },
  {
    name: "a Role without a namespace",
    body: `new NamespacedRole(stack, "r", { roleName: "r", rules });`,
    message: /Property 'namespace' is missing/,
  },
  {
    name: "a ClusterRole in a namespace",
    body: `new CustomClusterRole(stack, "r", { roleName: "r", namespace: "shop", rules });`,
    message: /'namespace' does not exist in type 'CustomClusterRoleProps'/,
  },
  {
    name: "addresses in a Role of a namespace",
    body: `new NamespacedRole(stack, "r", { roleName: "r", namespace: "shop", rules: [UrlRule.allow(["get"], ["/healthz"])] });`,
    message:
      /'target' is missing in type 'UrlRule'|'UrlRule' is not assignable to type 'RoleRule'|is missing the following properties/,
  },
  {
    name: "a Role bound in another namespace than its own",
    body: `declare const role: NamespacedRole; new RbacBinding(stack, "b", { role, namespace: "pay", subjects, bindingName: "b" });`,
    message: /not assignable to type 'undefined'|'NamespacedRole' is not assignable to type 'ClusterRoleRef'/,
  },
  {
    name: "namespaces of all clusters",
    body: `alice.onAllClusters().dev({ namespaces: ["shop"] });`,
    message: /is not assignable to type 'undefined'/,
  },
];
