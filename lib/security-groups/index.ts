export { Peer } from "./peer";
export { Port } from "./port";
export { SecurityGroup, type SecurityGroupAttributes, type SecurityGroupProps } from "./security-group";
export type {
  AllowNodesOptions,
  ISecurityGroup,
  RuleOptions,
  SecurityGroupType,
} from "./security-group-base";
