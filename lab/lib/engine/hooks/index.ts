import type { HooksByType, ResourceHooks } from "./hooks";
import { alicloudHooks } from "./alicloud";
import { kubernetesHooks } from "./kubernetes";

export type { Comparison, ResourceHooks } from "./hooks";

const hooks: HooksByType = { ...alicloudHooks, ...kubernetesHooks };
const NONE: ResourceHooks = {};

export function hooksOf(type: string): ResourceHooks {
  return hooks[type] ?? NONE;
}
