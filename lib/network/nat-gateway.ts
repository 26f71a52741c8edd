import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { EipAddress } from "@cdktf/provider-alicloud/lib/eip-address";
import { EipAssociation } from "@cdktf/provider-alicloud/lib/eip-association";
import { NatGateway as NatGatewayResource } from "@cdktf/provider-alicloud/lib/nat-gateway";
import { Vswitch } from "@cdktf/provider-alicloud/lib/vswitch";
import { declareFacts, fact, facts, isToken, joinRelation, orRefuse, sameAccount } from "../limits";
import { withDefaults } from "../organisation";
import {
  inheritProvider,
  judgeRegion,
  judgeTags,
  judgeZones,
  metaArguments,
  nameFromPath,
  type Dependency,
  type ResourceOptions,
} from "../resource";
import { Cidr, IpPlan, ValueError } from "../values";
import { accountAddresses } from "./account-addresses";
import { addressPlanLimit, natGatewayLimits } from "./limits";
import { vpcAddresses } from "./vpc-addresses";
import { vpcGateways } from "./vpc-gateways";
import type { IVpc } from "./vpc";

export interface NatGatewayProps extends ResourceOptions {
  readonly vpc: IVpc;

  /** Zone of the vSwitch of the gateway. The gateway serves all zones of the VPC. Changing it replaces the gateway. */
  readonly zone: string;

  /**
   * CIDR block of the vSwitch that the gateway gets for itself, /16 to /29. Changing it replaces the gateway.
   * @default - a /28 that the address plan of a VPC keeps free
   */
  readonly vswitchCidr?: string;

  /**
   * Peak bandwidth of the public address in Mbit/s, 1 to 200; traffic is what is paid for. Can be changed in place.
   * @default 100
   */
  readonly bandwidth?: number;

  /**
   * Tags of the gateway, its vSwitch and its address. Can be changed in place.
   * @default - none
   */
  readonly tags?: Record<string, string>;
}

/**
 * A public NAT gateway of a VPC with one public address. What may use it is for the networks to say: each adds an
 * SNAT entry for each of its vSwitches.
 */
export class NatGateway extends Construct {
  public readonly resource: NatGatewayResource;
  public readonly vpc: IVpc;
  public readonly provider: TerraformProvider | undefined;
  /** Where SNAT entries go. */
  public readonly snatTableId: string;
  /** The public address that nodes and Pods are seen under. */
  public readonly publicIp: string;
  /** What must exist before an SNAT entry works: the address is bound to the gateway by a resource of its own. */
  public readonly before: readonly Dependency[];

  constructor(scope: Construct, id: string, given: NatGatewayProps) {
    super(scope, id);
    const props = withDefaults(scope, id, given, ["tags"]);
    const { vpc, zone, tags } = props;
    this.vpc = vpc;
    const bandwidth = props.bandwidth ?? 100;
    const cidr = props.vswitchCidr ?? this.plannedCidr(vpc);
    this.provider = inheritProvider(this, props.provider, vpc.provider);
    const meta = metaArguments(this, { ...props, provider: this.provider }, { dependsOn: vpc.before });
    const name = nameFromPath(this);

    const vswitch = new Vswitch(this, "vswitch", {
      ...meta,
      vpcId: vpc.vpcId,
      vswitchName: name,
      cidrBlock: cidr,
      zoneId: zone,
      tags,
    });
    this.resource = new NatGatewayResource(this, "nat-gateway", {
      ...meta,
      vpcId: vpc.vpcId,
      vswitchId: vswitch.id,
      natGatewayName: name,
      // The provider drops the vSwitch from the plan unless the type is spelled out.
      natType: "Enhanced",
      paymentType: "PayAsYouGo",
      internetChargeType: "PayByLcu",
      tags,
    });
    const address = new EipAddress(this, "eip", {
      ...meta,
      addressName: name,
      bandwidth: String(bandwidth),
      internetChargeType: "PayByTraffic",
      paymentType: "PayAsYouGo",
      tags,
    });
    const association = new EipAssociation(this, "eip-association", {
      ...meta,
      allocationId: address.id,
      instanceId: this.resource.id,
      instanceType: "Nat",
    });
    this.snatTableId = this.resource.snatTableIds;
    this.publicIp = address.ipAddress;
    this.before = [association];

    declareFacts(this, natGatewayLimits, {
      bandwidth: fact(bandwidth),
      cidrs: facts([cidr]),
      vswitchCidrs: facts([cidr]),
    });
    joinRelation(this, vpcAddresses, vpc.groupKey, {
      ranges: [{ role: "vswitch", label: "the vSwitch of the NAT gateway", cidr }],
      routes: [],
    });
    joinRelation(this, vpcGateways, vpc.groupKey, { kind: "gateway" });
    joinRelation(this, accountAddresses, sameAccount, { byAck: 0, scope: this });
    judgeRegion(this, vpc, "the VPC");
    judgeZones(this, [zone]);
    judgeTags(this, tags);
  }

  private plannedCidr({ cidr }: IVpc): string {
    return orRefuse(this, addressPlanLimit, () => {
      if (cidr === undefined || isToken(cidr)) {
        throw new ValueError({
          got: "a NAT gateway in a VPC whose CIDR block is unknown at synth",
          want: "the CIDR block of its vSwitch",
          fix: "give vswitchCidr, or the literal cidr of the VPC",
        });
      }
      return IpPlan.natRange(Cidr.parse(cidr)).toString();
    });
  }
}
