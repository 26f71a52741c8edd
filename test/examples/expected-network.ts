import type { ArgumentValue } from "./compare";
import type { ExpectedDifference } from "./expected";

/** A network resource that we name by its path where the published one has another name or none. */
export function namedByPath(
  where: string,
  names: { readonly published?: ArgumentValue; readonly ours: ArgumentValue },
): ExpectedDifference {
  return {
    where,
    ...names,
    reason: "name derived",
    fact: "A network resource that the user did not name has the path of its construct as its name.",
  };
}

export const createBeforeDestroy = { create_before_destroy: true };

export function vswitchOutlivesItsZone(vswitch: string): ExpectedDifference {
  return {
    where: `${vswitch}.lifecycle`,
    ours: createBeforeDestroy,
    reason: "defect mended",
    fact:
      "A vSwitch in use cannot be deleted (the provider retries DependencyViolation until it times out), so when a " +
      "zone is removed the cluster has to let go of the vSwitch first.",
  };
}
