import { schemaPath, type Path, type ResourceChange } from "./change";
import { differencesOf, isNothing, type Difference } from "./difference";
import { forceNew } from "./force-new";

/** The arguments that force a replacement: what the plan says, or else what is known of the provider. */
export function forcingPaths(change: ResourceChange): readonly Path[] {
  if (change.replacePaths !== undefined && change.replacePaths.length > 0) return change.replacePaths;
  return change.reason === undefined ? knownForcingPaths(change) : [];
}

/** Which of the differences of a resource the provider can only make by replacing it. */
export function knownForcingPaths(change: ResourceChange): readonly Path[] {
  if (!Object.hasOwn(forceNew, change.type)) return [];
  return differencesOf(change)
    .filter((difference) => forces(change.type, difference))
    .map(({ path }) => path);
}

function forces(type: string, { path, before, after }: Difference): boolean {
  const { plain = [], defaults = {}, filledIn = [] } = forceNew[type] ?? {};
  // What differs may be a whole block around the argument, or a member of its list.
  const name = schemaPath(path);
  const among = (names: readonly string[]) =>
    names.some((known) => known === name || name.startsWith(`${known}.`));
  if (among(plain)) return true;
  if (Object.hasOwn(defaults, name)) {
    return (before ?? defaults[name]) !== (after ?? defaults[name]);
  }
  // The service has filled in what the configuration leaves out, and nobody knows with what.
  return among(filledIn) && !isNothing(before) && !isNothing(after);
}
