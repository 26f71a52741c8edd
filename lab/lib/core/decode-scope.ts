import type { CtyType, Value } from "../values";
import { UNKNOWN, isList, isObject, isUnknown } from "../values";
import { partsOf, soleExpression } from "./templates";

/** What expressions stand for. */
export interface Scope {
  readonly resolve: (expression: string) => Value;
  /** The type of what is unknown, as far as that is certain. */
  readonly typeOf?: (expression: string) => CtyType | undefined;
}

export interface Evaluated {
  readonly value: Value;
  readonly type?: CtyType;
}

/** A text of the configuration as the value that it stands for. */
export function evaluate(text: string, scope: Scope): Evaluated {
  const expression = soleExpression(text);
  if (expression === undefined) return { value: evaluateTemplate(text, scope), type: "string" };
  const value = resolve(expression, scope);
  const type = isUnknown(value) ? scope.typeOf?.(expression) : undefined;
  return { value, ...(type !== undefined && { type }) };
}

function evaluateTemplate(text: string, scope: Scope): Value {
  let whole = "";
  for (const part of partsOf(text)) {
    if (part.kind === "directive") return UNKNOWN;
    const value = part.kind === "text" ? part.text : resolve(part.text.trim(), scope);
    if (value === null || typeof value === "object") return UNKNOWN;
    whole += String(value);
  }
  return whole;
}

const LITERALS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const NUMBER = /^-?\d+(\.\d+)?$/;
const TEXT = /^"[^"\\$%]*"$/;

function resolve(expression: string, scope: Scope): Value {
  const literal = LITERALS.get(expression);
  if (literal !== undefined) return literal;
  if (NUMBER.test(expression)) return Number(expression);
  if (TEXT.test(expression)) return expression.slice(1, -1);
  return scope.resolve(expression);
}

/** A scope in which a name stands for a value with members: `var`, or the iterator of a dynamic block. */
export function withName(scope: Scope, name: string, members: Readonly<Record<string, Value>>): Scope {
  return {
    ...scope,
    resolve: (expression) => {
      const steps = stepsOf(expression);
      if (steps?.[0] !== name) return scope.resolve(expression);
      return steps.slice(1).reduce<Value>(memberOf, members);
    },
  };
}

/** What cannot be followed is unknown, so that nothing is said of it. */
function memberOf(value: Value, step: string): Value {
  if (isList(value)) return value[Number(step)] ?? UNKNOWN;
  return isObject(value) && Object.hasOwn(value, step) ? (value[step] ?? null) : UNKNOWN;
}

const STEP = /\.([A-Za-z_][\w-]*|\d+)|\[(\d+)\]|\["([^"\\$%]*)"\]/y;

/** `["var", "tags", "a"]` of `var.tags["a"]`; nothing of what is no plain traversal. */
function stepsOf(expression: string): string[] | undefined {
  const [root] = /^[A-Za-z_][\w-]*/.exec(expression) ?? [];
  if (root === undefined) return undefined;
  const steps = [root];
  STEP.lastIndex = root.length;
  while (STEP.lastIndex < expression.length) {
    const step = STEP.exec(expression);
    if (step === null) return undefined;
    steps.push(step[1] ?? step[2] ?? step[3] ?? "");
  }
  return steps;
}
