import type { Attribute, Block, NestedBlock } from "../schema";
import type { CtyType, Value } from "../values";

/** An argument as the SDK of the providers sees it: nested blocks are lists and sets like any other. */
export interface Argument {
  /** Names from the top of the resource, `data_disks.size`: how behaviour and hooks know it. */
  readonly names: string;
  readonly kind: "primitive" | "list" | "set" | "map";
  readonly type: CtyType;
  /** What a list or a set holds: blocks, or values of a primitive type. */
  readonly elements?: Block | CtyType;
  readonly isBlock: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly forceNew: boolean;
  readonly default?: string | number | boolean;
}

const ofBlocks = new WeakMap<Block, ReadonlyMap<string, Argument>>();

/** The arguments of a block; `timeouts` is no argument of the SDK. */
export function argumentsOf(block: Block, prefix = ""): ReadonlyMap<string, Argument> {
  const known = ofBlocks.get(block);
  if (known !== undefined) return known;
  const result = new Map<string, Argument>();
  for (const attribute of block.attributes.values()) {
    result.set(attribute.name, ofAttribute(attribute, prefix + attribute.name));
  }
  for (const nested of block.blocks.values()) {
    if (nested.nesting !== "single") result.set(nested.name, ofNested(nested, prefix + nested.name));
  }
  ofBlocks.set(block, result);
  return result;
}

function ofAttribute(attribute: Attribute, names: string): Argument {
  const { type, optional, computed, forceNew = false } = attribute;
  const common = { names, type, isBlock: false, optional, computed, forceNew };
  if (typeof type === "string") {
    return {
      ...common,
      kind: "primitive",
      ...(attribute.default !== undefined && { default: attribute.default }),
    };
  }
  // The SDK makes an attribute of a list of blocks that is computed alone: nobody configures its members.
  if (type[0] === "object") return { ...common, kind: "primitive" };
  return { ...common, kind: type[0], elements: type[1] };
}

function ofNested(nested: NestedBlock, names: string): Argument {
  return {
    names,
    kind: nested.nesting === "set" ? "set" : "list",
    type: [nested.nesting === "set" ? "set" : "list", nested.block.type],
    elements: nested.block,
    isBlock: true,
    optional: true,
    computed: nested.computed,
    forceNew: nested.forceNew ?? false,
  };
}

/** The argument that stands for an element of a list or a set of primitives: it is as replaceable as the whole. */
export function elementOf(argument: Argument): Argument {
  const { names, elements, forceNew } = argument;
  const type = isBlock(elements) ? elements.type : (elements ?? "dynamic");
  return { names, kind: "primitive", type, isBlock: false, optional: true, computed: false, forceNew };
}

export function isBlock(elements: Argument["elements"]): elements is Block {
  return typeof elements === "object" && "attributes" in elements;
}

/** The value that an argument of this type has for the SDK where nobody set it. */
export function zeroOf(type: CtyType): Value {
  if (type === "string" || type === "dynamic") return "";
  if (type === "number") return 0;
  if (type === "bool") return false;
  return type[0] === "map" || type[0] === "object" ? {} : [];
}
