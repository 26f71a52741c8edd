export { formatSummary } from "./format";
export {
  summarize,
  type AppSummary,
  type ClusterSummary,
  type PoolSummary,
  type VpcSummary,
} from "./summarize";
