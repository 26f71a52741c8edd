import type { TerraformProvider } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { Vpc as VpcResource } from "@cdktf/provider-alicloud/lib/vpc";
import { VpcIpv4CidrBlock } from "@cdktf/provider-alicloud/lib/vpc-ipv4-cidr-block";
import { declareFacts, fact, facts, isToken, joinRelation, orRefuse } from "../limits";
import { withDefaults } from "../organisation";
import {
  judgeTags,
  metaArguments,
  nameFromPath,
  type Dependency,
  type ResourceOptions,
  type Timeouts,
} from "../resource";
import { ValueError } from "../values";
import type { VpcFacts } from "./facts";
import { addressPlanLimit, vpcLimits } from "./limits";
import { NatGateway } from "./nat-gateway";
import { vpcAddresses } from "./vpc-addresses";

/** What a VPC is connected to, so that limits can keep its clusters apart from it. */
export interface VpcSurroundings {
  /**
   * CIDR blocks that are routed to other VPCs (CEN, VPC peering). No cluster of this VPC may use them.
   * @default - none
   */
  readonly peerCidrs?: readonly string[];

  /**
   * CIDR blocks that are routed to data centres (Express Connect, VPN). No cluster of this VPC may use them.
   * @default - none
   */
  readonly onPremisesCidrs?: readonly string[];

  /**
   * Custom route entries that the VPC has beside those of clusters. They count against the quota of route entries.
   * @default 0
   */
  readonly customRouteEntries?: number;
}

export interface VpcProps extends VpcSurroundings, ResourceOptions {
  /**
   * Primary IPv4 CIDR block, /8 to /28, for example `10.0.0.0/16`. Changing it later moves every address in it.
   */
  readonly cidr: string;

  /**
   * Further IPv4 CIDR blocks. Adding one later is done in place.
   * @default - none
   */
  readonly secondaryCidrs?: readonly string[];

  /**
   * Gives the VPC a /56 of IPv6, for dual-stack networks. It can be switched on in place.
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Name in the cloud. Can be changed in place.
   * @default - the path of the construct, for example `shop-prod-vpc`
   */
  readonly name?: string;

  /** @default - none */
  readonly description?: string;

  /** @default - the default resource group of the account */
  readonly resourceGroupId?: string;

  /**
   * Tags of the VPC, and of the NAT gateway that its networks share. Can be changed in place.
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /** @default - create 5m, update 5m, delete 10m */
  readonly timeouts?: Timeouts;
}

/** A VPC that exists outside of this app, or in another stack. */
export interface VpcAttributes extends VpcSurroundings {
  readonly vpcId: string;

  /**
   * The provider configuration of what is made in the VPC.
   * @default - the configuration without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Primary IPv4 CIDR block. Limits on addresses stay silent, and addresses cannot be planned, without it.
   * @default - unknown
   */
  readonly cidr?: string;

  /** @default - none */
  readonly secondaryCidrs?: readonly string[];

  /**
   * Whether the VPC has IPv6.
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Whether another account owns the VPC and shares its vSwitches with this one. Clusters in it need Terway.
   * @default false
   */
  readonly isShared?: boolean;
}

/** A VPC: owned or existing. */
export interface IVpc extends IConstruct {
  readonly vpcId: string;
  /** The provider configuration of the VPC, and of what is made in it. */
  readonly provider: TerraformProvider | undefined;
  /** Primary CIDR block, when it is known. */
  readonly cidr: string | undefined;
  readonly secondaryCidrs: readonly string[];
  /** Whether the app names ranges of other VPCs or of data centres that the VPC is connected to. */
  readonly isConnected: boolean;
  /** Whether the app says that another account owns the VPC. */
  readonly isShared: boolean;
  /** Whether the app says that the VPC has IPv6. */
  readonly hasIpv6: boolean;
  /** Under this key the clusters of the VPC find each other, in whatever stack they are. */
  readonly groupKey: string;
  /** What must exist before a vSwitch is cut from the VPC. */
  readonly before: readonly Dependency[];
  /** The NAT gateway that networks of this VPC share when they bring none; made at the first call, in the zone that this call names. */
  sharedNatGateway(zone: string): NatGateway;
}

abstract class VpcBase extends Construct implements IVpc {
  public abstract readonly vpcId: string;
  public abstract readonly cidr: string | undefined;
  public abstract readonly secondaryCidrs: readonly string[];
  public abstract readonly isConnected: boolean;
  public abstract readonly isShared: boolean;
  public abstract readonly hasIpv6: boolean;
  public abstract readonly groupKey: string;
  public abstract readonly before: readonly Dependency[];
  public abstract readonly provider: TerraformProvider | undefined;
  /** What a shared NAT gateway has of the VPC. */
  protected abstract readonly options: ResourceOptions & Pick<VpcProps, "tags">;
  private shared: NatGateway | undefined;

  public sharedNatGateway(zone: string): NatGateway {
    this.shared ??= new NatGateway(this, "nat-gateway", { ...this.options, vpc: this, zone });
    return this.shared;
  }
}

/** A VPC of this app. */
export class Vpc extends VpcBase {
  /** Refers to a VPC that this app does not own. */
  public static fromAttributes(scope: Construct, id: string, attributes: VpcAttributes): IVpc {
    return new ImportedVpc(scope, id, attributes);
  }

