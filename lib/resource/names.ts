import type { IConstruct } from "constructs";

/** The service allows 128 characters for the names of network and key resources. */
const longestName = 128;

/**
 * The name in the cloud of a resource that the user did not name: its path in the construct tree, which is as
 * stable as its Terraform address. Names of such resources can be changed in place.
 *
 * @param child tells the resources of one construct apart
 */
export function nameFromPath(scope: IConstruct, child?: string): string {
  const name = [scope.node.path, ...(child === undefined ? [] : [child])].join("/").replaceAll("/", "-");
  return name.length > longestName ? name.slice(name.length - longestName).replace(/^-+/, "") : name;
}
