import type { Block, NestedBlock } from "../schema";
import type { Value, ValueObject } from "../values";
import { equal, isList, isObject, isUnknown } from "../values";

/**
 * What Terraform proposes to a provider: the configuration, with the state's value wherever a computed argument is not configured.
 *
 * Blocks of a list are matched by their index, those of a set by what is configured in them.
 */
export function proposedNew(block: Block, prior: ValueObject | null, config: ValueObject): ValueObject {
  const result: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) {
    const given = config[name] ?? null;
    result[name] = attribute.computed && given === null ? (prior?.[name] ?? null) : given;
  }
  for (const [name, nested] of block.blocks) {
    result[name] = proposedBlocks(nested, prior?.[name] ?? null, config[name] ?? null);
  }
  return result;
}

function proposedBlocks({ nesting, block }: NestedBlock, prior: Value, config: Value): Value {
  if (isObject(config)) return proposedNew(block, isObject(prior) ? prior : null, config);
  if (!isList(config)) return config;
  const left = isList(prior) ? [...prior] : [];
  return config.map((item, index) => {
    if (!isObject(item)) return item;
    if (nesting === "list") {
      const before = left[index];
      return proposedNew(block, isObject(before) ? before : null, item);
    }
    const match = left.findIndex((before) => isObject(before) && isMadeFrom(block, before, item));
    const [before] = match < 0 ? [] : left.splice(match, 1);
    return proposedNew(block, isObject(before) ? before : null, item);
  });
}

/** Whether a block of the state says what is configured, what is computed left aside. */
function isMadeFrom(block: Block, prior: ValueObject, config: ValueObject): boolean {
  for (const [name, { type, computed }] of block.attributes) {
    const given = config[name] ?? null;
    if (computed && given === null) continue;
    if (isUnknown(given) || !equal(type, prior[name] ?? null, given)) return false;
  }
  return [...block.blocks].every(([name, nested]) => {
    const before = prior[name] ?? null;
    const given = config[name] ?? null;
    if (!isList(before) || !isList(given)) return before === given;
    return (
      before.length === given.length &&
      given.every((item, index) => {
        const other = before[index];
        return isObject(item) && isObject(other) && isMadeFrom(nested.block, other, item);
      })
    );
  });
}
