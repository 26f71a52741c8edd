import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createOnlyTypes, sendingOf, withDefaults } from "../../lib/guard/create-only";
import { forceNew } from "../../lib/guard/force-new";
import { preciousTypes } from "../../lib/guard/precious";

interface Attribute {
  readonly forceNew?: boolean;
  readonly removed?: object;
  readonly default?: unknown;
}
interface Block {
  readonly attributes?: Readonly<Record<string, { readonly computed?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

const folder = join(__dirname, "../../lab/providers/alicloud");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const behaviour = read("behaviour.json") as Readonly<
  Record<string, { attributes: Record<string, Attribute> }>
>;
const schemas = read("schema.json") as {
  provider_schemas: Record<string, { resource_schemas: Record<string, { block: Block }> }>;
};
const [{ resource_schemas: resources } = { resource_schemas: {} }] = Object.values(schemas.provider_schemas);

function isComputed(block: Block | undefined, [name = "", ...rest]: readonly string[]): boolean {
  if (rest.length > 0) return isComputed(block?.block_types?.[name]?.block, rest);
  return block?.attributes?.[name]?.computed === true;
}

function isKnown(block: Block | undefined, [name = "", ...rest]: readonly string[]): boolean {
  const inner = block?.block_types?.[name]?.block;
  if (rest.length > 0) return isKnown(inner, rest);
  return inner !== undefined || block?.attributes?.[name] !== undefined;
}

describe("the table of what replaces a resource", () => {
  test.each(Object.keys(forceNew))("is that of the provider: %s", (type) => {
    const known = Object.entries(behaviour[type]?.attributes ?? {}).filter(
      ([, attribute]) => attribute.forceNew === true && attribute.removed === undefined,
    );
    const defaults = known.filter(([, attribute]) => attribute.default !== undefined);
    const others = known.filter(([, attribute]) => attribute.default === undefined).map(([name]) => name);
    const computed = (name: string) => isComputed(resources[type]?.block, name.split("."));
    const table = forceNew[type];
    expect(table?.defaults ?? {}).toEqual(
      Object.fromEntries(defaults.map(([name, of]) => [name, of.default])),
    );
    expect(table?.filledIn ?? []).toEqual(others.filter(computed).sort());
    expect(table?.plain ?? []).toEqual(others.filter((name) => !computed(name)).sort());
  });

  test("has every precious resource of the provider", () => {
    const ofAlicloud = preciousTypes.filter((type) => type.startsWith("alicloud_"));
    expect(ofAlicloud.filter((type) => forceNew[type] === undefined)).toEqual([]);
  });
});

describe("the table of what is sent at creation alone", () => {
  test.each(createOnlyTypes)("names arguments that exist and replace nothing: %s", (type) => {
    const { createOnly, neverEmptied } = sendingOf(type);
    const replacing = Object.keys(behaviour[type]?.attributes ?? {}).filter(
      (name) => behaviour[type]?.attributes[name]?.forceNew === true,
    );
    for (const name of [...createOnly, ...neverEmptied]) {
      expect([name, isKnown(resources[type]?.block, name.split("."))]).toEqual([name, true]);
      expect(replacing).not.toContain(name);
    }
  });

  test("has the defaults of the provider", () => {
    const type = "alicloud_cs_managed_kubernetes";
    const known = Object.entries(withDefaults(type, {})).map(([name]) => [
      name,
      behaviour[type]?.attributes[name]?.default,
    ]);
    expect(withDefaults(type, {})).toEqual(Object.fromEntries(known));
  });
});
