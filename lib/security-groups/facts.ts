import type { Fact, FactList } from "../limits";

/** What the limits of a rule need to know. */
export interface RuleFacts {
  readonly cidr: Fact<string> | undefined;
  readonly ipv6Cidr: Fact<string> | undefined;
  /** The ends of its ports; absent for protocols without ports. */
  readonly fromPort: Fact<number> | undefined;
  readonly toPort: Fact<number> | undefined;
  readonly priority: Fact<number> | undefined;
  readonly why: Fact<string> | undefined;
}

/** What the limits of a security group need to know. */
export interface GroupFacts {
  readonly groupName: Fact<string>;
  readonly isolated: Fact<boolean> | undefined;
  readonly isEnterprise: boolean;
}

/** A rule, by what makes it the one that it is for the service. */
export interface GroupRule {
  readonly path: string;
  /** Direction, protocol, ports, peer, policy and priority. */
  readonly identity: string;
}

/** The rules of one group, as far as this app makes them. */
export interface GroupRulesFacts {
  readonly rules: FactList<GroupRule>;
}
