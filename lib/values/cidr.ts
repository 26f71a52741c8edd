import { IPv4 } from "ipaddr.js";
import { ValueError } from "./value-error";
import { describe } from "./wording";

/** Alibaba Cloud keeps the first address and the last three of every vSwitch for itself. */
export const RESERVED_IN_VSWITCH = 4;

const BITS = 32;
const FORMAT = /^([0-9.]+)\/(0|[1-9][0-9]?)$/;
const WANT = "an IPv4 range in CIDR notation, such as 10.0.0.0/16";

/**
 * An IPv4 range, such as 10.0.0.0/16: immutable, and always in its one canonical spelling.
 *
 * Two ranges either nest or are disjoint; they never overlap in part.
 */
export class Cidr {
  /** Prefix length, 0 to 32. */
  public readonly prefix: number;
  /** The first address as an unsigned number. */
  public readonly first: number;

  private constructor(first: number, prefix: number) {
    this.first = first;
    this.prefix = prefix;
    Object.freeze(this);
  }

  /**
   * Reads a range strictly: four decimal octets and a prefix length, no leading zeros, no whitespace, and no
   * bits set after the prefix.
   *
   * @throws ValueError for everything else; its fix names the nearest legal spelling where there is one.
   */
  public static parse(text: string): Cidr {
    const result = read(text);
    if (result instanceof ValueError) throw result;
    return result;
  }

  /** Like {@link Cidr.parse}, with `undefined` instead of an error. */
  public static tryParse(text: string): Cidr | undefined {
    const result = read(text);
    return result instanceof ValueError ? undefined : result;
  }

  /** What {@link Cidr.parse} would throw. */
  public static errorOf(text: string): ValueError | undefined {
    const result = read(text);
    return result instanceof ValueError ? result : undefined;
  }

  /**
   * The range of a prefix length that starts at an address given as an unsigned number.
   *
   * @throws ValueError if the address is not a multiple of the range's size, or outside of IPv4.
   */
  public static at(first: number, prefix: number): Cidr {
    requirePrefix(prefix, 0);
    const size = sizeOf(prefix);
    if (!Number.isInteger(first) || first < 0 || first >= sizeOf(0) || first % size !== 0) {
      throw new ValueError({
        got: describe(first),
        want: `the start of a /${prefix}: a multiple of ${size} from 0 to ${sizeOf(0) - size}`,
      });
    }
    return new Cidr(first, prefix);
  }

  /** The last address as an unsigned number. */
  public get last(): number {
    return this.first + this.size - 1;
  }

  /** Number of addresses. */
  public get size(): number {
    return sizeOf(this.prefix);
  }

  /** The first address in dotted form. */
  public get address(): string {
    return [24, 16, 8, 0].map((shift) => (this.first >>> shift) & 255).join(".");
  }

  /** Addresses left for machines and Pods if the range is a vSwitch; 0 where all are reserved. */
  public get usableInVSwitch(): number {
    return Math.max(0, this.size - RESERVED_IN_VSWITCH);
  }

  public toString(): string {
    return `${this.address}/${this.prefix}`;
  }

  /** JSON shows the same text as messages do. */
  public toJSON(): string {
    return this.toString();
  }

  public equals(other: Cidr): boolean {
    return this.first === other.first && this.prefix === other.prefix;
  }

  /** Whether every address of the other range is in this one; a range contains itself. */
  public contains(other: Cidr): boolean {
    return this.first <= other.first && other.last <= this.last;
  }

  public overlaps(other: Cidr): boolean {
    return this.first <= other.last && other.first <= this.last;
  }

  /**
   * How many ranges of a prefix length this one splits into.
   *
   * @throws ValueError if the prefix is not an integer from this range's own to 32.
   */
  public subnetCount(prefix: number): number {
    requirePrefix(prefix, this.prefix);
    return 2 ** (prefix - this.prefix);
  }

  /**
   * One of the equal parts of this range, counted from 0.
   *
   * @throws ValueError if the prefix is not an integer from this range's own to 32, or there is no such part.
   */
  public subnet(prefix: number, index: number): Cidr {
    const count = this.subnetCount(prefix);
    if (!Number.isInteger(index) || index < 0 || index >= count) {
      throw new ValueError({
        got: `index ${index}`,
        want: `0 to ${count - 1}, the parts of size /${prefix} in ${this}`,
      });
    }
    return new Cidr(this.first + index * sizeOf(prefix), prefix);
  }

  /**
   * All equal parts of a prefix length, in order, made one at a time as they are asked for.
   *
   * @throws ValueError if the prefix is not an integer from this range's own to 32.
   */
  public split(prefix: number): Iterable<Cidr> {
    const count = this.subnetCount(prefix);
    const part = (index: number): Cidr => this.subnet(prefix, index);
    return {
      *[Symbol.iterator]() {
        for (let index = 0; index < count; index++) yield part(index);
      },
    };
  }
}

/**
 * The private ranges of RFC 1918, in the order in which free ranges are looked for: the manual's own examples
 * take Pods and Services from the first one, and offices tend to use the last.
 */
export const PRIVATE_RANGES: readonly Cidr[] = Object.freeze([
  Cidr.parse("172.16.0.0/12"),
  Cidr.parse("10.0.0.0/8"),
  Cidr.parse("192.168.0.0/16"),
]);

/** Ranges that a VPC may not use, nor any part of them (ACK user guide (2021-12-02), lines 10654-10656). */
export const FORBIDDEN_FOR_VPC: readonly Cidr[] = Object.freeze(
  ["100.64.0.0/10", "224.0.0.0/4", "127.0.0.0/8", "169.254.0.0/16"].map((text) => Cidr.parse(text)),
);

function sizeOf(prefix: number): number {
  return 2 ** (BITS - prefix);
}

function networkOf(address: number, prefix: number): Cidr {
  return Cidr.at(address - (address % sizeOf(prefix)), prefix);
}

function read(text: unknown): Cidr | ValueError {
  if (typeof text !== "string") return new ValueError({ got: describe(text), want: WANT });

  const parts = readParts(text);
  if (parts === undefined) return new ValueError({ got: describe(text), want: WANT, fix: respelling(text) });

  const network = networkOf(parts.address, parts.prefix);
  if (network.first === parts.address) return network;
  return new ValueError({
    got: describe(text),
    want: `no bits set after the first ${parts.prefix}`,
    fix: `write ${network} for the range that holds this address`,
  });
}

function readParts(text: string): { address: number; prefix: number } | undefined {
  const [, dotted = "", digits = ""] = FORMAT.exec(text) ?? [];
  const prefix = Number(digits);
  if (!IPv4.isValidFourPartDecimal(dotted) || prefix > BITS) return undefined;
  const address = IPv4.parse(dotted).octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return { address, prefix };
}

function respelling(text: string): string | undefined {
  const plain = text.replace(/\s/g, "").replace(/(^|[./])0+(?=[0-9])/g, "$1");
  const parts = readParts(plain);
  if (parts !== undefined) return `write ${networkOf(parts.address, parts.prefix)}`;
  if (IPv4.isValidFourPartDecimal(plain))
    return `add the prefix length, as in ${plain}/32 for this one address`;
  return undefined;
}

function requirePrefix(prefix: number, least: number): void {
  if (!Number.isInteger(prefix) || prefix < least || prefix > BITS) {
    throw new ValueError({ got: `prefix length ${prefix}`, want: `an integer from ${least} to ${BITS}` });
  }
}
