export {
  FlannelPlan,
  TerwayPlan,
  type Asked,
  type PlannedFlannelNetwork,
  type PlannedNetwork,
  type PlannedTerwayNetwork,
} from "./address-plan";
export {
  holdsTable,
  networkHolds,
  type Holds,
  type NetworkBlocks,
  type NetworkHolds,
  type ZoneHolds,
} from "./holds";
export { DEFAULT_ROUTE_ENTRIES, planAddresses } from "./plan-addresses";
export type { AddressPlanOptions, FlannelPlanProps, PlannedZone, TerwayPlanProps } from "./plan-props";
