import type { Block } from "../schema";
import {
  elementType,
  isList,
  isObject,
  isUnknown,
  memberType,
  type CtyType,
  type Value,
  type ValueObject,
} from "../values";
import { digest } from "./digest";
import { plausible, type Scene } from "./plausible";
import { complete } from "./shape";

/** Where unknown values get theirs. */
export interface Filling {
  /** What the service says of an attribute or a block, by its path of names; nothing where any plausible value will do. */
  suggest(path: string, siblings: ValueObject): Value | undefined;
  /** What invented values are drawn from. */
  readonly seed: string;
  readonly scene: Scene;
}

/** Where a block is: its path of names, its path with the places in lists, and whether it is an element of a set. */
interface Place {
  readonly path: string;
  readonly at: string;
  readonly inSet: boolean;
}

const TOP: Place = { path: "", at: "", inSet: false };

/** Gives everything unknown a value, and leaves everything known as it is: Terraform holds a provider to its plan. */
export function fillBlock(
  block: Block,
  values: ValueObject,
  filling: Filling,
  { path, at, inSet } = TOP,
): ValueObject {
  const filled: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) {
    const value = attribute.writeOnly ? null : (values[name] ?? null);
    // What could be configured is part of what an element of a set is: anything invented would make it another one for ever.
    if (inSet && attribute.optional && isUnknown(value)) {
      filled[name] = known(filling.suggest(path + name, values), emptyOf(attribute.type));
      continue;
    }
    filled[name] = fillValue(attribute.type, value, filling, path + name, `${at}.${name}`, values);
  }
  for (const [name, nested] of block.blocks) {
    const value = values[name] ?? null;
    const inside = (one: Value, index: number): Value =>
      isObject(one)
        ? fillBlock(nested.block, one, filling, {
            path: `${path}${name}.`,
            at: `${at}.${name}.${index}`,
            inSet: inSet || nested.nesting === "set",
          })
        : one;
    if (isUnknown(value)) {
      const suggested = known(filling.suggest(path + name, values), nested.nesting === "single" ? null : []);
      filled[name] = complete(nested.block, suggested);
    } else if (isList(value)) filled[name] = value.filter((one) => !isUnknown(one)).map(inside);
    else filled[name] = inside(value, 0);
  }
  return filled;
}

function fillValue(
  type: CtyType,
  value: Value,
  filling: Filling,
  path: string,
  at: string,
  siblings: ValueObject,
): Value {
  if (isUnknown(value)) {
    const invented = (): Value => plausible(type, lastName(path), digest(filling.seed, at), filling.scene);
    return known(filling.suggest(path, siblings), invented());
  }
  if (isList(value)) {
    return value.map((one, index) =>
      fillValue(elementType(type), one, filling, `${path}.*`, `${at}.${index}`, siblings),
    );
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, one]) => [
    name,
    fillValue(memberType(type, name), one, filling, `${path}.${name}`, `${at}.${name}`, value),
  ]);
  return Object.fromEntries(members) as ValueObject;
}

function emptyOf(type: CtyType): Value {
  if (type === "string") return "";
  if (type === "number") return 0;
  if (type === "bool") return false;
  if (typeof type !== "object" || type[0] === "object") return null;
  return type[0] === "map" ? {} : [];
}

function known(value: Value | undefined, otherwise: Value): Value {
  return value === undefined || isUnknown(value) ? otherwise : value;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Takes over from an object what a plan leaves open. Lists keep their values by position while their lengths agree. */
export function keepKnown(planned: ValueObject, before: ValueObject): ValueObject {
  const merged = Object.entries(planned).map(([name, value]) => [name, keep(value, before[name])]);
  return Object.fromEntries(merged) as ValueObject;
}

function keep(value: Value, before: Value | undefined): Value {
  if (before === undefined || before === null) return value;
  if (isUnknown(value)) return before;
  if (isList(value) && isList(before) && value.length === before.length) {
    return value.map((one, index) => keep(one, before[index]));
  }
  return isObject(value) && isObject(before) ? keepKnown(value, before) : value;
}
