import { isUnknown, type Fact } from "../limits";
import { Cidr, freeSpace } from "../values";
import type { Rule } from "./security-groups";

/** What has to go through a security group. */
export interface Traffic {
  readonly direction: "ingress" | "egress";
  readonly protocol: "tcp" | "udp" | "icmp" | "all";
  /** Of TCP and UDP. */
  readonly port?: number;
}

/** "tcp 10250". */
export function wordsOf({ protocol, port }: Traffic): string {
  return port === undefined ? (protocol === "all" ? "all protocols" : protocol) : `${protocol} ${port}`;
}

/**
 * Whether rules let traffic with all addresses of a block through. What is unknown, or stands in a prefix list, may.
 *
 * @param isMember whether the addresses are of members of security groups, which rules can name by their groups
 */
export function letsThrough(
  rules: readonly Rule[],
  traffic: Traffic,
  block: Cidr,
  isMember: boolean,
): boolean {
  const accepting = rules.filter(({ policy }) => isOr(policy ?? "accept", "accept"));
  return isCovered(
    accepting.filter((rule) => mayBeAbout(rule, traffic)),
    block,
    isMember,
  );
}

/** The first rule that keeps traffic with addresses of a block out, and that no rule of an earlier priority outdoes. */
export function dropping(rules: readonly Rule[], traffic: Traffic, block: Cidr): Rule | undefined {
  return rules.find((rule) => {
    const cidr = typeof rule.cidr === "string" ? blockOf(rule.cidr) : undefined;
    if (rule.policy !== "drop" || cidr?.overlaps(block) !== true || !isAbout(rule, traffic)) {
      return false;
    }
    const inner = cidr.contains(block) ? block : cidr;
    return !letsThrough(
      rules.filter((other) => isEarlier(other, rule)),
      traffic,
      inner,
      true,
    );
  });
}

function isEarlier({ priority: one = 1 }: Rule, { priority: other = 1 }: Rule): boolean {
  return isUnknown(one) || isUnknown(other) || one < other;
}

function isCovered(rules: readonly Rule[], block: Cidr, isMember: boolean): boolean {
  const blocks: Cidr[] = [];
  for (const { cidr, sourceGroup, prefixList } of rules) {
    const known = typeof cidr === "string" ? blockOf(cidr) : undefined;
    if (known !== undefined) {
      blocks.push(known);
    } else if (cidr !== undefined || prefixList || (sourceGroup && isMember)) {
      return true;
    }
  }
  return freeSpace(block, blocks) === 0;
}

function mayBeAbout({ type, protocol, ports }: Rule, { direction, ...traffic }: Traffic): boolean {
  return (
    isOr(type, direction) &&
    (isOr(protocol, "all") || (isOr(protocol, traffic.protocol) && isUnknownOr(ports, traffic.port)))
  );
}

/** Of all protocols, a rule is that is about all ports of TCP or UDP. */
function isAbout({ type, protocol, ports }: Rule, { direction, ...traffic }: Traffic): boolean {
  if (type !== direction || isUnknown(protocol) || isUnknown(ports)) {
    return false;
  }
  return (
    protocol === "all" ||
    ((traffic.protocol === "all" ? isEveryPort(ports) : protocol === traffic.protocol) &&
      hasPort(ports, traffic.port))
  );
}

export function isEveryPort(ports: string | undefined): boolean {
  return ports === "1/65535";
}

function isUnknownOr(ports: Fact<string> | undefined, port: number | undefined): boolean {
  return isUnknown(ports) || hasPort(ports, port);
}

/** A range that cannot be read may have it. */
function hasPort(ports: string | undefined, port: number | undefined): boolean {
  const [from, to] = (ports ?? "").split("/").map(Number);
  return (
    port === undefined ||
    !(from !== undefined && to !== undefined && from > 0) ||
    (from <= port && port <= to)
  );
}

function isOr(value: Fact<string> | undefined, wanted: string): boolean {
  return isUnknown(value) || value === wanted;
}

/** A rule may name one address, which is a block as well. */
function blockOf(text: string): Cidr | undefined {
  return Cidr.tryParse(text.includes("/") ? text : `${text}/32`);
}
