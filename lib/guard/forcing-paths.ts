import { schemaPath, valueAt, type Path, type ResourceChange } from "./change";
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
    .filter((difference) => forces(change, difference))
    .map(({ path }) => path);
}

function forces(change: ResourceChange, { path, before, after }: Difference): boolean {
  const { plain = [], defaults = {}, filledIn = [] } = forceNew[change.type] ?? {};
  // What differs may be a whole block around the argument, or a member of its list.
  const name = schemaPath(path);
  const among = (names: readonly string[]) =>
    names.some((known) => known === name || name.startsWith(`${known}.`));
  if (among(plain)) return true;
  if (Object.hasOwn(defaults, name)) {
    return (before ?? defaults[name]) !== (after ?? defaults[name]);
  }
  // The service has filled in what the configuration leaves out, and nobody knows with what.
  return (
    among(filledIn) &&
    !isNothing(before ?? listAt(change.before, path)) &&
    !isNothing(after ?? listAt(change.after, path))
  );
}

/** The list of which a member has come or gone. */
function listAt(values: unknown, path: Path): unknown {
  return typeof path.at(-1) === "number" ? valueAt(values, path.slice(0, -1)) : undefined;
}
