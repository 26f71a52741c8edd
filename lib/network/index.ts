export { accountAddresses } from "./account-addresses";
export { Egress, type EgressClient, type EgressResult, type SnatTable } from "./egress";
export type { AddressMember } from "./facts";
export {
  FlannelNetwork,
  type FlannelNetworkInNewVpcProps,
  type FlannelNetworkOptions,
  type FlannelNetworkProps,
} from "./flannel-network";
export { NatGateway, type NatGatewayProps } from "./nat-gateway";
export type {
  FlannelBinding,
  INetwork,
  NetworkAddon,
  NetworkBinding,
  NetworkPlugin,
  TerwayBinding,
  VSwitchBinding,
} from "./network";
export { securityGroups } from "./security-groups";
export {
  ServerlessNetwork,
  type ServerlessNetworkInNewVpcProps,
  type ServerlessNetworkOptions,
  type ServerlessNetworkProps,
} from "./serverless-network";
export {
  TerwayNetwork,
  type TerwayNetworkInNewVpcProps,
  type TerwayNetworkOptions,
  type TerwayNetworkProps,
} from "./terway-network";
export { Vpc, type IVpc, type VpcAttributes, type VpcProps, type VpcSurroundings } from "./vpc";
export { vpcAddresses } from "./vpc-addresses";
export { vpcGateways } from "./vpc-gateways";
export { vswitchVpcs } from "./vswitch-vpcs";
export type { NodeZone, TerwayZone, Zones } from "./zones";
