import type { TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import type { EgressResult } from "./egress";
import type { IVpc } from "./vpc";

/** What connects Pods; `none` in clusters without nodes, whose Pods are instances of their own. */
export type NetworkPlugin = "terway" | "flannel" | "none";

/** The network add-on that the cluster installs at creation. */
export interface NetworkAddon {
  readonly name: string;
  /** Settings that the props of the network ask for. */
  readonly config?: Readonly<Record<string, string>>;
}

interface AnyBinding extends EgressResult {
  /** vSwitches of the control plane, in the order of the zones. */
  readonly vswitchIds: readonly string[];
  readonly serviceCidr: string;
}

/** Pods have addresses of the VPC, from vSwitches of their own. */
export interface TerwayBinding extends AnyBinding {
  readonly plugin: "terway";
  readonly addon: NetworkAddon;
  /** Said when Pods have IPv6 addresses as well. */
  readonly ipStack?: "dual";
  readonly podVSwitchIds: readonly string[];
  readonly podCidr?: never;
  readonly nodeCidrMask?: never;
}

/** Pods have addresses of a block outside of the VPC, of which each node gets a part. */
export interface FlannelBinding extends AnyBinding {
  readonly plugin: "flannel";
  readonly addon: NetworkAddon;
  readonly ipStack?: never;
  readonly podCidr: string;
  readonly nodeCidrMask: number;
  readonly podVSwitchIds?: never;
}

/** There are no nodes: Pods have addresses of the vSwitches of the control plane. */
export interface VSwitchBinding extends AnyBinding {
  readonly plugin: "none";
  readonly addon?: never;
  readonly ipStack?: never;
  readonly podVSwitchIds?: never;
  readonly podCidr?: never;
  readonly nodeCidrMask?: never;
}

/**
 * What a network asks the cluster to write. The network does not write into the cluster itself. Neither the provider nor
 * its plan notices what belongs to the other plug-in, so the types do.
 */
export type NetworkBinding = TerwayBinding | FlannelBinding | VSwitchBinding;

/** The network of one cluster. */
export interface INetwork extends IConstruct {
  readonly plugin: NetworkPlugin;
  readonly vpc: IVpc;
  /** The provider configuration of the network, and of the cluster in it. */
  readonly provider: TerraformProvider | undefined;
  /** vSwitches for nodes, by the key of their zone. */
  readonly nodeVSwitches: ReadonlyMap<string, string>;
  readonly serviceCidr: string;
  /** CIDR blocks of the vSwitches for nodes, by the key of their zone; undefined where one exists whose block was not given. */
  readonly nodeVSwitchCidrs?: ReadonlyMap<string, string | undefined>;
  /** Terway only: the same of the vSwitches for Pods. */
  readonly podVSwitchCidrs?: ReadonlyMap<string, string | undefined>;
  /** Flannel only. */
  readonly podCidr?: string;
  /** Terway only: whether Pods and Services have IPv6 addresses as well. */
  readonly isDualStack?: boolean;
  /** Called once, by the cluster that lives in this network. */
  bind(cluster: IConstruct): NetworkBinding;
}
