import type { Block } from "../schema";
import type { Path, Value, ValueObject } from "../values";
import { isList, isObject, isUnknown, isWhollyKnown, UNKNOWN } from "../values";
import type { Argument } from "./argument";
import { argumentsOf, elementOf, isBlock, zeroOf } from "./argument";
import type { Comparison, Planning, ResourceHooks } from "./hooks/hooks";
import { planningOf } from "./planning";
import { elementKey, keyed, readTheSame, sameKeys } from "./set-key";

/** A difference that the SDK noticed. */
export interface Change {
  readonly path: Path;
  readonly requiresNew: boolean;
  readonly old: string;
  readonly new: string;
  /** The key, where one member of a map changed. */
  readonly key?: string;
}

/** What the provider says against a planned value. */
export interface Refusal {
  readonly path: Path;
  readonly message: string;
}

/** Where an argument stands. `all` is set inside of sets and lists of primitives, whose elements are told apart as a whole. */
interface Place {
  readonly path: Path;
  readonly all: boolean;
  /** The block that the argument belongs to, as configured. */
  readonly siblings: ValueObject;
  /** The path of the outermost set around the argument: behind it nothing can be named. */
  readonly set?: Path;
}

/**
 * Compares the configuration with the state as the SDK of the providers (helper/schema) does, and gives the planned values.
 *
 * What makes it more than a comparison: an argument that is absent from the configuration and computed keeps its value, an
 * absent one equals its zero value, elements of sets have no identity but their value, and a new resource leaves to the
 * service whatever is computed.
 */
export class Differ {
  public readonly changes: Change[] = [];
  public readonly refusals: Refusal[] = [];
  private readonly planning: Planning;

  constructor(
    private readonly root: Block,
    private readonly hooks: ResourceHooks,
    private readonly state: ValueObject | null,
    private readonly config: ValueObject,
  ) {
    this.planning = planningOf(root, state, config);
  }

  /** Plans the whole resource; `id` and `timeouts` are not arguments of the SDK. */
  public resource(): Record<string, Value> {
    return this.block(this.root, this.state, this.config, { path: [], all: false });
  }

  private block(
    block: Block,
    old: ValueObject | null,
    given: ValueObject,
    place: Omit<Place, "siblings">,
    prefix = "",
  ): Record<string, Value> {
    const planned: Record<string, Value> = {};
    for (const [name, argument] of argumentsOf(block, prefix)) {
      if (name === "id" && place.path.length === 0) continue;
      const value = this.argument(argument, old?.[name] ?? null, given[name] ?? null, {
        ...place,
        path: [...place.path, name],
        siblings: given,
      });
      // Nested blocks are never null: there are some, or none.
      planned[name] = value === null && argument.isBlock ? [] : value;
    }
    return planned;
  }

  private argument(argument: Argument, old: Value, given: Value, place: Place): Value {
    const start = this.changes.length;
    const planned = this.compare(argument, old, given, place);
    const { suppress, replaceIf, refuse } = this.hooks;
    const { names } = argument;
    const changes = this.changes.splice(start);
    const overlook = suppress?.[names];
    const heeded =
      overlook === undefined
        ? changes
        : changes.filter((change) => !overlook(this.comparison(change, place)));
    if (heeded.length === 0) return changes.length === 0 ? planned : old;
    for (const change of heeded) {
      const comparison = this.comparison(change, place);
      const problem = refuse?.[names]?.(comparison);
      if (problem !== undefined) this.refusals.push({ path: change.path, message: problem });
      const requiresNew = change.requiresNew || (replaceIf?.[names]?.(comparison) ?? false);
      this.changes.push({ ...change, requiresNew });
    }
    return heeded.length < changes.length ? this.keepOverlooked(old, planned, changes, heeded) : planned;
  }

