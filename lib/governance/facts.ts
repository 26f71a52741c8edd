import type { Fact, FactList } from "../limits";

/** What the limits of a policy need to know. */
export interface PolicyFacts {
  readonly policyName: Fact<string>;
  readonly namespaces: FactList<string> | undefined;
  readonly denies: boolean;
  /** What images may start with. */
  readonly repos: FactList<string> | undefined;
  /** Bounds that a policy takes, by their names. */
  readonly bounds: FactList<Bounds>;
}

export interface Bounds {
  readonly names: string;
  readonly min: number;
  readonly max: number;
}
