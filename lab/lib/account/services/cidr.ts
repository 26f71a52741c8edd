/** A block of IPv4 addresses, as numbers. */
export interface CidrBlock {
  readonly first: number;
  readonly last: number;
}

/** Reads `10.0.0.0/16`; nothing where it is something else, or has host bits. */
export function parseCidr(text: string | undefined): CidrBlock | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text ?? "");
  if (match === null) return undefined;
  const numbers = match.slice(1).map(Number);
  const mask = numbers.pop() ?? 33;
  if (mask > 32 || numbers.some((octet) => octet > 255)) return undefined;
  const first = numbers.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - mask);
  return first % size === 0 ? { first, last: first + size - 1 } : undefined;
}

export function overlap(one: CidrBlock, other: CidrBlock): boolean {
  return one.first <= other.last && other.first <= one.last;
}

export function contains(outer: CidrBlock, inner: CidrBlock): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
