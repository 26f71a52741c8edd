import type { Finding } from "../limits";
import { findOverlaps, freeRange, type Cidr } from "../values";
import type { PlacedRange } from "./vpc-addresses";

type Suggest = (like: PlacedRange) => string | undefined;
type Pair = (one: PlacedRange, other: PlacedRange) => boolean;

export const sameCluster: Pair = (one, other) => one.path === other.path;
export const otherCluster: Pair = (one, other) => one.path !== other.path;
const any: Pair = () => true;

/** Proposes a block that nothing uses, and never the same one twice. */
export function suggestions(facts: TakenRanges): Suggest {
  let taken: Cidr[] | undefined;
  return ({ cidr }) => {
    taken ??= takenBlocks(facts);
    const free = freeRange(cidr.prefix, taken);
    if (free === undefined) {
      return undefined;
    }
    taken.push(free);
    return `take a free range, for example ${free}`;
  };
}

function takenBlocks({ vpc, pods, services, peers, onPremises }: TakenRanges): Cidr[] {
  return [...vpc, ...pods, ...services, ...peers, ...onPremises].map(({ cidr }) => cidr);
}

/** Overlaps of ranges of one kind with ranges of another: one finding for each range of `mine` that has any. */
export function between(
  mine: readonly PlacedRange[],
  others: readonly PlacedRange[],
  want: string,
  suggest: Suggest,
  counts: Pair = any,
): Finding[] {
  if (mine.length === 0 || others.length === 0) {
    return [];
  }
  const othersByBlock = groupByBlock(others);
  const overlapping = blocksThatOverlap([...mine, ...others]);
  return mine.flatMap((range): Finding[] => {
    const blocks = overlapping.get(range.cidr.toString()) ?? [];
    const counterpart = blocks
      .flatMap((block) => othersByBlock.get(block) ?? [])
      .find((other) => counts(range, other));
    return counterpart === undefined ? [] : [withFix(overlap(range, counterpart, want), suggest(range))];
  });
}

function groupByBlock(ranges: readonly PlacedRange[]): Map<string, PlacedRange[]> {
  const groups = new Map<string, PlacedRange[]>();
  for (const range of ranges) {
    const block = range.cidr.toString();
    const group = groups.get(block);
    if (group === undefined) {
      groups.set(block, [range]);
    } else {
      group.push(range);
    }
  }
  return groups;
}

/** By block, the distinct blocks that overlap it. Many ranges share few blocks, so the pairs stay few. */
function blocksThatOverlap(ranges: readonly PlacedRange[]): Map<string, string[]> {
  const distinct = [...new Map(ranges.map(({ cidr }) => [cidr.toString(), { cidr }])).values()];
  const result = new Map(distinct.map(({ cidr }) => [cidr.toString(), [cidr.toString()]]));
  for (const [outer, inner] of findOverlaps(distinct)) {
    result.get(outer.cidr.toString())?.push(inner.cidr.toString());
    result.get(inner.cidr.toString())?.push(outer.cidr.toString());
  }
  return result;
}

/** Overlaps of ranges of one kind: the one inside is at fault. */
export function among(ranges: readonly PlacedRange[], want: string, suggest: Suggest): Finding[] {
  return findOverlaps(ranges, { report: "first" }).map(([outer, inner]) =>
    withFix(overlap(inner, outer, want), suggest(inner)),
  );
}

export function withRemote(facts: TakenRanges, remote: readonly PlacedRange[], want: string): Finding[] {
  const suggest = suggestions(facts);
  return [
    ...between(facts.vpc, remote, want, () => undefined),
    ...between(facts.pods, remote, want, suggest),
    ...between(facts.services, remote, want, suggest),
  ];
}

/** All blocks around one VPC that a new one has to keep clear of. */
interface TakenRanges {
  readonly vpc: readonly PlacedRange[];
  readonly pods: readonly PlacedRange[];
  readonly services: readonly PlacedRange[];
  readonly peers: readonly PlacedRange[];
  readonly onPremises: readonly PlacedRange[];
}

export function overlap(range: PlacedRange, other: PlacedRange, want: string): Finding {
  const relation = other.cidr.contains(range.cidr)
    ? "inside"
    : range.cidr.contains(other.cidr)
      ? "around"
      : "overlapping";
  const owner = other.path === range.path ? "" : ` of ${other.path}`;
  return {
    at: range.path,
    got: `${range.label} ${range.cidr}, ${relation} ${other.label} ${other.cidr}${owner}`,
    want,
  };
}

function withFix(finding: Finding, fix: string | undefined): Finding {
  return fix === undefined ? finding : { ...finding, fix };
}
