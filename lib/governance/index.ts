export {
  benchmarkScan,
  type Benchmark,
  type BenchmarkScan,
  type BenchmarkScanOptions,
} from "./benchmark-scan";
export { Policy } from "./policy";
export {
  PolicyGovernance,
  type PolicyAddon,
  type PolicyGovernanceProps,
  type PolicyOptions,
} from "./policy-governance";
export type {
  AllowedIds,
  AmountRange,
  IdRange,
  PolicyName,
  PolicyParameters,
  ProtectingLabel,
  RestrictedRoleBindings,
} from "./policy-parameters";
