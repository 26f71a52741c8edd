import { isToken } from "../limits";

/** What the names of nodes are made of: prefix, address, suffix. */
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

/** A name as a node will have it; undefined when Terraform alone knows a part of it. */
export function exampleNodeName({ prefix, suffix = "" }: NodeNames): string | undefined {
  return isToken(prefix) || isToken(suffix) ? undefined : `${prefix}192.168.0.55${suffix}`;
}
