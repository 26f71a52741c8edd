import type { Diagnostic } from "../diagnostic";
import type { Behaviour, Block } from "../schema";
import type { Value, ValueObject } from "../values";
import { isList, isObject, isUnknown, isWhollyKnown } from "../values";
import type { Messages, Place } from "./messages";

/** What arguments of one resource say about each other. */
export class Relations {
  constructor(
    private readonly block: Block,
    private readonly config: ValueObject,
    private readonly messages: Messages,
  ) {}

  /** That one of several has to be given; it is asked whether the argument itself is given or not. */
  public alternatives({ exactlyOneOf, atLeastOneOf }: Behaviour, place: Place): Diagnostic | undefined {
    if (exactlyOneOf !== undefined) {
      const given = exactlyOneOf.filter((name) => this.isGiven(name));
      // What is unknown may turn out to be null.
      const known = given.filter((name) => isWhollyKnown(this.valueOf(name)));
      if (known.length > 1) return this.messages.severalOf(place, exactlyOneOf, known);
      if (given.length === 0) return this.messages.noneOfExactly(place, exactlyOneOf);
    }
    if (atLeastOneOf !== undefined && !atLeastOneOf.some((name) => this.isGiven(name))) {
      return this.messages.noneOf(place, atLeastOneOf);
    }
    return undefined;
  }

  public companions({ requiredWith }: Behaviour, place: Place): Diagnostic | undefined {
    if (requiredWith === undefined || requiredWith.every((name) => this.isGiven(name))) return undefined;
    return this.messages.notAllOf(place, requiredWith);
  }

  /** The first neighbour is named alone. One that is empty is there, and one that is unknown may turn out to be null. */
  public conflict({ conflictsWith = [] }: Behaviour, place: Place): Diagnostic | undefined {
    const other = conflictsWith.find((name) => this.isGiven(name) && !isUnknown(this.valueOf(name)));
    return other === undefined ? undefined : this.messages.conflict(place, other);
  }

  private isGiven(reference: string): boolean {
    const value = this.valueOf(reference);
    return value !== null && !(isList(value) && value.length === 0 && this.isBlock(reference));
  }

  /** A list of blocks that has none is as good as absent, an empty list is not. */
  private isBlock(reference: string): boolean {
    const names = reference.split(".").filter((step) => !isIndex(step));
    let block: Block | undefined = this.block;
    for (const name of names.slice(0, -1)) block = block?.blocks.get(name)?.block;
    return block?.blocks.has(names.at(-1) ?? "") ?? false;
  }

  /** Arguments name each other from the top of the resource, with the index of a block or without. */
  private valueOf(reference: string): Value {
    return reference.split(".").reduce<Value>((value, step) => {
      if (isUnknown(value)) return value;
      if (isList(value) && isIndex(step)) return value[Number(step)] ?? null;
      const holder = isList(value) ? (value[0] ?? null) : value;
      if (isUnknown(holder)) return holder;
      return isObject(holder) ? (holder[step] ?? null) : null;
    }, this.config);
  }
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step);
}
