import { Aspects, TerraformElement, TerraformStack, type TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { keptArguments } from "./kept";

/** Something that exists, and the resource that is to have it. */
export interface Adoption {
  readonly resource: TerraformResource;
  /** By which the provider imports it. */
  readonly importId: string;
  /** Whether the user has given a prop, in which case Terraform holds the resource to it. */
  readonly isGiven: (prop: string) => boolean;
}

/**
 * Stands once in each stack that adopts something, and writes its import blocks. `importFrom` of cdktf would do that as well, but
 * it wants a Terraform binary at synthesis.
 */
export class AdoptedElement extends TerraformElement {
  public static of(scope: IConstruct): AdoptedElement {
    const stack = TerraformStack.of(scope);
    const existing = stack.node.tryFindChild(AdoptedElement.id) as AdoptedElement | undefined;
    return existing ?? new AdoptedElement(stack);
  }

  private static readonly id = "cdktf-ack-adopted";
  private readonly adoptions: Adoption[] = [];

  private constructor(stack: TerraformStack) {
    super(stack, AdoptedElement.id);
    // Overrides come after the constructor, and the lifecycle has to be there before the resource is written.
    Aspects.of(this).add({ visit: () => this.adoptions.forEach(keepWhatIsThere) });
  }

  public add(adoption: Adoption): void {
    this.adoptions.push(adoption);
  }

  public override toTerraform(): object {
    return {
      import: this.adoptions.map(({ resource, importId }) => ({ to: addressOf(resource), id: importId })),
    };
  }

  public override toHclTerraform(): object {
    const value = (text: string, storageClassType: string) => ({
      value: text,
      type: "simple",
      storageClassType,
    });
    return {
      import: this.adoptions.map(({ resource, importId }) => ({
        to: value(addressOf(resource), "reference"),
        id: value(importId, "string"),
      })),
    };
  }
}

export function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}

function keepWhatIsThere({ resource, isGiven }: Adoption): void {
  const { lifecycle = {}, terraformResourceType: type } = resource;
  const { ignoreChanges = [] } = lifecycle;
  if (!Array.isArray(ignoreChanges)) return;
  const overridden = new Set(Object.keys(overridesOf(resource)));
  const ignored = keptArguments({ type, isGiven, overridden, written: argumentsOf(resource) });
  if (ignored.length === 0) return;
  resource.lifecycle = { ...lifecycle, ignoreChanges: [...new Set([...ignoreChanges, ...ignored])] };
}

/** What `addOverride` has set; cdktf gives no other way to it. */
function overridesOf(resource: TerraformResource): object {
  return (resource as unknown as { readonly rawOverrides: object }).rawOverrides;
}

function argumentsOf(resource: TerraformResource): Set<string> {
  const { resource: byType } = resource.toTerraform() as {
    resource?: Record<string, Record<string, Record<string, unknown>>>;
  };
  const values = byType?.[resource.terraformResourceType]?.[resource.friendlyUniqueId] ?? {};
  return new Set(Object.keys(values).filter((name) => values[name] !== undefined));
}
