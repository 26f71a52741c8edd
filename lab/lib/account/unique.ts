import type { ValueObject } from "../values";
import type { ResourceBehaviour } from "./behaviour";
import type { Cloud } from "./cloud";
import { text } from "./reading";
import { Refusal } from "./refusal";
import type { StoredObject } from "./store";

/** Refuses a name that another object of the type has, in the same parent where it has one. */
export function refuseTakenName(
  type: string,
  values: ValueObject,
  { unique, aliases }: ResourceBehaviour,
  cloud: Cloud,
  self?: StoredObject,
): void {
  if (unique === undefined) return;
  const names = aliases?.find((group) => group.includes(unique.argument)) ?? [unique.argument];
  const nameIn = (one: ValueObject): string | undefined => names.map((name) => text(one, name)).find(Boolean);
  const name = nameIn(values);
  const parent = unique.within === undefined ? "" : (text(values, unique.within) ?? "");
  if (name === undefined || (self !== undefined && nameIn(self.values) === name)) return;
  const isTaken = cloud.ofType(...(unique.among ?? [type])).some((other) => {
    if (other === self || nameIn(other.values) !== name) return false;
    return unique.within === undefined || text(other.values, unique.within) === parent;
  });
  if (isTaken) throw new Refusal(unique.code, unique.message(name, parent));
}
