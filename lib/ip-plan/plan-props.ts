import type { TerwayMode } from "../instance-types";

/** A zone of a plan: its id, and its address slot where two zones would share one. */
export interface PlannedZone {
  /** For example `cn-hangzhou-h`. */
  readonly zone: string;
  /** @default - from the last letter or the number at the end of the key */
  readonly slot?: number;
}

/** What every plan is asked for. */
export interface AddressPlanOptions {
  /** One to five zones: their ids, or a map with keys of your own, as networks take it. */
  readonly zones: readonly string[] | Readonly<Record<string, PlannedZone>>;

  /** How many nodes the cluster begins with, in all zones together; they are spread evenly. */
  readonly nodes: number;

  /**
   * How many times as many nodes the cluster may have one day. CIDR blocks cannot be changed once they are in use.
   * @default 2
   */
  readonly growth?: number;

  /**
   * Part of the addresses of each vSwitch, in percent of those that are needed, that is left for what comes and goes: nodes and
   * Pods that are replaced, the control plane, load balancers.
   * @default 5
   */
  readonly headroomPercent?: number;

  /**
   * CIDR block of the VPC. With it the plan never moves: what is asked for only decides whether it fits.
   * @default - the smallest that will do and is free, at the start of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16
   */
  readonly cidr?: string;

  /**
   * How many zones can ever be told apart, 1 to 256: fewer make larger vSwitches of the same VPC.
   * @default 8
   */
  readonly slots?: number;

  /**
   * CIDR blocks that are taken: other VPCs, data centres. No block of the plan overlaps them.
   * @default - none
   */
  readonly avoid?: readonly string[];

  /**
   * Parts of the VPC that others take: the `ranges` of the plan of another network, vSwitches that exist. The plan then cuts
   * ranges of its own from what is free, beside the place of the NAT gateway. Needs `cidr`.
   * @default - none: the network has the first quarter of the VPC for nodes, and its upper half for Pods
   */
  readonly beside?: readonly string[];

  /**
   * The part of the VPC for nodes, to write down what a plan with `beside` has chosen. Needs `cidr`.
   * @default - the first quarter of the VPC; with `beside` the first that will do and is free
   */
  readonly nodeRange?: string;

  /**
   * CIDR block of Services.
   * @default - 172.21.0.0/20, or one that is free
   */
  readonly serviceCidr?: string;
}

/** A plan for a Terway network. Give the Pods of a node, the type of the nodes, or both. */
export interface TerwayPlanProps extends AddressPlanOptions {
  /** @default "shared-eni" */
  readonly mode?: TerwayMode;

  /**
   * How many Pods a node has, those in the network of the node not counted.
   * @default - as many as a node of the instance type can have
   */
  readonly podsPerNode?: number;

  /**
   * Type of the nodes, to know how many Pods they can have.
   * @default - podsPerNode is taken as it is
   */
  readonly instanceType?: string;

  /**
   * The part of the VPC for Pods, to write down what a plan with `beside` has chosen. Needs `cidr`.
   * @default - the upper half of the VPC; with `beside` the first that will do and is free
   */
  readonly podRange?: string;

  readonly podCidr?: never;
  readonly nodeCidrMask?: never;
  readonly routeEntries?: never;
}

/** A plan for a Flannel network. */
export interface FlannelPlanProps extends AddressPlanOptions {
  readonly mode: "flannel";

  /** How many Pods a node has, those in the network of the node not counted: at most 256. */
  readonly podsPerNode: number;

  /**
   * CIDR block of Pods, outside of the VPC.
   * @default - a /16, or larger if need be, that is free
   */
  readonly podCidr?: string;

  /**
   * Prefix length of the part of the Pod CIDR that each node gets, 24 to 28.
   * @default - the longest of which the part holds the Pods of a node
   */
  readonly nodeCidrMask?: number;

  /**
   * How many custom route entries the VPC may have: each node takes one. It is the quota `vpcRouteEntries` of the library; a
   * new account has 200 today.
   * @default 48
   */
  readonly routeEntries?: number;

  readonly instanceType?: never;
  readonly podRange?: never;
}
