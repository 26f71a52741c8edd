import type { Fact, FactList, Named } from "../limits";
import type { NetworkPlugin } from "../network";
import type { KubernetesVersion } from "../values";

/** What the limits of an add-on need to know. */
export interface AddonFacts {
  readonly name: Fact<string>;
  readonly version: Fact<string> | undefined;
  readonly isEdge: boolean;
  /** What the settings of Terway say of IPvlan. */
  readonly acceleratesTerway: Fact<boolean> | undefined;
}

/** What the settings of an add-on mean to others in its cluster; undefined where they say nothing. */
export interface AddonSwitches {
  /** Whether Terway forwards in the kernel: IPvlan in old versions, DataPath V2 since 1.8. */
  readonly acceleratesTerway: Fact<boolean> | undefined;
  /** Whether the API server is to check PodSecurityPolicy objects. */
  readonly checksPodSecurityPolicies: Fact<boolean> | undefined;
}

/** What the cluster, its pools and its add-ons bring into what they share. */
export type AddonMember =
  /** A service account whose Pods take on a RAM role. */
  | { readonly kind: "pod-identity" }
  /** Pods that have public addresses of their own. */
  | { readonly kind: "pod-eip" }
  /** Hubble, which watches the network of Pods. */
  | { readonly kind: "hubble" }
  /** What components may do in the role of the nodes. */
  | { readonly kind: "node-policy"; readonly components: readonly string[] }
  /** The AccessKey of add-ons, in a cluster that runs outside of ACK. */
  | { readonly kind: "addon-secret"; readonly namespace: string }
  | ({
      readonly kind: "addon";
      readonly name: Fact<string>;
      /** Whether its cluster runs outside of ACK. */
      readonly isOutside: boolean;
      readonly isDedicated: boolean;
    } & AddonSwitches)
  /** What runs for ACK in a cluster outside of it, and is no add-on of the app: the autoscaler. */
  | { readonly kind: "outside-component"; readonly name: string }
  | {
      readonly kind: "cluster";
      /** Whether the app makes the cluster, and so knows what it is created with. */
      readonly isOwned: boolean;
      readonly isDedicated: boolean;
      readonly plugin: NetworkPlugin | undefined;
      readonly version: Fact<KubernetesVersion> | undefined;
      /** Add-ons that it is created with because the user lists them. */
      readonly created: readonly Fact<string>[];
      readonly switches: readonly AddonSwitches[];
    }
  | {
      readonly kind: "pool";
      readonly isSpot: boolean;
      readonly repairsNodes: boolean;
      readonly imageType: Fact<string> | undefined;
      /** How it gives GPUs to Pods, unless they are given whole. */
      readonly gpuSchedule: string | undefined;
      readonly isSandboxed: boolean;
      /** What its labels say of whether its nodes belong to a cluster that runs outside of ACK. */
      readonly external: Fact<string> | undefined;
    };

/** A pool whose GPUs are not given whole. */
export interface ScheduledPool {
  readonly path: string;
  readonly schedule: string;
}

/** An add-on, and whether most of its kind act in the role of the nodes. */
export interface ActingAddon extends Named {
  readonly isDedicated: boolean;
}

/** All that touches the add-ons of one cluster. */
export interface ClusterAddonFacts {
  /** Add-ons with a construct of their own. */
  readonly managed: FactList<Named>;
  /** Add-ons that the cluster is created with. */
  readonly created: FactList<Named>;
  readonly isOwned: boolean;
  readonly plugin: NetworkPlugin | undefined;
  readonly version: Fact<KubernetesVersion> | undefined;
  readonly acceleratesTerway: Fact<boolean>;
  /** Paths of what switches the check of PodSecurityPolicy objects on. */
  readonly podSecurityPolicies: FactList<string>;
  readonly spotPools: readonly string[];
  readonly repairedPools: readonly string[];
  readonly images: FactList<Named>;
  readonly gpuPools: readonly ScheduledPool[];
  /** Pools in which each Pod has a virtual machine of its own. */
  readonly sandboxedPools: readonly string[];
  /** Paths of the roles that Pods take on. */
  readonly podIdentities: readonly string[];
  /** All add-ons, with a construct of their own and from the creation of the cluster. */
  readonly acting: FactList<ActingAddon>;
  /** Components that have a policy on the role of the nodes. */
  readonly nodePolicies: readonly string[];
  readonly podEips: readonly string[];
  readonly hubbles: readonly string[];
  /** Secrets with the AccessKey of add-ons, by their namespaces. */
  readonly secrets: FactList<Named>;
  /** Pools that say of themselves whether they belong to a cluster that runs outside of ACK; the name is the value of the label. */
  readonly external: FactList<Named>;
  /** Add-ons with a construct of their own, and the autoscaler, of a cluster that runs outside of ACK. */
  readonly outside: FactList<Named>;
}
