import * as fc from "fast-check";
import { Cidr, FORBIDDEN_FOR_VPC, PRIVATE_RANGES, ValueError } from "../../lib/values";
import { addressesOf, anyCidr, cidrIn, thrownBy } from "./support";

const small = Cidr.parse("10.1.2.0/25");
const inSmall = cidrIn(small);

describe("parsing a range", () => {
  test("reads address, prefix, size and bounds", () => {
    const cidr = Cidr.parse("172.21.16.0/20");
    expect(cidr).toMatchObject({ address: "172.21.16.0", prefix: 20, size: 4096 });
    expect(cidr.first).toBe(172 * 2 ** 24 + 21 * 2 ** 16 + 16 * 2 ** 8);
    expect(cidr.last).toBe(cidr.first + 4095);
  });

  test("covers the ends of IPv4", () => {
    expect(Cidr.parse("0.0.0.0/0")).toMatchObject({ first: 0, last: 4294967295, size: 4294967296 });
    expect(Cidr.parse("255.255.255.255/32")).toMatchObject({ first: 4294967295, last: 4294967295, size: 1 });
  });

  test("gives back what it printed", () => {
    fc.assert(
      fc.property(anyCidr, (cidr) => {
        const again = Cidr.parse(cidr.toString());
        expect([again.first, again.prefix]).toEqual([cidr.first, cidr.prefix]);
        expect(JSON.parse(JSON.stringify({ cidr }))).toEqual({ cidr: cidr.toString() });
      }),
    );
  });

  test.each([
    ["10.0.1.0/16", "write 10.0.0.0/16 for the range that holds this address"],
    ["255.255.255.255/1", "write 128.0.0.0/1 for the range that holds this address"],
    ["010.0.0.0/8", "write 10.0.0.0/8"],
    ["0010.0.0.0/8", "write 10.0.0.0/8"],
    ["10.0.0.0/08", "write 10.0.0.0/8"],
    ["10.0.00.0/8", "write 10.0.0.0/8"],
    [" 10.0.0.0/8", "write 10.0.0.0/8"],
    ["10.0.0.0/8\n", "write 10.0.0.0/8"],
    ["10.0.0.0 / 8", "write 10.0.0.0/8"],
    [" 10.0.1.0/16", "write 10.0.0.0/16"],
    ["10.0.0.1", "add the prefix length, as in 10.0.0.1/32 for this one address"],
    ["10.0.0.0/33", undefined],
    ["10.0.0.0/-1", undefined],
    ["10.0.0.0/", undefined],
    ["10.0.0/8", undefined],
    ["10.0.0.256/8", undefined],
    ["0x0a.0.0.0/8", undefined],
    ["10.0.0.0/8/8", undefined],
    ["10.0.0.0/255.0.0.0", undefined],
    ["fd00::/8", undefined],
    ["banana", undefined],
    ["", undefined],
  ])("refuses %j", (text, fix) => {
    const error = thrownBy(() => Cidr.parse(text));
    expect(error).toBeInstanceOf(ValueError);
    expect(error).toMatchObject({ got: JSON.stringify(text), fix });
    expect(Cidr.tryParse(text)).toBeUndefined();
    expect(Cidr.errorOf(text)).toMatchObject({ got: JSON.stringify(text), fix });
  });

  test.each([[undefined], [null], [10], [["10.0.0.0/8"]], [{}]])("refuses the non-text %p", (value) => {
    const error = thrownBy(() => Cidr.parse(value as unknown as string));
    expect(error).toBeInstanceOf(ValueError);
    expect(error).toMatchObject({ want: "an IPv4 range in CIDR notation, such as 10.0.0.0/16" });
  });

  test("says what would be a range, and which bits are too many", () => {
    expect(Cidr.errorOf("banana")?.want).toBe("an IPv4 range in CIDR notation, such as 10.0.0.0/16");
    expect(Cidr.errorOf("10.0.1.0/16")?.want).toBe("no bits set after the first 16");
  });

  test("accepts legal text without an error", () => {
    expect(Cidr.tryParse("10.0.0.0/8")?.toString()).toBe("10.0.0.0/8");
    expect(Cidr.errorOf("10.0.0.0/8")).toBeUndefined();
  });

  test("never accepts another spelling than the printed one", () => {
    const text = fc.stringMatching(/^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\/[0-9]{1,2}$/);
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (any) => {
        const cidr = Cidr.tryParse(any);
        expect(cidr === undefined || cidr.toString() === any).toBe(true);
      }),
    );
  });
});

describe("a range from numbers", () => {
  test("is the same as from text", () => {
    fc.assert(fc.property(anyCidr, (cidr) => Cidr.at(cidr.first, cidr.prefix).equals(cidr)));
  });

  test.each([
    [1, 24],
    [-256, 24],
    [0.5, 32],
    [2 ** 32, 8],
    [0, 33],
    [0, -1],
    [0, 1.5],
    [Number.NaN, 8],
  ])("refuses %d/%d", (first, prefix) => {
    expect(thrownBy(() => Cidr.at(first, prefix))).toBeInstanceOf(ValueError);
  });
});

