import { Token, Tokenization } from "cdktf";
import { fact, isToken, type Fact } from "../limits";

type Protocol = "tcp" | "udp" | "icmp" | "icmpv6" | "gre" | "all";

/** Protocols without ports have one range, which the provider reads back. */
const noPorts = "-1/-1";

/** What a rule is about: a protocol, and its ports. */
export class Port {
  /** One port of TCP. */
  public static tcp(port: number): Port {
    return new Port("tcp", port, port);
  }

  /** Ports of TCP, both ends included. */
  public static tcpRange(from: number, to: number): Port {
    return new Port("tcp", from, to);
  }

  /** One port of UDP. */
  public static udp(port: number): Port {
    return new Port("udp", port, port);
  }

  /** Ports of UDP, both ends included. */
  public static udpRange(from: number, to: number): Port {
    return new Port("udp", from, to);
  }

  /** All of ICMP for IPv4, `ping` among it. */
  public static icmp(): Port {
    return new Port("icmp");
  }

  /** All of ICMP for IPv6. */
  public static icmpv6(): Port {
    return new Port("icmpv6");
  }

  public static gre(): Port {
    return new Port("gre");
  }

  /** Every protocol and every port. */
  public static all(): Port {
    return new Port("all");
  }

  private constructor(
    public readonly protocol: Protocol,
    private readonly from?: number,
    private readonly to?: number,
  ) {}

  /** Both ends, for the limits; absent for protocols without ports. */
  public get ends(): { readonly from: Fact<number> | undefined; readonly to: Fact<number> | undefined } {
    return { from: fact(this.from), to: fact(this.to) };
  }

  /** A part of an id. */
  public get key(): string {
    const ends = [this.from, this.to].filter((port) => port !== undefined && !isToken(port));
    return [this.protocol, ...ends].join("-");
  }

  /** As the provider writes it. */
  public get range(): string {
    return this.from === undefined || this.to === undefined
      ? noPorts
      : `${textOf(this.from)}/${textOf(this.to)}`;
  }
}

/** A number that only Terraform knows is not itself when it is pasted into a text. */
function textOf(port: number): string {
  return isToken(port) ? Token.asString(Tokenization.reverseNumber(port)) : String(port);
}