  public readonly resource: VpcResource;
  public readonly vpcId: string;
  public readonly cidr: string;
  public readonly secondaryCidrs: readonly string[];
  public readonly isConnected: boolean;
  public readonly isShared = false;
  public readonly hasIpv6: boolean;
  public readonly groupKey: string;
  public readonly before: readonly Dependency[];
  public readonly provider: TerraformProvider | undefined;
  protected readonly options: ResourceOptions & Pick<VpcProps, "tags">;

  constructor(scope: Construct, id: string, given: VpcProps) {
    super(scope, id);
    const props = withDefaults(scope, id, given, ["tags", "resourceGroupId"]);
    this.options = props;
    this.provider = props.provider;
    this.cidr = props.cidr;
    this.isConnected = isConnected(props);
    this.hasIpv6 = props.ipv6 ?? false;
    this.secondaryCidrs = orRefuse(this, addressPlanLimit, () => knownList(props.secondaryCidrs));
    this.groupKey = `new:${this.node.path}`;
    this.resource = new VpcResource(this, "vpc", {
      ...metaArguments(this, props),
      vpcName: props.name ?? nameFromPath(this),
      cidrBlock: props.cidr,
      description: props.description,
      enableIpv6: props.ipv6,
      resourceGroupId: props.resourceGroupId,
      tags: props.tags,
      timeouts: props.timeouts,
    });
    this.vpcId = this.resource.id;
    // A vSwitch in a secondary block does not refer to the block, so Terraform has to be told.
    // One that is listed twice is for the limits to report.
    this.before = [...new Set(this.secondaryCidrs)].map(
      (cidr, index) =>
        new VpcIpv4CidrBlock(
          this,
          `secondary-cidr-${isToken(cidr) ? index : cidr.replaceAll(/[./]/g, "-")}`,
          {
            ...metaArguments(this, props),
            vpcId: this.vpcId,
            secondaryCidrBlock: cidr,
          },
        ),
    );
    judgeVpc(this, props);
    judgeTags(this, props.tags);
  }
}

class ImportedVpc extends VpcBase {
  public readonly vpcId: string;
  public readonly cidr: string | undefined;
  public readonly secondaryCidrs: readonly string[];
  public readonly isConnected: boolean;
  public readonly isShared: boolean;
  public readonly hasIpv6: boolean;
  public readonly groupKey: string;
  public readonly before: readonly Dependency[] = [];
  public readonly provider: TerraformProvider | undefined;
  protected readonly options: ResourceOptions = {};

  constructor(scope: Construct, id: string, attributes: VpcAttributes) {
    super(scope, id);
    this.vpcId = attributes.vpcId;
    this.provider = attributes.provider;
    this.cidr = attributes.cidr;
    this.secondaryCidrs = attributes.secondaryCidrs ?? [];
    this.isConnected = isConnected(attributes);
    this.isShared = attributes.isShared ?? false;
    this.hasIpv6 = attributes.ipv6 ?? false;
    this.groupKey = isToken(attributes.vpcId) ? `object:${this.node.path}` : `id:${attributes.vpcId}`;
    judgeVpc(this, attributes);
  }
}

function isConnected({ peerCidrs = [], onPremisesCidrs = [] }: VpcSurroundings): boolean {
  return peerCidrs.length + onPremisesCidrs.length > 0;
}

function judgeVpc(
  vpc: VpcBase,
  props: VpcSurroundings & { cidr?: string; secondaryCidrs?: readonly string[] },
): void {
  const declared: VpcFacts = {
    cidrs: facts([
      ...(props.cidr === undefined ? [] : [props.cidr]),
      ...(props.secondaryCidrs ?? []),
      ...(props.peerCidrs ?? []),
      ...(props.onPremisesCidrs ?? []),
    ]),
    primaryAndSecondary: facts([
      ...(props.cidr === undefined ? [] : [props.cidr]),
      ...(props.secondaryCidrs ?? []),
    ]),
    customRouteEntries: fact(props.customRouteEntries),
  };
  declareFacts(vpc, vpcLimits, declared);
  joinRelation(vpc, vpcAddresses, vpc.groupKey, {
    ranges: [
      ...(props.cidr === undefined ? [] : [{ role: "vpc" as const, label: "the VPC", cidr: props.cidr }]),
      ...named(props.secondaryCidrs, "secondary", "the secondary block"),
      ...named(props.peerCidrs, "peer", "the peer range"),
      ...named(props.onPremisesCidrs, "on-premises", "the on-premises range"),
    ],
    routes:
      props.customRouteEntries === undefined
        ? []
        : [{ label: "custom route entries", entries: fact(props.customRouteEntries), ofVpc: true }],
  });
}

/** Each block is a resource of its own, so their number has to be known. */
function knownList(cidrs: readonly string[] | undefined): readonly string[] {
  if (cidrs !== undefined && isToken(cidrs)) {
    throw new ValueError({
      got: "a list of secondary blocks that only Terraform knows",
      want: "a list written out; its members may be unknown",
    });
  }
  return cidrs ?? [];
}

function named<R extends string>(cidrs: readonly string[] | undefined, role: R, label: string) {
  return (cidrs ?? []).map((cidr) => ({ role, label, cidr }));
}
