export { AckPolicy, type AckPolicyOptions, type PolicyClusters } from "./ack-policy";
export type { AccountAction, AckAction, ClusterAction } from "./actions";
export { ComponentPolicies, type ComponentPoliciesProps } from "./component-policies";
export { ComponentPolicy, inspectionPolicy, type NodeRole } from "./component-policy";
export { CustomRamPolicy, type CustomRamPolicyProps } from "./custom-ram-policy";
export { DeployerPolicy, type DeployerPolicyOptions } from "./deployer-policy";
export { RamPolicyDocument, type RamStatement } from "./document";
export { ImagePullRole, type ImagePullRoleProps } from "./image-pull-role";
