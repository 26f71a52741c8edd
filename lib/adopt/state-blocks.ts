import { Aspects, TerraformElement, TerraformStack, type TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { ValueError } from "../values";
import { keepWhatIsThere, type Adoption } from "./keep-what-is-there";
import { addressOf, resourcesOf, silence } from "./resources";

/** A construct that stood elsewhere in the tree, in its stack. */
export interface Move {
  readonly scope: IConstruct;
  readonly addressBefore: (resource: TerraformResource) => string;
}

/**
 * Stands once in each stack that adopts, moves or lets go of something, and writes the blocks that say so. cdktf has methods for
 * the first two, which want a Terraform binary at synthesis.
 */
export class StateBlocks extends TerraformElement {
  public static of(scope: IConstruct): StateBlocks {
    const stack = TerraformStack.of(scope);
    const existing = stack.node.tryFindChild(StateBlocks.id) as StateBlocks | undefined;
    return existing ?? new StateBlocks(stack);
  }

  private static readonly id = "cdktf-ack-state";
  private readonly adoptions: Adoption[] = [];
  private readonly moves: Move[] = [];
  private readonly letGo: IConstruct[] = [];
  private readonly gone: string[] = [];

  private constructor(stack: TerraformStack) {
    super(stack, StateBlocks.id);
    // Overrides and children come after the constructor, and what they change has to be there before the stack is written.
    Aspects.of(this).add({
      visit: () => {
        this.adoptions.forEach(keepWhatIsThere);
        this.letGo.forEach(silence);
      },
    });
  }

  public adopt(adoption: Adoption): void {
    this.adoptions.push(adoption);
  }

  public move(move: Move): void {
    this.moves.push(move);
  }

  /** Lets go of all resources of a construct. */
  public letGoOf(scope: IConstruct): void {
    this.letGo.push(scope);
  }

  /** Lets go of a resource that is not in the code any more. */
  public letGoOfAddress(address: string): void {
    this.gone.push(address);
  }

  public override toTerraform(): object {
    const { imports, moved, removed } = this.blocks();
    return {
      ...(imports.length === 0 ? {} : { import: imports }),
      ...(moved.length === 0 ? {} : { moved }),
      ...(removed.length === 0
        ? {}
        : { removed: removed.map((from) => ({ from, lifecycle: { destroy: false } })) }),
    };
  }

  public override toHclTerraform(): object {
    const { imports, moved, removed } = this.blocks();
    const [first] = removed;
    if (first !== undefined) {
      // Without the block, Terraform would destroy what is not in the configuration.
      throw new ValueError({
        got: `${first} to let go of, in a stack that is written as HCL`,
        want: "a stack that is written as JSON: cdktf writes no removed blocks in HCL",
        fix: "leave hclOutput out until it is applied",
      });
    }
    return {
      ...(imports.length === 0
        ? {}
        : { import: imports.map(({ to, id }) => ({ to: inHcl(to, "reference"), id: inHcl(id, "string") })) }),
      ...(moved.length === 0
        ? {}
        : {
            moved: moved.map(({ from, to }) => ({
              from: inHcl(from, "reference"),
              to: inHcl(to, "reference"),
            })),
          }),
    };
  }

  private blocks() {
    const letGo = new Set(this.letGo.flatMap(resourcesOf));
    const moves = this.moves.flatMap(({ scope, addressBefore }) =>
      resourcesOf(scope).map((resource) => ({ resource, from: addressBefore(resource) })),
    );
    return {
      imports: this.adoptions
        .filter(({ resource }) => !letGo.has(resource))
        .map(({ resource, importId }) => ({ to: addressOf(resource), id: importId() })),
      moved: moves
        .filter(({ resource }) => !letGo.has(resource))
        .map(({ resource, from }) => ({ from, to: addressOf(resource) })),
      removed: [
        ...[...letGo].map(addressOf),
        // The state may have it where it was before.
        ...moves.filter(({ resource }) => letGo.has(resource)).map(({ from }) => from),
        ...this.gone,
      ],
    };
  }
}

/** An argument of a block as cdktf wants it for HCL. */
function inHcl(value: string, storageClassType: "reference" | "string") {
  return { value, type: "simple", storageClassType, isBlock: false };
}
