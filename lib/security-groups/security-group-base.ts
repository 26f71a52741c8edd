import { SecurityGroupRule } from "@cdktf/provider-alicloud/lib/security-group-rule";
import type { TerraformProvider } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { declareFacts, fact, joinRelation, orRefuse } from "../limits";
import type { INetwork } from "../network";
import { metaArguments, type Dependency, type ResourceOptions } from "../resource";
import { ValueError } from "../values";
import { groupRules, ruleLimits, withinBasicLimit } from "./limits";
import { blocksOf, cloudServices } from "./node-rules";
import { Peer } from "./peer";
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
  /** Whether members reach each other by rules alone. */
  protected abstract readonly isolated: boolean;
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
    this.allowFrom("members", Peer.group(this), port, { why: "Members of the group", ...options });
  }

  public allowNodes(network: INetwork, { outbound = "all" }: AllowNodesOptions = {}): void {
    const nodes = blocksOf(this, network);
    const pods = network.podCidr === undefined ? undefined : Peer.ipv4(network.podCidr);
    if (this.type === "enterprise") {
      this.allowFrom("nodes", nodes, Port.all(), { why: "Nodes and Pods of the VPC" });
    } else if (this.isolated) {
      this.allowWithin();
    }
    if (pods !== undefined) {
      this.allowFrom("pods", pods, Port.all(), { why: "Pods" });
    }
    if (outbound === "minimum") {
      this.allowTo("nodes", nodes, Port.all(), { why: "Nodes, Pods and API server" });
      if (pods !== undefined) {
        this.allowTo("pods", pods, Port.all(), { why: "Pods" });
      }
      this.allowTo("cloud", Peer.ipv4(cloudServices), Port.all(), { why: "Services of Alibaba Cloud" });
      if (this.type === "basic") {
        // A basic group lets everything out until a rule says otherwise.
        this.denyTo("anywhere", Peer.anyIpv4(), Port.all(), { priority: 100, why: "All else" });
      }
    } else if (this.type === "enterprise") {
      this.allowTo("anywhere", Peer.anyIpv4(), Port.all(), { why: "Images, and what workloads call" });
      if (network.vpc.hasIpv6) {
        this.allowTo("anywhere-ipv6", Peer.anyIpv6(), Port.all(), {
          why: "Images, and what workloads call",
        });
      }
    }
  }

  private add(
    id: string,
    type: "ingress" | "egress",
    policy: "accept" | "drop",
    peer: Peer,
    port: Port,
    { why, priority }: RuleOptions,
  ): void {
    for (const { key, ruleArguments } of peer.entries) {
      const rule = new SecurityGroupRule(this, key === "" ? id : `${id}-${key}`, {
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
}
