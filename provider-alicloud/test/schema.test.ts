import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { ProviderSchemas, ResourceList, Schema } from "./support/scripts";
import { fetchSchemas, paths, providerOf, serialize, trim } from "./support/scripts";

const schemaOf = (...names: string[]): Schema => ({
  version: 1,
  block: { attributes: Object.fromEntries(names.map((name) => [name, { type: "string", optional: true }])) },
});

const schemas = (
  resources: Record<string, Schema>,
  dataSources: Record<string, Schema> = {},
): ProviderSchemas => ({
  format_version: "1.0",
  provider_schemas: {
    "registry.terraform.io/aliyun/alicloud": {
      provider: schemaOf("region"),
      resource_schemas: resources,
      data_source_schemas: dataSources,
    },
  },
});

const listOf = (...resources: string[]): ResourceList => ({ version: "1.289.0", resources, dataSources: [] });

describe("trimming a schema", () => {
  test("keeps what is listed, in order, and drops the rest", () => {
    const all = schemas(
      { b: schemaOf("x"), c: schemaOf("x"), a: schemaOf("x") },
      { d: schemaOf("y"), e: schemaOf("y") },
    );
    const provider = providerOf(trim(all, { ...listOf("b", "a"), dataSources: ["e"] }));
    expect(Object.keys(provider.resource_schemas)).toEqual(["a", "b"]);
    expect(Object.keys(provider.data_source_schemas)).toEqual(["e"]);
  });

  test("drops descriptions, but keeps an argument or block of that name", () => {
    const block = {
      description: "prose",
      attributes: { description: { type: "string", optional: true, description: "prose" } },
      block_types: { description: { nesting_mode: "list", max_items: 1, block: { description: "prose" } } },
    } as const;
    expect(
      providerOf(trim(schemas({ a: { version: 0, block } }), listOf("a"))).resource_schemas["a"],
    ).toEqual({
      version: 0,
      block: {
        attributes: { description: { type: "string", optional: true } },
        block_types: { description: { nesting_mode: "list", max_items: 1, block: {} } },
      },
    });
  });

  test("refuses a list that names what the provider does not have", () => {
    expect(() => trim(schemas({}), listOf("alicloud_gone"))).toThrow(
      "The schema has no resource alicloud_gone",
    );
  });

  test("is what the committed schema went through", () => {
    const text = readFileSync(paths.schema, "utf8");
    const list = JSON.parse(readFileSync(paths.list, "utf8")) as ResourceList;
    expect(serialize(trim(JSON.parse(text) as ProviderSchemas, list))).toBe(text);
  });
});

test("a written schema reads back the same, with one line for each resource", () => {
  const written = serialize(schemas({ a: schemaOf("x"), b: schemaOf("y") }, { c: schemaOf("z") }));
  expect(JSON.parse(written)).toEqual(schemas({ a: schemaOf("x"), b: schemaOf("y") }, { c: schemaOf("z") }));
  expect(written.split("\n").filter((line) => /^"[abc]":/.test(line))).toHaveLength(3);
});

describe("fetching a schema", () => {
  const original = { ...process.env };
  let bin = "";

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "terraform-stub-"));
    process.env["PATH"] = `${bin}${delimiter}${original["PATH"] ?? ""}`;
  });

  afterEach(() => {
    process.env = { ...original };
    rmSync(bin, { recursive: true });
  });

  /** Puts a terraform on the PATH that runs the given statements of a shell script. */
  function stubTerraform(script: string): void {
    const file = join(bin, "terraform");
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  test("asks terraform for exactly the version, without a configuration file that is missing", () => {
    const schema = JSON.stringify(schemas({ a: schemaOf("x") }));
    process.env["TF_CLI_CONFIG_FILE"] = join(bin, "missing.tfrc");
    stubTerraform(`
      grep -q '"version":"1.290.0"' main.tf.json || exit 3
      test -z "$TF_CLI_CONFIG_FILE" || exit 4
      test "$1" = init || echo '${schema}'`);
    expect(fetchSchemas("1.290.0")).toEqual(JSON.parse(schema));
  });

  test("says what terraform could not do, and what terraform said", () => {
    stubTerraform(`echo "no such host" >&2; exit 1`);
    expect(() => fetchSchemas("1.290.0")).toThrow(
      /could not download aliyun\/alicloud 1\.290\.0[^]*no such host/,
    );
  });

  test("says that terraform is missing", () => {
    process.env["PATH"] = bin;
    expect(() => fetchSchemas("1.290.0")).toThrow("Is it installed and on the PATH?");
  });
});
