export { createTestApp, synthesize, type SynthesizedStack, type TestAppOptions } from "./synthesize";
export { addresses, snapshot } from "./snapshot";
