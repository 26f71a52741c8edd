export { formatSummary } from "./format";
export { clusterHolds } from "./network-holds";
export {
  summarize,
  type AppSummary,
  type ClusterSummary,
  type PoolSummary,
  type VpcSummary,
} from "./summarize";
