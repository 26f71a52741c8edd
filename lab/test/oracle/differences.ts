import { isEquivalent } from "../../lib/engine/normalise";
import type { CtyType, Path, Value } from "../../lib/values";
import { elementType, equal, formatPath, isList, isObject, isUnknown, memberType } from "../../lib/values";

/** What a plan changes, by path, in the three kinds that the recordings tell apart. */
export interface Differences {
  readonly changed: string[];
  /** Null becomes the zero value, or the other way round. */
  readonly zeroed: string[];
  readonly unknown: string[];
}

export function differences(type: CtyType, before: Value, after: Value): Differences {
  const found: Differences = { changed: [], zeroed: [], unknown: [] };
  collect(type, before, after, [], found);
  return found;
}

function collect(type: CtyType, before: Value, after: Value, path: Path, found: Differences): void {
  const here = formatPath(path);
  if (isUnknown(after)) {
    found.unknown.push(here);
  } else if (equal(type, before, after)) {
    return;
  } else if (isZero(before) && isZero(after)) {
    found.zeroed.push(here);
  } else if (isSet(type)) {
    // The elements of a set have no index of their own: the set as a whole is compared.
    found.changed.push(here);
  } else if (isList(before) && isList(after)) {
    const of = elementType(type);
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      const [old, now] = [before[index], after[index]];
      if (old === undefined || now === undefined) found.changed.push(formatPath([...path, index]));
      else collect(of, old, now, [...path, index], found);
    }
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(memberType(type, name), before[name] ?? null, after[name] ?? null, [...path, name], found);
    }
  } else {
    found.changed.push(here);
  }
}

function isZero(value: Value): boolean {
  return isEquivalent("dynamic", value, null);
}

function isSet(type: CtyType): boolean {
  return typeof type === "object" && type[0] === "set";
}

/** Cuts the paths of a recording where they go into a set, whose elements it numbers. */
export function outsideOfSets(type: CtyType, paths: readonly string[]): string[] {
  const cut = paths.map((path) => {
    const steps: (string | number)[] = [];
    let at = type;
    for (const step of path.split(/[.[\]]+/).filter((one) => one !== "")) {
      if (isSet(at)) break;
      const isIndex = typeof at === "object" && at[0] === "list";
      steps.push(isIndex ? Number(step) : step);
      at = isIndex ? elementType(at) : memberType(at, step);
    }
    return formatPath(steps);
  });
  return [...new Set(cut)];
}

/** Which of the paths of a resource lead to a set. */
export function isSetAt(type: CtyType, path: string): boolean {
  let at = type;
  for (const step of path.split(/[.[\]]+/).filter((one) => one !== "")) {
    at = typeof at === "object" && at[0] === "list" ? elementType(at) : memberType(at, step);
  }
  return isSet(at);
}
