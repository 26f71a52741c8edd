import type { TerraformElement } from "cdktf";
import { TerraformDataSource, TerraformOutput, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

export function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}

/** The resources of a construct, in the order of the tree. */
export function resourcesOf(scope: IConstruct): TerraformResource[] {
  return scope.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
}

/** Leaves what a construct holds out of the configuration: its resources, and what is made of them alone. */
export function silence(scope: IConstruct): void {
  for (const node of scope.node.findAll()) {
    if (isSilenced(node)) {
      Object.defineProperties(node, { toTerraform: nothing, toHclTerraform: nothing });
    }
  }
}

const nothing = { value: () => ({}), configurable: true };

function isSilenced(node: IConstruct): node is TerraformElement {
  return (
    TerraformResource.isTerraformResource(node) ||
    TerraformDataSource.isTerraformDataSource(node) ||
    TerraformOutput.isTerraformOutput(node)
  );
}
