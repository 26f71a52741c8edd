import type { Finding } from "./limit";

/** Shared, so that the usual answer costs nothing. */
export const none: readonly Finding[] = [];

/** What is wrong with the members of a list. Nearly always that is nothing, and then no list is made. */
export function findingsOf<Member>(
  members: readonly Member[] | undefined,
  check: (member: Member) => Finding | undefined,
): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (const member of members ?? []) {
    const finding = check(member);
    if (finding !== undefined) {
      (findings ??= []).push(finding);
    }
  }
  return findings ?? none;
}

/** Given means present and not switched off: `false` is how a boolean prop says no. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** Characters as a reader counts them: one outside of the Basic Multilingual Plane is not two. */
export function lengthOf(value: string | readonly unknown[]): number {
  return typeof value === "string" ? [...value].length : value.length;
}

/** `test` would start where the last match ended when the pattern is global. */
export function matches(value: string, pattern: RegExp): boolean {
  return value.search(pattern) >= 0;
}

export function firstRepeated<T>(members: readonly T[] = []): T | undefined {
  const seen = new Set<T>();
  for (const member of members) {
    if (seen.has(member)) {
      return member;
    }
    seen.add(member);
  }
  return undefined;
}
