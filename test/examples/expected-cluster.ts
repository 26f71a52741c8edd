import type { ExpectedDifference } from "./expected";

/** The client key of a cluster is kept out of the state. */
export function clientKeyStaysOut(cluster: string): ExpectedDifference {
  return {
    where: `${cluster}.skip_set_certificate_authority`,
    ours: true,
    reason: "defect mended",
    fact:
      "Without it the provider keeps the client key of the cluster in the state, in certificate_authority, which is " +
      "not marked sensitive.",
  };
}

/** A password that was published as text is a sensitive variable. */
export function passwordIsVariable(
  resource: string,
  passwords: Pick<ExpectedDifference, "published" | "ours">,
): ExpectedDifference {
  return {
    where: `${resource}.password`,
    ...passwords,
    reason: "defect mended",
    fact: "A password in the code is known to all who read it; a sensitive variable is given to each apply.",
  };
}

/** A security group that was published without rules, so that ACK would not have it reach anything. */
export const rulesWereMissing = {
  reason: "defect mended",
  fact: "ACK writes no rules into a group that it is given: without one, its members do not reach each other.",
} as const;

/** Add-ons that a cluster was published without. */
export const pluginWasMissing = {
  reason: "defect mended",
  fact: "A cluster that is made without a network plug-in has nodes that are never ready; disks need a plug-in as well.",
} as const;

/** A name that was published as a prefix. */
export const nameInFull = {
  reason: "name derived",
  fact: "A name is written in full in our stack, so that it is the same in each plan.",
} as const;
