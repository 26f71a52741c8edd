import {
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformProvider,
  Tokenization,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  type TerraformElement,
  type TerraformStack,
} from "cdktf";
import type { TypedElement } from "../limits";

/** A provider that a cluster of its own stack tells how to come in. */
export interface Configured {
  readonly path: string;
  readonly provider: string;
  /** Terraform addresses. */
  readonly clusters: readonly string[];
}

const callingProviders = new Set(["kubernetes", "helm", "kubectl"]);

/** Whether a provider talks to clusters while Terraform runs. */
export function isCaller(provider: TerraformProvider): boolean {
  return callingProviders.has(provider.terraformResourceType);
}

/** Those of the elements of a stack that are providers whose configuration leads to a cluster of it, by a data source or at once. */
export function configuredByClusters(elements: readonly TypedElement[]): Configured[] {
  return elements
    .filter(
      (element): element is TerraformProvider & TypedElement =>
        TerraformProvider.isTerraformProvider(element) && isCaller(element),
    )
    .flatMap((provider) => {
      const text = rendered(provider);
      const asked = elements.filter(
        (element): element is TerraformDataSource & TypedElement =>
          TerraformDataSource.isTerraformDataSource(element) && text.includes(`${addressOf(element)}.`),
      );
      const clusters = new Set([text, ...asked.map(rendered)].flatMap(clustersIn));
      return clusters.size === 0
        ? []
        : [{ path: provider.node.path, provider: provider.terraformResourceType, clusters: [...clusters] }];
    });
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformDataSource): string {
  return `data.${terraformResourceType}.${friendlyUniqueId}`;
}

function clustersIn(text: string): readonly string[] {
  return text.match(/(?<![\w.-])alicloud_cs_(?:managed_|edge_|serverless_)?kubernetes\.[\w-]+/g) ?? [];
}

/** What an element says to Terraform, without what it says of other stacks. */
function rendered(element: TerraformElement): string {
  const resolver = new OwnReferences(element.cdktfStack);
  const json: unknown = element.toTerraform();
  return JSON.stringify(Tokenization.resolve(json, { scope: element, resolver, preparing: false }));
}

/** Before cdktf has prepared a stack, references to others look like its own: only their origin tells them apart. */
class OwnReferences extends DefaultTokenResolver {
  constructor(private readonly stack: TerraformStack) {
    super(new StringConcat());
  }

  public override resolveToken(
    token: IResolvable & { readonly originStack?: TerraformStack },
    context: IResolveContext,
    postProcessor: IPostProcessor,
  ): unknown {
    const { originStack = this.stack } = token;
    return originStack === this.stack ? super.resolveToken(token, context, postProcessor) : "";
  }
}
