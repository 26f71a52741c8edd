/**
 * Parts of a whole number that differ by one at most, the larger ones first. More of the number makes no part smaller, so that
 * the parts of a lower bound never pass those of an upper one.
 */
export function spread(total: number, parts: number): readonly number[] {
  const least = Math.floor(total / parts);
  return Array.from({ length: parts }, (_, index) => least + (index < total % parts ? 1 : 0));
}
