export { clusterRoleNameOf, type ClusterRoleRef, type IClusterRole } from "./cluster-role";
export { Grants, type AllClustersOptions, type GrantOptions } from "./grants";
export { judgeBinding, judgeRole } from "./judge-role";
export { Principal } from "./principal";
export type {
  AccountPrincipalProps,
  ExistingRamRole,
  ExistingRamUser,
  PrincipalOptions,
  RamRolePrincipalProps,
  RamUserPrincipalProps,
  ReadAccess,
} from "./principal-props";
