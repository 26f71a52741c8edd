export {
  FlannelPlan,
  TerwayPlan,
  type Asked,
  type Holds,
  type PlannedFlannelNetwork,
  type PlannedNetwork,
  type PlannedTerwayNetwork,
  type ZoneHolds,
} from "./address-plan";
export { DEFAULT_ROUTE_ENTRIES, planAddresses } from "./plan-addresses";
export type { AddressPlanOptions, FlannelPlanProps, PlannedZone, TerwayPlanProps } from "./plan-props";
