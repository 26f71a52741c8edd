/** Terraform expressions as text, made from what resources say in Terraform JSON. */
import { literal, referencesOf } from "../limits";

/** A Terraform expression. */
export type Term = string;

/** A value of Terraform JSON as an expression; undefined where text around references is more than this can take apart. */
export function termOf(value: unknown): Term | undefined {
  if (Array.isArray(value)) {
    const members = value.map(termOf);
    return members.includes(undefined) ? undefined : `[${members.join(", ")}]`;
  }
  if (typeof value !== "string") {
    return typeof value === "object" && value !== null ? undefined : literal(value);
  }
  if (!/[$%]\{/.test(value)) {
    return literal(value);
  }
  const parts = value.split(plainReference).filter((part) => part !== "");
  if (parts.every((part) => isReference(part) || !/[$%]\{/.test(part))) {
    const terms = parts.map((part) => (isReference(part) ? part.slice(2, -1) : literal(part)));
    return terms.length > 1 ? `join("", [${terms.join(", ")}])` : terms[0];
  }
  return soleExpression(value);
}

/** References and calls that have no text and no block in them. */
const plainReference = /(\$\{[^${}"]*\})/;

function isReference(part: string): boolean {
  return part.startsWith("${") && part.endsWith("}");
}

/** What is between `${` and `}`, where the text is nothing else. */
function soleExpression(text: string): Term | undefined {
  const inner = isReference(text) ? text.slice(2, -1) : "${";
  if (/[$%]\{/.test(inner)) {
    return undefined;
  }
  let depth = 0;
  for (const character of inner.replace(/"(?:[^"\\]|\\.)*"/g, "")) {
    depth += character === "{" ? 1 : character === "}" ? -1 : 0;
    if (depth < 0) {
      return undefined;
    }
  }
  return inner;
}

/** A number, also one that is written as text; what is none counts as 0. */
export function numberTerm(value: unknown): Term {
  if (typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value))) {
    return String(Number(value));
  }
  const term = termOf(value);
  return term === undefined || term === "null" ? "0" : `try(tonumber(${term}), 0)`;
}

/** A switch; what is not given is off. */
export function choice(isOn: unknown, on: Term, off: Term): Term {
  const term = termOf(isOn) ?? "null";
  return term === "true" ? on : term === "false" || term === "null" ? off : `(${term} ? ${on} : ${off})`;
}

export function sumOf(terms: readonly Term[]): Term {
  const isNumber = (term: Term): boolean => /^\d+$/.test(term);
  const number = terms.filter(isNumber).reduce((sum, term) => sum + Number(term), 0);
  const others = terms.filter((term) => !isNumber(term));
  return [...(number === 0 && others.length > 0 ? [] : [String(number)]), ...others].join(" + ");
}

const withoutResources = new Set(["var", "local", "data", "module", "terraform", "path"]);
const withoutState = new Set(["var", "terraform", "path"]);

/** Whether an expression refers to a resource that the stack itself makes: what is not there yet has nothing to check. */
export function refersToResource(term: Term): boolean {
  return headsOf(term).some((head) => !withoutResources.has(head));
}

/** Whether Terraform knows the value in every plan. A variable it does; data can depend on what is not there yet. */
export function isKnownInPlan(term: Term): boolean {
  return headsOf(term).every((head) => withoutState.has(head));
}

function headsOf(term: Term): string[] {
  return referencesOf(term).map((reference) => reference.split(".")[0] ?? reference);
}
