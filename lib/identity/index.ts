export type { ClusterOidc } from "./oidc-of-cluster";
export { policyLimits } from "./limits";
export { RamPolicy } from "./ram-policy";
export {
  ServiceAccountRole,
  type ServiceAccountRoleOptions,
  type ServiceAccountRoleProps,
} from "./service-account-role";
