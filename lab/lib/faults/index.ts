export { FAULTS } from "./fault";
export type { Fault, FaultName } from "./fault";
export { FaultInjector, RETRIES } from "./injector";
export type { Call, Interruption } from "./injector";
export { OPERATIONS } from "./operation";
export type { Operation } from "./operation";
export { loadFaults, parseFaults, parseFaultText } from "./parse";
export type { FaultPlan } from "./parse";
