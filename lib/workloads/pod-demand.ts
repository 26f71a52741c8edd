import { isToken } from "../limits";
import { ValueError } from "../values";

/** What a Pod has to say to get something of a node, by where it says it. */
export interface PodDemand {
  /** For `resources.limits` of the container. */
  readonly limits: Readonly<Record<string, string>>;
  /** For the labels of the template of the Pod, not of what makes it. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** For `nodeSelector`: the nodes that have it. */
  readonly nodeSelector: Readonly<Record<string, string>>;
}

/** A number as resources have it, refused where no node could give it. */
export function wholeNumber(value: number, what: string): string {
  if (!isToken(value) && !(Number.isInteger(value) && value > 0)) {
    throw new ValueError({ got: `${what} ${value}`, want: "a whole number of 1 or more" });
  }
  return String(value);
}
