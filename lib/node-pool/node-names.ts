import { isToken } from "../limits";
import { Cidr } from "../values";

/** What the names of nodes are made of: prefix, address, suffix. `nodeNameAt` shows a name. */
export interface NodeNames {
  /** Lower-case letters, digits, hyphens and dots before the address, for example `shop-`. */
  readonly prefix: string;

  /**
   * Likewise behind the address.
   * @default - nothing
   */
  readonly suffix?: string;
}

/** As the provider wants it, with the whole address in the middle. */
export function nodeNameMode(names: NodeNames | undefined): string | undefined {
  return names === undefined ? undefined : `customized,${names.prefix},ip,${names.suffix ?? ""}`;
}

/**
 * The name of the node with a private address, `shop-192.168.0.55.test`: to see it before the pool is made, and to find the
 * node of an address later.
 *
 * @throws ValueError when it is no IPv4 address
 */
export function nodeNameAt({ prefix, suffix = "" }: NodeNames, address: string): string {
  return `${prefix}${Cidr.parse(`${address}/32`).address}${suffix}`;
}

const exampleAddress = "192.168.0.55";

/** A name as a node will have it; undefined when Terraform alone knows a part of it. */
export function exampleNodeName(names: NodeNames): string | undefined {
  return isToken(names.prefix) || isToken(names.suffix) ? undefined : nodeNameAt(names, exampleAddress);
}

/** How many characters of an example are not those of its address. */
export function affixLength(example: string): number {
  return example.length - exampleAddress.length;
}
