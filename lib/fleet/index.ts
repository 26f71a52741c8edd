export { Fleet, type FleetProps } from "./fleet";
export { FleetAddresses, type FleetAddressesProps, type MemberAddresses } from "./fleet-addresses";
