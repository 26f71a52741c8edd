"use strict";

/**
 * @typedef {{ attributes?: Record<string, Attribute>, block_types?: Record<string, BlockType>, deprecated?: boolean }} Block
 * @typedef {{ type?: unknown, required?: boolean, optional?: boolean, computed?: boolean, sensitive?: boolean,
 *   deprecated?: boolean, nested_type?: unknown }} Attribute
 * @typedef {{ nesting_mode: string, block: Block, min_items?: number, max_items?: number }} BlockType
 * @typedef {{ version?: number, block: Block }} Schema
 * @typedef {{ provider: Schema, resource_schemas: Record<string, Schema>, data_source_schemas: Record<string, Schema> }} Provider
 * @typedef {{ format_version: string, provider_schemas: Record<string, Provider> }} ProviderSchemas
 *   the output of `terraform providers schema -json`
 * @typedef {{ version: string, resources: string[], dataSources: string[] }} ResourceList
 */

const FQPN = "registry.terraform.io/aliyun/alicloud";

/** What the bindings do not need: prose, which is most of a full schema. */
const PROSE = new Set(["description", "description_kind"]);

/**
 * @param {ProviderSchemas} schemas
 * @returns {Provider}
 */
function providerOf(schemas) {
  const provider = schemas.provider_schemas[FQPN];
  if (!provider) throw new Error(`The schema has no provider ${FQPN}.`);
  return provider;
}

/**
 * The schema with only the resources and data sources of the list, without descriptions.
 *
 * @param {ProviderSchemas} schemas
 * @param {ResourceList} list
 * @returns {ProviderSchemas}
 */
function trim(schemas, list) {
  const provider = providerOf(schemas);
  return {
    format_version: schemas.format_version,
    provider_schemas: {
      [FQPN]: {
        provider: withoutProse(provider.provider),
        resource_schemas: pick("resource", provider.resource_schemas, list.resources),
        data_source_schemas: pick("data source", provider.data_source_schemas, list.dataSources),
      },
    },
  };
}

/**
 * @param {string} kind
 * @param {Record<string, Schema>} schemas
 * @param {string[]} names
 */
function pick(kind, schemas, names) {
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const schema = schemas[name];
      if (!schema) throw new Error(`The schema has no ${kind} ${name}, which schema/resources.json lists.`);
      return [name, withoutProse(schema)];
    }),
  );
}

/**
 * @param {Schema} schema
 * @returns {Schema}
 */
function withoutProse({ version, block }) {
  return { version, block: blockWithoutProse(block) };
}

/**
 * Goes by the grammar, not by key: `description` is also the name of many arguments.
 *
 * @param {Block} block
 * @returns {Block}
 */
function blockWithoutProse({ attributes, block_types, ...rest }) {
  return {
    ...dropProse(rest),
    ...(attributes && { attributes: mapValues(attributes, dropProse) }),
    ...(block_types && { block_types: mapValues(block_types, blockTypeWithoutProse) }),
  };
}

/**
 * @param {BlockType} type
 * @returns {BlockType}
 */
function blockTypeWithoutProse(type) {
  return { ...type, block: blockWithoutProse(type.block) };
}

/**
 * @template {object} T
 * @param {T} value
 * @returns {T}
 */
function dropProse(value) {
  return /** @type {T} */ (Object.fromEntries(Object.entries(value).filter(([key]) => !PROSE.has(key))));
}

/**
 * @template T
 * @param {Record<string, T>} record
 * @param {(value: T) => T} change
 */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/**
 * One line for each resource, so that a refresh shows in a diff what changed.
 *
 * @param {ProviderSchemas} schemas
 * @returns {string}
 */
function serialize(schemas) {
  const provider = providerOf(schemas);
  const lines = (/** @type {Record<string, Schema>} */ record) =>
    Object.entries(record)
      .map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`)
      .join(",\n");
  return `{"format_version":${JSON.stringify(schemas.format_version)},"provider_schemas":{${JSON.stringify(FQPN)}:{
"provider":${JSON.stringify(provider.provider)},
"resource_schemas":{
${lines(provider.resource_schemas)}
},
"data_source_schemas":{
${lines(provider.data_source_schemas)}
}}}}
`;
}

module.exports = { FQPN, providerOf, trim, serialize };
