import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { renderedIn, type Rendered } from "../resource";
import { features, typesWithRoles } from "./features";
import { policyOf, serviceRoleNames, serviceRoles, type ServiceRole, type ServiceRoleName } from "./roles";

/** A service role that stacks need in their account, and why. */
export interface NeededRole extends ServiceRole {
  readonly role: ServiceRoleName;
  /** The system policy that it has. */
  readonly policy: string;
  /** What needs it, each with the path of the construct. */
  readonly because: readonly { readonly path: string; readonly what: string }[];
}

/**
 * The service roles that a stack needs, or all stacks of an app, in the order in which ACK documents them.
 *
 * @param isAsked narrows the resources down
 */
export function neededRoles(
  scope: IConstruct,
  isAsked: (one: Rendered) => boolean = () => true,
): NeededRole[] {
  const because = new Map<ServiceRoleName, { path: string; what: string }[]>();
  for (const one of roleUsersIn(scope).filter(isAsked)) {
    for (const { what, roles } of features.filter(({ isUsedBy }) => isUsedBy(one))) {
      for (const role of roles) {
        const reasons = because.get(role) ?? [];
        reasons.push({ path: one.path, what });
        because.set(role, reasons);
      }
    }
  }
  return serviceRoleNames.flatMap((role) => {
    const reasons = because.get(role);
    return reasons === undefined
      ? []
      : [{ role, policy: policyOf(role), ...serviceRoles[role], because: reasons }];
  });
}

/** The roles that one resource needs. */
export function rolesOf(one: Rendered): ReadonlySet<ServiceRoleName> {
  return new Set(features.filter(({ isUsedBy }) => isUsedBy(one)).flatMap(({ roles }) => roles));
}

/** What in the stacks of a scope needs service roles, by path. */
export function roleUsersIn(scope: IConstruct): Rendered[] {
  return stacksIn(scope).flatMap((stack) => renderedIn(stack, typesWithRoles));
}

/** A stack, or all stacks of an app. */
export function stacksIn(scope: IConstruct): TerraformStack[] {
  return TerraformStack.isStack(scope)
    ? [scope]
    : scope.node.findAll().filter((node): node is TerraformStack => TerraformStack.isStack(node));
}
