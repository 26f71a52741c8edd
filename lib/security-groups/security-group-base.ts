import { SecurityGroupRule } from "@cdktf/provider-alicloud/lib/security-group-rule";
import type { TerraformProvider } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { declareFacts, fact, joinRelation, orRefuse } from "../limits";
import type { INetwork } from "../network";
import { metaArguments, type Dependency, type ResourceOptions } from "../resource";
import { ValueError } from "../values";
import { groupRules, ruleLimits, withinBasicLimit } from "./limits";
import { blocksOf, cloudServices } from "./node-rules";
import { Peer, type PeerEntry } from "./peer";
import { Port } from "./port";

export type SecurityGroupType = "basic" | "enterprise";

/** What a rule may say beside its peer and its ports. */
export interface RuleOptions {
  /**
   * Why there is such a rule, which stands in its description. Can be changed in place; all else of a rule replaces it.
   * @default - none
   */
  readonly why?: string;

  /**
   * 1 counts first, 100 last; of one priority, rules that drop count.
   * @default 1
   */
  readonly priority?: number;
}

/** What nodes may reach. */
export interface AllowNodesOptions {
  /**
   * `all`: everything, which pulling images from elsewhere and most workloads need. `minimum`: the cluster and the services of
   * Alibaba Cloud; say the rest with `allowTo`.
   * @default "all"
   */
  readonly outbound?: "all" | "minimum";
}

/** A security group: owned or existing. */
export interface ISecurityGroup extends IConstruct {
  readonly securityGroupId: string;
  readonly type: SecurityGroupType;
  readonly provider: TerraformProvider | undefined;
  /** The rules that this app has made so far: who relies on them waits for them. */
  readonly before: readonly Dependency[];
  /** Lets a peer in. The id is part of the Terraform address of the rule. */
  allowFrom(id: string, peer: Peer, port: Port, options?: RuleOptions): void;
  /** Lets members out, to a peer. */
  allowTo(id: string, peer: Peer, port: Port, options?: RuleOptions): void;
  /** Keeps a peer out, whatever rules of a later priority say. */
  denyFrom(id: string, peer: Peer, port: Port, options?: RuleOptions): void;
  /** Keeps members from a peer, whatever rules of a later priority say. */
  denyTo(id: string, peer: Peer, port: Port, options?: RuleOptions): void;
  /** Lets members of a basic group reach each other. */
  allowWithin(port?: Port, options?: RuleOptions): void;
  /** What the nodes and the Pods of a cluster need, as ACK documents it. */
  allowNodes(network: INetwork, options?: AllowNodesOptions): void;
}

/** What owned and existing groups share: their rules. */
export abstract class SecurityGroupBase extends Construct implements ISecurityGroup {
  public abstract readonly securityGroupId: string;
  public abstract readonly type: SecurityGroupType;
  public abstract readonly provider: TerraformProvider | undefined;
  protected abstract readonly groupKey: string;
  protected abstract readonly options: ResourceOptions;
  private readonly rules: SecurityGroupRule[] = [];

  public get before(): readonly Dependency[] {
    return this.rules;
  }

  public allowFrom(id: string, peer: Peer, port: Port, options: RuleOptions = {}): void {
    this.add(`from-${id}`, "ingress", "accept", peer, port, options);
  }

  public allowTo(id: string, peer: Peer, port: Port, options: RuleOptions = {}): void {
    this.add(`to-${id}`, "egress", "accept", peer, port, options);
  }

  public denyFrom(id: string, peer: Peer, port: Port, options: RuleOptions = {}): void {
    this.add(`deny-from-${id}`, "ingress", "drop", peer, port, options);
  }

  public denyTo(id: string, peer: Peer, port: Port, options: RuleOptions = {}): void {
    this.add(`deny-to-${id}`, "egress", "drop", peer, port, options);
  }

