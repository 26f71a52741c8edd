import { freeRange, ValueError, type Cidr } from "../values";

/**
 * @param inside where the fix looks for a free block; the private ranges by default
 * @throws ValueError if the block overlaps one that is taken; the fix names a free one of its size
 */
export function requireFree(
  name: string,
  block: Cidr,
  taken: readonly Cidr[],
  inside?: readonly Cidr[],
): Cidr {
  const other = taken.find((one) => one.overlaps(block));
  if (other === undefined) return block;
  const free = freeRange(block.prefix, taken, inside);
  throw new ValueError({
    got: `${name} ${block}, which overlaps ${other}`,
    want: "blocks that do not overlap",
    fix: free === undefined ? `give another ${name}` : `take a free block, for example ${free}`,
    source: "ACK user guide (2021-12-02), lines 10776-10826",
  });
}
