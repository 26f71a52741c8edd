import { respectsLimits, violates, type LimitSubject } from "./limits";
import { hasNodePool, type ExpectedPool } from "./node-pools";
import type { StackLike } from "./document";
import type { Equals, Verdict } from "./verdict";

/** What `expect` gets of the library. `R` is what a matcher gives back. */
export interface AckMatchers<R> {
  /** An app, a stack or a construct breaks no documented limit. */
  toRespectLimits(): R;
  /** It breaks this limit, or goes against this advice. @param id as in docs/limits.md */
  toViolate(id: string): R;
  /** A stack has a node pool like that: `{ name: "spot", max: 10, labels: { team: "shop" } }`. */
  toHaveNodePool(expected: ExpectedPool): R;
}

interface MatcherContext {
  readonly equals: Equals;
}

interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** The matchers for `expect.extend` of jest, and of what works like it. */
export const ackMatchers = {
  toRespectLimits(subject: LimitSubject): MatcherResult {
    return result(respectsLimits(subject));
  },
  toViolate(subject: LimitSubject, id: string): MatcherResult {
    return result(violates(subject, id));
  },
  toHaveNodePool(this: MatcherContext, subject: StackLike, expected: ExpectedPool): MatcherResult {
    return result(hasNodePool(subject, expected, (found, wanted) => this.equals(found, wanted)));
  },
};

function result({ pass, message }: Verdict): MatcherResult {
  return { pass, message: () => message };
}
