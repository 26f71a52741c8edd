import type { TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import type { Dependency } from "../resource";
import type { IVpc } from "./vpc";

/** The network add-on that the cluster installs at creation. */
export interface NetworkAddon {
  readonly name: string;
  readonly config?: string;
}

/** What a network asks the cluster to write. The network does not write into the cluster itself. */
export interface NetworkBinding {
  /** vSwitches of the control plane, in the order of the zones. */
  readonly vswitchIds: readonly string[];
  /** Terway only. */
  readonly podVSwitchIds?: readonly string[];
  /** Flannel only. */
  readonly podCidr?: string;
  readonly serviceCidr: string;
  /** Flannel only. */
  readonly nodeCidrMask?: number;
  readonly newNatGateway: boolean;
  readonly addon: NetworkAddon;
  /** What must exist before the cluster. */
  readonly before: readonly Dependency[];
}

/** The network of one cluster. */
export interface INetwork extends IConstruct {
  readonly plugin: "terway" | "flannel";
  readonly vpc: IVpc;
  /** The provider configuration of the network, and of the cluster in it. */
  readonly provider: TerraformProvider | undefined;
  /** vSwitches for nodes, by the key of their zone. */
  readonly nodeVSwitches: ReadonlyMap<string, string>;
  readonly serviceCidr: string;
  /** Flannel only. */
  readonly podCidr?: string;
  /** Called once, by the cluster that lives in this network. */
  bind(cluster: IConstruct): NetworkBinding;
}
