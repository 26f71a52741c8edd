import { literal, referencesOf } from "./expressions";
import type { Limit, Precondition } from "./limit";
import { whereToRead } from "./own";
import { isUnknown, type Unknown } from "./unknown";

/** The value behind an unknown fact as a Terraform expression; undefined where it cannot be written as one. */
export type ExpressionOf = (source: unknown) => string | undefined;

/** Whether Terraform can judge what this limit could not: advice never stops anybody, and some patterns are not for Terraform. */
export function canJudgeLater(limit: Limit<never>): boolean {
  const anyTerms = Object.fromEntries((limit.reads as readonly string[]).map((key) => [key, "null"]));
  return limit.kind !== "advice" && limit.precondition?.(anyTerms) !== undefined;
}

export interface PreconditionOfLimit extends Precondition {
  /** What the condition refers to, which is never nothing: Terraform would refuse that. */
  readonly references: readonly string[];
}

/** The condition of a limit over its unknown facts; undefined when one of them is not the value that a user gave. */
export function preconditionOf(
  limit: Limit<never>,
  facts: object,
  expressionOf: ExpressionOf,
): PreconditionOfLimit | undefined {
  const unknowns = new Map<Unknown, string>();
  for (const one of unknownsOf(limit, facts)) {
    const expression = one.source === undefined ? undefined : expressionOf(one.source);
    if (expression === undefined) {
      return undefined;
    }
    unknowns.set(one, expression);
  }
  const references = [...unknowns.values()].flatMap(referencesOf);
  if (references.length === 0) {
    return undefined;
  }
  const termOf = (value: unknown): string =>
    (isUnknown(value) ? unknowns.get(value) : undefined) ?? literal(value);
  const terms: Record<string, string> = {};
  for (const key of limit.reads as readonly string[]) {
    const value = valueOf(facts, key);
    terms[key] = Array.isArray(value)
      ? `[${judgedLater(limit, value).map(termOf).join(", ")}]`
      : termOf(value);
  }
  const made = limit.precondition?.(terms);
  // What goes wrong in a condition is of no concern to the limit: the provider refuses a value of the wrong type itself.
  return made === undefined ? undefined : { ...made, references, condition: `try(${made.condition}, true)` };
}

/** The known members of a list that is judged member by member have been judged. */
function judgedLater(limit: Limit<never>, members: readonly unknown[]): readonly unknown[] {
  return limit.monotone ? members.filter(isUnknown) : members;
}

function unknownsOf(limit: Limit<never>, facts: object): readonly Unknown[] {
  return (limit.reads as readonly string[]).flatMap((key): readonly Unknown[] => {
    const value = valueOf(facts, key);
    if (isUnknown(value)) {
      return [value];
    }
    return Array.isArray(value) && limit.countsMembers !== true ? value.filter(isUnknown) : [];
  });
}

function valueOf(facts: object, key: string): unknown {
  return (facts as Readonly<Record<string, unknown>>)[key];
}

/** As a violation reads, but that Terraform itself prints what was given. */
export function preconditionMessage(
  { id, text }: Limit<never>,
  { want }: Precondition,
  path: string,
): string {
  return [
    text.statement,
    `  limit  ${id}   ${path}`,
    `  want   ${want}`,
    ...(text.fix === undefined ? [] : [`  fix    ${text.fix}`]),
    `  see    ${whereToRead(id, text.source)}.`,
  ].join("\n");
}
