import { isObject, schemaPath, valueAt, type Path, type ResourceChange } from "./change";

/** Stands for a value that is known after the apply only. */
export const UNKNOWN = Symbol("known after apply");

/** One place where a resource is not what it was. */
export interface Difference {
  readonly path: Path;
  /** `undefined` when there was nothing. */
  readonly before: unknown;
  /** `undefined` when there is nothing any more, {@link UNKNOWN} when only the apply will tell. */
  readonly after: unknown;
}

/** How a resource differs, down to single values. What only swaps nothing and an empty value is no difference. */
export function differencesOf({ before, after, afterUnknown }: ResourceChange): readonly Difference[] {
  const found: Difference[] = [];
  collect(found, [], before ?? undefined, withUnknowns(after ?? undefined, afterUnknown));
  return found;
}

/** What stands under one path before and after, whether it differs or not. */
export function differenceAt({ before, after, afterUnknown }: ResourceChange, path: Path): Difference {
  return {
    path,
    before: valueAt(before, path),
    after: valueAt(withUnknowns(after ?? undefined, afterUnknown), path),
  };
}

/** The planned values, with a mark where they are unknown. */
export function withUnknowns(after: unknown, unknowns: unknown): unknown {
  if (unknowns === true) return UNKNOWN;
  if (Array.isArray(unknowns)) {
    const list: readonly unknown[] = Array.isArray(after) ? after : [];
    return Array.from({ length: Math.max(list.length, unknowns.length) }, (_, index) =>
      withUnknowns(list[index], unknowns[index]),
    );
  }
  if (isObject(unknowns) && (after === undefined || after === null || isObject(after))) {
    const marked: Record<string, unknown> = Object.fromEntries(Object.entries(after ?? {}));
    for (const [key, value] of Object.entries(unknowns)) {
      Object.defineProperty(marked, key, {
        value: withUnknowns(marked[key], value),
        enumerable: true,
        configurable: true,
      });
    }
    return marked;
  }
  return after;
}

/** The differences of one argument, given by its path in the schema, and in it. */
export function within(differences: readonly Difference[], argument: string): readonly Difference[] {
  return differences.filter(({ path }) => `${schemaPath(path)}.`.startsWith(`${argument}.`));
}

/** The provider's SDK swaps null and the zero value of an argument at will, and means nothing by it. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function collect(found: Difference[], path: Path, before: unknown, after: unknown): void {
  if (isNothing(before) && isNothing(after)) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index += 1) {
      collect(found, [...path, index], before[index], after[index]);
    }
  } else if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(found, [...path, key], own(before, key), own(after, key));
    }
  } else if (!Object.is(before, after)) {
    found.push({ path, before, after });
  }
}

function own(values: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
