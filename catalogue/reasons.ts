/** Why a rule is not enforced. The list is closed: what fits none of these has to be enforced. */
export const reasons = [
  "duplicate-of",
  "unrepresentable",
  "provider-cannot",
  "account",
  "superseded",
  "not-configuration",
  "later",
  // For rules that nobody has looked at yet. It goes with the last of them.
] as const;

export type ReasonName = (typeof reasons)[number];

/** `duplicate-of:<rule>` and `unrepresentable:<compile-fail test>` name what proves them. */
const withTarget = new Set<ReasonName>(["duplicate-of", "unrepresentable"]);

export interface Reason {
  readonly name: ReasonName;
  /** What stands after the colon; empty where nothing has to. */
  readonly target: string;
}

/** Undefined for what is not on the list, or lacks its target, or has one that it does not need. */
export function parseReason(text: string): Reason | undefined {
  const colon = text.indexOf(":");
  const word = colon < 0 ? text : text.slice(0, colon);
  const target = colon < 0 ? "" : text.slice(colon + 1);
  const name = reasons.find((reason) => reason === word);
  return name === undefined || withTarget.has(name) !== target.length > 0 ? undefined : { name, target };
}
