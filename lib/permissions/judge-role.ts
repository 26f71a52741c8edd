import type { IConstruct } from "constructs";
import { declareFacts } from "../limits";
import type { BindingFacts, ClusterRoleFacts } from "./facts";
import { bindingLimits, roleLimits } from "./role-limits";

/** Registers a Role or a ClusterRole. */
export function judgeRole(scope: IConstruct, facts: ClusterRoleFacts): void {
  declareFacts(scope, roleLimits, facts);
}

/** Registers a binding of one. */
export function judgeBinding(scope: IConstruct, facts: BindingFacts): void {
  declareFacts(scope, bindingLimits, facts);
}
