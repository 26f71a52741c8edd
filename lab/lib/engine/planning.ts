import type { Block } from "../schema";
import type { Value, ValueObject } from "../values";
import { isList } from "../values";
import { argumentsOf } from "./argument";
import type { Planning } from "./hooks/hooks";

/** The resource as the code of its provider reads it while it is planned: configuration before defaults before state. */
export function planningOf(root: Block, state: ValueObject | null, config: ValueObject): Planning {
  const given = (name: string): Value => {
    const value = config[name] ?? null;
    return isList(value) && value.length === 0 ? null : value;
  };
  const prior = (name: string): Value => state?.[name] ?? null;
  return {
    creating: state === null,
    given,
    prior,
    get: (name) => given(name) ?? argumentsOf(root).get(name)?.default ?? prior(name),
  };
}
