import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly optional?: true; readonly required?: true }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

interface Schemas {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>
  >;
}

interface Behaviour {
  readonly attributes: Readonly<
    Record<string, { readonly validate?: { readonly oneOf?: readonly (string | number)[] } }>
  >;
}

const POOL = "alicloud_cs_kubernetes_node_pool";
const root = join(__dirname, "../..");
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));

const [provider] = Object.values(
  (read("provider-alicloud/schema/provider.json") as Schemas).provider_schemas,
);
const behaviour = (read("lab/providers/alicloud/behaviour.json") as Readonly<Record<string, Behaviour>>)[
  POOL
];

/** The arguments of a pool that can be given; those of a block stand behind its name: `data_disks.size`. */
export const poolArgumentNames: readonly string[] = namesIn(provider?.resource_schemas[POOL]?.block ?? {});

function namesIn({ attributes = {}, block_types: blocks = {} }: Block, path = ""): readonly string[] {
  return [
    ...Object.entries(attributes)
      .filter(([, { optional, required }]) => optional === true || required === true)
      .map(([name]) => `${path}${name}`),
    ...Object.entries(blocks).flatMap(([name, { block }]) => namesIn(block, `${path}${name}.`)),
  ];
}

/** The values that the provider takes for an argument of a pool, where it has a list of them. */
export function allowedFor(argument: string): readonly (string | number)[] {
  return behaviour?.attributes[argument]?.validate?.oneOf ?? [];
}