  /** Of a map, what is overlooked stays as it is. */
  private keepOverlooked(
    old: Value,
    planned: Value,
    changes: readonly Change[],
    heeded: readonly Change[],
  ): Value {
    if (!isObject(planned) || !isObject(old)) return planned;
    const result: Record<string, Value> = { ...planned };
    for (const { key, ...change } of changes) {
      const kept = key === undefined ? undefined : old[key];
      if (key === undefined || kept === undefined) continue;
      if (!heeded.some((one) => one.key === key && one.new === change.new)) result[key] = kept;
    }
    return result;
  }

  private compare(argument: Argument, old: Value, given: Value, place: Place): Value {
    switch (argument.kind) {
      case "primitive":
        return this.primitive(argument, old, given, place);
      case "list":
        return this.list(argument, isList(old) ? old : null, given, place);
      case "set":
        return this.set(argument, isList(old) ? old : null, given, place);
      case "map":
        return this.map(argument, isObject(old) ? old : null, given, place);
    }
  }

  private primitive(argument: Argument, old: Value, given: Value, place: Place): Value {
    const value = this.rewritten(argument, given ?? argument.default ?? null);
    const computed = isUnknown(value);
    const oldText = textOf(old);
    const newText = computed ? "" : textOf(value ?? (old === null ? null : zeroOf(argument.type)));
    if (oldText === newText && !place.all && !computed) {
      // An argument that is absent on both sides is left to the service, if the resource is new.
      if (oldText !== "" || this.state !== null || !argument.computed) return old;
    }
    const removed = old !== null && value === null && !computed;
    if (removed && argument.computed) return old;
    const leftToService = computed || (argument.computed && !removed && newText === "");
    const requiresNew = argument.forceNew && (oldText !== newText || leftToService);
    if (!removed && !computed && argument.computed && oldText !== "" && newText === "") return old;
    this.record(place, requiresNew, oldText, newText);
    if (leftToService) return UNKNOWN;
    if (removed) return null;
    if (oldText === newText && newText === "") return argument.type === "string" ? "" : null;
    return value;
  }

