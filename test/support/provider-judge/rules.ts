import type { Json, JsonObject } from "./json";
import { bodiesOf, isObject, itemsOf } from "./json";
import type { Report } from "./problem";
import { child } from "./problem";
import type { Attribute, Behaviour, Block, BlockType, Mode, TypeName } from "./schema";
import { behaviourOf } from "./schema";
import { isWhollyKnown } from "./templates";
import { validatorProblem } from "./validators";

type Say = (message: string) => void;

/**
 * What the provider checks of one resource whose shape is right: arguments that are computed, removed, exclusive, or have a
 * validator. As in the SDK, an argument with any unknown part is not looked into.
 */
export class Rules {
  constructor(
    private readonly mode: Mode,
    private readonly type: string,
    private readonly schema: Block,
    private readonly resource: JsonObject,
    private readonly report: Report,
  ) {}

  /** @param names the path without indexes, by which behaviour is known */
  public check(block = this.schema, body = this.resource, names = "", path = ""): void {
    for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
      this.checkAttribute(attribute, body[name], child(names, name), child(path, name));
    }
    for (const [name, nested] of Object.entries(block.block_types ?? {})) {
      if (nested.nesting_mode !== "single") {
        this.checkBlocks(nested, body[name], child(names, name), child(path, name));
      }
    }
  }

  private checkAttribute(attribute: Attribute, value: Json | undefined, names: string, path: string): void {
    const say: Say = (message) => this.report(path, message);
    const behaviour = behaviourOf(this.mode, this.type, names);
    this.checkAlternatives(behaviour, say);
    if (value === undefined) return;
    if (value === null) {
      if (attribute.required) say("is required, but null");
    } else if (isReadOnly(attribute, names)) {
      say("is computed: it cannot be set");
    } else if (isWhollyKnown(value) && !this.hasConflict(behaviour, say)) {
      checkValue(behaviour, attribute.type, `${this.type}.${names}`, value, say);
    }
  }

  private checkBlocks(nested: BlockType, value: Json | undefined, names: string, path: string): void {
    const say: Say = (message) => this.report(path, message);
    const behaviour = behaviourOf(this.mode, this.type, names);
    this.checkAlternatives(behaviour, say);
    const blocks = bodiesOf(value);
    if (blocks.length === 0 || !blocks.every(isWhollyKnown) || this.hasConflict(behaviour, say)) return;
    if (behaviour.removed) say("was removed from the provider");
    blocks.forEach((one, index) => this.check(nested.block, one, names, `${path}[${index}]`));
  }

  private checkAlternatives({ exactlyOneOf, atLeastOneOf }: Behaviour, say: Say): void {
    const given = (exactlyOneOf ?? atLeastOneOf ?? []).filter((name) => this.isGiven(name));
    if (exactlyOneOf !== undefined) {
      // An unknown one may turn out to be null.
      const known = given.filter((name) => isWhollyKnown(this.resource[name] ?? null));
      if (known.length > 1) say(`takes only one of ${exactlyOneOf.join(", ")}; given ${known.join(", ")}`);
    }
    const wanted = exactlyOneOf ?? atLeastOneOf;
    if (wanted !== undefined && given.length === 0) say(`wants one of ${wanted.join(", ")}`);
  }

  /** A neighbour conflicts by being there, even if it is empty, or a list with unknown items. */
  private hasConflict({ conflictsWith }: Behaviour, say: Say): boolean {
    const conflicts = (conflictsWith ?? []).filter((name) => {
      const value = this.resource[name] ?? null;
      return this.isGiven(name) && (typeof value !== "string" || isWhollyKnown(value));
    });
    if (conflicts.length > 0) say(`conflicts with ${conflicts.join(", ")}`);
    return conflicts.length > 0;
  }

  /** Arguments name each other from the top of the resource. An empty list is there, a list without blocks is not. */
  private isGiven(name: string): boolean {
    const value = this.resource[name] ?? null;
    return name in (this.schema.block_types ?? {}) ? bodiesOf(value).length > 0 : value !== null;
  }
}

/** The SDK adds `id` to every schema as if it could be set. */
function isReadOnly(attribute: Attribute, names: string): boolean {
  return !attribute.required && ((attribute.computed === true && !attribute.optional) || names === "id");
}

function checkValue(behaviour: Behaviour, type: TypeName, argument: string, value: Json, say: Say): void {
  const { removed, validate, elementValidate, minItems = 0, maxItems = Infinity } = behaviour;
  if (removed) say("was removed from the provider");
  if (typeof type === "string") {
    const problem = validatorProblem(validate, type, argument, value);
    if (problem !== undefined) say(problem);
    return;
  }
  const items = isObject(value) ? Object.values(value) : itemsOf(value);
  if (items.length < minItems) say(`takes at least ${minItems} items, has ${items.length}`);
  if (items.length > maxItems) say(`takes at most ${maxItems} items, has ${items.length}`);
  if (type[0] === "object") return;
  for (const item of items) {
    const problem = item === null ? undefined : validatorProblem(elementValidate, type[1], argument, item);
    if (problem !== undefined) say(`an element ${problem}`);
  }
}
