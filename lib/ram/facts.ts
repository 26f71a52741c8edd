import { fact, isToken, isUnknown, unknown, type Fact, type FactList } from "../limits";
import type { RamPolicyDocument } from "./document";

/** An action, and one of the resources that it is granted on. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
}

/** What the limits of a policy need to know. */
export interface DocumentFacts {
  readonly version: string;
  readonly actions: FactList<string>;
  readonly resources: FactList<string>;
  /** Actions of ACK that are limited to clusters, whichever those are. */
  readonly limitedActions: FactList<Grant>;
  /** Grants of every action on everything. */
  readonly grantsEverything: boolean;
  /** Characters of the text; unknown while something in it is. */
  readonly length: Fact<number>;
}

export function documentFacts(document: RamPolicyDocument): DocumentFacts {
  const statements = document.statements.map(
    ({ effect = "Allow", actions, resources = ["*"], allBut = false }) => ({
      isAllowed: effect === "Allow" && !allBut,
      actions: actions.map((one) => fact(one)),
      resources: resources.map((one) => fact(one)),
      clusters: resources.filter((one) => one.startsWith("acs:cs:") && one.includes("/")),
    }),
  );
  const text = fact(document.toJson());
  return {
    version: document.version,
    actions: statements.flatMap(({ actions }) => actions),
    resources: statements.flatMap(({ resources }) => resources),
    limitedActions: statements
      .filter(({ isAllowed }) => isAllowed)
      .flatMap(({ actions, clusters }) => actions.flatMap((action) => limited(action, clusters))),
    grantsEverything: statements.some(
      ({ isAllowed, actions, resources }) => isAllowed && actions.includes("*") && resources.includes("*"),
    ),
    // Without the text itself: Terraform could not compare it with a number.
    length: isUnknown(text) ? unknown(text.token) : text.length,
  };
}

/** The id of the cluster may be unknown: that the action is limited is known all the same. */
function limited(action: Fact<string>, [first]: readonly string[]): Fact<Grant>[] {
  if (first === undefined || (!isUnknown(action) && !action.startsWith("cs:"))) {
    return [];
  }
  return [isUnknown(action) ? action : { action, resource: isToken(first) ? "a cluster of the app" : first }];
}
