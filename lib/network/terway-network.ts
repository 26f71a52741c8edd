import type { Construct } from "constructs";
import { declareFacts, fact, facts, joinRelation, mapFact, orRefuse, type Fact } from "../limits";
import { judgeZones, type ResourceOptions } from "../resource";
import { cidrsOf, existingVSwitches, planVSwitches, serviceCidrFor, vswitchRanges } from "./address-plan";
import { ClusterNetwork, type VSwitchSpec } from "./cluster-network";
import { blocksOfNew, ipv6Blocks, vpcIpv6, type DualStackOptions } from "./dual-stack";
import { Egress, type EgressResult } from "./egress";
import { addressPlanLimit, networkLimits } from "./limits";
import type { NetworkAddon, TerwayBinding } from "./network";
import { terwayLimits, type TerwayFacts, type UsedVSwitch } from "./terway-limits";
import { Vpc, type IVpc, type VpcProps } from "./vpc";
import { vpcAddresses } from "./vpc-addresses";
import { zonesByKey, type NodeZone, type TerwayZone, type Zones } from "./zones";

/** What a Terway network takes wherever its VPC comes from. */
export interface TerwayNetworkOptions extends ResourceOptions, DualStackOptions {
  /** The zones of the cluster, one to five. Nodes and Pods of a zone use vSwitches in that zone. */
  readonly zones: Zones<TerwayZone>;

  /**
   * CIDR block of Services. It must not overlap the VPC, and cannot be changed: a change replaces the cluster.
   * @default - 172.21.0.0/20, or a block that the VPC leaves free; it depends on the CIDR block of the VPC alone
   */
  readonly serviceCidr?: string;

  /**
   * How many nodes each zone must be able to hold.
   * @default - an equal part of the node range for each slot
   */
  readonly nodesPerZone?: number;

  /**
   * How many Pods each zone must be able to hold: each takes an address of the Pod vSwitch.
   * @default - an equal part of the Pod range for each slot
   */
  readonly podsPerZone?: number;

  /**
   * The part of the VPC that node vSwitches are cut from. A second network of a VPC needs ranges of its own.
   * @default - the first quarter of the VPC
   */
  readonly nodeRange?: string;

  /**
   * The part of the VPC that Pod vSwitches are cut from.
   * @default - the second half of the VPC
   */
  readonly podRange?: string;

  /**
   * Forwards the traffic of Pods and Services in the kernel, by eBPF (DataPath V2): faster, and without kube-proxy on the
   * path. Needs nodes with Alibaba Cloud Linux 3 or ContainerOS. Read at creation alone.
   * @default - what ACK decides: not
   */
  readonly dataPathV2?: boolean;

  /**
   * Holds Pods to NetworkPolicy objects, which nothing does otherwise. Read at creation alone.
   * @default - what ACK decides: not
   */
  readonly networkPolicy?: boolean;

  /**
   * Lets single Pods have a vSwitch, a fixed address or security groups of their own (trunk ENI). Read at creation alone.
   * @default - what ACK decides: on since Kubernetes 1.31
   */
  readonly trunkEni?: boolean;

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

export interface TerwayNetworkProps extends TerwayNetworkOptions {
  readonly vpc: IVpc;
  /** How nodes and Pods reach the internet. */
  readonly egress: Egress;
}

export interface TerwayNetworkInNewVpcProps
  extends TerwayNetworkOptions, Omit<VpcProps, keyof ResourceOptions> {
  /** @default Egress.natGateway() */
  readonly egress?: Egress;
}

/**
 * The network of one cluster with the Terway plug-in: Pods have addresses of the VPC, from vSwitches of their own.
 * The number of nodes is not bound by the route entries of the VPC.
 */
export class TerwayNetwork extends ClusterNetwork {
  /** A Terway network in a VPC that is made for it, as `<id>-vpc`; the VPC is reached as `network.vpc`. */
  public static inNewVpc(scope: Construct, id: string, props: TerwayNetworkInNewVpcProps): TerwayNetwork {
    const vpc = new Vpc(scope, `${id}-vpc`, props);
    return new TerwayNetwork(scope, id, { ...props, vpc, egress: props.egress ?? Egress.natGateway() });
  }

  public readonly plugin = "terway";
  public readonly nodeVSwitches: ReadonlyMap<string, string>;
  public readonly nodeVSwitchCidrs: ReadonlyMap<string, string | undefined>;
  /** vSwitches for Pods, by the key of their zone. */
  public readonly podVSwitches: ReadonlyMap<string, string>;
  public readonly podVSwitchCidrs: ReadonlyMap<string, string | undefined>;
  /** Whether Pods and Services have IPv6 addresses as well. */
  public readonly isDualStack: boolean;
  private readonly egress: EgressResult;
  private readonly addon: NetworkAddon;

