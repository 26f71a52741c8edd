import type { HooksByType } from "../hooks";
import { computeHooks } from "./compute";
import { containerHooks } from "./container";
import { databaseHooks } from "./database";
import { loadBalancerHooks } from "./load-balancer";
import { networkHooks } from "./network";
import { operationsHooks } from "./operations";
import { securityHooks } from "./security";

/** What the code of aliyun/alicloud 1.289.0 does to the plans of its resources, by groups of products. */
export const alicloudHooks: HooksByType = {
  ...computeHooks,
  ...containerHooks,
  ...databaseHooks,
  ...loadBalancerHooks,
  ...networkHooks,
  ...operationsHooks,
  ...securityHooks,
};