  private list(argument: Argument, old: readonly Value[] | null, given: Value, place: Place): Value {
    // One unknown element of a list of primitives makes the whole list unknown.
    const unknown = argument.isBlock ? isUnknown(given) : !isWhollyKnown(given);
    const items = givenItems(argument, given);
    if (old !== null && items === null && !unknown && argument.computed) return old;
    const before = old ?? [];
    const after = items ?? [];
    if (unknown) {
      this.record(place, argument.forceNew, String(before.length), "");
      return UNKNOWN;
    }
    if (!place.all && items !== null && readTheSame(argument, before, after)) return old;
    const leftToService = before.length === 0 && after.length === 0 && items === null && argument.computed;
    if (before.length !== after.length || leftToService) {
      this.record(place, argument.forceNew, String(before.length), leftToService ? "" : String(after.length));
    }
    if (leftToService) return UNKNOWN;
    const { elements } = argument;
    const planned = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
      const inside = { ...place, path: [...place.path, index] };
      if (!isBlock(elements)) {
        const item = after[index] ?? null;
        return this.primitive(elementOf(argument), before[index] ?? null, item, { ...place, all: true });
      }
      return this.element(argument, elements, before[index] ?? null, after[index] ?? null, inside);
    });
    return after.length === 0 && old === null ? null : planned.slice(0, after.length);
  }

  private set(argument: Argument, old: readonly Value[] | null, given: Value, place: Place): Value {
    const items = givenItems(argument, given);
    if (old !== null && items === null && !isUnknown(given) && argument.computed) return old;
    if (isUnknown(given) || (argument.computed && items === null)) {
      this.record(place, argument.forceNew, String(old?.length ?? ""), "");
      return UNKNOWN;
    }
    const contentOf = (item: Value): string => elementKey(argument, item);
    const ownKey = this.hooks.keys?.[argument.names];
    const keyOf = (item: Value): string => (ownKey && isObject(item) ? ownKey(item) : contentOf(item));
    const before = new Map((old ?? []).map((item) => [keyOf(item), item]));
    // An element with a key of its own stays what it is as long as nothing in it is configured otherwise.
    const meant = ownKey ? items?.map((item) => takenOver(before.get(keyOf(item)), item)) : items;
    if (!place.all && meant && sameKeys(keyed(old ?? [], contentOf), keyed(meant, contentOf))) return old;
    const after = keyed(items ?? [], keyOf);
    if (before.size !== after.size) {
      this.record(place, argument.forceNew, String(before.size), String(after.size));
    }
    const inside = { ...place, all: true, set: place.set ?? place.path };
    for (const [key, item] of before) {
      if (!after.has(key)) this.setElement(argument, item, null, inside);
    }
    const planned = [...after].map(([key, item]) =>
      this.setElement(argument, before.get(key) ?? null, item, inside),
    );
    // Terraform cannot tell how many elements a set has while one of them is unknown.
    if (planned.some(isUnknown)) return UNKNOWN;
    return planned.length === 0 && old === null ? null : planned;
  }

  private setElement(argument: Argument, old: Value, item: Value, place: Place): Value {
    const { elements } = argument;
    return isBlock(elements)
      ? this.element(argument, elements, old, item, place)
      : this.primitive(elementOf(argument), old, item, place);
  }

  private element(argument: Argument, elements: Block, old: Value, item: Value, place: Place): Value {
    return this.block(
      elements,
      isObject(old) ? old : null,
      isObject(item) ? item : {},
      place,
      `${argument.names}.`,
    );
  }

  private map(argument: Argument, old: ValueObject | null, given: Value, place: Place): Value {
    const unknown = !isWhollyKnown(given);
    const members = isObject(given) && !unknown ? given : null;
    const before = old ?? {};
    const after = members ?? {};
    const oldSize = Object.keys(before).length;
    const newSize = Object.keys(after).length;
    const leftToService =
      unknown || (oldSize === 0 && newSize === 0 && members === null && argument.computed);
    const kept = oldSize !== 0 && newSize === 0 && argument.computed;
    if ((oldSize !== newSize && !kept) || leftToService) {
      this.record(place, argument.forceNew, String(oldSize), leftToService ? "" : String(newSize));
    }
    if (leftToService) return UNKNOWN;
    if (members === null && argument.computed) return old;
    for (const [key, value] of Object.entries(after)) {
      const oldText = textOf(before[key] ?? null);
      const same = key in before && oldText === textOf(value) && !place.all;
      if (same) continue;
      this.record(place, argument.forceNew && oldText !== textOf(value), oldText, textOf(value), key);
    }
    for (const [key, value] of Object.entries(before)) {
      if (key in after) continue;
      this.record(place, argument.forceNew && textOf(value) !== "", textOf(value), "", key);
    }
    return newSize === 0 && old === null ? null : after;
  }

  private rewritten({ names }: Argument, value: Value): Value {
    const rewrite = this.hooks.rewrite?.[names];
    return rewrite !== undefined && typeof value === "string" ? rewrite(value) : value;
  }

  private record({ path, set }: Place, requiresNew: boolean, old: string, now: string, key?: string): void {
    this.changes.push({ path: set ?? path, requiresNew, old, new: now, ...(key !== undefined && { key }) });
  }

  private comparison(change: Change, { siblings }: Place): Comparison {
    return {
      ...this.planning,
      old: change.old,
      new: change.new,
      ...(change.key !== undefined && { key: change.key }),
      sibling: (name) => siblings[name] ?? null,
    };
  }
}

/** An element with what is known of it wherever it is not configured. */
function takenOver(before: Value | undefined, item: Value): Value {
  if (!isObject(before) || !isObject(item)) return item;
  const configured = Object.entries(item).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(configured) };
}

/** The elements of a list or a set; of blocks, none is as good as not mentioned. */
function givenItems(argument: Argument, given: Value): readonly Value[] | null {
  if (!isList(given)) return null;
  return argument.isBlock && given.length === 0 ? null : given;
}

/** A value as the SDK keeps it in its flat maps. */
export function textOf(value: Value): string {
  if (value === null || isUnknown(value)) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
