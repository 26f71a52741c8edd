import { Refusal } from "../refusal";

/** Up to this minor version ACK has the even ones alone. */
const EVERY_FROM = 30;

/** What ACK says to an upgrade that goes back, or that leaves a minor version out. */
export function refuseVersionStep(from: string, to: string): void {
  const was = numbersOf(from);
  const is = numbersOf(to);
  if (isOlder(is, was)) {
    throw new Refusal("InvalidParameter.Version", `A cluster of ${from} cannot go back to ${to}.`);
  }
  const [major = 1, minor = 0] = was;
  const [, wanted = 0] = is;
  if (wanted > minor && wanted !== nextMinor(minor)) {
    throw new Refusal(
      "InvalidParameter.Version",
      `A cluster of ${from} cannot go to ${to}: its next version is ${major}.${nextMinor(minor)}.`,
    );
  }
}

function nextMinor(minor: number): number {
  return minor < EVERY_FROM ? minor + (minor % 2 === 0 ? 2 : 1) : minor + 1;
}

function numbersOf(version: string): readonly number[] {
  return version
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number);
}

/** What one of them leaves out is not compared. */
function isOlder(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, number] of one.entries()) {
    const difference = number - (other[index] ?? number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
