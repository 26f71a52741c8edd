import * as fc from "fast-check";
import { Cidr, findOverlaps, freeBlocks, freeRange, freeSpace, type Overlap } from "../../lib/values";
import { addressesOf, cidrIn } from "./support";

const parent = Cidr.parse("10.1.0.0/22");
/** Ranges of all sizes, and often single addresses side by side, where an error by one would show. */
const ranges = fc.array(fc.oneof(cidrIn(Cidr.parse("10.1.0.0/21")), cidrIn(Cidr.parse("10.1.3.248/29"))), {
  maxLength: 12,
});

interface Item {
  readonly cidr: Cidr;
  readonly id: number;
}

const numbered = (cidrs: readonly Cidr[]): Item[] => cidrs.map((cidr, id) => ({ cidr, id }));
const parse = (...texts: string[]): Cidr[] => texts.map((text) => Cidr.parse(text));
const unordered = ([a, b]: Overlap<Item>): string => [a.id, b.id].sort((x, y) => x - y).join("-");

describe("overlapping ranges", () => {
  test("are the pairs that comparing each with each finds", () => {
    fc.assert(
      fc.property(ranges.map(numbered), (items) => {
        const expected = items.flatMap((a) =>
          items.filter((b) => a.id < b.id && a.cidr.overlaps(b.cidr)).map((b) => `${a.id}-${b.id}`),
        );
        expect(findOverlaps(items).map(unordered).sort()).toEqual(expected.sort());
      }),
    );
  });

  test("come with the one that holds the other first", () => {
    fc.assert(
      fc.property(ranges.map(numbered), (items) => {
        for (const [outer, inner] of findOverlaps(items)) {
          expect(outer.cidr.contains(inner.cidr)).toBe(true);
          expect(outer.cidr.equals(inner.cidr) && outer.id > inner.id).toBe(false);
        }
      }),
    );
  });

  test("are reported once for each item when only the first counterpart is wanted", () => {
    fc.assert(
      fc.property(ranges.map(numbered), (items) => {
        const all = findOverlaps(items);
        const first = findOverlaps(items, { report: "first" });
        const inner = first.map((pair) => pair[1].id);
        expect(new Set(inner).size).toBe(inner.length);
        expect(new Set(inner)).toEqual(new Set(all.map((pair) => pair[1].id)));
        // The counterpart is the widest: nothing holds it in turn.
        expect(first.every(([outer]) => !inner.includes(outer.id))).toBe(true);
      }),
    );
  });

  test("are found in nests, after a nest and beside it", () => {
    const items = numbered(
      parse("10.0.2.0/24", "10.0.0.0/22", "10.0.0.0/24", "10.0.4.0/24", "10.0.2.128/25"),
    );
    expect(findOverlaps(items).map(([a, b]) => [a.id, b.id])).toEqual([
      [1, 2],
      [1, 0],
      [1, 4],
      [0, 4],
    ]);
    expect(findOverlaps(items, { report: "first" }).map(([a, b]) => [a.id, b.id])).toEqual([
      [1, 2],
      [1, 0],
      [1, 4],
    ]);
  });

  test("are n-1 findings for n equal ranges, found in a moment", () => {
    const items = numbered(Array.from({ length: 50_000 }, () => parent));
    const found = findOverlaps(items, { report: "first" });
    expect(found).toHaveLength(49_999);
    expect(found.every(([outer]) => outer.id === 0)).toBe(true);
  });

  test("leave the given list as it was", () => {
    const items = numbered(parse("10.0.1.0/24", "10.0.0.0/24"));
    findOverlaps(items);
    expect(items.map(({ id }) => id)).toEqual([0, 1]);
  });
});

describe("free addresses", () => {
  const freeIn = (range: Cidr, taken: readonly Cidr[]): number[] => {
    const used = new Set(taken.filter((one) => one.overlaps(range)).flatMap(addressesOf));
    return addressesOf(range).filter((address) => !used.has(address));
  };

  test("are counted as enumeration counts them", () => {
    fc.assert(
      fc.property(ranges, (taken) => expect(freeSpace(parent, taken)).toBe(freeIn(parent, taken).length)),
    );
  });

  test("are covered exactly by the free blocks, in order", () => {
    fc.assert(
      fc.property(ranges, (taken) =>
        expect(freeBlocks(parent, taken).flatMap(addressesOf)).toEqual(freeIn(parent, taken)),
      ),
    );
  });

  test("make maximal blocks: no block could be twice as large", () => {
    fc.assert(
      fc.property(ranges, (taken) => {
        for (const block of freeBlocks(parent, taken)) {
          if (block.prefix === parent.prefix) continue;
          const size = block.size * 2;
          const doubled = Cidr.at(Math.floor(block.first / size) * size, block.prefix - 1);
          expect(taken.some((one) => one.overlaps(doubled))).toBe(true);
        }
      }),
    );
  });

  test("hold the lowest free range, in the first candidate that has one", () => {
    const prefixes = fc.integer({ min: 20, max: 32 });
    const candidates = fc.array(cidrIn(parent), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(prefixes, ranges, candidates, (prefix, taken, within) => {
        const expected = within
          .flatMap((candidate) => (candidate.prefix <= prefix ? [...candidate.split(prefix)] : []))
          .find((block) => !taken.some((one) => one.overlaps(block)));
        expect(String(freeRange(prefix, taken, within))).toBe(String(expected));
      }),
    );
  });

  test("are used to the last one, and not beyond", () => {
    const within = parse("10.0.0.0/23");
    expect(String(freeRange(24, parse("10.0.0.255/32"), within))).toBe("10.0.1.0/24");
    expect(String(freeRange(24, parse("10.0.0.0/32"), within))).toBe("10.0.1.0/24");
    expect(freeRange(24, parse("10.0.0.255/32", "10.0.1.255/32"), within)).toBeUndefined();
    expect(freeSpace(Cidr.parse("10.0.0.0/31"), parse("10.0.0.0/32"))).toBe(1);
  });

  test("of the whole of IPv4 are found without walking it", () => {
    const all = Cidr.parse("0.0.0.0/0");
    expect(freeSpace(all, [])).toBe(2 ** 32);
    expect(freeBlocks(all, []).map(String)).toEqual(["0.0.0.0/0"]);
    expect(freeBlocks(all, parse("0.0.0.0/0"))).toEqual([]);
    expect(freeBlocks(all, parse("0.0.0.0/2", "192.0.0.0/2")).map(String)).toEqual([
      "64.0.0.0/2",
      "128.0.0.0/2",
    ]);
    expect(String(freeRange(32, parse("0.0.0.0/1", "128.0.0.0/2"), [all]))).toBe("192.0.0.0/32");
  });

  test("are looked for in the private ranges by default", () => {
    expect(String(freeRange(16, []))).toBe("172.16.0.0/16");
    expect(String(freeRange(16, parse("172.16.0.0/12")))).toBe("10.0.0.0/16");
    expect(String(freeRange(16, parse("172.16.0.0/12", "10.0.0.0/8")))).toBe("192.168.0.0/16");
    expect(freeRange(16, parse("172.16.0.0/12", "10.0.0.0/8", "192.168.7.0/24"))).toBeUndefined();
  });

  test("follow a preference before the lowest range", () => {
    const candidates = parse("172.21.0.0/20", "172.16.0.0/12");
    expect(String(freeRange(20, [], candidates))).toBe("172.21.0.0/20");
    expect(String(freeRange(20, parse("172.21.8.0/24"), candidates))).toBe("172.16.0.0/20");
  });
});
