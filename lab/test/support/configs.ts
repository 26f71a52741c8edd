import fc from "fast-check";
import type { Attribute, Block, NestedBlock } from "../../lib/schema";
import type { CtyType, Value, ValueObject } from "../../lib/values";
import { UNKNOWN } from "../../lib/values";

/**
 * Any configuration of a block that has the right shape; what the provider thinks of its values is left aside.
 *
 * No text is empty, and nothing that the provider computes is absent inside of a set: there, what the service fills in differs
 * from the configuration forever, with the real providers, too.
 */
export function configOf(block: Block, inSet = false): fc.Arbitrary<ValueObject> {
  const members: Record<string, fc.Arbitrary<Value>> = {};
  for (const attribute of block.attributes.values()) members[attribute.name] = attributeOf(attribute, inSet);
  for (const nested of block.blocks.values()) members[nested.name] = blocksOf(nested, inSet);
  return fc.record(members);
}

function attributeOf(attribute: Attribute, inSet: boolean): fc.Arbitrary<Value> {
  const { name, type, required, optional, computed } = attribute;
  // The SDK lets nobody set the id, although its schema says so.
  if (name === "id" || !(required || optional)) return fc.constant(null);
  return required || (inSet && computed)
    ? valueOf(type)
    : fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, valueOf(type));
}

function blocksOf({ nesting, block, maxBlocks }: NestedBlock, inSet: boolean): fc.Arbitrary<Value> {
  if (nesting === "single") return fc.constant(null);
  const maxLength = Math.min(maxBlocks, 2);
  if (nesting === "list") return fc.array(configOf(block, inSet), { maxLength });
  // Terraform itself lets no element of a set appear twice; for the SDK absent and zero are one.
  const identity = (one: ValueObject): string => JSON.stringify(one, (_, value: unknown) => value || null);
  return fc.uniqueArray(configOf(block, true), { maxLength, selector: identity });
}

function valueOf(type: CtyType): fc.Arbitrary<Value> {
  if (type === "string" || type === "dynamic") return fc.constantFrom<Value>("a", "b", "c");
  if (type === "number") return fc.constantFrom<Value>(0, 1, 7);
  if (type === "bool") return fc.boolean();
  if (type[0] === "map") return fc.dictionary(fc.constantFrom("k", "l"), valueOf(type[1]), { maxKeys: 2 });
  if (type[0] === "object") return fc.constant(null);
  if (type[0] === "set") return fc.uniqueArray(valueOf(type[1]), { maxLength: 2 });
  return fc.array(valueOf(type[1]), { maxLength: 2 });
}

/** What a service could answer to a plan: a value for everything unknown, and nothing else changed. */
export function settled(type: CtyType, planned: Value): Value {
  if (planned === UNKNOWN) return invented(type);
  if (planned === null || typeof planned !== "object" || typeof type === "string") return planned;
  if (Array.isArray(planned)) {
    const of = type[0] === "object" ? "dynamic" : type[1];
    return planned.map((item: Value) => settled(of, item));
  }
  const members = Object.entries(planned as ValueObject);
  return Object.fromEntries(
    members.map(([name, value]) => [
      name,
      settled(type[0] === "object" ? (type[1][name] ?? "dynamic") : type[1], value),
    ]),
  );
}

function invented(type: CtyType): Value {
  if (type === "number") return 3;
  if (type === "bool") return true;
  if (typeof type === "string") return "made";
  if (type[0] === "object") {
    return Object.fromEntries(Object.entries(type[1]).map(([name, member]) => [name, invented(member)]));
  }
  return type[0] === "map" ? {} : [];
}
