import {
  DefaultTokenResolver,
  StringConcat,
  TerraformResource,
  Tokenization,
  type TerraformProvider,
  type TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";

/** A resource as Terraform gets it: with what users have overridden, whoever has made it. */
export interface Rendered {
  readonly resource: TerraformResource;
  /** The path that messages name: of the construct that the resource stands for, or of the resource. */
  readonly path: string;
  /** `alicloud_vswitch.name`. */
  readonly address: string;
  /** Undefined for the configuration without an alias. */
  readonly provider: TerraformProvider | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The resources of a stack of some types, by path. What is made by `count` or `for_each` cannot be told apart, and is left out. */
export function renderedIn(stack: TerraformStack, types: ReadonlySet<string>): Rendered[] {
  return stack.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType }) => types.has(terraformResourceType))
    .map(render)
    .filter(({ body }) => body["count"] === undefined && body["for_each"] === undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function render(resource: TerraformResource): Rendered {
  const { terraformResourceType: type, friendlyUniqueId: name } = resource;
  const json = resolved(resource.toTerraform(), resource) as {
    readonly resource: Readonly<Record<string, Readonly<Record<string, Rendered["body"]>>>>;
  };
  return {
    resource,
    path: constructOf(resource).node.path,
    address: `${type}.${name}`,
    provider: providerOf(resource),
    body: json.resource[type]?.[name] ?? {},
  };
}

/** The provider configuration of a construct; undefined for the one without an alias. */
export function providerOf(construct: IConstruct): TerraformProvider | undefined {
  const provider =
    "provider" in construct ? (construct.provider as TerraformProvider | undefined) : undefined;
  return provider?.alias === undefined ? undefined : provider;
}

/** The construct that shows the resource as its own. */
function constructOf(resource: TerraformResource): IConstruct {
  const { scope } = resource.node;
  return scope !== undefined && "resource" in scope && scope.resource === resource ? scope : resource;
}

/** A value with its tokens written out. */
export function resolved(value: unknown, scope: IConstruct): unknown {
  return Tokenization.resolve(value, { scope, preparing: false, resolver }) as unknown;
}

const resolver = new DefaultTokenResolver(new StringConcat());

/** The members of a block, which is an object where it can stand but once. */
export function blockOf(
  body: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  const value = body[name];
  const block: unknown = Array.isArray(value) ? value[0] : value;
  return typeof block === "object" && block !== null ? (block as Readonly<Record<string, unknown>>) : {};
}
