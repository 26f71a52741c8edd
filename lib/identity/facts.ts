import type { Fact } from "../limits";

/** What the limits of a role for a service account need to know. */
export interface ServiceAccountRoleFacts {
  readonly namespace: Fact<string>;
  readonly serviceAccount: Fact<string>;
  readonly roleName: Fact<string>;
  readonly maxSessionSeconds: Fact<number> | undefined;
  /** Whether RRSA is on; undefined where the app does not know. */
  readonly rrsa: Fact<boolean> | undefined;
  readonly providerArn: Fact<string> | undefined;
  readonly issuerUrl: Fact<string> | undefined;
}

/** What the limits of a policy need to know. */
export interface PolicyFacts {
  readonly policyName: Fact<string>;
}
