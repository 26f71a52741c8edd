import { Vswitch } from "@cdktf/provider-alicloud/lib/vswitch";
import { Construct, type IConstruct } from "constructs";
import { orRefuse } from "../limits";
import { metaArguments, nameFromPath, type Dependency, type ResourceOptions } from "../resource";
import { ValueError } from "../values";
import type { Egress, EgressResult } from "./egress";
import { networkServesOneClusterLimit } from "./limits";
import type { INetwork, NetworkBinding } from "./network";
import type { IVpc } from "./vpc";

/** A vSwitch that a network uses: one that exists, or a CIDR block to make one from. */
export interface VSwitchSpec {
  /** Stable within the network: `node-h`. */
  readonly key: string;
  readonly zone: string;
  readonly existingId?: string;
  readonly cidr?: string;
}

/** The part that Terway and Flannel networks share: vSwitches in the zones, a way out, and one cluster. */
export abstract class ClusterNetwork extends Construct implements INetwork {
  public abstract readonly plugin: "terway" | "flannel";
  public abstract readonly nodeVSwitches: ReadonlyMap<string, string>;
  public readonly vpc: IVpc;
  public readonly serviceCidr: string;
  private cluster: IConstruct | undefined;

  protected constructor(scope: Construct, id: string, vpc: IVpc, serviceCidr: string) {
    super(scope, id);
    this.vpc = vpc;
    this.serviceCidr = serviceCidr;
  }

  public bind(cluster: IConstruct): NetworkBinding {
    orRefuse(this, networkServesOneClusterLimit, () => {
      if (this.cluster !== undefined) {
        throw new ValueError({
          got: `the network of ${this.cluster.node.path}, given to ${cluster.node.path} as well`,
          want: "a network for each cluster",
          fix: "make a second network in the same VPC; it can name the same vSwitches by their ids",
        });
      }
    });
    this.cluster = cluster;
    return this.binding();
  }

  protected abstract binding(): NetworkBinding;

  /** Makes the vSwitches that do not exist yet; gives all ids by zone key. */
  protected vswitchesFor(
    role: "node" | "pod",
    specs: ReadonlyMap<string, VSwitchSpec>,
    options: ResourceOptions,
  ): Map<string, string> {
    const meta = metaArguments(this, options, {
      dependsOn: this.vpc.before,
      // When a zone is removed, the cluster has to let go of the vSwitch before it can be deleted.
      lifecycle: { createBeforeDestroy: true },
    });
    return new Map(
      [...specs].map(([key, { existingId, zone, cidr }]) => {
        if (existingId !== undefined) {
          return [key, existingId];
        }
        const vswitch = new Vswitch(this, `${role}-${key}`, {
          ...meta,
          vpcId: this.vpc.vpcId,
          vswitchName: nameFromPath(this, `${role}-${key}`),
          zoneId: zone,
          cidrBlock: cidr,
        });
        return [key, vswitch.id];
      }),
    );
  }

  protected connect(
    egress: Egress,
    zone: string,
    vswitches: ReadonlyMap<string, string>,
    options: ResourceOptions,
  ): EgressResult {
    return egress.connect(this, { vpc: this.vpc, zone, vswitches, options });
  }
}

export type { Dependency };
