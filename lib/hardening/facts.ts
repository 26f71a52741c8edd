import type { FactList } from "../limits";

/** What is less than a control asks for. */
export interface Gap {
  readonly path: string;
  readonly got: string;
  readonly want: string;
}

/** What a stack is less than each control asks for; unknown where only Terraform knows the argument. */
export interface HardeningFacts {
  readonly publicEndpoints: FactList<Gap>;
  readonly plainSecrets: FactList<Gap>;
  readonly withoutAudit: FactList<Gap>;
  readonly withoutLogs: FactList<Gap>;
  readonly publicNodes: FactList<Gap>;
  readonly withoutNetworkPolicy: FactList<Gap>;
  readonly plainDisks: FactList<Gap>;
  readonly withoutPolicies: FactList<Gap>;
  readonly anyRegistry: FactList<Gap>;
  readonly openPorts: FactList<Gap>;
  readonly passwords: FactList<Gap>;
  readonly oldVersions: FactList<Gap>;
  readonly secretDefaults: FactList<Gap>;
}
