import { mapFact, type Fact, type Relation } from "../limits";
import type { AccountRoleFacts } from "./facts";
import { accountRoleLimits } from "./limits";

/** What a role for a service account brings in. */
interface RoleMember {
  readonly name: Fact<string>;
  /** Alias of the provider configuration. */
  readonly account: string | undefined;
}

/** The roles for service accounts of one account: of one stack, or of all stacks that name the same account. */
export const accountRoles: Relation<RoleMember, AccountRoleFacts> = {
  id: "account-roles",
  limits: accountRoleLimits,
  facts: (members) => ({
    roles: members.map(({ path, member: { name, account } }) =>
      mapFact(name, (known) => ({ path, name: known, account })),
    ),
  }),
};
