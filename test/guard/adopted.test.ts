import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkChange, type ResourceChange, type Values } from "cdktf-ack/guard";
import { propsOf, renamed } from "../../lib/guard/props";
import { CLUSTER, POOL, update } from "./support";

/** A resource that is imported, with what it is and what is planned. */
const imported = (type: string, before: Values, after: Values): ResourceChange => ({
  ...update(type, before, after),
  importing: true,
});

test("a plan that imports a pool and changes it names the props that say what is there", () => {
  const before = { system_disk_size: 40, node_pool_name: "web", labels: [{ key: "tier", value: "web" }] };
  const after = { system_disk_size: 120, node_pool_name: "workers", labels: [] };
  expect(checkChange(imported(POOL, before, after))).toMatchObject([
    {
      rule: "adopted-changes",
      severity: "note",
      arguments: expect.arrayContaining(["system_disk_size", "node_pool_name"]) as string[],
      got: expect.stringContaining("system_disk_size 40 -> 120") as string,
      fix: expect.stringMatching(
        /^write the value that it has into the code: (?=.*systemDisk)(?=.*name)(?=.*labels)/,
      ) as string,
    },
  ]);
});

test("more than three differences are counted", () => {
  const before = { tags: { a: "1", b: "2", c: "3", d: "4", e: "5" } };
  const [first] = checkChange(imported(POOL, before, { tags: {} }));
  expect(first?.got).toMatch(/; and 2 more$/);
  expect(first?.fix).toBe("write the value that it has into the code: tags");
});

test.each([
  [
    "what Terraform alone notes",
    CLUSTER,
    { skip_set_certificate_authority: null },
    { skip_set_certificate_authority: true },
  ],
  ["how long the deletion of a key waits", "alicloud_kms_key", {}, { pending_window_in_days: 30 }],
  ["times for the provider", POOL, { timeouts: null }, { timeouts: { create: "30m" } }],
])("to write %s is no change", (_, type, before, after) => {
  expect(checkChange(imported(type, before, after))).toEqual([]);
});

test("what an import cannot read is said once, by the rule for what creation sends", () => {
  const findings = checkChange(imported(CLUSTER, { new_nat_gateway: null }, { new_nat_gateway: true }));
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["change-ignored", "note"]]);
});

test("a resource that is in the state already is not adopted", () => {
  expect(checkChange(update(POOL, { system_disk_size: 40 }, { system_disk_size: 120 }))).toEqual([]);
});

test("a cluster that an import would replace is mended in the code", () => {
  const change = {
    ...imported(CLUSTER, { proxy_mode: "iptables" }, { proxy_mode: "ipvs" }),
    actions: ["delete", "create"] as const,
  };
  expect(checkChange(change)).toMatchObject([
    { rule: "cluster-replaced", fix: "write the value that it has into the code: proxyMode" },
  ]);
});

test("secrets are not shown", () => {
  const [first] = checkChange(imported(POOL, { user_data: "c2VjcmV0" }, { user_data: "b3RoZXI=" }));
  expect(JSON.stringify(first)).not.toMatch(/c2VjcmV0|b3RoZXI=/);
});

describe("the table of props", () => {
  const schemas = JSON.parse(
    readFileSync(join(__dirname, "../../lab/providers/alicloud/schema.json"), "utf8"),
  ) as { provider_schemas: Record<string, { resource_schemas: Record<string, { block: Block }> }> };
  const [{ resource_schemas: resources } = { resource_schemas: {} }] = Object.values(
    schemas.provider_schemas,
  );

  test.each(Object.entries(renamed))("has arguments of the provider alone: %s", (type, props) => {
    const { attributes = {}, block_types: blocks = {} } = resources[type]?.block ?? {};
    const known = Object.keys({ ...attributes, ...blocks });
    expect(Object.keys(props).filter((name) => !known.includes(name))).toEqual([]);
  });

  test("leaves those out that are called alike", () => {
    expect(propsOf(CLUSTER, ["proxy_mode", "custom_san", "timezone"])).toEqual([
      "proxyMode",
      "apiServerSans",
      "timezone",
    ]);
  });
});

interface Block {
  readonly attributes?: object;
  readonly block_types?: object;
}