test("a prefix length that no range has is told the bounds", () => {
  expect(thrownBy(() => Cidr.at(0, 33))).toMatchObject({
    got: "prefix length 33",
    want: "an integer from 0 to 32",
  });
  expect(thrownBy(() => Cidr.parse("10.0.0.0/16").split(8))).toMatchObject({
    got: "prefix length 8",
    want: "an integer from 16 to 32",
  });
});

test("a range that starts in the wrong place is told where it may start", () => {
  expect(thrownBy(() => Cidr.at(1, 24))).toMatchObject({
    want: "the start of a /24: a multiple of 256 from 0 to 4294967040",
  });
});

describe("relations of ranges", () => {
  test("agree with the addresses they hold", () => {
    fc.assert(
      fc.property(inSmall, inSmall, (a, b) => {
        const held = new Set(addressesOf(a));
        const shared = addressesOf(b).filter((address) => held.has(address)).length;
        expect(a.overlaps(b)).toBe(shared > 0);
        expect(a.contains(b)).toBe(shared === b.size);
        expect(a.equals(b)).toBe(shared === a.size && shared === b.size);
        expect(addressesOf(a)).toHaveLength(a.size);
      }),
    );
  });

  test("are those of neighbours and nests", () => {
    const vpc = Cidr.parse("10.0.0.0/16");
    expect(vpc.contains(Cidr.parse("10.0.255.0/24"))).toBe(true);
    expect(vpc.contains(Cidr.parse("10.0.0.0/15"))).toBe(false);
    expect(vpc.overlaps(Cidr.parse("10.0.0.0/15"))).toBe(true);
    expect(vpc.overlaps(Cidr.parse("10.1.0.0/16"))).toBe(false);
    expect(vpc.equals(Cidr.parse("10.0.0.0/17"))).toBe(false);
  });
});

describe("splitting a range", () => {
  test("gives parts that follow each other and fill it", () => {
    fc.assert(
      fc.property(inSmall, fc.nat({ max: 7 }), (cidr, more) => {
        const prefix = Math.min(32, cidr.prefix + more);
        const parts = [...cidr.split(prefix)];
        expect(parts.flatMap(addressesOf)).toEqual(addressesOf(cidr));
        expect(parts).toHaveLength(cidr.subnetCount(prefix));
        expect(
          parts.every((part, index) => part.prefix === prefix && part.equals(cidr.subnet(prefix, index))),
        ).toBe(true);
      }),
    );
  });

  test("is lazy: four thousand million parts cost nothing until they are read", () => {
    const [first] = Cidr.parse("0.0.0.0/0").split(32);
    expect(String(first)).toBe("0.0.0.0/32");
  });

  test("says how many parts there are", () => {
    expect(thrownBy(() => Cidr.parse("10.0.0.0/16").subnet(24, 256))).toMatchObject({
      got: "index 256",
      want: "0 to 255, the parts of size /24 in 10.0.0.0/16",
    });
  });

  test("refuses parts that do not exist", () => {
    const cidr = Cidr.parse("10.0.0.0/16");
    for (const action of [
      () => cidr.subnet(15, 0),
      () => cidr.subnet(33, 0),
      () => cidr.subnet(24, 256),
      () => cidr.subnet(24, -1),
      () => cidr.subnet(24, 0.5),
      () => cidr.split(8),
      () => cidr.subnetCount(17.5),
    ]) {
      expect(thrownBy(action)).toBeInstanceOf(ValueError);
    }
  });
});

describe("a range as vSwitch", () => {
  // The first address and the last three are reserved.
  test.each([
    ["10.0.0.0/16", 65532],
    ["10.0.0.0/24", 252],
    ["10.0.0.0/29", 4],
    ["10.0.0.0/30", 0],
    ["10.0.0.0/32", 0],
  ])("%s leaves %d addresses", (text, usable) => {
    expect(Cidr.parse(text).usableInVSwitch).toBe(usable);
  });
});

test("the private ranges are those of RFC 1918, in the order of the search", () => {
  expect(PRIVATE_RANGES.map(String)).toEqual(["172.16.0.0/12", "10.0.0.0/8", "192.168.0.0/16"]);
});

test("the ranges that no VPC may use are those of the manual", () => {
  expect(FORBIDDEN_FOR_VPC.map(String)).toEqual([
    "100.64.0.0/10",
    "224.0.0.0/4",
    "127.0.0.0/8",
    "169.254.0.0/16",
  ]);
});

test("ranges do not change", () => {
  const cidr = Cidr.parse("10.0.0.0/16");
  expect(() => Object.assign(cidr, { prefix: 8 })).toThrow(TypeError);
});
