import { minors, MINORS_AS_OF } from "./minors";

const newest = Math.max(...Object.keys(minors).map((name) => Number(name.split(".")[1])));

/** Whether ACK maintained a minor version when the table was made; one that came later counts as maintained. */
export function isMaintained(minor: number): boolean {
  const until = new Map(Object.entries(minors)).get(`1.${minor}`)?.maintainedUntil;
  // A month lasts until its end.
  return until === undefined ? minor > newest : until >= MINORS_AS_OF.slice(0, until.length);
}
