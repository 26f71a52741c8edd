export {
  createTestApp,
  synthesize,
  type Arguments,
  type SynthesizedStack,
  type TestAppOptions,
} from "./synthesize";
export { addresses, snapshot } from "./snapshot";
