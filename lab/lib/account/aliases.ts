import { isUnknown, type ValueObject } from "../values";

/** Lets all names of one thing follow the one that was changed, as a Read does. */
export function followAliases(
  values: ValueObject,
  prior: ValueObject,
  aliases: readonly (readonly string[])[],
): ValueObject {
  const followed = { ...values };
  for (const group of aliases) {
    const changed = group.find(
      (name) => values[name] !== prior[name] && values[name] !== null && !isUnknown(values[name]),
    );
    if (changed === undefined) continue;
    for (const name of group) if (name in values) followed[name] = values[changed] ?? null;
  }
  return followed;
}
