export { planResource } from "./plan";
export type { PlanRequest, PlanResult } from "./plan";
export { validateResource } from "./validate";
