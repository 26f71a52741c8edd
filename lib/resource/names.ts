import type { IConstruct } from "constructs";

/** The service allows 128 characters for the names of network and key resources. */
const longestName = 128;

/**
 * The name in the cloud of a resource that the user did not name: its path in the construct tree, which is as
 * stable as its Terraform address. Names of such resources can be changed in place.
 */
export function nameFromPath(scope: IConstruct): string {
  const name = scope.node.path.replaceAll("/", "-");
  return name.length > longestName ? name.slice(name.length - longestName).replace(/^-+/, "") : name;
}
