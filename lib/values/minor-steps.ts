/** Up to this minor version ACK offered the even ones alone, from it on every one. */
const EVERY_MINOR_FROM = 30;

/** The newest minor version of Kubernetes that one upgrade of ACK reaches. */
export function nextMinor(minor: number): number {
  return minor < EVERY_MINOR_FROM ? minor + (minor % 2 === 0 ? 2 : 1) : minor + 1;
}
