import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { empty, inputs, minimal, oneOfEach, styles, twoOfEach } from "./support/inputs";
import { Observer, resourceClass } from "./support/observe";
import type { ProviderSchemas, Schema } from "./support/scripts";
import { paths, providerOf, speedUp } from "./support/scripts";

type Observations = Record<string, unknown>;

const provider = providerOf(JSON.parse(readFileSync(paths.schema, "utf8")) as ProviderSchemas);

const resources: readonly (readonly [folder: string, schema: Schema])[] = [
  ...foldersOf(provider.resource_schemas, ""),
  ...foldersOf(provider.data_source_schemas, "data-alicloud-"),
  ["provider", provider.provider],
];

beforeAll(() => {
  execFileSync(process.execPath, [join(paths.root, "scripts/build.mjs")]);
}, 120_000);

test.each(resources)("%s comes out of the faster bindings as of the official ones", (folder, schema) => {
  expect(observe(paths.lib, folder, schema)).toEqual(observe(paths.unpatchedLib, folder, schema));
});

test.each(resources)("%s is given every argument of its schema by the comparison", (folder, schema) => {
  const type = resourceClass(paths.unpatchedLib, folder);
  const { attributes } = new Observer(type, schema, twoOfEach);
  expect(attributes).toEqual(inputs(schema.block, twoOfEach, (name) => name));
});

test("a resource makes only the blocks that it is given", () => {
  const [, schema] = resources.find(([folder]) => folder === "cs-kubernetes-node-pool") ?? [];
  if (!schema) throw new Error("The schema has no node pool.");
  const blocksOf = (lib: string) =>
    new Observer(resourceClass(lib, "cs-kubernetes-node-pool"), schema, minimal).blocks;

  expect(blocksOf(paths.lib)).toEqual([]);
  expect(blocksOf(paths.unpatchedLib).length).toBeGreaterThan(10);
});

test("a form of generated code that nobody has looked at is refused", () => {
  const code = `class A { constructor() { this._x = new X(this, "x"); } get size() { return this._x.size(); } }`;
  expect(() => speedUp(code, "a/index.js")).toThrow(
    "a/index.js: do not know how to speed up: this._x.size()",
  );
});

function foldersOf(schemas: Readonly<Record<string, Schema>>, prefix: string): [string, Schema][] {
  return Object.entries(schemas).map(([name, schema]) => [
    prefix + name.replace(/^alicloud_/, "").replaceAll("_", "-"),
    schema,
  ]);
}

/** Everything that a program can see of a resource: filled in by each style, changed afterwards, and read from. */
function observe(lib: string, folder: string, schema: Schema): Observations {
  const type = resourceClass(lib, folder);
  const observations: Observations = {};

  for (const style of styles) {
    observations[style.name] = new Observer(type, schema, style).synth("as made").observations;
  }
  observations["read, then reset"] = new Observer(type, schema, oneOfEach)
    .references("before synth")
    .synth("after reading")
    .references("after synth")
    .resetInsideBlocks()
    .synth("after resetting inside blocks").observations;
  observations["reset"] = new Observer(type, schema, oneOfEach)
    .reset()
    .synth("after resetting")
    .references("after resetting").observations;
  observations["assigned afterwards"] = new Observer(type, schema, minimal)
    .assign(twoOfEach)
    .synth("after assigning")
    .assign(empty)
    .synth("after assigning empty blocks").observations;
  observations["assigned inside blocks"] = new Observer(type, schema, minimal)
    .assignInsideBlocks(oneOfEach)
    .synth("after assigning inside blocks")
    .references("after assigning inside blocks").observations;
  return observations;
}
