import type { Diagnostic } from "../diagnostic";
import { error } from "../diagnostic";
import type { Attribute, Behaviour, Block, NestedBlock, ResourceModel } from "../schema";
import type { CtyType, Value, ValueObject } from "../values";
import { elementType, isList, isObject, isUnknown, isWhollyKnown } from "../values";
import { formatsOf } from "./formats";
import type { Formats } from "./formats";
import type { Messages, Place } from "./messages";
import { messagesOf } from "./messages";
import { Relations } from "./validate-relations";
import { isFractional, validatorProblems } from "./validate-value";

/** What the provider says to the arguments of one resource, whose shape Terraform has found right. */
export function validateResource(model: ResourceModel, config: ValueObject): Diagnostic[] {
  return new Validation(model, config).run();
}

/** As in the SDK: an argument with any unknown part is not looked into, and one problem often hides the next. */
class Validation {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly messages: Messages;
  private readonly formats: Formats;
  private readonly relations: Relations;

  constructor(
    private readonly model: ResourceModel,
    private readonly config: ValueObject,
  ) {
    this.messages = messagesOf(model);
    this.formats = formatsOf(model);
    this.relations = new Relations(model.block, config, this.messages);
  }

  public run(): Diagnostic[] {
    const { type, deprecated, block } = this.model;
    if (deprecated !== undefined) {
      const since = deprecated.since === undefined ? "" : ` since v${deprecated.since}`;
      this.diagnostics.push({
        severity: "warning",
        summary: `This resource has been deprecated${since} and will be removed in the future.`,
        detail: `${type} is deprecated.`,
      });
    }
    this.checkBlock(block, this.config, { names: "", key: "", path: [] });
    return this.diagnostics;
  }

  private checkBlock(block: Block, value: ValueObject, place: Place): void {
    for (const attribute of block.attributes.values()) {
      this.checkAttribute(attribute, value[attribute.name] ?? null, memberOf(place, attribute.name));
    }
    for (const nested of block.blocks.values()) {
      if (nested.nesting === "single") continue;
      this.checkBlocks(nested, value[nested.name] ?? null, memberOf(place, nested.name));
    }
  }

  private checkAttribute(attribute: Attribute, value: Value, place: Place): void {
    const { required, optional } = attribute;
    if (this.say(this.relations.alternatives(attribute, place))) return;
    if (value === null) {
      if (required) this.say(this.messages.required(place));
    } else if (place.names === "id" && !required) {
      // The SDK adds it to every schema as if it could be set.
      this.say(this.messages.unknownKey(place));
    } else if (!required && !optional) {
      this.say(this.messages.computedOnly(place));
    } else if (this.mayBeLookedInto(attribute, value, place)) {
      this.checkValue(attribute, attribute.type, value, place);
    }
  }

  private checkBlocks(nested: NestedBlock, value: Value, place: Place): void {
    if (this.say(this.relations.alternatives(nested, place))) return;
    if (value === null || (isList(value) && value.length === 0)) return;
    if (!this.mayBeLookedInto(nested, value, place) || !isList(value)) return;
    value.forEach((one, index) => {
      if (isObject(one)) this.checkBlock(nested.block, one, elementOf(place, index));
    });
  }

  private checkValue(attribute: Attribute, type: CtyType, value: Value, place: Place): void {
    if (isList(value)) {
      const { minItems = 0, maxItems = Infinity, elementValidate } = attribute;
      if (value.length > maxItems) {
        this.say(this.messages.tooMany(place, maxItems, value.length));
      } else if (value.length < minItems) {
        this.say(this.messages.tooFew(place, minItems, value.length));
      } else {
        value.forEach((item, index) => {
          this.checkPrimitive(elementValidate, elementType(type), item, elementOf(place, index), place);
        });
      }
    } else if (isObject(value)) {
      for (const problem of this.formats.value(attribute, value, place)) this.complain(problem, place);
    } else {
      this.checkPrimitive(attribute.validate, type, value, place);
      for (const problem of this.formats.value(attribute, value, place)) this.complain(problem, place);
    }
  }

  /** @param list where the list stands that a value is an element of */
  private checkPrimitive(
    validator: Behaviour["validate"],
    type: CtyType,
    value: Value,
    place: Place,
    list?: Place,
  ): void {
    if (value === null || isUnknown(value) || typeof value === "object") return;
    const argument = `${this.model.type}.${place.names}`;
    if (type === "number" && !Number.isInteger(Number(value)) && !isFractional(argument)) {
      this.say(this.messages.notWhole(place, Number(value)));
      return;
    }
    if (validator !== undefined) {
      const problems = validatorProblems(validator, type, value, place.key, {
        words: this.messages.words,
        fractional: isFractional(argument),
      });
      for (const problem of problems) this.complain(problem, place);
    }
    if (list === undefined) return;
    for (const problem of this.formats.element(value, list, place)) this.complain(problem, place);
  }

  private mayBeLookedInto(behaviour: Behaviour, value: Value, place: Place): boolean {
    const { deprecated, removed } = behaviour;
    if (this.say(this.relations.companions(behaviour, place))) return false;
    const known = isWhollyKnown(value);
    if (known && this.say(this.relations.conflict(behaviour, place))) return false;
    if (deprecated !== undefined) this.say(this.messages.deprecated(place, deprecated));
    if (known && removed !== undefined) this.say(this.messages.removed(place, removed));
    return known;
  }

  private complain(problem: string, { path }: Place): void {
    this.diagnostics.push(error(problem, undefined, path));
  }

  private say(diagnostic: Diagnostic | undefined): boolean {
    if (diagnostic !== undefined) this.diagnostics.push(diagnostic);
    return diagnostic !== undefined;
  }
}

function memberOf({ names, key, path }: Place, name: string): Place {
  const join = (before: string): string => (before === "" ? name : `${before}.${name}`);
  return { names: join(names), key: join(key), path: [...path, name] };
}

function elementOf({ names, key, path }: Place, index: number): Place {
  return { names, key: `${key}.${index}`, path: [...path, index] };
}
