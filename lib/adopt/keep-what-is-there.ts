import type { TerraformResource } from "cdktf";
import { keptArguments } from "./kept";

/** Something that exists, and the resource that is to have it. */
export interface Adoption {
  readonly resource: TerraformResource;
  /** By which the provider imports it. */
  readonly importId: () => string;
  /** Whether the user has given a prop, in which case Terraform holds the resource to it. */
  readonly isGiven: (prop: string) => boolean;
}

/** Has Terraform ignore what an adopted resource keeps. */
export function keepWhatIsThere({ resource, isGiven }: Adoption): void {
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
