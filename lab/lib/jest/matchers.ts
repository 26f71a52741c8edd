import type { Fault } from "../faults";
import type { LabOptions, StackSource } from "../lab";
import type { Stack } from "../terraform";
import { plansNothing, survives, type SurviveOptions, type Verdict } from "../verdicts";

/** What `expect` gets of the lab. Each runs Terraform: await it. */
export interface LabMatchers {
  /** Terraform has nothing to do for a stack in a lab, or for Terraform JSON once it was deployed into a new one. */
  toPlanNothing(options?: LabOptions): Promise<void>;
  /** A few more applies bring Terraform JSON through a fault, and nothing is left behind. */
  toSurvive(fault: Fault, options?: SurviveOptions): Promise<void>;
}

interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** The matchers for `expect.extend` of jest, and of what works like it. */
export const labMatchers = {
  async toPlanNothing(subject: Stack | StackSource, options?: LabOptions): Promise<MatcherResult> {
    return result(await plansNothing(subject, options));
  },
  async toSurvive(source: StackSource, fault: Fault, options?: SurviveOptions): Promise<MatcherResult> {
    return result(await survives(source, fault, options));
  },
};

function result({ pass, message }: Verdict): MatcherResult {
  return { pass, message: () => message };
}