  constructor(scope: Construct, id: string, props: TerwayNetworkProps) {
    super(scope, id, props, serviceCidrFor(scope, id, props.vpc, props.serviceCidr));
    this.addon = terwayAddon(props);
    const zones = orRefuse(this, addressPlanLimit, () => zonesByKey(props.zones));
    judgeZones(
      this,
      [...zones.values()].map(({ zone }) => zone),
    );
    const plan = orRefuse(this, addressPlanLimit, () => planVSwitches({ ...props, zones, pods: true }));

    const ipv6 = orRefuse(this, addressPlanLimit, () => ipv6Blocks(zones, props));
    this.isDualStack = ipv6 !== undefined;

    this.nodeVSwitches = this.vswitchesFor("node", plan.nodes, props, ipv6?.nodes);
    this.podVSwitches = this.vswitchesFor("pod", plan.pods, props, ipv6?.pods);
    this.nodeVSwitchCidrs = cidrsOf(plan.nodes);
    this.podVSwitchCidrs = cidrsOf(plan.pods);
    this.egress = this.connect(
      props.egress,
      plan.firstZone,
      uniqueVSwitches(this.nodeVSwitches, this.podVSwitches),
      props,
    );

    const podCidrs = [...plan.pods.values()].flatMap(({ cidr }) => (cidr === undefined ? [] : [cidr]));
    const nodeCidrs = [...plan.nodes.values()].flatMap(({ cidr }) => (cidr === undefined ? [] : [cidr]));
    declareFacts(this, networkLimits, {
      cidrs: facts([...nodeCidrs, ...podCidrs, this.serviceCidr]),
      vswitchCidrs: facts([...nodeCidrs, ...podCidrs]),
      podCidr: undefined,
      nodeCidrMask: undefined,
      existingVSwitches: existingVSwitches(plan.nodes, plan.pods),
      existingNodeVSwitches: existingVSwitches(plan.nodes),
      zones: zones.size,
    });
    declareFacts(this, terwayLimits, terwayFacts(zones, plan.pods));
    if (ipv6 !== undefined) {
      joinRelation(this, vpcIpv6, props.vpc.groupKey, {
        vpcHasIpv6: props.vpc.hasIpv6,
        blocks: [...blocksOfNew(plan.nodes, ipv6.nodes), ...blocksOfNew(plan.pods, ipv6.pods)],
      });
    }
    joinRelation(this, vpcAddresses, props.vpc.groupKey, {
      ranges: [
        ...vswitchRanges("node", plan.nodes, this.nodeVSwitches),
        ...vswitchRanges("Pod", plan.pods, this.podVSwitches),
        { role: "service", label: "the Service CIDR", cidr: this.serviceCidr },
      ],
      routes: [],
    });
  }

  protected override binding(): TerwayBinding {
    return {
      plugin: this.plugin,
      ...this.egress,
      vswitchIds: [...this.nodeVSwitches.values()],
      podVSwitchIds: [...this.podVSwitches.values()],
      serviceCidr: this.serviceCidr,
      addon: this.addon,
      ...(this.isDualStack ? { ipStack: "dual" } : {}),
    };
  }
}

/** Terway with the settings that differ from its own. It stores them as text. */
function terwayAddon({ dataPathV2, networkPolicy, trunkEni }: TerwayNetworkOptions): NetworkAddon {
  const switches = [
    // The name is older than what it switches on today.
    ["IPVlan", dataPathV2],
    ["NetworkPolicy", networkPolicy],
    ["ENITrunking", trunkEni],
  ] as const;
  const config = switches.flatMap(([name, isOn]) => (isOn === undefined ? [] : [[name, String(isOn)]]));
  return {
    name: "terway-eniip",
    ...(config.length === 0 ? {} : { config: Object.fromEntries(config) as Record<string, string> }),
  };
}

/** One SNAT entry for each vSwitch, also where a zone uses one for nodes and Pods. */
function uniqueVSwitches(
  nodes: ReadonlyMap<string, string>,
  pods: ReadonlyMap<string, string>,
): Map<string, string> {
  const all = new Map([...nodes].map(([key, id]) => [`node-${key}`, id]));
  const ids = new Set(nodes.values());
  for (const [key, id] of pods) {
    if (!ids.has(id)) {
      all.set(`pod-${key}`, id);
    }
  }
  return all;
}

function terwayFacts(
  zones: ReadonlyMap<string, NodeZone & Partial<TerwayZone>>,
  pods: ReadonlyMap<string, VSwitchSpec>,
): TerwayFacts {
  const all = [...zones.values()];
  return {
    usedVSwitches: [
      ...all.flatMap(({ zone, nodeVSwitchId }) => usedVSwitch("nodes", zone, nodeVSwitchId)),
      ...all.flatMap(({ zone, podVSwitchId }) => usedVSwitch("Pods", zone, podVSwitchId)),
    ],
    chosenPodCidrs: facts(all.flatMap(({ podCidr }) => podCidr ?? [])),
    plannedPodCidrs: facts(
      [...pods].flatMap(([key, { cidr }]) => (zones.get(key)?.podCidr === undefined ? (cidr ?? []) : [])),
    ),
  };
}

function usedVSwitch(
  role: UsedVSwitch["role"],
  zone: string,
  vswitchId: string | undefined,
): Fact<UsedVSwitch>[] {
  return vswitchId === undefined ? [] : [mapFact(fact(zone), (known) => ({ role, zone: known, vswitchId }))];
}
