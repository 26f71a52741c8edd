import type { IConstruct } from "constructs";

/** What Terraform knows by a type: a resource, a data source, or a provider. */
export interface TypedElement extends IConstruct {
  readonly terraformResourceType: string;
}

/** All of them below a scope, in the order of the tree. */
export type ElementsIn = (scope: IConstruct) => readonly TypedElement[];

/**
 * Walks below each scope once: several relations look for elements of the same stack, which may hold thousands. Made
 * anew for each judgement, since stacks grow in between.
 */
export function elementsOnce(): ElementsIn {
  const known = new Map<IConstruct, readonly TypedElement[]>();
  return (scope) => {
    let elements = known.get(scope);
    if (elements === undefined) {
      elements = scope.node.findAll().filter(isTyped);
      known.set(scope, elements);
    }
    return elements;
  };
}

function isTyped(node: IConstruct): node is TypedElement {
  return "terraformResourceType" in node && typeof node.terraformResourceType === "string";
}