  public allowWithin(port: Port = Port.all(), options: RuleOptions = {}): void {
    orRefuse(this, withinBasicLimit, () => {
      if (this.type === "enterprise") {
        throw new ValueError({ got: "allowWithin() of an enterprise group", want: "a basic group" });
      }
    });
    this.add(`within-${port.key}`, "ingress", "accept", Peer.group(this), port, {
      why: "Members of the group",
      ...options,
    });
  }

  public allowNodes(network: INetwork, { outbound = "all" }: AllowNodesOptions = {}): void {
    const nodes = blocksOf(this, network);
    const pods = Peer.blocks(network.podCidr === undefined ? [] : [network.podCidr]);
    this.ack("from-pods", "ingress", pods, { why: "Pods" });
    if (this.type === "enterprise") {
      this.ack("from-nodes", "ingress", nodes, { why: "Nodes and Pods of the VPC" });
    } else {
      this.ack("from-members", "ingress", Peer.group(this), { why: "Nodes and Pods of the group" });
    }
    if (outbound === "minimum") {
      this.ack("to-nodes", "egress", nodes, { why: "Nodes, Pods and API server" });
      this.ack("to-pods", "egress", pods, { why: "Pods" });
      this.ack("to-cloud", "egress", Peer.ipv4(cloudServices), { why: "Services of Alibaba Cloud" });
    }
    if (outbound === "minimum" && this.type === "basic") {
      // A basic group lets everything out until a rule says otherwise.
      this.ack("to-all-else", "egress", Peer.anyIpv4(), { priority: 100 }, "drop");
    }
    if (outbound === "all" && this.type === "enterprise") {
      const options = { why: "Images, and what workloads call" };
      this.ack("to-anywhere", "egress", Peer.anyIpv4(), options);
      if (network.vpc.hasIpv6) {
        this.ack("to-anywhere-ipv6", "egress", Peer.anyIpv6(), options);
      }
    }
  }

  /** A rule that ACK needs: there once, however many networks ask for it, under an id that no other rule has. */
  private ack(
    id: string,
    type: "ingress" | "egress",
    { entries }: Peer,
    options: RuleOptions,
    policy: "accept" | "drop" = "accept",
  ): void {
    for (const { key, ruleArguments } of entries) {
      const name = idOf(`ack-${id}`, key);
      if (this.node.tryFindChild(name) === undefined) {
        this.addOne(name, type, policy, ruleArguments, Port.all(), options);
      }
    }
  }

  private add(
    id: string,
    type: "ingress" | "egress",
    policy: "accept" | "drop",
    { entries }: Peer,
    port: Port,
    options: RuleOptions,
  ): void {
    for (const { key, ruleArguments } of entries) {
      this.addOne(idOf(id, key), type, policy, ruleArguments, port, options);
    }
  }

  private addOne(
    id: string,
    type: "ingress" | "egress",
    policy: "accept" | "drop",
    ruleArguments: PeerEntry["ruleArguments"],
    port: Port,
    { why, priority }: RuleOptions,
  ): void {
    const rule = new SecurityGroupRule(this, id, {
      // A rule that changes is made anew: without this, what it lets through would stand still for a moment.
      ...metaArguments(this, this.options, { lifecycle: { createBeforeDestroy: true } }),
      securityGroupId: this.securityGroupId,
      type,
      policy,
      ipProtocol: port.protocol,
      portRange: port.range,
      priority: priority ?? 1,
      nicType: "intranet",
      description: why,
      ...ruleArguments,
    });
    this.rules.push(rule);
    const { from, to } = port.ends;
    declareFacts(rule, ruleLimits, {
      cidr: fact(ruleArguments.cidrIp),
      ipv6Cidr: fact(ruleArguments.ipv6CidrIp),
      fromPort: from,
      toPort: to === from ? undefined : to,
      priority: fact(priority),
      why: fact(why),
    });
    const named = Object.values(ruleArguments).join();
    joinRelation(rule, groupRules, this.groupKey, {
      identity: [type, port.protocol, port.range, named, policy, String(priority ?? 1)].join(" "),
    });
  }
}

function idOf(id: string, key: string): string {
  return key === "" ? id : `${id}-${key}`;
}
