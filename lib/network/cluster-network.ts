import { Vswitch } from "@cdktf/provider-alicloud/lib/vswitch";
import type { TerraformProvider } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { orRefuse } from "../limits";
import { withDefaults } from "../organisation";
import {
  inheritProvider,
  judgeRegion,
  judgeTags,
  metaArguments,
  nameFromPath,
  type ResourceOptions,
} from "../resource";
import { ValueError } from "../values";
import type { Egress, EgressResult } from "./egress";
import { networkServesOneClusterLimit } from "./limits";
import type { INetwork, NetworkBinding, NetworkPlugin } from "./network";
import type { IVpc } from "./vpc";

/** A vSwitch that a network uses: one that exists, or a CIDR block to make one from. */
export interface VSwitchSpec {
  /** Stable within the network: `node-h`. */
  readonly key: string;
  readonly zone: string;
  readonly existingId?: string;
  readonly cidr?: string;
}

/** What a network belongs to, and what its resources are tagged with. */
export interface NetworkParent {
  readonly vpc: IVpc;
  readonly provider?: TerraformProvider;
  readonly tags?: Record<string, string>;
}

/** The part that Terway and Flannel networks share: vSwitches in the zones, a way out, and one cluster. */
export abstract class ClusterNetwork extends Construct implements INetwork {
  public abstract readonly plugin: NetworkPlugin;
  public abstract readonly nodeVSwitches: ReadonlyMap<string, string>;
  public readonly vpc: IVpc;
  public readonly provider: TerraformProvider | undefined;
  public readonly serviceCidr: string;
  private readonly tags: Record<string, string> | undefined;
  private cluster: IConstruct | undefined;

  protected constructor(scope: Construct, id: string, parent: NetworkParent, serviceCidr: string) {
    super(scope, id);
    const { vpc, provider, tags } = withDefaults(scope, id, parent, ["tags"]);
    this.vpc = vpc;
    this.provider = inheritProvider(this, provider, vpc.provider);
    this.serviceCidr = serviceCidr;
    this.tags = tags;
    judgeRegion(this, vpc, "the VPC");
    judgeTags(this, tags);
  }

  public bind(cluster: IConstruct): NetworkBinding {
    orRefuse(this, networkServesOneClusterLimit, () => {
      if (this.cluster !== undefined) {
        throw new ValueError({
          got: `the network of ${this.cluster.node.path}, given to ${cluster.node.path} as well`,
          want: "a network for each cluster",
          fix: "make a second network in the same VPC; with the ids of the same vSwitches it takes Egress.existing()",
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
    ipv6?: ReadonlyMap<string, number>,
  ): Map<string, string> {
    const meta = metaArguments(
      this,
      { ...options, provider: this.provider },
      {
        dependsOn: this.vpc.before,
        // When a zone is removed, the cluster has to let go of the vSwitch before it can be deleted.
        lifecycle: { createBeforeDestroy: true },
      },
    );
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
          tags: this.tags,
          ...(ipv6 === undefined ? {} : { enableIpv6: true, ipv6CidrBlockMask: ipv6.get(key) }),
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
    return egress.connect(this, {
      vpc: this.vpc,
      zone,
      vswitches,
      options: { ...options, provider: this.provider },
    });
  }
}
