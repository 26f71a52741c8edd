import { Cidr, nodePart, podPart, thousands } from "../values";
import { holdsTable, type Holds, type NetworkHolds, type ZoneHolds } from "./holds";
import type { PlannedZone } from "./plan-props";

/** What was asked for, growth included. */
export interface Asked {
  readonly nodes: number;
  readonly podsPerNode: number;
}

/** The parts that every network construct takes. */
export interface PlannedNetwork {
  readonly cidr: string;
  readonly zones: Readonly<Record<string, PlannedZone>>;
  readonly serviceCidr: string;
  readonly slots: number;
  /** Where nodes do not have the first quarter of the VPC. */
  readonly nodeRange?: string;
}

export interface PlannedTerwayNetwork extends PlannedNetwork {
  /** Where Pods do not have the upper half of the VPC. */
  readonly podRange?: string;
  readonly podCidr?: never;
}

export interface PlannedFlannelNetwork extends PlannedNetwork {
  readonly podCidr: string;
  readonly nodeCidrMask: number;
}

interface AddressPlanParts extends NetworkHolds {
  readonly asked: Asked;
  readonly notes: readonly string[];
}

/** The addresses of the network of one cluster, and how many nodes and Pods they hold. */
abstract class AddressPlan<M extends string> implements NetworkHolds {
  public abstract readonly mode: M;
  protected abstract readonly network: PlannedNetwork;
  public readonly asked: Asked;
  public readonly zones: readonly ZoneHolds[];
  /** Of the whole network, where nodes are spread evenly. */
  public readonly holds: Holds;
  /** What else to know: what is documented, and not counted here. */
  public readonly notes: readonly string[];

  constructor({ asked, zones, holds, notes }: AddressPlanParts) {
    this.asked = asked;
    this.zones = zones;
    this.holds = holds;
    this.notes = notes;
  }

  /** CIDR block of the VPC. */
  public get cidr(): string {
    return this.network.cidr;
  }

  public get serviceCidr(): string {
    return this.network.serviceCidr;
  }

  /** The parts of the VPC that its vSwitches are cut from, those of later zones too: what is taken for `beside` of the next plan. */
  public get ranges(): string[] {
    const vpc = Cidr.parse(this.cidr);
    return [this.network.nodeRange ?? nodePart(vpc).toString(), ...this.podRanges(vpc)];
  }

  /** The plan in Markdown that is also readable as it is. */
  public toTable(): string {
    return [this.title(), "", holdsTable(this), ...this.notes.flatMap((note) => ["", note])].join("\n");
  }

  /** What `JSON.stringify` writes. */
  public toJSON(): object {
    const { mode, network, asked, zones, holds, notes } = this;
    return { version: 1, mode, network, asked, zones, holds, notes };
  }

  protected abstract podRanges(vpc: Cidr): string[];

  /** The blocks that are no vSwitches. */
  protected abstract blocks(): string[];

  private title(): string {
    const { nodes, podsPerNode } = this.asked;
    const asked = `for ${thousands(nodes)} nodes with ${thousands(podsPerNode)} Pods each (${this.mode})`;
    return `VPC ${this.cidr}, ${this.blocks().join(", ")}: ${asked}`;
  }
}

/** A plan for a Terway network. */
export class TerwayPlan extends AddressPlan<"shared-eni" | "trunk-eni" | "exclusive-eni"> {
  /** Props for `TerwayNetwork.inNewVpc`, or beside the props of `new TerwayNetwork`. */
  public readonly terway: PlannedTerwayNetwork;

  constructor(
    public readonly mode: "shared-eni" | "trunk-eni" | "exclusive-eni",
    network: PlannedTerwayNetwork,
    parts: AddressPlanParts,
  ) {
    super(parts);
    this.terway = network;
  }

  protected override get network(): PlannedTerwayNetwork {
    return this.terway;
  }

  protected override podRanges(vpc: Cidr): string[] {
    return [this.terway.podRange ?? podPart(vpc).toString()];
  }

  protected override blocks(): string[] {
    return [`Services ${this.serviceCidr}`];
  }
}

/** A plan for a Flannel network. */
export class FlannelPlan extends AddressPlan<"flannel"> {
  public readonly mode = "flannel";
  /** Props for `FlannelNetwork.inNewVpc`, or beside the props of `new FlannelNetwork`. */
  public readonly flannel: PlannedFlannelNetwork;

  constructor(network: PlannedFlannelNetwork, parts: AddressPlanParts) {
    super(parts);
    this.flannel = network;
  }

  protected override get network(): PlannedFlannelNetwork {
    return this.flannel;
  }

  /** Their Pods are outside of the VPC. */
  protected override podRanges(): string[] {
    return [];
  }

  protected override blocks(): string[] {
    const { podCidr, nodeCidrMask } = this.flannel;
    return [`Pods ${podCidr} (a /${nodeCidrMask} for each node)`, `Services ${this.serviceCidr}`];
  }
}
