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

/** The providers of a stack whose configuration leads to a cluster of the stack, by a data source or at once. */
export function configuredByClusters(stack: TerraformStack): Configured[] {
  const nodes = stack.node.findAll();
  return nodes
    .filter(
      (node): node is TerraformProvider => TerraformProvider.isTerraformProvider(node) && isCaller(node),
    )
    .flatMap((provider) => {
      const text = rendered(provider);
      const asked = nodes.filter(
        (node): node is TerraformDataSource =>
          TerraformDataSource.isTerraformDataSource(node) && text.includes(`${addressOf(node)}.`),
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
