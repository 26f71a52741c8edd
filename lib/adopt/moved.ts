import { TerraformStack, type TerraformResource } from "cdktf";
import type { IConstruct, Node } from "constructs";
import { joinRelation, type Relation } from "../limits";
import { addressOf, resourcesOf } from "./resources";
import { StateBlocks, type Move } from "./state-blocks";
import { movedLimits, type MovedFacts } from "./state-limits";

/**
 * Keeps what Terraform manages when code is refactored: the address of a resource is made of the ids of the constructs around
 * it, so that a construct with another id, or in another construct, would be destroyed and made anew.
 */
export class Moved {
  /**
   * Says where a construct was, with all resources in it.
   *
   * @param pathBefore its path in the same stack, without the id of the stack: `shop/cluster`
   */
  public static from(scope: IConstruct, pathBefore: string): void {
    const stack = TerraformStack.of(scope);
    const before = pathBefore.split("/");
    const addressBefore = (resource: TerraformResource): string => {
      const { scopes } = resource.node;
      const inside = scopes.slice(scopes.indexOf(scope) + 1).map(({ node }) => node.id);
      return `${resource.terraformResourceType}.${logicalId(stack, [...before, ...inside])}`;
    };
    const move = { scope, addressBefore };
    StateBlocks.of(scope).move(move);
    joinRelation(scope, moves, `new:${stack.node.path}`, move);
  }
}

/** The name that cdktf gives to a resource at a path; it asks for nothing but the ids on the way. */
function logicalId(stack: TerraformStack, ids: readonly string[]): string {
  const scopes = [stack, ...ids.map((id) => ({ node: { id } }))];
  return stack.getLogicalId({ scopes } as unknown as Node);
}

const moves: Relation<Move, MovedFacts> = {
  id: "moves",
  limits: movedLimits,
  facts: (members) => {
    const [first] = members;
    const present =
      first === undefined ? [] : resourcesOf(TerraformStack.of(first.member.scope)).map(addressOf);
    return {
      present,
      moved: members.flatMap(({ path, member: { scope, addressBefore } }) =>
        resourcesOf(scope).map((resource) => ({
          path,
          from: addressBefore(resource),
          to: addressOf(resource),
        })),
      ),
    };
  },
};
