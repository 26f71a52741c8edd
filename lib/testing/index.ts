export {
  diffSyntheses,
  formatDiff,
  type How,
  type ResourceDiff,
  type SurroundingDiff,
  type SynthesisDiff,
  type ValueDiff,
} from "../guard";
export { type StackLike } from "./document";
export { respectsLimits, violates, type LimitSubject } from "./limits";
export { ackMatchers, type AckMatchers } from "./matchers";
export { hasNodePool, nodePoolsOf, type ExpectedPool, type PoolView } from "./node-pools";
export { addresses, argumentsByAddress, snapshot } from "./snapshot";
export {
  createTestApp,
  synthesize,
  type Arguments,
  type SynthesizedStack,
  type TestAppOptions,
} from "./synthesize";
export { type Verdict } from "./verdict";
