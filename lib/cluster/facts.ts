import type { Fact, FactList } from "../limits";
import type { KubernetesVersion } from "../values";
import type { ClusterEdition, ClusterKind } from "./kinds";

/** What the limits of a cluster need to know. */
export interface ClusterFacts {
  readonly kind: ClusterKind;
  readonly edition: ClusterEdition | undefined;
  readonly isEdge: boolean;
  readonly name: Fact<string>;
  /** Absent where the environment names the region. */
  readonly region: Fact<string> | undefined;
  readonly version: Fact<string> | undefined;
  /** The version, when it can be read. */
  readonly parsedVersion: Fact<KubernetesVersion> | undefined;
  readonly autoUpgrade: Fact<string> | undefined;
  readonly maintenanceStart: Fact<string> | undefined;
  readonly maintenanceHours: Fact<number> | undefined;
  readonly maintenanceWeekdays: FactList<string> | undefined;
  readonly isDualStack: boolean;
  readonly proxyMode: Fact<string>;
  readonly clusterDomain: Fact<string>;
  readonly logComponents: FactList<string> | undefined;
  readonly logRetentionDays: Fact<number> | undefined;
  readonly addonNames: FactList<string>;
  /** The network add-on that belongs to the network of the cluster; without nodes there is none. */
  readonly networkAddon: string | undefined;
  /** Whether the props of the network ask for settings of that add-on. */
  readonly networkAddonHasSettings: boolean;
  readonly disabledAddons: FactList<string>;
  readonly installedAddons: FactList<string>;
  readonly audiences: FactList<string> | undefined;
  readonly apiServerSans: FactList<string> | undefined;
  readonly timezone: Fact<string> | undefined;
  readonly rrsa: boolean;
  /** Whether the API server has a public address. */
  readonly publicApiServer: Fact<boolean>;
  /** Load balancers that the API server is given. */
  readonly loadBalancerIds: FactList<string>;
  readonly publicLoadBalancerId: Fact<string> | undefined;
  /** Whether ACK makes the load balancer of the private endpoint beside one of the user. */
  readonly makesPrivateBalancer: boolean;
  /** How many vSwitches the cluster is made with: at least as many as zones. */
  readonly vswitchCount: number;
  readonly internalDns: Fact<boolean> | undefined;
  readonly internalDnsVpcIds: FactList<string> | undefined;
  /** Whether the VPC is connected to other networks, as far as the app says. */
  readonly vpcIsConnected: boolean;
  /** The Pod CIDR, where nodes take route entries of the VPC for it. */
  readonly routedPodCidr: Fact<string> | undefined;
  readonly controlPlaneLogs: boolean;
  /** Whether the removal policy has the service refuse to delete the cluster. */
  readonly isProtected: boolean;
  /** `preventDestroy`, when the lifecycle of the user says it. */
  readonly preventDestroy: boolean | undefined;
  readonly issuer: Fact<string> | undefined;
  readonly retainResources: FactList<string> | undefined;
  /** Add-ons that are disabled, and have settings or a version all the same. */
  readonly disabledWithSettings: FactList<string>;
}
