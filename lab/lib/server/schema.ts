import type { Attribute, Block, Models, NestedBlock, ProviderModel } from "../schema";

/** The schema of a provider, in the form of the protocol. */
export function schemaAnswer(provider: ProviderModel): object {
  return {
    provider: { version: 0, block: block(provider.config) },
    resource_schemas: schemas(provider.resources),
    data_source_schemas: schemas(provider.dataSources),
    diagnostics: [],
    server_capabilities: { get_provider_schema_optional: true },
  };
}

function schemas(models: Models): Record<string, object> {
  const result: Record<string, object> = {};
  for (const type of models.types) {
    const model = models.get(type);
    if (model) result[type] = { version: model.version, block: block(model.block) };
  }
  return result;
}

function block({ attributes, blocks }: Block): object {
  return {
    attributes: [...attributes.values()].map(attribute),
    block_types: [...blocks.values()].map(nestedBlock),
  };
}

function attribute({
  name,
  type,
  required,
  optional,
  computed,
  sensitive,
  writeOnly,
  ...rest
}: Attribute): object {
  return {
    name,
    type: Buffer.from(JSON.stringify(type)),
    required,
    optional,
    computed,
    sensitive,
    deprecated: rest.deprecated !== undefined,
    write_only: writeOnly,
  };
}

function nestedBlock({ name, block: inner, nesting, minBlocks, maxBlocks }: NestedBlock): object {
  return {
    type_name: name,
    block: block(inner),
    nesting: nesting.toUpperCase(),
    min_items: minBlocks,
    // The protocol says "any number" with a zero.
    max_items: maxBlocks === Infinity ? 0 : maxBlocks,
  };
}
