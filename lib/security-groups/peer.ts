import { isToken } from "../limits";
import type { IVpc } from "../network";

/** A security group: owned or existing. */
interface GroupRef {
  readonly securityGroupId: string;
}

/** One thing that a rule names; a peer that is several makes a rule for each. */
export interface PeerEntry {
  /** Tells the rules of one peer apart, and is part of their addresses; empty for a peer that is one thing. */
  readonly key: string;
  /** The arguments of the rule that name it. */
  readonly ruleArguments: {
    readonly cidrIp?: string;
    readonly ipv6CidrIp?: string;
    readonly sourceSecurityGroupId?: string;
    readonly prefixListId?: string;
  };
}

/** Who is at the other end of what a rule is about. */
export class Peer {
  /** A block of IPv4 addresses, such as `10.0.0.0/8`. */
  public static ipv4(cidr: string): Peer {
    return new Peer([{ key: "", ruleArguments: { cidrIp: cidr } }]);
  }

  /** A block of IPv6 addresses. */
  public static ipv6(cidr: string): Peer {
    return new Peer([{ key: "", ruleArguments: { ipv6CidrIp: cidr } }]);
  }

  /** Everybody: the whole of IPv4, and so the internet. */
  public static anyIpv4(): Peer {
    return Peer.ipv4("0.0.0.0/0");
  }

  /** Everybody: the whole of IPv6, and so the internet. */
  public static anyIpv6(): Peer {
    return Peer.ipv6("::/0");
  }

  /** The members of a security group, or of one with this id. Both groups have to be basic ones. */
  public static group(group: GroupRef | string): Peer {
    const id = typeof group === "string" ? group : group.securityGroupId;
    return new Peer([{ key: "", ruleArguments: { sourceSecurityGroupId: id } }]);
  }

  /** The addresses of a prefix list, `pl-...`. */
  public static prefixList(prefixListId: string): Peer {
    return new Peer([{ key: "", ruleArguments: { prefixListId } }]);
  }

  /** What is in a VPC: a rule for its primary block, and one for each secondary block. */
  public static vpc(vpc: IVpc): Peer {
    const primary = vpc.cidr === undefined ? [] : [{ key: "vpc", ruleArguments: { cidrIp: vpc.cidr } }];
    return new Peer([
      ...primary,
      ...vpc.secondaryCidrs.map((cidr, index) => ({
        key: keyOf(cidr, index),
        ruleArguments: { cidrIp: cidr },
      })),
    ]);
  }

  /** Blocks of IPv4 addresses, under keys of their own. */
  public static blocks(cidrs: readonly string[]): Peer {
    return new Peer(
      cidrs.map((cidr, index) => ({ key: keyOf(cidr, index), ruleArguments: { cidrIp: cidr } })),
    );
  }

  private constructor(public readonly entries: readonly PeerEntry[]) {}
}

/** A block is its own key, so that others come and go beside it; one that only Terraform knows has its place alone. */
function keyOf(cidr: string, index: number): string {
  return isToken(cidr) ? String(index) : cidr.replaceAll(/[./]/g, "-");
}
