import { findingsOf, limitsOn, type Finding, type Limit, type LimitText } from "../limits";
import type { OwnedClusterFacts, OwnedFacts, OwnedNodePoolFacts } from "./facts";

/** What a team can say about a ready-made limit: where it is written down, how to mend it, whether it only warns. */
export type OwnLimitText = Partial<Omit<LimitText, "rows" | "prop">>;

const subject = "Limits of your own";
/** They are made whenever a program or a test makes its app, so no table of the process has them. */
const unregistered = <F>(limit: Limit<F>): Limit<F> => limit;

/** The vocabulary for limits of a team on clusters. Their ids begin with `own-`. */
export function limitsOnClusters() {
  return limitsOn<OwnedClusterFacts>(subject, unregistered);
}

/** The vocabulary for limits of a team on node pools. Their ids begin with `own-`. */
export function limitsOnNodePools() {
  return limitsOn<OwnedNodePoolFacts>(subject, unregistered);
}

const onBoth = limitsOn<OwnedFacts>(subject, unregistered);
const source = { title: "rules of the organisation" };

/** Holds node pools to families of instance types, such as `ecs.g7`. Patterns have to name families of these. */
export function allowedInstanceFamilies(
  families: readonly string[],
  text: OwnLimitText = {},
): Limit<OwnedNodePoolFacts> {
  const want = `an instance type of ${families.join(", ")}`;
  const isAllowed = (type: string) => families.some((family) => isOfFamily(type, family));
  return limitsOnNodePools().monotone(
    "own-instance-families",
    ["instanceTypes", "patternFamilies", "openPatterns"],
    { statement: "Nodes are of the instance families that the organisation allows.", source, ...text },
    ({ instanceTypes, patternFamilies, openPatterns }) => [
      ...findingsOf(instanceTypes, (type) => (isAllowed(type) ? undefined : { got: type, want })),
      ...findingsOf(patternFamilies, (family) =>
        families.includes(family) ? undefined : { got: `a pattern of the family ${family}`, want },
      ),
      ...(openPatterns > 0 ? [{ got: "a pattern that names no families", want }] : []),
    ],
  );
}

/** Holds clusters or node pools to regions. */
export function allowedRegions(regions: readonly string[], text: OwnLimitText = {}): Limit<OwnedFacts> {
  return onBoth.oneOf("own-regions", "region", regions, {
    statement: "What is built is in a region that the organisation allows.",
    source,
    ...text,
  });
}

/** Holds clusters or node pools to having tags. */
export function requiredTags(keys: readonly string[], text: OwnLimitText = {}): Limit<OwnedFacts> {
  return onBoth.limit(
    "own-required-tags",
    ["tagKeys"],
    { statement: "What is built has the tags that the organisation asks for.", source, ...text },
    ({ tagKeys }) =>
      findingsOf(keys, (key): Finding | undefined =>
        tagKeys.includes(key)
          ? undefined
          : { got: `no tag ${JSON.stringify(key)}`, want: `the tags ${keys.join(", ")}` },
      ),
  );
}

/** `ecs.g7.xlarge` is of `ecs.g7`, and `ecs.gn7i-c8g1.2xlarge` of `ecs.gn7i`. */
function isOfFamily(type: string, family: string): boolean {
  return type.startsWith(`${family}.`) || type.startsWith(`${family}-`);
}
