import { Cidr, PRIVATE_RANGES } from "./cidr";

/**
 * Two of the given items whose ranges overlap. Ranges nest, so the first holds the second; of two equal ranges
 * the one given first comes first.
 */
export type Overlap<T> = readonly [outer: T, inner: T];

export interface OverlapOptions {
  /**
   * `all` reports every overlapping pair, which for n equal ranges is n²/2. `first` reports each item at most
   * once, against the widest range that holds it: n equal ranges give n-1 findings.
   *
   * @default "all"
   */
  readonly report?: "all" | "first";
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The items whose ranges overlap, found by a sort and a sweep.
 *
 * The result depends on the items alone, and on their order only where ranges are equal.
 */
export function findOverlaps<T extends { readonly cidr: Cidr }>(
  items: readonly T[],
  options: OverlapOptions = {},
): Overlap<T>[] {
  const found: Overlap<T>[] = [];
  const open: T[] = [];
  for (const inner of [...items].sort((a, b) => byPosition(a.cidr, b.cidr))) {
    while (open.length > 0 && lastOf(open) < inner.cidr.first) open.pop();
    const reported = options.report === "first" ? open.slice(0, 1) : open;
    for (const outer of reported) found.push([outer, inner]);
    open.push(inner);
  }
  return found;
}

/**
 * The lowest free range of a size: the candidates are tried in their order, and within each the lowest range
 * wins. A candidate of exactly that size is thus a preference, as in
 * `freeRange(20, taken, [Cidr.parse("172.21.0.0/20"), ...PRIVATE_RANGES])`.
 *
 * @param prefix prefix length of the wanted range
 * @param taken ranges that the result must not overlap, in any order; they may overlap each other
 * @param candidates where to look; the private ranges of RFC 1918 by default
 * @returns undefined if nothing of that size is free
 */
export function freeRange(
  prefix: number,
  taken: readonly Cidr[],
  candidates: readonly Cidr[] = PRIVATE_RANGES,
): Cidr | undefined {
  const size = 2 ** (32 - prefix);
  for (const candidate of candidates) {
    for (const gap of gaps(candidate, taken)) {
      const first = Math.ceil(gap.first / size) * size;
      if (first + size - 1 <= gap.last) return Cidr.at(first, prefix);
    }
  }
  return undefined;
}

/** How many addresses of a range are not covered by the taken ones. */
export function freeSpace(parent: Cidr, taken: readonly Cidr[]): number {
  return gaps(parent, taken).reduce((sum, gap) => sum + gap.last - gap.first + 1, 0);
}

/** What is free in a range, as the fewest ranges that cover it, in order. */
export function freeBlocks(parent: Cidr, taken: readonly Cidr[]): Cidr[] {
  return gaps(parent, taken).flatMap(blocksOf);
}

/** The uncovered stretches of a range, in order. */
function gaps(parent: Cidr, taken: readonly Cidr[]): Span[] {
  const result: Span[] = [];
  let next = parent.first;
  for (const block of taken.filter((one) => one.overlaps(parent)).sort(byPosition)) {
    if (block.first > next) result.push({ first: next, last: block.first - 1 });
    next = Math.max(next, block.last + 1);
  }
  if (next <= parent.last) result.push({ first: next, last: parent.last });
  return result;
}

/** A stretch of addresses as aligned ranges: at each step the largest that starts here and still fits. */
function blocksOf({ first, last }: Span): Cidr[] {
  const result: Cidr[] = [];
  let next = first;
  while (next <= last) {
    let prefix = 32;
    while (next % 2 ** (33 - prefix) === 0 && next + 2 ** (33 - prefix) - 1 <= last) prefix--;
    const block = Cidr.at(next, prefix);
    result.push(block);
    next = block.last + 1;
  }
  return result;
}

/** Wider ranges come before those they hold. */
function byPosition(a: Cidr, b: Cidr): number {
  return a.first - b.first || a.prefix - b.prefix;
}

function lastOf(open: readonly { readonly cidr: Cidr }[]): number {
  return open.at(-1)?.cidr.last ?? -1;
}
