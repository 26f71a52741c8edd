import type { Construct } from "constructs";
import { declareFacts, fact, facts, joinRelation, orRefuse } from "../limits";
import { judgeZones, type ResourceOptions } from "../resource";
import {
  cidrsOf,
  existingVSwitches,
  planVSwitches,
  podCidrFor,
  serviceCidrFor,
  vswitchRanges,
} from "./address-plan";
import { ClusterNetwork } from "./cluster-network";
import { Egress, type EgressResult } from "./egress";
import { addressPlanLimit, networkLimits } from "./limits";
import type { FlannelBinding } from "./network";
import { Vpc, type IVpc, type VpcProps } from "./vpc";
import { vpcAddresses } from "./vpc-addresses";
import { zonesByKey, type NodeZone, type Zones } from "./zones";

/** What a Flannel network takes wherever its VPC comes from. */
export interface FlannelNetworkOptions extends ResourceOptions {
  /** The zones of the cluster, one to five. */
  readonly zones: Zones<NodeZone>;

  /**
   * CIDR block of Pods, outside of the VPC and different for each cluster of a VPC. It cannot be changed: a change
   * replaces the cluster.
   * @default - 172.20.0.0/16, or a block that the VPC and the Services leave free; it depends on their blocks alone
   */
  readonly podCidr?: string;

  /**
   * CIDR block of Services. It must not overlap the VPC and the Pod CIDR, and cannot be changed: a change replaces
   * the cluster.
   * @default - 172.21.0.0/20, or a block that the VPC leaves free; it depends on the CIDR block of the VPC alone
   */
  readonly serviceCidr?: string;

  /**
   * Prefix length of the part of the Pod CIDR that each node gets, 24 (256 addresses) to 28 (16 addresses). It
   * cannot be changed: a change replaces the cluster.
   * @default 24
   */
  readonly nodeCidrMask?: number;

  /**
   * How many nodes each zone must be able to hold.
   * @default - an equal part of the node range for each slot
   */
  readonly nodesPerZone?: number;

  /**
   * The part of the VPC that node vSwitches are cut from. A second network of a VPC needs a range of its own.
   * @default - the first quarter of the VPC
   */
  readonly nodeRange?: string;

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

export interface FlannelNetworkProps extends FlannelNetworkOptions {
  readonly vpc: IVpc;
  /** How nodes reach the internet; Pods are seen under the address of their node. */
  readonly egress: Egress;
}

export interface FlannelNetworkInNewVpcProps
  extends FlannelNetworkOptions, Omit<VpcProps, keyof ResourceOptions> {
  /** @default Egress.natGateway() */
  readonly egress?: Egress;
}

/**
 * The network of one cluster with the Flannel plug-in: Pods have addresses outside of the VPC, and each node takes a
 * route entry of the VPC. The route entries bound how many nodes all Flannel clusters of a VPC can have together.
 */
export class FlannelNetwork extends ClusterNetwork {
  /** A Flannel network in a VPC that is made for it, as `<id>-vpc`; the VPC is reached as `network.vpc`. */
  public static inNewVpc(scope: Construct, id: string, props: FlannelNetworkInNewVpcProps): FlannelNetwork {
    const vpc = new Vpc(scope, `${id}-vpc`, props);
    return new FlannelNetwork(scope, id, { ...props, vpc, egress: props.egress ?? Egress.natGateway() });
  }

  public readonly plugin = "flannel";
  public readonly nodeVSwitches: ReadonlyMap<string, string>;
  public readonly nodeVSwitchCidrs: ReadonlyMap<string, string | undefined>;
  public readonly podCidr: string;
  public readonly nodeCidrMask: number;
  private readonly egress: EgressResult;

  constructor(scope: Construct, id: string, props: FlannelNetworkProps) {
    super(scope, id, props, serviceCidrFor(scope, id, props.vpc, props.serviceCidr));
    this.podCidr = podCidrFor(this, props.vpc, this.serviceCidr, props.podCidr);
    this.nodeCidrMask = props.nodeCidrMask ?? 24;
    const zones = orRefuse(this, addressPlanLimit, () => zonesByKey(props.zones));
    judgeZones(
      this,
      [...zones.values()].map(({ zone }) => zone),
    );
    const plan = orRefuse(this, addressPlanLimit, () => planVSwitches({ ...props, zones, pods: false }));

    this.nodeVSwitches = this.vswitchesFor("node", plan.nodes, props);
    this.nodeVSwitchCidrs = cidrsOf(plan.nodes);
    const clients = new Map([...this.nodeVSwitches].map(([key, vswitchId]) => [`node-${key}`, vswitchId]));
    this.egress = this.connect(props.egress, plan.firstZone, clients, props);

    const nodeCidrs = [...plan.nodes.values()].flatMap(({ cidr }) => (cidr === undefined ? [] : [cidr]));
    declareFacts(this, networkLimits, {
      cidrs: facts([...nodeCidrs, this.podCidr, this.serviceCidr]),
      vswitchCidrs: facts(nodeCidrs),
      podCidr: fact(this.podCidr),
      nodeCidrMask: fact(this.nodeCidrMask),
      existingVSwitches: existingVSwitches(plan.nodes),
      existingNodeVSwitches: existingVSwitches(plan.nodes),
      zones: zones.size,
    });
    joinRelation(this, vpcAddresses, props.vpc.groupKey, {
      ranges: [
        ...vswitchRanges("node", plan.nodes, this.nodeVSwitches),
        { role: "pod", label: "the Pod CIDR", cidr: this.podCidr },
        { role: "service", label: "the Service CIDR", cidr: this.serviceCidr },
      ],
      routes: [],
    });
  }

  protected override binding(): FlannelBinding {
    return {
      plugin: this.plugin,
      ...this.egress,
      vswitchIds: [...this.nodeVSwitches.values()],
      podCidr: this.podCidr,
      serviceCidr: this.serviceCidr,
      nodeCidrMask: this.nodeCidrMask,
      addon: { name: "flannel" },
    };
  }
}
