import type { Fact, FactList } from "../limits";

/** What the limits of a role for a service account need to know. */
export interface ServiceAccountRoleFacts {
  readonly namespace: Fact<string>;
  readonly serviceAccount: Fact<string>;
  readonly roleName: Fact<string>;
  readonly maxSessionSeconds: Fact<number> | undefined;
  /** Whether RRSA is on; undefined where the app does not know. */
  readonly rrsa: Fact<boolean> | undefined;
  /** The attached policies, in words. */
  readonly policies: FactList<string>;
  readonly providerArn: Fact<string> | undefined;
  readonly issuerUrl: Fact<string> | undefined;
}

/** What the limits of a policy need to know. */
export interface PolicyFacts {
  readonly policyName: Fact<string>;
}

/** A role, and whose configuration of the provider makes it: another one may lead to another account. */
export interface AccountRole {
  readonly path: string;
  readonly name: string;
  readonly account: string | undefined;
}

/** What the limits of the roles of one account need to know. */
export interface AccountRoleFacts {
  readonly roles: FactList<AccountRole>;
}
