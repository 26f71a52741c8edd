import { decodeConfig } from "../../lib/core";
import type { DecodeOptions } from "../../lib/core";
import { loadProvider } from "../../lib/schema";
import type { Value } from "../../lib/values";
import { UNKNOWN } from "../../lib/values";

const alicloud = loadProvider("alicloud");

function decode(type: string, json: unknown, options?: DecodeOptions): Record<string, Value> {
  const model = alicloud.resources.get(type);
  if (model === undefined) throw new Error(`no ${type}`);
  const { value, diagnostics } = decodeConfig(model.block, json, options);
  expect(diagnostics).toEqual([]);
  return { ...value };
}

function problems(type: string, json: unknown): string[] {
  const model = alicloud.resources.get(type);
  if (model === undefined) throw new Error(`no ${type}`);
  const { value, diagnostics } = decodeConfig(model.block, json);
  expect(value).toBeUndefined();
  return diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
}

const POOL = "alicloud_cs_kubernetes_node_pool";
const pool = { cluster_id: "c1", node_pool_name: "workers" };

describe("a value", () => {
  test("is complete: attributes are null, lists of blocks empty, a single block null", () => {
    expect(decode("alicloud_vpc", { vpc_name: "a" })).toMatchObject({
      vpc_name: "a",
      cidr_block: null,
      user_cidrs: null,
      timeouts: null,
    });
    expect(decode(POOL, pool)).toMatchObject({ taints: [], data_disks: [] });
  });

  test("becomes the type of its argument", () => {
    const body = {
      ...pool,
      desired_size: 3,
      auto_renew: "true",
      system_disk_size: "40",
      tags: { n: 1, b: true },
    };
    expect(decode(POOL, body)).toMatchObject({
      desired_size: "3",
      auto_renew: true,
      system_disk_size: 40,
      tags: { n: "1", b: "true" },
    });
  });

  test("that a double cannot hold stays exact", () => {
    expect(decode(POOL, { ...pool, system_disk_size: "9007199254740993" })["system_disk_size"]).toBe(
      9007199254740993n,
    );
  });

  test("loses the duplicates in a set, not in a list", () => {
    const body = { ...pool, security_group_ids: ["a", "b", "a"], instance_types: ["x", "x"] };
    expect(decode(POOL, body)).toMatchObject({ security_group_ids: ["a", "b"], instance_types: ["x", "x"] });
  });

  test("leaves out what Terraform keeps to itself, and comments", () => {
    const meta = { "//": {}, count: 2, depends_on: [], lifecycle: {}, provider: "alicloud.b" };
    expect(decode("alicloud_vpc", { ...meta, vpc_name: "a" })).toEqual(
      decode("alicloud_vpc", { vpc_name: "a" }),
    );
  });
});

describe("blocks", () => {
  test("may be one object, a list of them, or null", () => {
    const taint = { key: "a", value: null, effect: null };
    expect(decode(POOL, { ...pool, taints: { key: "a" } })["taints"]).toEqual([taint]);
    expect(decode(POOL, { ...pool, taints: [{ key: "a" }] })["taints"]).toEqual([taint]);
    expect(decode(POOL, { ...pool, taints: null })["taints"]).toEqual([]);
    expect(decode("alicloud_vpc", { timeouts: { create: "5m" } })["timeouts"]).toMatchObject({
      create: "5m",
    });
  });

  test("that are dynamic are one for each element of what is known", () => {
    const content = { key: "${labels.key}", value: "v-${labels.value}" };
    const over = (forEach: unknown, more = {}): Value | undefined =>
      decode(POOL, { ...pool, dynamic: { labels: { for_each: forEach, content, ...more } } })["labels"];
    expect(over({ a: "1", b: "2" })).toEqual([
      { key: "a", value: "v-1" },
      { key: "b", value: "v-2" },
    ]);
    expect(over([{ x: "1" }], { content: { key: "${labels.value.x}" } })).toEqual([
      { key: "1", value: null },
    ]);
    expect(over(["a"], { iterator: "it", content: [{ key: "${it.value}" }] })).toEqual([
      { key: "a", value: null },
    ]);
    expect(over([])).toEqual([]);
  });

  test("that are dynamic over something unknown are unknown, and however many", () => {
    const dynamic = {
      labels: { for_each: "${terraform_data.m.output}", content: { key: "${labels.key}" } },
      management: { for_each: "${terraform_data.m.output}", content: {} },
    };
    expect(decode(POOL, { ...pool, dynamic })).toMatchObject({ labels: UNKNOWN, management: UNKNOWN });
  });

  test("that are dynamic are checked even if nothing of them is known", () => {
    expect(problems(POOL, { ...pool, dynamic: { labels: { for_each: "${var.m}", content: {} } } })).toEqual([
      'Missing required argument: The argument "key" is required, but no definition was found.',
    ]);
    expect(
      problems(POOL, { ...pool, dynamic: { labels: { for_each: "a", content: { key: "k" } } } }),
    ).toEqual([
      "Invalid dynamic for_each value: Cannot use a string value in for_each. An iterable collection is required.",
    ]);
  });
});

describe("a text", () => {
  const description = (text: string, options?: DecodeOptions): Value | undefined =>
    decode("alicloud_vpc", { description: text }, options)["description"];

  test.each<[string, string, Value]>([
    ["an expression", "${alicloud_vpc.main.id}", UNKNOWN],
    ["a text around an expression", "a-${var.u}", UNKNOWN],
    ["a directive", "%{ if var.u }a%{ endif }", UNKNOWN],
    ["an escaped expression", "$${var.u}", "${var.u}"],
    ["an escaped directive", "%%{ if }", "%{ if }"],
    ["a literal", '${"a"}', "a"],
    ["literals in a text", 'a-${"b"}-${3}-${true}', "a-b-3-true"],
    ["null", "${null}", null],
    ["a dollar", "5$ {a}", "5$ {a}"],
    ["braces inside of texts", '${upper("}")}', UNKNOWN],
  ])("that is %s", (_, text, value) => {
    expect(description(text)).toBe(value);
  });

  test("may name variables and their members", () => {
    const variables = { name: "a", tags: { "x-y": "b", list: ["c"] } };
    expect(description("${var.name}-${var.tags.x-y}", { variables })).toBe("a-b");
    expect(description('${var.tags["x-y"]}${var.tags.list[0]}', { variables })).toBe("bc");
    expect(description("${var.other}", { variables })).toBe(UNKNOWN);
  });

  test("may be resolved by the caller", () => {
    const resolve = (expression: string): Value => (expression === "each.value" ? "a" : UNKNOWN);
    expect(description("${each.value}", { resolve })).toBe("a");
    expect(description("${each.key}", { resolve })).toBe(UNKNOWN);
  });

  test("that is one expression may be a collection", () => {
    const options: DecodeOptions = { resolve: () => ["10.0.0.0/8"] };
    expect(decode("alicloud_vpc", { user_cidrs: "${local.cidrs}" }, options)["user_cidrs"]).toEqual([
      "10.0.0.0/8",
    ]);
  });
});
