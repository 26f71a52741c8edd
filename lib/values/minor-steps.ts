/** From this minor version to the one below ACK offered the even ones alone, afterwards every one. */
const EVEN_FROM = 12;
const EVERY_FROM = 30;

/** Whether ACK has a minor version of Kubernetes, as far as that can be said: no odd one between 1.12 and 1.30 was offered. */
export function isOfferedMinor(minor: number): boolean {
  return minor < EVEN_FROM || minor >= EVERY_FROM || minor % 2 === 0;
}

/** The newest minor version of Kubernetes that one upgrade of ACK reaches. */
export function nextMinor(minor: number): number {
  return minor < EVERY_FROM ? minor + (minor % 2 === 0 ? 2 : 1) : minor + 1;
}
