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
  const path = [scope.node.path, ...(child === undefined ? [] : [child])].join("-");
  // NAT gateways and public addresses take letters, digits, hyphens and underscores alone, and want a letter first.
  const name = path
    .replaceAll(/[^A-Za-z0-9_-]/g, "-")
    .slice(-longestName)
    .replace(/^[^A-Za-z]+/, "");
  return name === "" ? "ack" : name;
}
