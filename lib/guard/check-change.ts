import { adoptionProblems } from "./adopted";
import { effectOf, type ResourceChange } from "./change";
import type { GuardFinding, Problem } from "./finding";
import { ignoredProblems } from "./ignored";
import { leftOnProblems } from "./left-on";
import { lossProblems, type ChangeContext } from "./losses";
import { poolFitProblems } from "./pool-fit";
import { preciousOf } from "./precious";
import { sideEffectProblems } from "./side-effects";
import { stepProblems } from "./steps";

/**
 * Judges what a plan does with one resource. It is a pure function: it knows what the provider does with a change, and
 * looks at nothing else.
 *
 * @param context what the plan says about other resources, as far as it matters
 */
export function checkChange(change: ResourceChange, context: ChangeContext = {}): GuardFinding[] {
  const effect = effectOf(change);
  const problems: Problem[] = [
    ...lossProblems(change, effect, context),
    ...ignoredProblems(change, effect, context),
    ...leftOnProblems(change, effect),
    ...(effect === "update" ? [...stepProblems(change, context), ...sideEffectProblems(change)] : []),
    ...poolFitProblems(change, effect, context),
    ...adoptionProblems(change, effect),
    ...(effect === "forget" ? letGo(change) : []),
  ];
  const { address, type } = change;
  return problems.map((problem) => ({ ...problem, address, type, arguments: problem.arguments ?? [] }));
}

function letGo({ type }: ResourceChange): Problem[] {
  const precious = preciousOf(type);
  if (precious === undefined) return [];
  return [
    {
      rule: "let-go",
      severity: "note",
      got: "out of the state by a removed block",
      want: `somebody who looks after ${precious.name} from now on: it lives on, and is billed`,
      source: { title: "Terraform documentation", chapter: "removed block" },
    },
  ];
}
