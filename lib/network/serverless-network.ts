import type { Construct } from "constructs";
import { declareFacts, facts, isToken, joinRelation, orRefuse } from "../limits";
import { judgeZones, type ResourceOptions } from "../resource";
import { Cidr, podPart } from "../values";
import { existingVSwitches, planVSwitches, serviceCidrFor, vswitchRanges } from "./address-plan";
import { ClusterNetwork } from "./cluster-network";
import { Egress, type EgressResult } from "./egress";
import { addressPlanLimit, networkLimits } from "./limits";
import type { VSwitchBinding } from "./network";
import { Vpc, type IVpc, type VpcProps } from "./vpc";
import { vpcAddresses } from "./vpc-addresses";
import { zonesByKey, type NodeZone, type Zones } from "./zones";

/** What a network without nodes takes wherever its VPC comes from. */
export interface ServerlessNetworkOptions extends ResourceOptions {
  /** The zones of the cluster, one to five. `nodeCidr` and `nodeVSwitchId` are those of the vSwitch that Pods use. */
  readonly zones: Zones<NodeZone>;

  /**
   * CIDR block of Services. It must not overlap the VPC, and cannot be changed: a change replaces the cluster.
   * @default - 172.21.0.0/20, or a block that the VPC leaves free; it depends on the CIDR block of the VPC alone
   */
  readonly serviceCidr?: string;

  /**
   * How many Pods each zone must be able to hold: each takes an address of the vSwitch.
   * @default - an equal part of the Pod range for each slot
   */
  readonly podsPerZone?: number;

  /**
   * The part of the VPC that vSwitches are cut from. A second network of a VPC needs a range of its own.
   * @default - the second half of the VPC
   */
  readonly podRange?: string;

  /**
   * Tags of its vSwitches, and with `inNewVpc` of its VPC and NAT gateway. Can be changed in place.
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /**
   * How many zones can ever be told apart, 1 to 256: fewer make larger vSwitches. Choose it at creation: a change moves
   * the address blocks of all zones, which replaces their vSwitches.
   * @default 8
   */
  readonly slots?: number;
}

export interface ServerlessNetworkProps extends ServerlessNetworkOptions {
  readonly vpc: IVpc;
  /** How Pods reach the internet, where their images may come from. */
  readonly egress: Egress;
}

export interface ServerlessNetworkInNewVpcProps
  extends ServerlessNetworkOptions, Omit<VpcProps, keyof ResourceOptions> {
  /** @default Egress.natGateway() */
  readonly egress?: Egress;
}

/**
 * The network of one cluster without nodes (`ServerlessCluster`, `AcsCluster`): each Pod has an address of a vSwitch, and
 * no plug-in has to be chosen.
 */
export class ServerlessNetwork extends ClusterNetwork {
  /** A network in a VPC that is made for it, as `<id>-vpc`; the VPC is reached as `network.vpc`. */
  public static inNewVpc(
    scope: Construct,
    id: string,
    props: ServerlessNetworkInNewVpcProps,
  ): ServerlessNetwork {
    const vpc = new Vpc(scope, `${id}-vpc`, props);
    return new ServerlessNetwork(scope, id, { ...props, vpc, egress: props.egress ?? Egress.natGateway() });
  }

  public readonly plugin = "none";
  /** vSwitches for Pods, by the key of their zone. */
  public readonly nodeVSwitches: ReadonlyMap<string, string>;
  private readonly egress: EgressResult;

  constructor(scope: Construct, id: string, props: ServerlessNetworkProps) {
    super(scope, id, props, serviceCidrFor(scope, id, props.vpc, props.serviceCidr));
    const zones = orRefuse(this, addressPlanLimit, () => zonesByKey(props.zones));
    judgeZones(
      this,
      [...zones.values()].map(({ zone }) => zone),
    );
    const plan = orRefuse(this, addressPlanLimit, () =>
      planVSwitches({
        vpc: props.vpc,
        zones,
        pods: false,
        slots: props.slots,
        nodesPerZone: props.podsPerZone,
        nodeRange: props.podRange ?? upperHalf(props.vpc),
      }),
    );

    this.nodeVSwitches = this.vswitchesFor("pod", plan.nodes, props);
    const clients = new Map([...this.nodeVSwitches].map(([key, vswitchId]) => [`pod-${key}`, vswitchId]));
    this.egress = this.connect(props.egress, plan.firstZone, clients, props);

    const cidrs = [...plan.nodes.values()].flatMap(({ cidr }) => (cidr === undefined ? [] : [cidr]));
    declareFacts(this, networkLimits, {
      cidrs: facts([...cidrs, this.serviceCidr]),
      vswitchCidrs: facts(cidrs),
      podCidr: undefined,
      nodeCidrMask: undefined,
      existingVSwitches: existingVSwitches(plan.nodes),
      existingNodeVSwitches: existingVSwitches(plan.nodes),
      zones: zones.size,
    });
    joinRelation(this, vpcAddresses, props.vpc.groupKey, {
      ranges: [
        ...vswitchRanges("Pod", plan.nodes, this.nodeVSwitches),
        { role: "service", label: "the Service CIDR", cidr: this.serviceCidr },
      ],
      routes: [],
    });
  }

  protected override binding(): VSwitchBinding {
    return {
      plugin: this.plugin,
      ...this.egress,
      vswitchIds: [...this.nodeVSwitches.values()],
      serviceCidr: this.serviceCidr,
    };
  }
}

/** Where Pods of Terway networks are as well. */
function upperHalf({ cidr }: IVpc): string | undefined {
  return cidr === undefined || isToken(cidr) ? undefined : podPart(Cidr.parse(cidr)).toString();
}
