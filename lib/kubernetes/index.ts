export { CustomClusterRole, type CustomClusterRoleProps } from "./custom-cluster-role";
export { NamespacedRole, type NamespacedRoleProps } from "./namespaced-role";
export {
  RbacBinding,
  type ClusterRoleBindingProps,
  type RbacBindingOptions,
  type RoleBindingProps,
} from "./rbac-binding";
export { RbacSubject } from "./rbac-subject";
export { clusterAdminRules, RoleRule, UrlRule, type ClusterRoleRule, type RuleTarget } from "./role-rule";
export {
  ClusterKubernetesProvider,
  type ClusterKubernetesProviderProps,
} from "./cluster-kubernetes-provider";
