import type { Fact, FactList } from "../limits";
import type { KubernetesVersion } from "../values";

/** What the limits of a cluster need to know. */
export interface ClusterFacts {
  readonly name: Fact<string>;
  readonly version: Fact<string> | undefined;
  /** The version, when it can be read. */
  readonly parsedVersion: Fact<KubernetesVersion> | undefined;
  readonly autoUpgrade: Fact<string> | undefined;
  readonly maintenanceStart: Fact<string> | undefined;
  readonly maintenanceHours: Fact<number> | undefined;
  readonly maintenanceWeekdays: FactList<string> | undefined;
  readonly proxyMode: Fact<string>;
  readonly clusterDomain: Fact<string>;
  readonly logComponents: FactList<string> | undefined;
  readonly logRetentionDays: Fact<number> | undefined;
  readonly addonNames: FactList<string>;
  /** The network add-on that belongs to the network of the cluster. */
  readonly networkAddon: string;
  readonly disabledAddons: FactList<string>;
  readonly installedAddons: FactList<string>;
  readonly audiences: FactList<string> | undefined;
  readonly apiServerSans: FactList<string> | undefined;
  readonly timezone: Fact<string> | undefined;
  readonly rrsa: boolean;
}
