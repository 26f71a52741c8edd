import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CtyType } from "../values";
import { Models } from "./models";
import { OLDER_NAMES } from "./older-names";
import type { Attribute, Behaviour, Block, NestedBlock, Notice, ProviderModel, ResourceModel } from "./model";

/** `terraform providers schema -json`, as far as it is read here. */
interface SchemaFile {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly provider: RawSchema;
        readonly resource_schemas: Readonly<Record<string, RawSchema>>;
        readonly data_source_schemas: Readonly<Record<string, RawSchema>>;
      }
    >
  >;
}

interface RawSchema {
  readonly version: number;
  readonly block: RawBlock;
}

interface RawBlock {
  readonly attributes?: Readonly<Record<string, RawAttribute>>;
  readonly block_types?: Readonly<Record<string, RawBlockType>>;
}

interface RawAttribute {
  readonly type: CtyType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
}

interface RawBlockType {
  readonly nesting_mode: NestedBlock["nesting"];
  readonly block: RawBlock;
  readonly min_items?: number;
  readonly max_items?: number;
}

type Behaviours = Readonly<
  Record<
    string,
    {
      readonly attributes: Readonly<Record<string, Behaviour>>;
      readonly importable: boolean;
      readonly deprecated?: Notice;
      readonly timeouts?: Readonly<Record<string, string>>;
    }
  >
>;

const folder = join(__dirname, "..", "..", "providers");

/** The names of the folders in `providers/`. */
export const KNOWN_PROVIDERS = ["alicloud", "kubernetes"] as const;

export function loadProvider(name: string): ProviderModel {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, name, file), "utf8")) as T;
  const { source, version } = read<{ source: string; version: string }>("provider.json");
  const schema = read<SchemaFile>("schema.json").provider_schemas[source];
  if (schema === undefined) throw new Error(`providers/${name}/schema.json does not describe ${source}`);
  const behaviours = read<Behaviours>("behaviour.json");
  const computed = read<Readonly<Record<string, readonly string[]>>>("computed.json");

  const resource = (type: string, { block, version: schemaVersion }: RawSchema): ResourceModel => {
    const behaviour = behaviours[type];
    const computedBlocks = new Set(computed[type]);
    return {
      mode: "resource",
      type,
      version: schemaVersion,
      block: new Builder(behaviour?.attributes ?? {}, computedBlocks).block(block, ""),
      importable: behaviour?.importable ?? true,
      ...(behaviour?.deprecated && { deprecated: behaviour.deprecated }),
      timeouts: behaviour?.timeouts ?? {},
    };
  };
  const dataSource = (type: string, { block, version: schemaVersion }: RawSchema): ResourceModel => ({
    mode: "data",
    type,
    version: schemaVersion,
    block: new Builder({}, new Set()).block(block, ""),
    importable: false,
    timeouts: {},
  });
  return {
    source,
    version,
    config: new Builder({}, new Set()).block(schema.provider.block, ""),
    resources: modelsOf(schema.resource_schemas, resource),
    dataSources: modelsOf(schema.data_source_schemas, dataSource),
  };
}

function modelsOf(
  schemas: Readonly<Record<string, RawSchema>>,
  make: (type: string, raw: RawSchema) => ResourceModel,
): Models {
  const own = Object.entries(schemas).map(([type, raw]) => [type, () => make(type, raw)] as const);
  const makers = new Map(own);
  for (const [older, type] of Object.entries(OLDER_NAMES)) {
    const maker = makers.get(type);
    if (maker !== undefined && !makers.has(older)) makers.set(older, maker);
  }
  return new Models(makers);
}

/** Puts a block of the schema and what is known of its arguments together. */
class Builder {
  constructor(
    private readonly behaviours: Readonly<Record<string, Behaviour>>,
    private readonly computedBlocks: ReadonlySet<string>,
  ) {}

  public block(raw: RawBlock, path: string): Block {
    const attributes = new Map(
      Object.entries(raw.attributes ?? {}).map(([name, one]) => [name, this.attribute(name, one, path)]),
    );
    const blocks = new Map(
      Object.entries(raw.block_types ?? {}).map(([name, one]) => [name, this.nested(name, one, path)]),
    );
    return { attributes, blocks, type: typeOf(attributes, blocks) };
  }

  private attribute(name: string, raw: RawAttribute, path: string): Attribute {
    return {
      ...this.behaviours[path + name],
      name,
      type: raw.type,
      required: raw.required ?? false,
      optional: raw.optional ?? false,
      computed: raw.computed ?? false,
      sensitive: raw.sensitive ?? false,
      writeOnly: raw.write_only ?? false,
    };
  }

  private nested(name: string, raw: RawBlockType, path: string): NestedBlock {
    return {
      ...this.behaviours[path + name],
      name,
      nesting: raw.nesting_mode,
      block: this.block(raw.block, `${path}${name}.`),
      minBlocks: raw.min_items ?? 0,
      maxBlocks: raw.max_items ?? Infinity,
      computed: this.computedBlocks.has(path + name),
    };
  }
}

function typeOf(
  attributes: ReadonlyMap<string, Attribute>,
  blocks: ReadonlyMap<string, NestedBlock>,
): CtyType {
  const members: Record<string, CtyType> = {};
  for (const [name, { type }] of attributes) members[name] = type;
  for (const [name, { nesting, block }] of blocks) {
    members[name] = nesting === "single" ? block.type : [nesting, block.type];
  }
  return ["object", members];
}
