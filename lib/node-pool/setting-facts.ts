import type { Fact, FactList } from "../limits";
import type { AutoscaleBounds } from "./capacity";

/** What the limits need to know of how the nodes of a pool are paid, named and managed. */
export interface NodeSettingFacts {
  readonly instanceTypes: FactList<string>;
  readonly vswitchCount: Fact<number>;
  readonly imageType: Fact<string> | undefined;
  /** Whether the cluster is a basic one. */
  readonly isBasic: boolean;

  readonly months: Fact<number> | undefined;
  readonly renewMonths: Fact<number> | undefined;
  readonly isSpot: boolean;
  readonly pricedTypes: FactList<string> | undefined;
  readonly prices: FactList<number> | undefined;

  /** Whether something is said about the mix of spot and pay-as-you-go. */
  readonly isMixed: boolean;
  readonly onDemandBase: Fact<number> | undefined;
  readonly onDemandPercentage: Fact<number> | undefined;
  readonly spotPools: Fact<number> | undefined;

  readonly isAutoscaled: boolean;
  readonly scalingType: AutoscaleBounds["type"];

  /** A name as a node will have it. */
  readonly nodeNames: Fact<string> | undefined;
  readonly userData: Fact<string> | undefined;

  readonly usesPassword: boolean;
  /** What synthesis can see of the password: the default of its variable. */
  readonly password: Fact<string> | undefined;
  readonly isRootLogin: boolean;
  readonly isMlps: boolean;

  readonly isManaged: boolean;
  /** Whether management says of anything that ACK does it, or does not. */
  readonly saysWhat: boolean;
  readonly maxUnavailable: Fact<number> | undefined;
}
