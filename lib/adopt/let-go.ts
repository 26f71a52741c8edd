import { DefaultTokenResolver, StringConcat, TerraformOutput, TerraformStack, Tokenization } from "cdktf";
import type { TerraformElement } from "cdktf";
import type { IConstruct } from "constructs";
import { declareFacts, joinRelation, type ElementsIn, type Relation } from "../limits";
import { addressOf, resourcesOf } from "./resources";
import { StateBlocks } from "./state-blocks";
import { letGoAddressLimits, letGoLimits, type LetGoFacts } from "./state-limits";

/**
 * Takes something out of the state and leaves it in place, where to remove it from the code would destroy it: by the removed
 * blocks of Terraform 1.7. It lives on, and is billed; other code can adopt it.
 */
export class LetGo {
  /**
   * Lets go of all resources of a construct: of a cluster that is its pools and add-ons, too. The construct stays in the code
   * until this is applied; then remove both.
   */
  public static of(scope: IConstruct): void {
    StateBlocks.of(scope).letGoOf(scope);
    joinRelation(scope, lettingGo, `new:${TerraformStack.of(scope).node.path}`, scope);
  }

  /** Lets go of resources that are not in the code any more, by their addresses as `terraform state list` prints them. */
  public static ofAddresses(stack: TerraformStack, ...addresses: readonly string[]): void {
    declareFacts(stack, letGoAddressLimits, { addresses });
    for (const address of addresses) {
      StateBlocks.of(stack).letGoOfAddress(address);
    }
  }
}

const lettingGo: Relation<IConstruct, LetGoFacts> = {
  id: "letting-go",
  limits: letGoLimits,
  facts: (members, elementsIn) => {
    const scopes = members.map(({ member }) => member);
    const [first] = scopes;
    const stack = first === undefined ? undefined : TerraformStack.of(first);
    return {
      stacks: scopes.filter((scope) => TerraformStack.isStack(scope)).map(({ node }) => node.path),
      referring: stack === undefined ? [] : referencesFromOutside(stack, scopes, elementsIn),
    };
  },
};

/** What is left in the configuration, and refers to what is not. */
function referencesFromOutside(
  stack: TerraformStack,
  scopes: readonly IConstruct[],
  elementsIn: ElementsIn,
): LetGoFacts["referring"] {
  const addresses = scopes.flatMap((scope) => resourcesOf(scope).map(addressOf));
  const isInside = (node: IConstruct) => node.node.scopes.some((above) => scopes.includes(above));
  const outputs = stack.node.findAll().filter((node) => TerraformOutput.isTerraformOutput(node));
  return [...elementsIn(stack), ...outputs]
    .filter((node) => !isInside(node))
    .flatMap((node) => {
      const text = textOf(node as unknown as TerraformElement);
      const address = addresses.find((one) =>
        new RegExp(`${one.replaceAll(".", "\\.")}(?![\\w-])`).test(text),
      );
      return address === undefined ? [] : [{ path: node.node.path, address }];
    });
}

function textOf(element: TerraformElement): string {
  return JSON.stringify(
    Tokenization.resolve(element.toTerraform(), { scope: element, preparing: false, resolver }) as unknown,
  );
}

const resolver = new DefaultTokenResolver(new StringConcat());
