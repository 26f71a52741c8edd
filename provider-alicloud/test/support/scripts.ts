import { createRequire } from "node:module";

/** The scripts are plain JavaScript; this gives the tests their types. */
const load = createRequire(__filename);

export interface Attribute {
  readonly type: unknown;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly description?: string;
}

export interface BlockType {
  readonly nesting_mode: "list" | "set" | "single";
  readonly max_items?: number;
  readonly min_items?: number;
  readonly block: Block;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, BlockType>>;
  readonly description?: string;
}

export interface Schema {
  readonly version?: number;
  readonly block: Block;
}

export interface Provider {
  readonly provider: Schema;
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

export interface ProviderSchemas {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, Provider>>;
}

export interface ResourceList {
  readonly version: string;
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

export const { speedUp } = load("../../scripts/speed-up.js") as {
  speedUp: (code: string, fileName: string) => string;
};

export const { providerOf, serialize, trim } = load("../../scripts/schema.js") as {
  providerOf: (schemas: ProviderSchemas) => Provider;
  serialize: (schemas: ProviderSchemas) => string;
  trim: (schemas: ProviderSchemas, list: ResourceList) => ProviderSchemas;
};

export const { fetchSchemas } = load("../../scripts/terraform.js") as {
  fetchSchemas: (version: string) => ProviderSchemas;
};

export const { versionConstraint } = load("../../scripts/generate.js") as {
  versionConstraint: (version: string) => string;
};

export const paths = load("../../scripts/paths.js") as {
  readonly root: string;
  readonly schema: string;
  readonly list: string;
  readonly lib: string;
  readonly unpatchedLib: string;
};
