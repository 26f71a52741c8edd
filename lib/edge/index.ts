export { edgeHubCache } from "./edge-hub-cache";
export type { EdgeNodeAccess } from "./edge-node-access";
export { EdgeNodeNames } from "./edge-node-names";
export { EdgePoolPlan, type EdgePoolPlanOptions, type EdgePoolPlanProps } from "./edge-pool-plan";
