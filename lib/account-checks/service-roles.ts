import type { TerraformProvider, TerraformStack } from "cdktf";
import { literal } from "../limits";
import { renderedIn } from "../resource";
import { neededRoles, ServiceRoles, type ServiceRoleName } from "../service-roles";
import type { Account } from "./account";
import { checked, listOf } from "./message";

export interface ServiceRoleCheckOptions {
  /**
   * Roles that the account may lack: a cluster that was made before ACK had them runs without.
   * @default - none
   */
  readonly except?: readonly ServiceRoleName[];
}

/** Holds the roles of the account to what the stack needs. Those that the stack makes come in time: clusters wait for them. */
export function checkServiceRoles(
  account: Account,
  provider: TerraformProvider | undefined,
  stack: TerraformStack,
  { except = [] }: ServiceRoleCheckOptions,
): void {
  const made = rolesMadeIn(stack);
  const needed = neededRoles(stack, (one) => one.provider === provider).filter(
    ({ role }) => !made.has(role) && !except.includes(role),
  );
  if (needed.length > 0) {
    const missing = `setsubtract([${needed.map(({ role }) => literal(role)).join(", ")}], self.names)`;
    const paths = [...new Set(needed.flatMap(({ because }) => because.map(({ path }) => path)))].sort();
    account.serviceRoles(
      checked(`length(${missing}) == 0`, {
        id: "account-service-roles",
        statement: "The account has the roles in which ACK and its components act.",
        paths,
        got: `an account without ${listOf(missing)}`,
        want: "these roles, each with the system policy of its name and Policy",
        fix: "authorise them at https://cs.console.aliyun.com, or make them: ServiceRoles.createFor(stack)",
      }),
    );
  }
}

/** With those that come into the stack only after this check: the aspects of both run in the order of the tree. */
function rolesMadeIn(stack: TerraformStack): ReadonlySet<unknown> {
  const byHand = renderedIn(stack, new Set(["alicloud_ram_role"])).map(({ body }) => body["role_name"]);
  const makers = stack.node.children.filter((node) => node instanceof ServiceRoles);
  return new Set([...byHand, ...makers.flatMap(({ roles }) => roles)]);
}
