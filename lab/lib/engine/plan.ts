import type { Diagnostic } from "../diagnostic";
import type { ResourceModel } from "../schema";
import type { Path, ValueObject } from "../values";

export interface PlanRequest {
  /** What the state holds; null where the resource is to be made. */
  readonly prior: ValueObject | null;
  /** The configuration, with what Terraform keeps of the state in it; null where the resource is to go. */
  readonly proposed: ValueObject | null;
  readonly config: ValueObject | null;
}

export interface PlanResult {
  readonly planned: ValueObject | null;
  /** Arguments whose change needs a new resource. Terraform heeds those that changed. */
  readonly requiresReplace: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
}

export function planResource(_model: ResourceModel, request: PlanRequest): PlanResult {
  return { planned: request.proposed, requiresReplace: [], diagnostics: [] };
}
